import type { Random } from "./random.js";

/** A difference between two groups with its permutation p. */
export interface PermutationTest {
  /** statistic of the data as they are; null where undefined */
  readonly difference: number | null;
  /** two-sided: part of the rearrangements with a difference at least as large in size; null where undefined */
  readonly p: number | null;
  /** rearrangements looked at: all of them when `exact`, else the random ones plus the data as they are */
  readonly rearrangements: number;
  readonly exact: boolean;
  /** the smallest p that this number of units could give at all */
  readonly smallest_p: number | null;
  /** units that were rearranged */
  readonly units: number;
  readonly note: string;
}

/** A statistic of two samples, null where undefined. */
export type TwoSampleStatistic = (x: readonly number[], y: readonly number[]) => number | null;

export interface PermutationOptions {
  /** stream that random rearrangements are drawn from; used only where there are too many to try all */
  readonly random: Random;
  /** random rearrangements, default 9,999 */
  readonly draws?: number;
  /** all rearrangements are tried up to this number of them, default 20,000 */
  readonly exactUpTo?: number;
  /** default: mean of x minus mean of y */
  readonly statistic?: TwoSampleStatistic;
}

/** The answer where nothing can be tested, with the reason. */
export function undefinedTest(difference: number | null, units: number, note: string): PermutationTest {
  return { difference, p: null, rearrangements: 0, exact: false, smallest_p: null, units, note };
}

/** Two sizes count as equal within rounding, so that mirrored rearrangements are never lost. */
function atLeast(value: number | null, observed: number): boolean {
  if (value === null) return false;
  return Math.abs(value) >= Math.abs(observed) - 1e-9 * Math.max(1, Math.abs(observed));
}

/** Tries every rearrangement. */
export function exactTest(
  observed: number,
  units: number,
  rearrangements: Iterable<readonly boolean[]>,
  evaluate: (arrangement: readonly boolean[]) => number | null,
): PermutationTest {
  let extreme = 0;
  let largest = 0;
  let atLargest = 0;
  let defined = 0;
  let total = 0;
  for (const arrangement of rearrangements) {
    total++;
    const value = evaluate(arrangement);
    if (value === null) continue;
    defined++;
    if (atLeast(value, observed)) extreme++;
    if (Math.abs(value) > largest + 1e-9 * Math.max(1, largest)) {
      largest = Math.abs(value);
      atLargest = 1;
    } else if (atLeast(value, largest)) atLargest++;
  }
  const lost = total - defined;
  return {
    difference: observed,
    p: extreme / defined,
    rearrangements: defined,
    exact: true,
    smallest_p: atLargest / defined,
    units,
    note: lost > 0 ? `${lost} of ${total} rearrangements leave a group empty and were left out` : "",
  };
}

/** Tries random rearrangements; the data as they are count as one of them. */
export function randomTest(
  observed: number,
  units: number,
  smallest: number,
  options: PermutationOptions,
  draw: (random: Random) => number | null,
): PermutationTest {
  const draws = options.draws ?? 9_999;
  if (!(Number.isInteger(draws) && draws > 0)) {
    throw new RangeError(`permutation requires a positive number of draws, got ${draws}`);
  }
  let extreme = 1;
  let defined = 1;
  for (let i = 0; i < draws; i++) {
    const value = draw(options.random);
    if (value === null) continue;
    defined++;
    if (atLeast(value, observed)) extreme++;
  }
  const lost = draws + 1 - defined;
  return {
    difference: observed,
    p: extreme / defined,
    rearrangements: defined,
    exact: false,
    smallest_p: Math.max(1 / defined, smallest),
    units,
    note: lost > 0 ? `${lost} of ${draws} draws leave a group empty and were left out` : "",
  };
}

/** Number of ways to choose k out of n. */
export function combinations(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return Math.round(result);
}

/** Every choice of k out of n, as a mask. */
export function* subsets(n: number, k: number): Generator<boolean[]> {
  const chosen = Array.from({ length: k }, (_, i) => i);
  for (;;) {
    const mask = new Array<boolean>(n).fill(false);
    for (const i of chosen) mask[i] = true;
    yield mask;
    let last = k - 1;
    while (last >= 0 && chosen[last] === n - k + last) last--;
    if (last < 0) return;
    chosen[last]!++;
    for (let i = last + 1; i < k; i++) chosen[i] = chosen[i - 1]! + 1;
  }
}

/** Every way to keep or swap n pairs, as a mask. */
export function* namings(n: number): Generator<boolean[]> {
  for (let code = 0; code < 2 ** n; code++) {
    yield Array.from({ length: n }, (_, i) => Math.floor(code / 2 ** i) % 2 === 1);
  }
}
