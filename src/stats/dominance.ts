/** Which of two groups is at least as severe under every increasing scale. */
export type Dominance = "x" | "y" | "equal" | "none";

/**
 * The cumulative shares of a group over ordered values: F(k), the part at or below each value.
 *
 * @param values the group's values, each one of `order`
 * @param order all possible values, upwards
 * @returns one share per value of `order`, the last is 1; null when the group is empty
 * @throws RangeError when a value is not in `order`
 * @example
 * cumulativeShares([1, 3, 3, 4], [1, 2, 3, 4]) // [0.25, 0.25, 0.75, 1]
 */
export function cumulativeShares(values: readonly number[], order: readonly number[]): number[] | null {
  const counts = countsOver(values, order);
  if (values.length === 0) return null;
  let sum = 0;
  return counts.map((count) => {
    sum += count;
    return sum / values.length;
  });
}

/**
 * Exact first-order stochastic dominance between two groups of ordinal values.
 *
 * x is at least as severe as y under every non-decreasing scale if and only if F_x(k) ≤ F_y(k) at every value k. The
 * comparison is made in whole numbers (counts multiplied by the other group's size), so rounding cannot decide it.
 *
 * @param x the first group's values
 * @param y the second group's values
 * @returns "x" or "y", the group that dominates; "equal" when the distributions are the same; "none" when the answer
 * depends on the scale; null when a group is empty
 * @throws TypeError when a value is not finite
 * @example
 * dominance([2, 3, 5], [1, 3, 4]) // "x"
 * dominance([3, 3], [1, 5]) // "none"
 * @see Lehmann 1955, Annals of Mathematical Statistics 26: 399–419, doi:10.1214/aoms/1177728487
 */
export function dominance(x: readonly number[], y: readonly number[]): Dominance | null {
  if (x.length === 0 || y.length === 0) return null;
  const order = [...new Set([...x, ...y])].sort((a, b) => a - b);
  const countsX = countsOver(x, order);
  const countsY = countsOver(y, order);
  let sumX = 0;
  let sumY = 0;
  let above = false;
  let below = false;
  for (let k = 0; k < order.length; k++) {
    sumX += countsX[k]!;
    sumY += countsY[k]!;
    const difference = sumX * y.length - sumY * x.length;
    if (difference < 0) above = true;
    if (difference > 0) below = true;
  }
  if (above && below) return "none";
  if (above) return "x";
  return below ? "y" : "equal";
}

function countsOver(values: readonly number[], order: readonly number[]): number[] {
  const place = new Map(order.map((value, i) => [value, i]));
  const counts = new Array<number>(order.length).fill(0);
  for (const value of values) {
    if (!Number.isFinite(value)) throw new TypeError(`dominance requires finite numbers, got ${value}`);
    const i = place.get(value);
    if (i === undefined) {
      throw new RangeError(`cumulativeShares requires values of the order given, got ${value}`);
    }
    counts[i]!++;
  }
  return counts;
}
