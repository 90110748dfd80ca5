import { type Random, seededRandom } from "../stats/random.js";
import type { Results } from "./results.js";
import { tidy } from "./rounding.js";
import { type RunOptions, runScorecard } from "./run-scorecard.js";
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
  readonly mean_lost: number | null;
  /** mean points lost by item id */
  readonly lost_by_item: Readonly<Record<string, number>>;
  /** share of runs in each band, by number from 0, in the order of the card */
  readonly band_shares: readonly number[];
  readonly undetermined_runs: number;
}

/**
 * Expected points lost under beliefs about the indicators, by seeded simulation.
 *
 * Each run draws every indicator from its belief (normal, cut at its bounds, default 0 and 100) and runs the scorecard.
 * mean lost = attainable − mean total of the runs whose total is determined.
 *
 * @param card a scorecard
 * @param beliefs by item id or name
 * @param options runs (default 1000), seed (default 1), results that stay fixed, how started steps count
 * @returns means over the runs, shares of the bands
 * @throws RangeError when runs is no positive integer or a standard deviation is negative
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
  const lost = new Map<string, number>();
  const bandRuns = card.bands.map(() => 0);
  let total = 0;
  let determined = 0;
  for (let run = 0; run < runs; run++) {
    const indicators: Record<string, number> = { ...fixed.indicators };
    for (const key of keys) indicators[key] = draw(beliefs[key] as Belief, random);
    const outcome = runScorecard(card, { ...fixed, indicators }, options);
    for (const item of outcome.items) lost.set(item.id, (lost.get(item.id) ?? 0) + (item.lost ?? 0));
    if (outcome.total === null) continue;
    determined++;
    total += outcome.total;
    card.bands.forEach((band, i) => {
      if (outcome.bands.includes(band)) bandRuns[i] = (bandRuns[i] as number) + 1;
    });
  }
  const mean = determined > 0 ? tidy(total / determined) : null;
  return {
    runs,
    seed,
    mean_total: mean,
    mean_lost: mean === null || card.total_of_items === null ? null : tidy(card.total_of_items - mean),
    lost_by_item: Object.fromEntries([...lost].map(([id, sum]) => [id, tidy(sum / runs)])),
    band_shares: bandRuns.map((n) => (determined > 0 ? n / determined : 0)),
    undetermined_runs: runs - determined,
  };
}

/** a normal draw (Box and Muller), cut at its bounds */
function draw({ mean, sd, min = 0, max = 100 }: Belief, random: Random): number {
  if (!(sd >= 0)) throw new RangeError(`expectedLoss requires a standard deviation of at least 0, got ${sd}`);
  const u = 1 - random.uniform();
  const v = random.uniform();
  const z = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
  return Math.min(max, Math.max(min, mean + sd * z));
}
