import {
  byCodePoint,
  type DocumentFeatureMatrix,
  documentFeatureMatrix,
  eachCell,
  type TermText,
} from "./matrix.js";

/** A term with its frequency in a list of texts. */
export interface TermRow {
  readonly term: string;
  /** occurrences, each times the weight of its text */
  readonly count: number;
  /** texts of positive weight that hold the term, each with its weight */
  readonly documents: number;
  /** 10⁶ · count / all counted tokens */
  readonly per_million: number;
  /** 1 for the most frequent; see `TieRule` */
  readonly rank: number;
  /** count · log₁₀(N / documents), N the weight of all texts (quanteda's count scheme, summed over texts) */
  readonly tf_idf: number;
  /** Gries' deviation of proportions, normalised, 0 even … 1 one text only; null for fewer than two texts */
  readonly dp_norm: number | null;
  readonly note: string;
}

/** Rank of equal counts: the smallest of theirs, the mean, the largest, without gaps, or by code-point order of the terms. */
export type TieRule = "min" | "average" | "max" | "dense" | "first";

export interface CountOptions {
  /** drop rows with a smaller count after all statistics are made; default 0 */
  readonly minCount?: number;
  /** default `min` (1, 2, 2, 4) */
  readonly ties?: TieRule;
}

/**
 * Frequency, document frequency, rate, rank, tf-idf and dispersion of every term.
 *
 * @param texts texts with their terms and weights (a copy that must not count has weight 0), or their matrix
 * @param options see `CountOptions`
 * @returns one row a term, by falling count, then in code-point order
 * @example
 * countTerms([{ id: "a", terms: ["罚款", "处罚", "罚款"] }]).map((r) => [r.term, r.count, r.rank]) // [["罚款", 2, 1], ["处罚", 1, 2]]
 * @see Gries 2008, International Journal of Corpus Linguistics 13: 403–437, doi:10.1075/ijcl.13.4.02gri
 */
export function countTerms(
  texts: readonly TermText[] | DocumentFeatureMatrix,
  { minCount = 0, ties = "min" }: CountOptions = {},
): TermRow[] {
  const matrix = "rowStart" in texts ? texts : documentFeatureMatrix(texts);
  const { terms, weights } = matrix;
  const count = new Float64Array(terms.length);
  const documents = new Float64Array(terms.length);
  const size = new Float64Array(matrix.documents.length);
  eachCell(matrix, (row, column, n) => {
    const weight = weights[row]!;
    count[column]! += n * weight;
    if (n > 0) documents[column]! += weight;
    size[row]! += n * weight;
  });
  const total = size.reduce((sum, n) => sum + n, 0);
  const texts_weight = weights.reduce((sum, w) => sum + w, 0);
  const dp = deviations(matrix, size, count, total);
  const counted = terms.map((_, i) => i).filter((i) => count[i]! > 0);
  counted.sort((a, b) => count[b]! - count[a]! || byCodePoint(terms[a]!, terms[b]!));
  const ranks = rankDescending(
    counted.map((i) => count[i]!),
    ties,
  );
  return counted
    .map((i, position): TermRow => {
      const dp_norm = dp[i] ?? null;
      return {
        term: terms[i]!,
        count: count[i]!,
        documents: documents[i]!,
        per_million: (1e6 * count[i]!) / total,
        rank: ranks[position]!,
        tf_idf: count[i]! * Math.log10(texts_weight / documents[i]!),
        dp_norm,
        note: dp_norm === null ? "dispersion needs at least two texts with tokens" : "",
      };
    })
    .filter((row) => row.count >= minCount);
}

/** DPnorm of every term in one pass: Σ|v − s|/2 = 1 − Σ min(v, s), and texts without the term add nothing to the minimum. */
function deviations(
  matrix: DocumentFeatureMatrix,
  size: Float64Array,
  count: Float64Array,
  total: number,
): (number | null)[] {
  const sizes = size.filter((n) => n > 0);
  if (sizes.length < 2) return matrix.terms.map(() => null);
  const least = sizes.reduce((a, b) => Math.min(a, b)) / total;
  const shared = new Float64Array(matrix.terms.length);
  eachCell(matrix, (row, column, n) => {
    const weighted = n * matrix.weights[row]!;
    if (weighted > 0) shared[column]! += Math.min(weighted / count[column]!, size[row]! / total);
  });
  return Array.from(shared, (s) => Math.max(0, 1 - s) / (1 - least));
}

/** Ranks of values that fall (equal ones adjacent), by a stated rule for ties. */
export function rankDescending(sorted: readonly number[], ties: TieRule): number[] {
  const ranks: number[] = [];
  let distinct = 0;
  for (let first = 0; first < sorted.length; ) {
    let end = first + 1;
    while (end < sorted.length && sorted[end] === sorted[first]) end++;
    distinct++;
    for (let i = first; i < end; i++) {
      if (ties === "min") ranks.push(first + 1);
      else if (ties === "max") ranks.push(end);
      else if (ties === "average") ranks.push((first + 1 + end) / 2);
      else ranks.push(ties === "dense" ? distinct : i + 1);
    }
    first = end;
  }
  return ranks;
}
