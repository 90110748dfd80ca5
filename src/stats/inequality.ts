import { requireFinite } from "./ranks.js";

/**
 * The Gini coefficient of amounts: 0 when all are equal, near 1 when one holds everything.
 *
 * G = Σᵢ (2i − n − 1) x₍ᵢ₎ / (n Σ x), with x₍ᵢ₎ the i-th smallest of n amounts; no small-sample factor.
 *
 * @param values amounts of 0 or more
 * @returns G in [0, 1 − 1/n]; null when there are no values or all are 0
 * @throws RangeError when a value is negative
 * @example
 * gini([1, 1, 1, 5]) // 0.375
 * @see Dixon, Weiner, Mitchell-Olds and Woodley 1987, Ecology 68: 1548–1551, doi:10.2307/1939238
 */
export function gini(values: readonly number[]): number | null {
  const sorted = sortedAmounts("gini", values);
  const n = sorted.length;
  let total = 0;
  let weighted = 0;
  sorted.forEach((value, i) => {
    total += value;
    weighted += (2 * (i + 1) - n - 1) * value;
  });
  return total === 0 ? null : weighted / (n * total);
}

/**
 * How much of the total the largest amounts hold.
 *
 * @param values amounts of 0 or more
 * @param share part of the amounts to look at, in (0, 1], default 0.1; at least one amount (the count is rounded up)
 * @returns part of the sum, in (0, 1]; null when there are no values or all are 0
 * @throws RangeError when a value is negative or the share outside (0, 1]
 * @example
 * topShare([1, 1, 1, 5], 0.25) // 0.625
 */
export function topShare(values: readonly number[], share = 0.1): number | null {
  if (!(share > 0 && share <= 1)) throw new RangeError(`topShare requires share in (0, 1], got ${share}`);
  const sorted = sortedAmounts("topShare", values).reverse();
  let total = 0;
  for (const value of sorted) total += value;
  if (total === 0) return null;
  let top = 0;
  for (const value of sorted.slice(0, Math.ceil(share * sorted.length))) top += value;
  return top / total;
}

/** One point of a Lorenz curve: the smallest `share` of amounts holds `part` of the sum. */
export interface LorenzPoint {
  readonly share: number;
  readonly part: number;
}

/**
 * The Lorenz curve: what part of the sum the smallest amounts hold, from (0, 0) to (1, 1).
 *
 * @param values amounts of 0 or more
 * @returns n + 1 points; none when the sum is 0
 * @throws RangeError when a value is negative
 * @example
 * lorenz([1, 3]) // [{ share: 0, part: 0 }, { share: 0.5, part: 0.25 }, { share: 1, part: 1 }]
 * @see Lorenz 1905, Publications of the American Statistical Association 9: 209–219, doi:10.2307/2276207
 */
export function lorenz(values: readonly number[]): LorenzPoint[] {
  const sorted = sortedAmounts("lorenz", values);
  let total = 0;
  for (const value of sorted) total += value;
  if (total === 0) return [];
  const points: LorenzPoint[] = [{ share: 0, part: 0 }];
  let sum = 0;
  sorted.forEach((value, i) => {
    sum += value;
    points.push({ share: (i + 1) / sorted.length, part: sum / total });
  });
  return points;
}

function sortedAmounts(name: string, values: readonly number[]): number[] {
  requireFinite(name, values);
  for (const value of values) {
    if (value < 0) throw new RangeError(`${name} requires amounts of 0 or more, got ${value}`);
  }
  return [...values].sort((a, b) => a - b);
}
