import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedRun, cellsHash, commonKey, keepRun } from "./cache.js";
import { figureDifference, outputDifference } from "./differences.js";
import {
  type DrawnFigure,
  drawnFigures,
  type FigureHashes,
  figureHashes,
  sha256,
  sortedJson,
} from "./drawn.js";
import { environment } from "./environment.js";
import { inOrder, inputHashes, namesIn, writeWhole } from "./files.js";
import { lintNotebook } from "./lint.js";
import { readLock, writeLock } from "./lock.js";
import { formatNotebook, type Notebook, parseNotebook } from "./notebook.js";
import { copyProject } from "./project-copy.js";
import { type RunOptions, runNotebook } from "./run.js";

/** Whether something gives again what is committed. */
export interface Finding {
  /** notebook, or notebook and figure: `02-terms`, `02-terms/most-frequent` */
  readonly name: string;
  /** equal; differs; failed: it could not be run; written: by `update`; alive or dead: whether it follows its data */
  readonly status: "equal" | "differs" | "failed" | "written" | "alive" | "dead";
  /** what differs and where, in words; counts for what is equal */
  readonly note: string;
}

/** What is run and how it is compared. */
export interface ReproduceOptions {
  /** the project's folder */
  readonly root: string;
  /** write notebooks, figures and lock file instead of comparing */
  readonly update?: boolean;
  /** use earlier runs whose cells, library, packages and inputs are unchanged; default true */
  readonly cache?: boolean;
  /** only notebooks whose name holds this text */
  readonly only?: string;
  /** run as on another machine: other folder, time zone, language, clock, random numbers, one processor, no network */
  readonly perturb?: boolean;
  /** told what is being done, for a progress line */
  readonly progress?: (text: string) => void;
  /** told each finding as soon as its notebook is done, in the order of notebooks */
  readonly found?: (finding: Finding) => void;
}

