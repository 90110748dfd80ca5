import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedRun, type KeptRun, keepRun } from "./cache.js";
import { inputHashes } from "./files.js";
import { lintNotebook } from "./lint.js";
import { type Notebook, parseNotebook } from "./notebook.js";
import { type RunOptions, runNotebook } from "./run.js";

/** A notebook that was run or taken from the cache. */
export interface Ran extends KeptRun {
  readonly name: string;
  readonly committed: Notebook;
  readonly problems: readonly string[];
}

/** How a notebook is run as on another machine (the folder is the caller's part). */
export const OTHER_MACHINE = {
  env: {
    TZ: "Asia/Kathmandu",
    LANG: "zh_CN.GB18030",
    LC_ALL: "zh_CN.GB18030",
    FONTCONFIG_PATH: "/nonexistent",
  },
  preload: [fileURLToPath(new URL("./other-machine.cjs", import.meta.url))],
};

/** Where and how one notebook is run. */
export interface WhereOptions extends Omit<RunOptions, "cwd" | "progress"> {
  /** the notebook's folder below the project; default `notebooks` */
  readonly folder?: string;
  /** run it also when an earlier run is at hand */
  readonly fresh?: boolean;
  readonly progress?: (text: string) => void;
}

/**
 * Runs one notebook of the project, or takes its earlier run.
 *
 * @param common key of library and packages; null: neither take nor keep an earlier run
 */
export async function runOne(
  root: string,
  name: string,
  common: string | null,
  where: WhereOptions,
): Promise<Ran> {
  const { progress, fresh = false, folder = "notebooks", ...rest } = where;
  const path = join(root, folder, `${name}.ipynb`);
  const committed = parseNotebook(readFileSync(path, "utf8"), `${name}.ipynb`);
  const earlier = common === null || fresh ? null : cachedRun(root, name, committed, common);
  if (earlier) return { name, committed, ...earlier, problems: [] };
  const run = await runNotebook(committed, {
    ...rest,
    cwd: join(where.root, folder),
    progress: (done, of) => progress?.(`${name} ${done + 1}/${of}`),
  });
  const inputs = inputHashes(where.root, run.files);
  const problems = [
    ...lintNotebook(committed),
    ...run.problems.map(({ cell, message }) => `cell ${cell}: ${message}`),
  ];
  const kept: KeptRun = { notebook: run.notebook, inputs, reads: run.reads };
  if (common !== null && problems.length === 0) keepRun(root, name, kept, common);
  return { name, committed, ...kept, problems };
}
