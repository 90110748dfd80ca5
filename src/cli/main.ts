import { readFileSync } from "node:fs";
import { nearest } from "./arguments.js";
import { COMMANDS } from "./commands.js";
import { commandHelp, generalHelp } from "./help.js";
import { type Io, reportError, UsageError } from "./io.js";
import { inChinese, languageOf } from "./language.js";
import { type Paint, PLAIN, paintOf } from "./paint.js";

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0); // the reader (head, say) has enough
  process.stderr.write(`guizhang: standard output: expected a place to write to, found ${error.code}\n`);
  process.exit(2);
});

const processIo: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: forPeople(
    (text) => void process.stderr.write(text),
    paintOf(process.stderr.isTTY === true, process.env),
    process.env,
  ),
  stdin: () => readFileSync(0),
  terminal: process.stdout.isTTY === true,
  env: process.env,
};

/**
 * Runs a command line: `guizhang COMMAND [options] PATH…`.
 *
 * @param args arguments after the program's name
 * @param io where to read and write
 * @returns exit status: 0 done, 1 the answer is no, 2 wrong call or unreadable input
 */
export async function main(args: readonly string[], io: Io = processIo): Promise<number> {
  const [name, ...rest] = args;
  const env = io.env ?? {};
  const paint = paintOf(io.terminal, env);
  try {
    if (name === undefined || name === "--help" || name === "-h" || (name === "help" && rest.length === 0)) {
      io.stdout(generalHelp(languageOf(env), paint));
      return name === undefined ? 2 : 0;
    }
    if (name === "--version") {
      const packageFile = new URL("../../package.json", import.meta.url);
      io.stdout(`${(JSON.parse(readFileSync(packageFile, "utf8")) as { version: string }).version}\n`);
      return 0;
    }
    const asked = name === "help" ? rest[0]! : name;
    const command = Object.hasOwn(COMMANDS, asked) ? COMMANDS[asked] : undefined;
    if (!command) {
      const near = nearest(asked, Object.keys(COMMANDS));
      throw new UsageError(
        `unknown command ${asked}${near ? `, did you mean ${near}?` : ""} (guizhang --help lists them)`,
      );
    }
    const own = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
    if (name === "help" || own.includes("--help") || own.includes("-h")) {
      io.stdout(commandHelp(asked, languageOf(env), paint));
      return 0;
    }
    return await (await command()).run(rest, io);
  } catch (error) {
    reportError(error, io, rest.includes("--debug"));
    return 2;
  }
}

/** A writer of messages that speaks the reader's language and marks the program's name on a terminal. */
export function forPeople(
  write: Io["stderr"],
  paint: Paint,
  env: Readonly<Record<string, string | undefined>>,
): Io["stderr"] {
  const language = languageOf(env);
  if (language === "en" && paint === PLAIN) return write;
  return (text) =>
    write(
      text.replace(/^guizhang: (warning: )?(.*)$/gm, (_, warning: string | undefined, message: string) => {
        const spoken = language === "zh" ? inChinese(message) : message;
        const mark = warning ? paint.yellow(language === "zh" ? "警告：" : warning) : "";
        return `${paint.bold("guizhang:")} ${mark}${spoken}`;
      }),
    );
}
