import { betaQuantile } from "./beta.js";
import { upperGamma } from "./gamma.js";

/** Limits of an interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The exact (Clopper–Pearson) interval of a share.
 *
 * Beta quantiles: lower α/2 of Beta(k, n − k + 1), upper 1 − α/2 of Beta(k + 1, n − k).
 *
 * @param k observations that count, 0 ≤ k ≤ n
 * @param n all observations, above 0
 * @param level in (0, 1); default 0.95
 * @returns limits in [0, 1]
 * @throws RangeError outside these ranges
 * @example
 * clopperPearson(0, 10).lower // 0
 * @see Clopper and Pearson 1934, Biometrika 26: 404–413, doi:10.1093/biomet/26.4.404
 */
export function clopperPearson(k: number, n: number, level = 0.95): Interval {
  if (!(k >= 0 && k <= n && n > 0))
    throw new RangeError(`clopperPearson requires 0 <= k <= n, got ${k} of ${n}`);
  const tail = (1 - level) / 2;
  return {
    lower: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    upper: k === n ? 1 : 1 - betaQuantile(tail, n - k, k + 1),
  };
}

/**
 * The exact interval of a Poisson mean.
 *
 * Gamma quantiles: lower α/2 with shape k, upper 1 − α/2 with shape k + 1.
 *
 * @param k events, whole number of at least 0
 * @param level in (0, 1); default 0.95
 * @returns limits of the expected number of events
 * @throws RangeError when k is negative
 * @example
 * poissonInterval(0).lower // 0
 * @see Garwood 1936, Biometrika 28: 437–442, doi:10.1093/biomet/28.3-4.437
 */
export function poissonInterval(k: number, level = 0.95): Interval {
  if (!(k >= 0)) throw new RangeError(`poissonInterval requires k >= 0, got ${k}`);
  const tail = (1 - level) / 2;
  return {
    lower: k === 0 ? 0 : whereTail(k, 1 - tail),
    upper: whereTail(k + 1, tail),
  };
}

/** The x at which Q(a, x) has a value, by bisection. */
function whereTail(a: number, value: number): number {
  let low = 0;
  let high = a + 1;
  while (upperGamma(a, high) > value) high *= 2;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (upperGamma(a, middle) > value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
