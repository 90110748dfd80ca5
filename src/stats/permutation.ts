import { requireFinite } from "./ranks.js";
import {
  combinations,
  exactTest,
  namings,
  type PermutationOptions,
  type PermutationTest,
  randomTest,
  subsets,
  undefinedTest,
} from "./rearrangements.js";

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
