import type { DocumentFeatureMatrix } from "./matrix.js";

/** How alike two bags of weights x and y are; S_x = Σx², P = Σxy. */
export interface BagSimilarity {
  /** P/√(S_x S_y), 0 to 1 */
  readonly cosine: number | null;
  /** Pearson's correlation over all terms of the collection, −1 to 1; null also where all weights of a side are equal */
  readonly correlation: number | null;
  /** shared terms over all terms of both */
  readonly jaccard: number | null;
  /** 2 · shared terms over the sum of both */
  readonly dice: number | null;
  /** P/(S_x + S_y − P) (Tanimoto) and 2P/(S_x + S_y): the same with weights */
  readonly extended_jaccard: number | null;
  readonly extended_dice: number | null;
  /** shared terms over the terms of a, of b, of the smaller */
  readonly containment_a_in_b: number | null;
  readonly containment_b_in_a: number | null;
  readonly overlap: number | null;
  /** √Σ(x − y)² and Σ|x − y|: distances, 0 the same, growing with the length of the texts */
  readonly euclidean: number | null;
  readonly manhattan: number | null;
  /** Jensen–Shannon divergence of the shares x/Σx and y/Σy, bits: 0 the same shares, 1 no shared term */
  readonly jensen_shannon: number | null;
}

/** Similarity of two documents of a matrix. */
export interface DocumentSimilarity extends BagSimilarity {
  readonly a: string;
  readonly b: string;
}

/**
 * Similarity of all pairs of documents of a matrix: of their weights and of their sets of terms.
 *
 * @param matrix counts or tf-idf weights; a weight of 0 is as no occurrence
 * @returns one row a pair, in the order of the documents; quadratic in their number
 * @example
 * documentSimilarities(documentFeatureMatrix([{ id: "a", terms: ["x"] }, { id: "b", terms: ["x", "y"] }]))[0].jaccard // 0.5
 */
export function documentSimilarities(matrix: DocumentFeatureMatrix): DocumentSimilarity[] {
  const rows = matrix.documents.map((_, i) => {
    const row = new Map<number, number>();
    for (let j = matrix.rowStart[i]!; j < matrix.rowStart[i + 1]!; j++)
      if (matrix.counts[j]! > 0) row.set(matrix.columns[j]!, matrix.counts[j]!);
    return row;
  });
  return matrix.documents.flatMap((a, i) =>
    matrix.documents
      .slice(i + 1)
      .map((b, k) => ({ a, b, ...bagSimilarity(rows[i]!, rows[i + 1 + k]!, matrix.terms.length) })),
  );
}

const UNDEFINED: BagSimilarity = {
  cosine: null,
  correlation: null,
  jaccard: null,
  dice: null,
  extended_jaccard: null,
  extended_dice: null,
  containment_a_in_b: null,
  containment_b_in_a: null,
  overlap: null,
  euclidean: null,
  manhattan: null,
  jensen_shannon: null,
};

/**
 * Similarity of two bags of terms or shingles.
 *
 * @param x weight by term, above 0
 * @param y weight by term, above 0
 * @param features number of terms in the collection, for the correlation; default those of both bags
 * @returns measures; null where a bag is empty
 * @example
 * bagSimilarity(new Map([["a", 1]]), new Map([["a", 1]])).cosine // 1
 * @see Lin 1991, IEEE Transactions on Information Theory 37: 145–151, doi:10.1109/18.61115 (Jensen–Shannon divergence)
 */
export function bagSimilarity<K>(
  x: ReadonlyMap<K, number>,
  y: ReadonlyMap<K, number>,
  features?: number,
): BagSimilarity {
  if (x.size === 0 || y.size === 0) return UNDEFINED;
  const [bagX, bagY] = [sums(x), sums(y)];
  let [shared, product, absolute, divergence] = [0, 0, 0, 0];
  for (const key of new Set([...x.keys(), ...y.keys()])) {
    const [a, b] = [x.get(key) ?? 0, y.get(key) ?? 0];
    if (x.has(key) && y.has(key)) shared++;
    product += a * b;
    absolute += Math.abs(a - b);
    const [p, q] = [a / bagX.sum, b / bagY.sum];
    divergence += half(p, q) + half(q, p);
  }
  const squares = bagX.squares + bagY.squares;
  return {
    cosine: product / Math.sqrt(bagX.squares * bagY.squares),
    correlation: correlation(bagX, bagY, product, features ?? x.size + y.size - shared),
    jaccard: shared / (x.size + y.size - shared),
    dice: (2 * shared) / (x.size + y.size),
    extended_jaccard: product / (squares - product),
    extended_dice: (2 * product) / squares,
    containment_a_in_b: shared / x.size,
    containment_b_in_a: shared / y.size,
    overlap: shared / Math.min(x.size, y.size),
    euclidean: Math.sqrt(Math.max(0, squares - 2 * product)),
    manhattan: absolute,
    jensen_shannon: Math.min(1, Math.max(0, divergence)),
  };
}

interface Sums {
  readonly sum: number;
  readonly squares: number;
}

function sums<K>(bag: ReadonlyMap<K, number>): Sums {
  let [sum, squares] = [0, 0];
  for (const weight of bag.values()) {
    sum += weight;
    squares += weight * weight;
  }
  return { sum, squares };
}

function correlation(x: Sums, y: Sums, product: number, features: number): number | null {
  const variance = (bag: Sums) => features * bag.squares - bag.sum * bag.sum;
  const spread = variance(x) * variance(y);
  return spread > 0 ? (features * product - x.sum * y.sum) / Math.sqrt(spread) : null;
}

/** A share's part of the Jensen–Shannon divergence, ½ p log₂(p/½(p + q)). */
function half(p: number, q: number): number {
  return p === 0 ? 0 : (p / 2) * Math.log2((2 * p) / (p + q));
}
