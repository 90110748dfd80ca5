import { chiSquareTail } from "../stats/chi-square.js";

/** How K words depart from independence. */
export interface MutualIndependence {
  /** n-grams with all K words, and as many as independent words would have */
  readonly observed: number;
  readonly expected: number;
  /** how often each word stands in its place */
  readonly singles: readonly number[];
  /** all n-grams */
  readonly total: number;
  /** signed, above 0 where observed is above expected; null where a word fills its place always or never */
  readonly g2: number | null;
  /** upper tail of χ² with 2ᴷ − K − 1 degrees of freedom at |g2| */
  readonly p: number | null;
}

/**
 * The log-likelihood ratio G² of K words against the model in which their places are filled independently.
 *
 * G² = 2 Σ O ln(O/E) over the 2ᴷ cells, E = N Π (share of the word in its place, or 1 less that share). For two words this is
 * the G² of the 2×2 table; for more it also takes in what is owed to pairs among them, which λ does not.
 *
 * @param cells counts of the patterns of agreement, see `lambdaOfCells`
 * @returns observed and expected counts, G² and p
 * @throws RangeError when the number of cells is no power of 2 of at least 4
 * @example
 * mutualIndependence([195, 5, 90, 10]).g2 // 7.329811674
 * @see Bishop, Fienberg and Holland 1975, Discrete Multivariate Analysis, chapter 2
 */
export function mutualIndependence(cells: readonly number[]): MutualIndependence {
  const words = Math.log2(cells.length);
  if (!Number.isInteger(words) || words < 2) {
    throw new RangeError(`mutualIndependence requires 4, 8, 16 … cells, got ${cells.length}`);
  }
  const total = cells.reduce((sum, n) => sum + n, 0);
  const agrees = (pattern: number, word: number) => ((pattern >> (words - 1 - word)) & 1) === 1;
  const singles = Array.from({ length: words }, (_, word) =>
    cells.reduce((sum, n, pattern) => sum + (agrees(pattern, word) ? n : 0), 0),
  );
  const expected = cells.map((_, pattern) =>
    singles.reduce((product, n, word) => product * ((agrees(pattern, word) ? n : total - n) / total), total),
  );
  const observed = cells.at(-1)!;
  const sign = Math.sign(observed - expected.at(-1)!);
  const constant = singles.some((n) => n === 0 || n === total);
  const sum = cells.reduce((s, n, i) => s + (n > 0 ? n * Math.log(n / expected[i]!) : 0), 0);
  const g2 = constant ? null : sign * Math.max(0, 2 * sum);
  const p = g2 === null ? null : chiSquareTail(Math.abs(g2), 2 ** words - words - 1);
  return { observed, expected: expected.at(-1)!, singles, total, g2, p };
}
