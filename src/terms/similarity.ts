import type { DocumentFeatureMatrix } from "./matrix.js";

/** Similarity of two documents of a matrix. */
export interface DocumentSimilarity {
  readonly a: string;
  readonly b: string;
  /** Σxy/√(Σx² Σy²) of the counts, 0 to 1; null for an empty document */
  readonly cosine: number | null;
  /** shared terms over all terms of both */
  readonly jaccard: number | null;
  /** 2 · shared terms over the sum of both */
  readonly dice: number | null;
  /** shared terms over the terms of a, of b, of the smaller */
  readonly containment_a_in_b: number | null;
  readonly containment_b_in_a: number | null;
  readonly overlap: number | null;
}

/**
 * Similarity of all pairs of documents of a matrix: cosine of the counts, set measures of the terms.
 *
 * @param matrix counts or tf-idf weights
 * @returns one row a pair, in the order of the documents; quadratic in their number
 * @example
 * documentSimilarities(documentFeatureMatrix([{ id: "a", terms: ["x"] }, { id: "b", terms: ["x", "y"] }]))[0].jaccard // 0.5
 */
export function documentSimilarities(matrix: DocumentFeatureMatrix): DocumentSimilarity[] {
  const rows = matrix.documents.map((_, i) => {
    const row = new Map<number, number>();
    for (let j = matrix.rowStart[i]!; j < matrix.rowStart[i + 1]!; j++)
      row.set(matrix.columns[j]!, matrix.counts[j]!);
    return row;
  });
  const pairs: DocumentSimilarity[] = [];
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      pairs.push({ a: matrix.documents[i]!, b: matrix.documents[j]!, ...bagSimilarity(rows[i]!, rows[j]!) });
    }
  }
  return pairs;
}

/**
 * Similarity of two bags of terms or shingles.
 *
 * @param x weight by term, above 0
 * @param y weight by term, above 0
 * @returns cosine and set measures; null where a bag is empty
 * @example
 * bagSimilarity(new Map([["a", 1]]), new Map([["a", 1]])).cosine // 1
 */
export function bagSimilarity<K>(
  x: ReadonlyMap<K, number>,
  y: ReadonlyMap<K, number>,
): Omit<DocumentSimilarity, "a" | "b"> {
  if (x.size === 0 || y.size === 0) {
    return {
      cosine: null,
      jaccard: null,
      dice: null,
      containment_a_in_b: null,
      containment_b_in_a: null,
      overlap: null,
    };
  }
  let shared = 0;
  let product = 0;
  for (const [term, weight] of x) {
    const other = y.get(term);
    if (other === undefined) continue;
    shared++;
    product += weight * other;
  }
  const square = (bag: ReadonlyMap<K, number>) => [...bag.values()].reduce((sum, w) => sum + w * w, 0);
  return {
    cosine: product / Math.sqrt(square(x) * square(y)),
    jaccard: shared / (x.size + y.size - shared),
    dice: (2 * shared) / (x.size + y.size),
    containment_a_in_b: shared / x.size,
    containment_b_in_a: shared / y.size,
    overlap: shared / Math.min(x.size, y.size),
  };
}
