import { readFileSync } from "node:fs";
import { nearest } from "./arguments.js";
import { COMMANDS } from "./commands.js";
import { type Io, reportError, UsageError } from "./io.js";

const processIo: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  stdin: () => readFileSync(0),
  terminal: process.stdout.isTTY === true,
};

/**
 * Runs a command line: `guizhang COMMAND [options] PATH…`.
 *
 * @param args arguments after the program's name
 * @param io where to read and write
 * @returns exit status: 0 done, 1 the answer is no, 2 wrong call or unreadable input
 */
export async function main(args: readonly string[], io: Io = processIo): Promise<number> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0); // the reader (head, say) has enough
  });
  const [name, ...rest] = args;
  try {
    if (name === undefined || name === "--help" || name === "-h" || name === "help") {
      io.stdout(help());
      return name === undefined ? 2 : 0;
    }
    if (name === "--version") {
      const packageFile = new URL("../../package.json", import.meta.url);
      io.stdout(`${(JSON.parse(readFileSync(packageFile, "utf8")) as { version: string }).version}\n`);
      return 0;
    }
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) {
      const near = nearest(name, Object.keys(COMMANDS));
      throw new UsageError(
        `unknown command ${name}${near ? `, did you mean ${near}?` : ""} (guizhang --help lists them)`,
      );
    }
    return await (await command.load()).run(rest, io);
  } catch (error) {
    reportError(error, io, rest.includes("--debug"));
    return 2;
  }
}

function help(): string {
  const width = Math.max(...Object.keys(COMMANDS).map((c) => c.length));
  const lines = Object.entries(COMMANDS).map(([name, { help }]) => `  ${name.padEnd(width)}  ${help}`);
  return [
    "usage: guizhang COMMAND [options] PATH…",
    "",
    ...lines,
    "",
    "A PATH is a file, a folder (.txt and .md, read recursively) or - (standard input).",
    "A file of rows (.jsonl, .jsonl.gz, .jsonl.zst, .parquet) holds a document a row: --text-column (text), --id-column (id).",
    "--format ndjson|json|csv|table   --output FILE   --keep-duplicates   --debug",
    "",
  ].join("\n");
}
