import { upperGamma } from "./gamma.js";

/**
 * The upper tail of the chi-square distribution, P(X ≥ x), computed directly.
 *
 * @param x statistic, 0 or more
 * @param df degrees of freedom, above 0
 * @returns p in [0, 1], small values keep their digits down to about 1e-300
 * @throws RangeError when x is negative or df is not above 0
 * @example
 * chiSquareTail(3.841458820694124, 1) // 0.05
 * @see Abramowitz and Stegun 1964, 26.4.19
 */
export function chiSquareTail(x: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`chiSquareTail requires df > 0, got ${df}`);
  if (!(x >= 0)) throw new RangeError(`chiSquareTail requires x >= 0, got ${x}`);
  return upperGamma(df / 2, x / 2);
}
