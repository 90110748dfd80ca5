import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../whole-file.js";
import { cellsHash, commonKey } from "./cache.js";
import { compare } from "./comparison.js";
import { startCompiler } from "./compiler.js";
import { type DrawnFigure, drawnFigures, type FigureHashes, figureHashes } from "./drawn.js";
import { environment } from "./environment.js";
import { inOrder, namesIn } from "./files.js";
import type { Finding } from "./finding.js";
import { readLock, writeLock } from "./lock.js";
import { formatNotebook, parseNotebook } from "./notebook.js";
import { OTHER_MACHINE, type Ran, runOne } from "./one-notebook.js";
import { copyProject } from "./project-copy.js";
import { cellRows, type RecordedRows, readRecordedRows, writeRecordedRows } from "./reads.js";

/** What is run and how it is compared. */
export interface ReproduceOptions {
  /** the project's folder, or that of a study of one's own */
  readonly root: string;
  /** where the notebooks lie below it; default `notebooks` */
  readonly folder?: string;
  /** keep each run for the next time; default true, false for a study of one's own, which has no compiled library */
  readonly keep?: boolean;
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

/**
 * Runs every notebook from a clean kernel and compares each output and each figure with what is committed.
 *
 * A figure counts as equal when its specification, SVG and PNG have the sha256 recorded in `notebooks/figures.lock.json`,
 * the committed notebook holds the same, and so do the picture files in `notebooks/figures/`.
 *
 * @returns one finding for each notebook and each figure, sorted
 */
export async function reproduce(options: ReproduceOptions): Promise<readonly Finding[]> {
  const {
    root,
    update = false,
    cache = true,
    keep = true,
    only = "",
    perturb = false,
    progress,
    found,
  } = options;
  const { folder: below = "notebooks" } = options;
  const folder = join(root, below);
  const names = namesIn(folder, ".ipynb").filter((name) => name.includes(only));
  if (names.length === 0) {
    throw new TypeError(
      `reproduce requires a notebook${only === "" ? "" : ` whose name holds ${only}`} in ${folder}, got none`,
    );
  }
  const copy = perturb ? copyProject(root) : null;
  const compiler = startCompiler({ cwd: join(copy?.root ?? root, below), ...(perturb && OTHER_MACHINE) });
  const common = perturb || !keep ? null : commonKey(root);
  const lock = readLock(folder);
  const recorded = readRecordedRows(folder);
  const rows: Record<string, RecordedRows[string]> = {};
  const findings: Finding[] = [];
  const seen = new Map<string, string>();
  const figures: Record<string, FigureHashes & { notebook: string }> = {};
  const notebooks: Record<string, { cells: string; inputs: Readonly<Record<string, string>> }> = {};
  try {
    const where = copy ? { root: copy.root, ...OTHER_MACHINE, compiler } : { root, compiler };
    await inOrder(
      names,
      (name) =>
        runOne(root, name, common, { ...where, folder: below, fresh: !cache, ...(progress && { progress }) }),
      (ran) => {
        const drawn = drawnFigures(ran.notebook);
        for (const figure of drawn) {
          figures[figure.id] = { notebook: ran.name, ...figureHashes(figure) };
          const other = seen.get(figure.id);
          if (other !== undefined)
            ran = withProblem(ran, `figure ${figure.id} is shown twice, also in ${other}`);
          seen.set(figure.id, ran.name);
        }
        rows[ran.name] = cellRows(ran.reads);
        notebooks[ran.name] = { cells: cellsHash(ran.notebook), inputs: ran.inputs };
        const own =
          update && ran.problems.length === 0
            ? write(folder, ran, drawn)
            : compare(folder, ran, drawn, lock.figures, recorded[ran.name]);
        for (const finding of own) {
          findings.push(finding);
          found?.(finding);
        }
      },
    );
  } finally {
    compiler.stop();
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
    writeRecordedRows(folder, { ...(all ? {} : recorded), ...rows });
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

function withProblem(ran: Ran, problem: string): Ran {
  return { ...ran, problems: [...ran.problems, problem] };
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
