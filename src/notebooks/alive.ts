import { join } from "node:path";
import { commonKey } from "./cache.js";
import { figureRuns } from "./figure-runs.js";
import { checkFile } from "./file-trials.js";
import { inOrder, namesIn } from "./files.js";
import { dead, type Finding } from "./finding.js";
import { type Ran, runOne } from "./one-notebook.js";
import { copyProject } from "./project-copy.js";
import { type TrackedFigure, trackedFigures } from "./tracked-figure.js";
import { checkUnread } from "./unread-values.js";

/** What is checked and how it is reported. */
export interface AliveOptions {
  /** the project's folder */
  readonly root: string;
  /** only notebooks whose name holds this text */
  readonly only?: string;
  readonly progress?: (text: string) => void;
  readonly found?: (finding: Finding) => void;
}

/**
 * Checks that figures come from their data: on a copy of the inputs one thing is changed (a row or file left out, a
 * value), and the figures that declare the file must change while the others must not. A number written into a notebook by
 * hand is found here.
 *
 * A figure declares its inputs in `figure(…, { source, inputs })`: `data/study/terms.csv`, one column of it
 * (`data/study/terms.csv#count`), or a folder (`data/teaching`). Changes are tried, those of values that the figure was
 * seen to read first, until every figure that declares the input has changed. At the end all values of tables that no
 * figure of the notebook was seen to read are exchanged at once: no figure may change, or rows are missing in the receipt.
 *
 * @returns one finding for each figure and declared input (alive or dead), one for each undeclared dependence, and one
 * for the values of each notebook that nobody reads; a notebook that does not run is one failed finding
 */
export async function checkAlive(options: AliveOptions): Promise<readonly Finding[]> {
  const { root, only = "", progress, found } = options;
  const names = namesIn(join(root, "notebooks"), ".ipynb").filter((name) => name.includes(only));
  const common = commonKey(root);
  const ran: Ran[] = [];
  const findings: Finding[] = [];
  const report = (finding: Finding) => {
    findings.push(finding);
    found?.(finding);
  };
  await inOrder(
    names,
    (name) => runOne(root, name, common, { root, ...(progress && { progress }) }),
    (one) => {
      if (one.problems.length === 0) ran.push(one);
      else report({ name: one.name, status: "failed", note: one.problems.join("; ") });
    },
  );
  const figures = new Map(ran.map((one) => [one.name, trackedFigures(one)]));
  const files = [...figures.values()].flat().flatMap(({ inputs }) => inputs.map(({ file }) => file));
  await inOrder(
    ran.map(({ name }) => name),
    (name) => {
      const one = ran.find((each) => each.name === name)!;
      const told = (text: string) => progress?.(`${name} ${text}`);
      return checkNotebook(root, one, figures.get(name)!, [...new Set(files)].sort(), told);
    },
    (own) => own.forEach(report),
  );
  return findings;
}

/** All changes of one notebook, in a copy of the project of its own. */
async function checkNotebook(
  root: string,
  { name, committed, reads, inputs }: Ran,
  figures: readonly TrackedFigure[],
  files: readonly string[],
  progress: (text: string) => void,
): Promise<Finding[]> {
  const findings: Finding[] = figures
    .filter(({ inputs }) => inputs.length === 0)
    .map((figure) => dead(figure, "it declares no input file (source or inputs)"));
  if (figures.length === 0) return findings;
  const copy = copyProject(root);
  const runs = figureRuns(copy.root, committed, reads);
  try {
    progress("unchanged");
    const plain = await runs.draw(figures.map(({ cell }) => cell));
    const other = figures.find((figure) => plain.specs.get(figure.id) !== figure.spec);
    if (other) {
      const why = plain.failed.get(other.cell) ?? "it is another one";
      throw new TypeError(`alive requires figures that a copy draws again, got ${other.name}: ${why}`);
    }
    for (const file of files) {
      findings.push(...(await checkFile(copy.root, file, figures, runs, progress)));
    }
    progress("with the values that no figure reads exchanged");
    const study = Object.keys(inputs).filter((file) => file.startsWith("data/study/"));
    const tables = [...new Set([...files, ...study])].filter((file) => file.endsWith(".csv"));
    findings.push(...(await checkUnread(copy.root, name, figures, tables, runs)));
  } finally {
    runs.stop();
    copy.remove();
  }
  return findings;
}
