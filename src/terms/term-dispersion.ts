import { type Dispersion, dispersion } from "./dispersion.js";
import { type DocumentFeatureMatrix, eachCell } from "./matrix.js";

/** How evenly a term is spread over the documents of a matrix. */
export interface TermDispersion extends Dispersion {
  readonly term: string;
}

/**
 * Dispersion of terms over the documents of a matrix, whose sizes are their counted tokens; documents of weight 0 and
 * without tokens are left out, other weights are not looked at.
 *
 * @param matrix counts by document
 * @param terms which terms, in this order; one that does not occur has nulls with a note
 * @returns one row a term
 * @example
 * termDispersions(documentFeatureMatrix([{ id: "a", terms: ["x"] }, { id: "b", terms: ["x"] }]), ["x"])[0].dp // 0
 */
export function termDispersions(matrix: DocumentFeatureMatrix, terms: readonly string[]): TermDispersion[] {
  const sizes = new Float64Array(matrix.documents.length);
  const wanted = new Map(terms.map((term) => [term, new Float64Array(matrix.documents.length)]));
  eachCell(matrix, (row, column, count) => {
    if (matrix.weights[row] === 0) return;
    sizes[row]! += count;
    const counts = wanted.get(matrix.terms[column]!);
    if (counts) counts[row] = count;
  });
  return terms.map((term) => ({ term, ...dispersion([...wanted.get(term)!], [...sizes]) }));
}
