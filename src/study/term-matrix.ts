import { type DocumentFeatureMatrix, matrixOfCounts } from "../terms/matrix.js";
import { type Selection, termOf } from "../terms/selection.js";
import type { PartRow, Study } from "./study.js";

/** Which documents and words of a Study are counted. */
export interface TermMatrixOptions extends Pick<Selection, "stopWords" | "minLength" | "variants"> {
  /** `once`: each text by its kept copy (default); `all`: every copy */
  readonly copies?: "once" | "all";
  /** which documents; default all */
  readonly where?: (part: PartRow) => boolean;
}

/**
 * The document-feature matrix of a Study's words.
 *
 * @param study a Study
 * @param options copies, documents, stop words, least length, variants
 * @returns rows named `source#part`; copies that do not count are left out
 * @example
 * termMatrix(loadStudy(), { where: (part) => part.genre === "notice" }).documents.length > 0 // true
 */
export function termMatrix(
  study: Pick<Study, "parts" | "terms">,
  { copies = "once", where = () => true, ...selection }: TermMatrixOptions = {},
): DocumentFeatureMatrix {
  const wanted = new Set(
    study.parts
      .filter((part) => where(part) && (copies === "all" || part.weight > 0))
      .map(({ source, part }) => `${source}#${part}`),
  );
  const rows = study.terms.flatMap(({ source, part, term, count }) => {
    const id = `${source}#${part}`;
    if (!wanted.has(id)) return [];
    const counted = termOf({ start: 0, end: 0, term, kind: "word" }, selection);
    return counted === null ? [] : [{ id, term: counted, count }];
  });
  return matrixOfCounts(rows);
}
