import { join } from "node:path";
import { exportFigure, type FigureForm } from "../figures/export.js";
import { creditsOf, figuresOf, notebooksAt } from "../notebooks/figures-of.js";
import { writeWhole } from "../whole-file.js";
import { type Io, UsageError } from "./io.js";

/** What `guizhang export --to svg|png|pdf` may be told beside its notebooks. */
export interface FigureWishes {
  readonly output: string;
  /** only the figure of this id */
  readonly figure?: string;
  readonly creator?: string;
  readonly licence?: string;
}

/** Writes the figures of notebooks into a folder, each as `ID.svg`, `ID.png` or `ID.pdf` with its metadata. */
export async function exportFigures(
  paths: readonly string[],
  form: FigureForm,
  { output, figure: only, creator, licence }: FigureWishes,
  io: Io,
): Promise<void> {
  const written = new Map<string, string>();
  for (const notebook of paths.flatMap(notebooksAt)) {
    const found = creditsOf(notebook);
    const credits = { creator: creator ?? found.creator, rights: licence ?? found.rights };
    for (const figure of figuresOf(notebook)) {
      if (only !== undefined && figure.id !== only) continue;
      const other = written.get(figure.id);
      if (other !== undefined)
        throw new UsageError(`figure ${figure.id} is shown twice, in ${other} and in ${notebook}`);
      writeWhole(join(output, `${figure.id}.${form}`), await exportFigure(figure, form, credits));
      written.set(figure.id, notebook);
    }
  }
  if (written.size === 0)
    throw new UsageError(
      only === undefined ? "the notebooks show no figure" : `no notebook shows a figure ${only}`,
    );
  io.stderr(`guizhang: ${written.size} ${written.size === 1 ? "figure" : "figures"} in ${output}\n`);
}
