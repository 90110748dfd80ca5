import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ExportableFigure } from "../figures/export.js";
import type { FigureCredits } from "../figures/metadata.js";
import type { PlainSpecification } from "../figures/render.js";
import { authorName, parseCitation } from "../study/citation.js";
import { drawnFigures, figureHashes } from "./drawn.js";
import { namesIn } from "./files.js";
import { parseNotebook } from "./notebook.js";

/**
 * The notebooks at a path: the file itself, those of a folder, or those of a study's folder `notebooks`.
 *
 * @throws TypeError where there is none
 */
export function notebooksAt(path: string): string[] {
  if (path.endsWith(".ipynb") && existsSync(path)) return [path];
  const folder = [path, join(path, "notebooks")].find((place) => namesIn(place, ".ipynb").length > 0);
  if (folder === undefined) throw new TypeError(`${path}: expected notebooks (.ipynb), found none`);
  return namesIn(folder, ".ipynb").map((name) => join(folder, `${name}.ipynb`));
}

/** The figures that a notebook shows, as they were drawn when it was run. */
export function figuresOf(notebook: string): ExportableFigure[] {
  return drawnFigures(parseNotebook(readFileSync(notebook, "utf8"), notebook)).map((drawn) => ({
    ...drawn,
    alt: drawn.text.split("\n")[0]!,
    spec: drawn.spec as unknown as PlainSpecification,
    sha256: figureHashes(drawn),
  }));
}

/**
 * Creator and licence by the `CITATION.cff` nearest above a notebook, but not above the folder of a study of one's own: another's name
 * does not stand under one's figures.
 */
export function creditsOf(notebook: string): FigureCredits {
  for (let folder = dirname(resolve(notebook)); ; folder = dirname(folder)) {
    const file = join(folder, "CITATION.cff");
    if (existsSync(file)) {
      const { authors, license } = parseCitation(readFileSync(file, "utf8"));
      return { creator: authors?.map(authorName).join("; ") ?? null, rights: license ?? null };
    }
    if (existsSync(join(folder, "study.json")) || folder === dirname(folder))
      return { creator: null, rights: null };
  }
}
