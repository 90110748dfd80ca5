import { normalQuantile, normalTail } from "./normal.js";
import { quantileSorted } from "./quantile.js";
import type { Random } from "./random.js";

/** A statistic with its interval from resampled clusters. */
export interface BootstrapInterval {
  /** the statistic of the data as they are; null where undefined */
  readonly estimate: number | null;
  /** limits of the interval; null where there is none to give, `note` says why */
  readonly lower: number | null;
  readonly upper: number | null;
  /** mean and standard deviation (population form) over the resamples */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly method: IntervalMethod;
  readonly clusters: number;
  /** resamples with a defined statistic: all k^k when `exact`, else random ones */
  readonly resamples: number;
  readonly exact: boolean;
  readonly note: string;
}

export type IntervalMethod = "percentile" | "bca";

export interface BootstrapOptions {
  /** stream that resamples are drawn from; used only where there are too many to try all */
  readonly random: Random;
  /** random resamples, default 2,000; where k^k is not larger, all are enumerated instead */
  readonly draws?: number;
  /** coverage in (0, 1), default 0.95 */
  readonly level?: number;
  /** default "percentile" */
  readonly method?: IntervalMethod;
  /** fewer clusters than this give no interval, default 10, at least 2 */
  readonly minimumClusters?: number;
}

/**
 * Cluster bootstrap: whole clusters are drawn with replacement, what is inside a cluster stays together.
 *
 * Percentile: the type 7 quantiles of the resampled statistic at (1 ∓ level)/2. BCa: at Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))),
 * z₀ the normal quantile of the part of resamples below the estimate (half of those equal to it), a = Σd³/(6(Σd²)^1.5) from
 * leaving out one cluster at a time, d the mean of these estimates minus each. With few clusters the resamples can only
 * repeat what the few say, so below `minimumClusters` no interval is given and the note states their number.
 *
 * @param clusters the items of each cluster; empty clusters are drawn like others
 * @param statistic of the pooled items of a resample; null where undefined
 * @param options stream, draws, level, method
 * @returns estimate, limits, and how they came about
 * @throws RangeError when level, draws or minimumClusters is out of range
 * @see Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapters 13–14; Cameron, Gelbach and Miller 2008,
 * Review of Economics and Statistics 90: 414–427, doi:10.1162/rest.90.3.414
 */
export function clusterBootstrap<T>(
  clusters: readonly (readonly T[])[],
  statistic: (items: readonly T[]) => number | null,
  options: BootstrapOptions,
): BootstrapInterval {
  const { draws = 2_000, level = 0.95, method = "percentile", minimumClusters = 10 } = options;
  if (!(level > 0 && level < 1))
    throw new RangeError(`clusterBootstrap requires level in (0, 1), got ${level}`);
  if (!(Number.isInteger(draws) && draws > 0)) {
    throw new RangeError(`clusterBootstrap requires a positive number of draws, got ${draws}`);
  }
  if (!(minimumClusters >= 2)) {
    throw new RangeError(`clusterBootstrap requires minimumClusters >= 2, got ${minimumClusters}`);
  }
  const k = clusters.length;
  const estimate = statistic(clusters.flat());
  const none = (note: string): BootstrapInterval => ({
    estimate,
    lower: null,
    upper: null,
    mean: null,
    sd: null,
    method,
    clusters: k,
    resamples: 0,
    exact: false,
    note,
  });
  if (estimate === null) return none("the statistic is undefined");
  if (k < minimumClusters) {
    const many = k === 1 ? "1 cluster" : `${k} clusters`;
    return none(`${many}, fewer than ${minimumClusters}: no interval is credible, show the clusters`);
  }
  const exact = k ** k <= Math.max(draws, 3_125);
  const values: number[] = [];
  let tried = 0;
  for (const places of exact ? allResamples(k) : randomResamples(k, draws, options.random)) {
    tried++;
    const value = statistic(places.flatMap((i) => clusters[i]!));
    if (value !== null) values.push(value);
  }
  const lost = tried - values.length;
  if (lost * 2 > tried) return none(`undefined in ${lost} of ${tried} resamples`);
  values.sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  const tails = [(1 - level) / 2, (1 + level) / 2] as const;
  const at = method === "bca" ? accelerated(clusters, statistic, estimate, values, tails) : tails;
  const note = lost > 0 ? `${lost} of ${tried} resamples are undefined and were left out` : "";
  if (at === null) return { ...none("BCa is undefined: a left-out cluster leaves no statistic"), mean, sd };
  const lower = quantileSorted(values, at[0])!;
  const upper = quantileSorted(values, at[1])!;
  return { estimate, lower, upper, mean, sd, method, clusters: k, resamples: values.length, exact, note };
}

/** The two quantile places of Efron's BCa, null where leaving out a cluster leaves the statistic undefined. */
function accelerated<T>(
  clusters: readonly (readonly T[])[],
  statistic: (items: readonly T[]) => number | null,
  estimate: number,
  sorted: readonly number[],
  tails: readonly [number, number],
): readonly [number, number] | null {
  const near = 1e-12 * Math.max(1, Math.abs(estimate));
  let below = 0;
  for (const value of sorted)
    below += value < estimate - near ? 1 : Math.abs(value - estimate) <= near ? 0.5 : 0;
  const share = below / sorted.length;
  if (share <= 0 || share >= 1) return null;
  const left: number[] = [];
  for (let i = 0; i < clusters.length; i++) {
    const value = statistic(clusters.filter((_, j) => j !== i).flat());
    if (value === null) return null;
    left.push(value);
  }
  const centre = left.reduce((sum, value) => sum + value, 0) / left.length;
  let cubes = 0;
  let squares = 0;
  for (const value of left) {
    cubes += (centre - value) ** 3;
    squares += (centre - value) ** 2;
  }
  const a = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  const z0 = normalQuantile(share);
  const place = (p: number): number => {
    const z = z0 + normalQuantile(p);
    return Math.min(1, Math.max(0, normalTail(-(z0 + z / (1 - a * z)))));
  };
  return [place(tails[0]), place(tails[1])];
}

function* allResamples(k: number): Generator<number[]> {
  for (let code = 0; code < k ** k; code++) {
    const places: number[] = [];
    for (let rest = code, i = 0; i < k; i++, rest = Math.floor(rest / k)) places.push(rest % k);
    yield places;
  }
}

function* randomResamples(k: number, draws: number, random: Random): Generator<number[]> {
  for (let draw = 0; draw < draws; draw++) yield Array.from({ length: k }, () => random.below(k));
}
