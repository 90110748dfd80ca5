import { requireFinite } from "./ranks.js";

/** Cliff's δ with the pair counts that it rests on. */
export interface CliffsDelta {
  /** in [−1, 1]; null when a group is empty */
  readonly delta: number | null;
  /** pairs with x > y, x < y, x = y */
  readonly greater: number;
  readonly less: number;
  readonly ties: number;
  readonly n_x: number;
  readonly n_y: number;
  readonly note: string;
}

/**
 * Cliff's δ: how much more often a value of x exceeds one of y than the other way round.
 *
 * δ = (#{x > y} − #{x < y}) / (m n) = 2U/(m n) − 1, with m and n the group sizes and U Mann and Whitney's count for x.
 * It depends on the order of the values only, so every increasing scale gives the same δ.
 *
 * @param x finite numbers
 * @param y finite numbers
 * @returns δ with its counts; δ is null when a group is empty
 * @throws TypeError when a value is not finite
 * @example
 * cliffsDelta([3, 4], [1, 3]).delta // 0.75
 * @see Cliff 1993, Psychological Bulletin 114: 494–509, doi:10.1037/0033-2909.114.3.494
 */
export function cliffsDelta(x: readonly number[], y: readonly number[]): CliffsDelta {
  requireFinite("cliffsDelta", x);
  requireFinite("cliffsDelta", y);
  const sorted = [...y].sort((a, b) => a - b);
  let greater = 0;
  let less = 0;
  for (const value of x) {
    greater += countBelow(sorted, value, false);
    less += sorted.length - countBelow(sorted, value, true);
  }
  const pairs = x.length * y.length;
  return {
    delta: pairs === 0 ? null : (greater - less) / pairs,
    greater,
    less,
    ties: pairs - greater - less,
    n_x: x.length,
    n_y: y.length,
    note: pairs === 0 ? "a group is empty" : "",
  };
}

/** Number of sorted values below a limit, with those equal to it when `inclusive`. */
function countBelow(sorted: readonly number[], limit: number, inclusive: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle]!;
    if (value < limit || (inclusive && value === limit)) low = middle + 1;
    else high = middle;
  }
  return low;
}
