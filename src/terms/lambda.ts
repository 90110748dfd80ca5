/** Interaction of K words that follow one another. */
export interface Lambda {
  readonly lambda: number;
  /** λ divided by its standard error */
  readonly z: number;
}

/**
 * The K-way interaction λ of a log-linear model of K-grams, with its z.
 *
 * λ = Σ over the 2ᴷ patterns of (−1)^(K − ones) ln(n + ½), z = λ/√Σ 1/(n + ½); n counts the K-grams of the corpus that
 * agree with the words in exactly the places that the pattern has as 1. For K = 2 λ is the smoothed log odds ratio.
 *
 * @param cells counts of the patterns; index bit i (from the left, most significant) is 1 where word i agrees
 * @param smoothing added to every count; default 0.5
 * @returns λ and z
 * @throws RangeError when the number of cells is no power of 2 of at least 4
 * @example
 * lambdaOfCells([100, 10, 12, 3, 9, 4, 5, 6]).lambda // -0.07154830803
 * @see Blaheta and Johnson 2001, Unsupervised learning of multi-word verbs, equations 1 to 3
 */
export function lambdaOfCells(cells: readonly number[], smoothing = 0.5): Lambda {
  const words = Math.log2(cells.length);
  if (!Number.isInteger(words) || words < 2) {
    throw new RangeError(`lambdaOfCells requires 4, 8, 16 … cells, got ${cells.length}`);
  }
  let lambda = 0;
  let variance = 0;
  cells.forEach((n, pattern) => {
    const zeros = words - ones(pattern);
    lambda += (zeros % 2 === 0 ? 1 : -1) * Math.log(n + smoothing);
    variance += 1 / (n + smoothing);
  });
  return { lambda, z: lambda / Math.sqrt(variance) };
}

/** Number of bits that are 1. */
export function ones(pattern: number): number {
  let count = 0;
  for (let rest = pattern; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
