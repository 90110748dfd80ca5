import type { Random } from "./random.js";
import { requireFinite } from "./ranks.js";

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

/** A unit that belongs to one of two groups with everything it holds, such as a document's records. */
export interface LabelledUnit {
  readonly group: "x" | "y";
  readonly values: readonly number[];
}

/** A unit that holds values of both groups, such as a document's records on leaders (x) and on staff (y). */
export interface PairedUnit {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Permutation test of two groups of independent values: labels are dealt out anew, group sizes kept.
 *
 * @param x values of the first group
 * @param y values of the second group
 * @param options stream, number of draws, statistic
 * @returns difference and two-sided p; with random draws p = (1 + #{|d*| ≥ |d|}) / (1 + draws)
 * @throws TypeError when a value is not finite
 * @see Fisher 1935, The Design of Experiments, section 21; Phipson and Smyth 2010, doi:10.2202/1544-6115.1585
 */
export function permutationTest(
  x: readonly number[],
  y: readonly number[],
  options: PermutationOptions,
): PermutationTest {
  const units: LabelledUnit[] = [
    ...x.map((value) => ({ group: "x" as const, values: [value] })),
    ...y.map((value) => ({ group: "y" as const, values: [value] })),
  ];
  return permuteLabels(units, options);
}

/**
 * Permutation test by unit: whole units (documents, clusters) change their group, what is inside stays together.
 *
 * For groups that a unit belongs to as a whole (genre, level, collection).
 *
 * @param units each with its group and its values
 * @param options stream, number of draws, statistic (of the pooled values of either group)
 * @returns difference and two-sided p over all or over random relabellings with the same number of units per group
 * @throws TypeError when a value is not finite
 */
export function permuteLabels(units: readonly LabelledUnit[], options: PermutationOptions): PermutationTest {
  for (const unit of units) requireFinite("permuteLabels", unit.values);
  const n = units.length;
  const inX = units.filter((unit) => unit.group === "x").length;
  const evaluate = (isX: (i: number) => boolean): number | null => {
    const x: number[] = [];
    const y: number[] = [];
    units.forEach((unit, i) => {
      (isX(i) ? x : y).push(...unit.values);
    });
    return (options.statistic ?? meanDifference)(x, y);
  };
  const observed = evaluate((i) => units[i]!.group === "x");
  const problem =
    inX === 0 || inX === n ? "a group has no unit" : observed === null ? "the difference is undefined" : "";
  if (problem !== "") return undefinedTest(observed, n, problem);
  const total = combinations(n, inX);
  if (total <= (options.exactUpTo ?? 20_000)) {
    return exactTest(observed!, n, subsets(n, inX), (chosen) => evaluate((i) => chosen[i]!));
  }
  const order = units.map((_, i) => i);
  return randomTest(observed!, n, 1 / total, options, (random) => {
    for (let last = n - 1; last > 0; last--) {
      const other = random.below(last + 1);
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    const chosen = new Set(order.slice(0, inX));
    return evaluate((i) => chosen.has(i));
  });
}

/**
 * Permutation test inside units: within each unit the two groups keep or swap their names, all of a unit at once.
 *
 * For groups that live side by side in the same documents (addressees, triggers, types). Under the null hypothesis that a
 * document treats both alike, either naming of its two sets is equally likely; k units give 2^k namings.
 *
 * @param units each with its values of x and of y (either may be empty)
 * @param options stream, number of draws, statistic (of the pooled values of either group)
 * @returns difference and two-sided p
 * @throws TypeError when a value is not finite
 */
export function swapWithinUnits(units: readonly PairedUnit[], options: PermutationOptions): PermutationTest {
  for (const unit of units) requireFinite("swapWithinUnits", [...unit.x, ...unit.y]);
  const held = units.filter((unit) => unit.x.length + unit.y.length > 0);
  const n = held.length;
  const evaluate = (swapped: (i: number) => boolean): number | null => {
    const x: number[] = [];
    const y: number[] = [];
    held.forEach((unit, i) => {
      const swap = swapped(i);
      x.push(...(swap ? unit.y : unit.x));
      y.push(...(swap ? unit.x : unit.y));
    });
    return (options.statistic ?? meanDifference)(x, y);
  };
  const observed = evaluate(() => false);
  if (observed === null) return undefinedTest(observed, n, "a group has no values");
  const total = 2 ** n;
  if (total <= (options.exactUpTo ?? 20_000)) {
    return exactTest(observed, n, namings(n), (swapped) => evaluate((i) => swapped[i]!));
  }
  return randomTest(observed, n, 2 / total, options, (random) => {
    const swapped = held.map(() => random.below(2) === 1);
    return evaluate((i) => swapped[i]!);
  });
}

/** Mean of x minus mean of y; null when either is empty. */
function meanDifference(x: readonly number[], y: readonly number[]): number | null {
  if (x.length === 0 || y.length === 0) return null;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return sum(x) / x.length - sum(y) / y.length;
}

function undefinedTest(difference: number | null, units: number, note: string): PermutationTest {
  return { difference, p: null, rearrangements: 0, exact: false, smallest_p: null, units, note };
}

/** Two sizes count as equal within rounding, so that mirrored rearrangements are never lost. */
function atLeast(value: number | null, observed: number): boolean {
  if (value === null) return false;
  return Math.abs(value) >= Math.abs(observed) - 1e-9 * Math.max(1, Math.abs(observed));
}

function exactTest(
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

function randomTest(
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

function combinations(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return Math.round(result);
}

/** Every choice of k out of n, as a mask. */
function* subsets(n: number, k: number): Generator<boolean[]> {
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
function* namings(n: number): Generator<boolean[]> {
  for (let code = 0; code < 2 ** n; code++) {
    yield Array.from({ length: n }, (_, i) => Math.floor(code / 2 ** i) % 2 === 1);
  }
}
