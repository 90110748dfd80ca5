import { requireFinite } from "./ranks.js";

/** Hyndman and Fan's types of sample quantiles that we offer beside type 7 (`quantile`). */
export type QuantileType = 2 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * A sample quantile of a named type (Hyndman and Fan 1996), for comparison with software whose default is not type 7.
 *
 * Type 2 averages at jumps of the empirical distribution; types 4 to 9 interpolate between order statistics at plotting
 * positions (k − α)/(n + 1 − α − β): 4 (0, 1), 5 (½, ½), 6 (0, 0), 7 (1, 1), 8 (⅓, ⅓), 9 (⅜, ⅜).
 *
 * @param values finite numbers in any order
 * @param p in [0, 1]
 * @param type default 7
 * @returns the quantile, null when there are no values
 * @throws RangeError when p is outside [0, 1]
 * @example
 * quantileOfType([1, 3, 4, 8, 15, 20, 50], 0.75, 5) // 18.75
 * @see Hyndman and Fan 1996, The American Statistician 50: 361–365, doi:10.1080/00031305.1996.10473566
 */
export function quantileOfType(values: readonly number[], p: number, type: QuantileType = 7): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`quantileOfType requires p in [0, 1], got ${p}`);
  requireFinite("quantileOfType", values);
  const n = values.length;
  if (n === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (k: number) => sorted[Math.min(n, Math.max(1, k)) - 1]!;
  if (type === 2) {
    const k = n * p;
    return Number.isInteger(k) ? (at(k) + at(k + 1)) / 2 : at(Math.ceil(k));
  }
  const [a, b] = { 4: [0, 1], 5: [0.5, 0.5], 6: [0, 0], 7: [1, 1], 8: [1 / 3, 1 / 3], 9: [3 / 8, 3 / 8] }[
    type
  ] as [number, number];
  const h = a + p * (n + 1 - a - b);
  const k = Math.floor(h + 4 * Number.EPSILON);
  const rest = Math.abs(h - k) < 4 * Number.EPSILON * Math.abs(h) ? 0 : h - k;
  return at(k) + rest * (at(k + 1) - at(k));
}
