import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../corpus/provenance.js";
import { figureDifference, outputDifference } from "./differences.js";
import { type DrawnFigure, drawnFigures, type FigureHashes, figureHashes, sortedJson } from "./drawn.js";
import type { Finding } from "./finding.js";
import type { Notebook } from "./notebook.js";
import type { Ran } from "./one-notebook.js";
import { type RecordedRows, rowsDifference } from "./reads.js";

/**
 * A notebook that was run, compared with what is committed.
 *
 * @param folder the folder of notebooks
 * @param drawn its figures as run
 * @param recorded hashes of the lock file, by figure
 * @param rows what is recorded of the rows that its cells rest on
 * @returns a finding for the notebook, and one for each figure
 */
export function compare(
  folder: string,
  { name, committed, notebook, problems, reads }: Ran,
  drawn: readonly DrawnFigure[],
  recorded: Readonly<Record<string, FigureHashes>>,
  rows: RecordedRows[string] | undefined,
): Finding[] {
  const before = new Map(drawnFigures(committed).map((figure) => [figure.id, figure]));
  const note =
    problems.length > 0
      ? problems.join("; ")
      : (outputDifference(committed, notebook) ??
        metadataDifference(committed, notebook) ??
        rowsDifference(rows, reads));
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
