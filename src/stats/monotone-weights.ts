import type { Random } from "./random.js";

/** Which of two groups has the higher mean when the spacing of ordinal levels is drawn at random. */
export interface MonotoneComparison {
  readonly x: string;
  readonly y: string;
  /** part of the draws with mean x > mean y (draws that tie count half) */
  readonly share_x_above: number;
  /** exact mean of mean x − mean y over all weightings */
  readonly expected_difference: number;
  /** the same from the draws, to see how far they can be trusted */
  readonly mean_difference: number;
  readonly draws: number;
}

/** How often a group takes each rank when the spacing of ordinal levels is drawn at random. */
export interface RankAcceptability {
  readonly group: string;
  /** share of draws at rank 1 (highest mean), 2, …; a tie shares its ranks */
  readonly ranks: readonly number[];
}

/** Result of drawing monotone weights. */
export interface MonotoneWeights {
  readonly comparisons: readonly MonotoneComparison[];
  readonly ranks: readonly RankAcceptability[];
  readonly note: string;
}

/**
 * Monte Carlo over all increasing scales: which group comes out above which, and how often.
 *
 * w₁ = 0, w_K = 1, increments ~ Dirichlet(1, …, 1), that is uniform over the increasing weightings of K levels.
 * mean_x − mean_y = Σ_k inc_k (S_x(k) − S_y(k)), S(k) the share at level ≥ k, k = 2 … K, so its expectation is the mean
 * of S_x(k) − S_y(k), and where one group dominates the sign is the same in every draw.
 *
 * @param groups levels (whole numbers 1 … K) per group
 * @param options `random` stream, `draws` (default 10,000), `levels` K (default 6)
 * @returns a comparison per pair of groups that have values, in the order given, and how often each takes each rank
 * @throws RangeError when a level is not a whole number in 1 … K
 * @see Saisana, Saltelli and Tarantola 2005, doi:10.1111/j.1467-985X.2005.00350.x; Lahdelma and Salminen 2001 (SMAA-2)
 */
export function monotoneWeights(
  groups: Readonly<Record<string, readonly number[]>>,
  options: { readonly random: Random; readonly draws?: number; readonly levels?: number },
): MonotoneWeights {
  const { random, draws = 10_000, levels = 6 } = options;
  const names = Object.keys(groups).filter((name) => groups[name]!.length > 0);
  const tails = names.map((name) => sharesAtLeast(groups[name]!, levels));
  const pairs = names.flatMap((_, i) => names.slice(i + 1).map((_, k) => [i, i + 1 + k] as const));
  const above = pairs.map(() => 0);
  const sums = pairs.map(() => 0);
  const taken = names.map(() => new Array<number>(names.length).fill(0));
  for (let draw = 0; draw < draws; draw++) {
    const increments = simplex(levels - 1, random);
    const means = tails.map((shares) => shares.reduce((sum, share, k) => sum + share * increments[k]!, 0));
    pairs.forEach(([i, j], p) => {
      const difference = means[i]! - means[j]!;
      sums[p]! += difference;
      if (Math.abs(difference) <= 1e-12) above[p]! += 0.5;
      else if (difference > 0) above[p]! += 1;
    });
    means.forEach((mean, i) => {
      const higher = means.filter((other) => other > mean + 1e-12).length;
      const equal = means.filter((other) => Math.abs(other - mean) <= 1e-12).length;
      for (let rank = higher; rank < higher + equal; rank++) taken[i]![rank]! += 1 / equal;
    });
  }
  return {
    comparisons: pairs.map(([i, j], p) => ({
      x: names[i]!,
      y: names[j]!,
      share_x_above: above[p]! / draws,
      expected_difference:
        tails[i]!.reduce((sum, share, k) => sum + (share - tails[j]![k]!), 0) / (levels - 1),
      mean_difference: sums[p]! / draws,
      draws,
    })),
    ranks: names.map((group, i) => ({ group, ranks: taken[i]!.map((count) => count / draws) })),
    note: names.length < 2 ? "fewer than two groups with levels" : "",
  };
}

/** Shares at level ≥ k for k = 2 … K. */
function sharesAtLeast(values: readonly number[], levels: number): number[] {
  const shares = new Array<number>(levels - 1).fill(0);
  for (const value of values) {
    if (!(Number.isInteger(value) && value >= 1 && value <= levels)) {
      throw new RangeError(`monotoneWeights requires whole levels in 1..${levels}, got ${value}`);
    }
    for (let k = 2; k <= value; k++) shares[k - 2]! += 1;
  }
  return shares.map((count) => count / values.length);
}

/** A point drawn uniformly from the simplex: exponential variates over their sum. */
function simplex(n: number, random: Random): number[] {
  const steps = Array.from({ length: n }, () => -Math.log(1 - random.uniform()));
  const sum = steps.reduce((total, step) => total + step, 0);
  return steps.map((step) => step / sum);
}
