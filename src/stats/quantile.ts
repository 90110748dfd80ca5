import { requireFinite } from "./ranks.js";

/**
 * A quantile by linear interpolation between order statistics (type 7, the default of R and numpy).
 *
 * Q(p) = x₍⌊h⌋₎ + (h − ⌊h⌋)(x₍⌊h⌋₊₁₎ − x₍⌊h⌋₎) with h = (n − 1)p + 1 and x₍ᵢ₎ the i-th smallest value.
 *
 * @param values finite numbers in any order
 * @param p share of values below, in [0, 1]
 * @returns the quantile, null when there are no values
 * @throws RangeError when p is outside [0, 1]
 * @throws TypeError when a value is not finite
 * @example
 * quantile([50, 100, 200, 500, 500, 1000, 2000, 5000, 20000], 0.25) // 200
 * @see Hyndman and Fan 1996, The American Statistician 50: 361–365, doi:10.1080/00031305.1996.10473566
 */
export function quantile(values: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantile requires p in [0, 1], got ${p}`);
  requireFinite("quantile", values);
  return quantileSorted(
    [...values].sort((a, b) => a - b),
    p,
  );
}

/** The type 7 quantile of values that are already sorted upwards; null when there are none. */
export function quantileSorted(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const h = (sorted.length - 1) * p;
  const low = Math.floor(h);
  const below = sorted[low]!;
  const above = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return below + (h - low) * (above - below);
}

/**
 * The median, the type 7 quantile at one half.
 *
 * @param values finite numbers in any order
 * @returns the median, null when there are no values
 * @throws TypeError when a value is not finite
 * @example
 * median([3, 1, 2, 10]) // 2.5
 */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}
