import { quantileSorted } from "../stats/quantile.js";
import { type Random, seededRandom } from "../stats/random.js";
import type { Results } from "./results.js";
import { tidy } from "./rounding.js";
import { componentOutcomes, type RunOptions, runScorecard, totalOf } from "./run-scorecard.js";
import type { Scorecard } from "./scorecard-records.js";

/** A user's belief about one indicator: normal with a mean and a standard deviation, cut at bounds. */
export interface Belief {
  readonly mean: number;
  readonly sd: number;
  readonly min?: number;
  readonly max?: number;
}

/** What can be expected under a user's beliefs. */
export interface ExpectedLoss {
  readonly runs: number;
  readonly seed: number;
  readonly mean_total: number | null;
  /** standard deviation of the total between determined runs; null where fewer than two are determined */
  readonly sd_total: number | null;
  /** Monte Carlo standard error of the mean total: its standard deviation over the root of the determined runs */
  readonly standard_error: number | null;
  /** the total that 5, 50 and 95 percent of the determined runs do not pass; null where none is determined */
  readonly quantiles: readonly [number, number, number] | null;
  /** null where a weighted component has neither a fixed score nor items of its own */
  readonly mean_lost: number | null;
  /** mean points lost by item id, over the runs that determine the item; null where none does */
  readonly lost_by_item: Readonly<Record<string, number | null>>;
  /** share of the determined runs in each band, in the order of the card; null where no run is determined */
  readonly band_shares: readonly (number | null)[];
  readonly undetermined_runs: number;
}

/**
 * Expected points lost under beliefs about the indicators, by seeded simulation.
 *
 * Each run draws every indicator from its belief (normal, cut at its bounds, default 0 and 100) and runs the scorecard.
 * mean lost = attainable − mean total of the runs whose total is determined; attainable is the same total, weighted where
 * components are printed, with no points lost on any item. The simulation's own error of the mean is sd ÷ √runs; quantiles
 * are of type 7.
 *
 * @param card a scorecard
 * @param beliefs by item id or name
 * @param options runs (default 1000), seed (default 1), results that stay fixed, how started steps count
 * @returns means over the runs, shares of the bands
 * @throws RangeError when runs is no positive integer, a mean is not finite, a standard deviation is negative or bounds are
 *   crossed
 * @throws TypeError when a belief names no item of the card
 */
export function expectedLoss(
  card: Scorecard,
  beliefs: Readonly<Record<string, Belief>>,
  options: RunOptions & { readonly runs?: number; readonly seed?: number; readonly fixed?: Results } = {},
): ExpectedLoss {
  const { runs = 1000, seed = 1, fixed = {} } = options;
  if (!Number.isInteger(runs) || runs < 1)
    throw new RangeError(`expectedLoss requires a positive whole number of runs, got ${runs}`);
  const random = seededRandom(seed);
  const keys = Object.keys(beliefs).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const lost = new Map<string, number[]>();
  const bandRuns = card.bands.map(() => 0);
  const totals: number[] = [];
  for (const key of keys) checkBelief(key, beliefs[key] as Belief);
  for (let run = 0; run < runs; run++) {
    const indicators: Record<string, number> = { ...fixed.indicators };
    for (const key of keys) indicators[key] = draw(beliefs[key] as Belief, random);
    const outcome = runScorecard(card, { ...fixed, indicators }, options);
    for (const item of outcome.items) {
      const own = lost.get(item.id) ?? [];
      if (item.lost !== null) own.push(item.lost);
      lost.set(item.id, own);
    }
    if (outcome.total === null) continue;
    totals.push(outcome.total);
    card.bands.forEach((band, i) => {
      if (outcome.bands.includes(band)) bandRuns[i] = (bandRuns[i] as number) + 1;
    });
  }
  const attainable = totalOf(componentOutcomes(card, fixed, card.total_of_items), card.total_of_items);
  const determined = totals.length;
  const mean = meanOf(totals);
  const sd = sdOf(totals);
  totals.sort((a, b) => a - b);
  const at = (p: number): number => tidy(quantileSorted(totals, p) as number);
  return {
    runs,
    seed,
    mean_total: mean,
    sd_total: sd,
    standard_error: sd === null ? null : tidy(sd / Math.sqrt(determined)),
    quantiles: determined > 0 ? [at(0.05), at(0.5), at(0.95)] : null,
    mean_lost: mean === null || attainable === null ? null : tidy(attainable - mean),
    lost_by_item: Object.fromEntries([...lost].map(([id, own]) => [id, meanOf(own)])),
    band_shares: bandRuns.map((n) => (determined > 0 ? n / determined : null)),
    undetermined_runs: runs - determined,
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length > 0 ? tidy(values.reduce((s, v) => s + v, 0) / values.length) : null;

/** the standard deviation of a sample (n − 1), null below two values */
function sdOf(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return tidy(Math.sqrt(values.reduce((s, v) => s + (v - mean) ** 2, 0) / (values.length - 1)));
}

function checkBelief(key: string, { mean, sd, min = 0, max = 100 }: Belief): void {
  if (!Number.isFinite(mean))
    throw new RangeError(`expectedLoss requires a finite mean of ${key}, got ${mean}`);
  if (!(sd >= 0)) throw new RangeError(`expectedLoss requires a standard deviation of at least 0, got ${sd}`);
  if (!(min <= max))
    throw new RangeError(`expectedLoss requires bounds in order for ${key}, got ${min} and ${max}`);
}

/** a normal draw (Box and Muller), cut at its bounds */
function draw({ mean, sd, min = 0, max = 100 }: Belief, random: Random): number {
  const u = 1 - random.uniform();
  const v = random.uniform();
  const z = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  return Math.min(max, Math.max(min, mean + sd * z));
}