/** A notebook that was run or taken from the cache. */
export interface Ran {
  readonly name: string;
  readonly committed: Notebook;
  readonly notebook: Notebook;
  readonly problems: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Runs every notebook from a clean kernel and compares each output and each figure with what is committed.
 *
 * A figure counts as equal when its specification, SVG and PNG have the sha256 recorded in `notebooks/figures.lock.json`,
 * the committed notebook holds the same, and so do the picture files in `notebooks/figures/`.
 *
 * @returns one finding for each notebook and each figure, sorted
 */
export async function reproduce(options: ReproduceOptions): Promise<readonly Finding[]> {
  const { root, update = false, cache = true, only = "", perturb = false, progress, found } = options;
  const folder = join(root, "notebooks");
  const names = namesIn(folder, ".ipynb").filter((name) => name.includes(only));
  if (names.length === 0) {
    throw new TypeError(
      `reproduce requires a notebook${only && ` whose name holds ${only}`} in ${folder}, got none`,
    );
  }
  const copy = perturb ? copyProject(root) : null;
  const common = perturb ? null : commonKey(root);
  const lock = readLock(folder);
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const figures: Record<string, FigureHashes & { notebook: string }> = {};
  const notebooks: Record<string, { cells: string; inputs: Readonly<Record<string, string>> }> = {};
  try {
    const where = copy ? { root: copy.root, ...OTHER_MACHINE } : { root };
    await inOrder(
      names,
      (name) => runOne(root, name, common, { ...where, fresh: !cache, ...(progress && { progress }) }),
      (ran) => {
        const drawn = drawnFigures(ran.notebook);
        for (const figure of drawn) {
          figures[figure.id] = { notebook: ran.name, ...figureHashes(figure) };
          const other = seen.get(figure.id);
          if (other !== undefined)
            ran = withProblem(ran, `figure ${figure.id} is shown twice, also in ${other}`);
          seen.set(figure.id, ran.name);
        }
        notebooks[ran.name] = { cells: cellsHash(ran.notebook), inputs: ran.inputs };
        const own =
          update && ran.problems.length === 0
            ? write(folder, ran, drawn)
            : compare(folder, ran, drawn, lock.figures);
        for (const finding of own) {
          findings.push(finding);
          found?.(finding);
        }
      },
    );
  } finally {
    copy?.remove();
  }
  const all = only === "";
  const gone = Object.entries(lock.figures).filter(
    ([id, { notebook }]) => figures[id] === undefined && (all || names.includes(notebook)),
  );
  const failed = findings.some(({ status }) => status === "failed");
  if (update && !failed) {
    const kept = all ? {} : lock.figures;
    const keptNotebooks = all ? {} : lock.notebooks;
    for (const [id] of gone)
      for (const ending of [".svg", ".png"]) rmSync(join(folder, "figures", id + ending), { force: true });
    const rest = Object.fromEntries(
      Object.entries(kept).filter(([id]) => !gone.some(([other]) => other === id)),
    );
    const typescript = notebookTypescript(folder, names[0]!);
    writeLock(folder, {
      environment: environment(typescript),
      notebooks: { ...keptNotebooks, ...notebooks },
      figures: { ...rest, ...figures },
    });
  } else if (!update) {
    for (const [id, { notebook }] of gone) {
      const finding: Finding = {
        name: `${notebook}/${id}`,
        status: "differs",
        note: "recorded in figures.lock.json, but no cell draws it",
      };
      findings.push(finding);
      found?.(finding);
    }
  }
  return findings;
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
  const path = join(root, "notebooks", `${name}.ipynb`);
  const committed = parseNotebook(readFileSync(path, "utf8"), `${name}.ipynb`);
  const { progress, fresh = false, ...rest } = where;
  const earlier = common === null || fresh ? null : cachedRun(root, name, committed, common);
  if (earlier) return { name, committed, ...earlier, problems: [] };
  const run = await runNotebook(committed, {
    ...rest,
    cwd: join(where.root, "notebooks"),
    progress: (done, of) => progress?.(`${name} ${done + 1}/${of}`),
  });
  const inputs = inputHashes(where.root, run.files);
  const problems = [
    ...lintNotebook(committed),
    ...run.problems.map(({ cell, message }) => `cell ${cell}: ${message}`),
  ];
  if (common !== null && problems.length === 0) keepRun(root, name, run.notebook, inputs, common);
  return { name, committed, notebook: run.notebook, problems, inputs };
}

function withProblem(ran: Ran, problem: string): Ran {
  return { ...ran, problems: [...ran.problems, problem] };
}

function compare(
  folder: string,
  { name, committed, notebook, problems }: Ran,
  drawn: readonly DrawnFigure[],
  recorded: Readonly<Record<string, FigureHashes>>,
): Finding[] {
  const before = new Map(drawnFigures(committed).map((figure) => [figure.id, figure]));
  const note =
    problems.length > 0
      ? problems.join("; ")
      : (outputDifference(committed, notebook) ?? metadataDifference(committed, notebook));
  const cells = notebook.cells.filter(({ execution_count }) => execution_count !== null).length;
  const status = problems.length > 0 ? "failed" : note === null ? "equal" : "differs";
  const whole: Finding = { name, status, note: note ?? `${cells} cells` };
  const figures = drawn.map((figure): Finding => {
    const difference =
      figureDifference(recorded[figure.id], before.get(figure.id), figure) ?? fileDifference(folder, figure);
    return {
      name: `${name}/${figure.id}`,
      status: difference === null ? "equal" : "differs",
      note: difference ?? figureHashes(figure).spec.slice(0, 12),
    };
  });
  return [whole, ...figures];
}

function metadataDifference(committed: Notebook, run: Notebook): string | null {
  return sortedJson(committed.metadata) === sortedJson(run.metadata)
    ? null
    : "the metadata of the notebook (kernel, TypeScript version)";
}

function fileDifference(folder: string, { id, svg, png }: DrawnFigure): string | null {
  for (const [ending, content] of [
    [".svg", svg],
    [".png", png],
  ] as const) {
    const path = join(folder, "figures", id + ending);
    if (!existsSync(path)) return `notebooks/figures/${id}${ending} is missing`;
    if (sha256(readFileSync(path)) !== sha256(content))
      return `notebooks/figures/${id}${ending} is another picture`;
  }
  return null;
}

function write(folder: string, { name, notebook }: Ran, drawn: readonly DrawnFigure[]): Finding[] {
  writeWhole(join(folder, `${name}.ipynb`), formatNotebook(notebook));
  for (const { id, svg, png } of drawn) {
    writeWhole(join(folder, "figures", `${id}.svg`), svg);
    writeWhole(join(folder, "figures", `${id}.png`), png);
  }
  return [
    { name, status: "written", note: `${drawn.length} figures` },
    ...drawn.map(
      (figure): Finding => ({
        name: `${name}/${figure.id}`,
        status: "written",
        note: figureHashes(figure).spec.slice(0, 12),
      }),
    ),
  ];
}

function notebookTypescript(folder: string, name: string): string {
  const { metadata } = parseNotebook(readFileSync(join(folder, `${name}.ipynb`), "utf8"), name);
  return String((metadata.language_info as { version?: string } | undefined)?.version ?? "");
}
