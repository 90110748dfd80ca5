import { chiSquareTail } from "./chi-square.js";

/**
 * The decimal logarithm of the upper tail of the chi-square distribution with one degree of freedom, finite for every x
 * (the tail itself is 0 in floating point from about x = 1480 on).
 *
 * log₁₀ erfc(√(x/2)); for large x by the continued fraction of the scaled error function, which needs no small number.
 *
 * @param x statistic, 0 or more
 * @returns log₁₀ P(X ≥ x), at most 0
 * @throws RangeError when x is negative
 * @example
 * chiSquareTailLog10(5000) // -1087.6838
 * @see Abramowitz and Stegun 1964, 7.1.14
 */
export function chiSquareTailLog10(x: number): number {
  if (!(x >= 0)) throw new RangeError(`chiSquareTailLog10 requires x >= 0, got ${x}`);
  if (x < 500) return Math.log10(chiSquareTail(x, 1));
  const z = Math.sqrt(x / 2);
  let fraction = z;
  for (let k = 60; k >= 1; k--) fraction = z + k / 2 / fraction;
  return (-x / 2 - Math.log(fraction * Math.sqrt(Math.PI))) / Math.LN10;
}
