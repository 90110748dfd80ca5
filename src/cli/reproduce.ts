import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkAlive } from "../notebooks/alive.js";
import { killChildren } from "../notebooks/child.js";
import { derivedTables, derivedTablesBeside, ownTables } from "../notebooks/derived-tables.js";
import { namesIn } from "../notebooks/files.js";
import type { Finding } from "../notebooks/finding.js";
import { isStudy, linkPackages } from "../notebooks/own-study.js";
import { reproduce } from "../notebooks/reproduce.js";
import { dataPath } from "../study/tables.js";
import { readArguments } from "./arguments.js";
import { originals } from "./derive.js";
import { type Io, UsageError } from "./io.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** `guizhang reproduce [FOLDER] [--update] [--no-cache] [--only NAME] [--perturb | --alive]`: exit 1 on any difference. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("reproduce", args);
  const [own = null, ...more] = positionals.map((path) => resolve(path));
  if (more.length > 0) throw new UsageError(`reproduce expects one folder, found also ${more[0]}`);
  if (own !== null && !isStudy(own))
    throw new UsageError(`${own}: expected a study made by guizhang new (with study.json), found none`);
  const modes = ["update", "perturb", "alive"].filter((name) => values[name] === true);
  if (modes.length > 1)
    throw new UsageError(`reproduce expects one of --${modes.join(", --")}, found ${modes.length}`);
  if (own !== null && (values.perturb || values.alive))
    throw new UsageError(`reproduce expects no --${modes[0]} with a folder of your own`);
  if (own !== null) linkPackages(own, ROOT);
  const stop = () => {
    killChildren();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const start = performance.now();
  const clear = io.terminal ? "\r\u001b[K" : "";
  try {
    const common = {
      root: own ?? ROOT,
      ...(own !== null && { keep: false }),
      ...(typeof values.only === "string" && { only: values.only }),
      ...(io.terminal && { progress: (text: string) => io.stderr(`${clear}running ${text}`) }),
      found: (finding: Finding) => {
        if (clear) io.stderr(clear);
        io.stdout(line(finding));
      },
    };
    const plain = values.only === undefined && !values.perturb && !values.alive;
    const deriving = plain ? checkTables(own, values.update === true, io) : [];
    if (values.update === true) await deriving; // the notebooks read what it writes
    const running = values.alive
      ? checkAlive(common)
      : eachFolder(common.root, common.only, (folder) =>
          reproduce({
            ...common,
            folder,
            update: values.update === true,
            cache: own === null && values["no-cache"] !== true,
            perturb: values.perturb === true,
          }),
        );
    const [tables, notebooks] = await Promise.all([deriving, running]);
    for (const table of tables) common.found(table);
    const findings = [...tables, ...notebooks];
    const wrong = findings.filter(({ status }) => ["differs", "failed", "dead"].includes(status));
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const verdict =
      wrong.length === 0
        ? values.update
          ? "written"
          : values.alive
            ? "all alive"
            : "all equal"
        : `${wrong.length} wrong`;
    io.stderr(
      `${clear}guizhang: ${findings.length} tables, notebooks and figures, ${verdict} (${seconds} s)\n`,
    );
    return wrong.length === 0 ? 0 : 1;
  } finally {
    process.off("SIGINT", stop);
    process.off("SIGTERM", stop);
    killChildren();
  }
}

/** Folders of notebooks: those of the study, and the sessions of the seminar. */
const FOLDERS = ["notebooks", "notebooks/seminar"];

/** Runs the folders that hold a notebook of the name, one after the other; the first where none does, which says so. */
async function eachFolder(
  root: string,
  only: string | undefined,
  run: (folder: string) => Promise<readonly Finding[]>,
): Promise<Finding[]> {
  const holding = FOLDERS.filter((folder) =>
    namesIn(join(root, folder), ".ipynb").some((name) => name.includes(only ?? "")),
  );
  const findings: Finding[] = [];
  for (const folder of holding.length > 0 ? holding : FOLDERS.slice(0, 1))
    findings.push(...(await run(folder)));
  return findings;
}

/** Derives a study's tables again, beside the notebooks, where the original texts are at hand, and says so where they are not. */
async function checkTables(own: string | null, update: boolean, io: Io): Promise<Finding[]> {
  const texts = originals();
  const derived =
    own !== null
      ? await ownTables(own, update)
      : texts === null
        ? null
        : update
          ? derivedTables(texts, dataPath("study"), true)
          : await derivedTablesBeside(texts, dataPath("study"));
  if (derived === null) {
    const where = own === null ? "GUIZHANG_CORPUS" : "study.json";
    io.stderr(
      `guizhang: the original texts are not at hand (${where}): going on from the committed tables\n`,
    );
  }
  return derived ?? [];
}

function line({ status, name, note }: Finding): string {
  return `${status.padEnd(8)} ${name}  ${note}\n`;
}
