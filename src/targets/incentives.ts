import { type Random, seededRandom } from "../stats/random.js";
import { tidy } from "./rounding.js";
import { inBand, leafItems, type Results, type RunOptions, runScorecard } from "./run-scorecard.js";
import type { Band, Scorecard, ScorecardItem } from "./scorecard-records.js";

/** What one step of an indicator is worth at the margin, and where the item is exhausted. */
export interface Margin {
  readonly id: string;
  readonly item: string;
  readonly points: number;
  readonly target: number | null;
  readonly unit: string | null;
  /** points lost per unit of shortfall (per percentage point, case …), null where the text names no price */
  readonly points_per_unit: number | null;
  readonly per: string | null;
  /** shortfall at which all points are gone, in completed steps */
  readonly exhausted_after: number | null;
  /** the value of the indicator there, null where it has none or would be below zero */
  readonly exhausted_at: number | null;
  readonly start: number;
  readonly end: number;
}

/** A score at which the consequences change. */
export interface Cliff {
  readonly threshold: number;
  /** whether the threshold itself still has the better band */
  readonly inclusive: boolean;
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** sanctions that the worse band adds, and rewards that it loses */
  readonly worse: readonly string[];
  /** sanctions of the better band that the worse one does not repeat: read literally, the worse band is spared them */
  readonly spared: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A scorecard as a system of incentives. */
export interface Incentives {
  readonly margins: readonly Margin[];
  readonly cliffs: readonly Cliff[];
  /** points that the items offer beside the total that is printed */
  readonly attainable: number | null;
  readonly printed_total: number | null;
  /** how many points a veto can override: all of them */
  readonly veto_overrides: number | null;
  /** what is inconsistent as printed */
  readonly inconsistencies: readonly string[];
}

/**
 * Describes what a scorecard rewards: the price of a percentage point at the margin, where an item is exhausted, the
 * last point before a band, what a veto overrides, and whether the bands are consistent as printed.
 *
 * exhausted after s = ⌈points ÷ points per step⌉ × step units of shortfall; exhausted at target − s (target + s for at most).
 *
 * @param card a scorecard
 * @returns margins per item, cliffs from the highest, inconsistencies in words
 */
export function incentives(card: Scorecard): Incentives {
  const margins = card.items.flatMap(leafItems).map(marginOf);
  const cliffs = cliffsOf(card);
  const inconsistencies = [...card.notes, ...coverage(card.bands)];
  for (const cliff of cliffs) {
    if (cliff.spared.length > 0) {
      inconsistencies.push(
        `below ${cliff.threshold} the text does not repeat ${cliff.spared.join(", ")}: read literally, the lower band loses less`,
      );
    }
  }
  const attainable = card.total_of_items;
  const best = attainable === null ? undefined : card.bands.find((b) => b.max === null && b.min !== null);
  if (best && attainable !== null && attainable < (card.total_stated?.points ?? attainable)) {
    inconsistencies.push(`full marks everywhere make ${attainable}; the best band begins at ${best.min}`);
  }
  return {
    margins,
    cliffs,
    attainable,
    printed_total: card.total_stated?.points ?? null,
    veto_overrides: card.vetoes.length > 0 ? (card.total_stated?.points ?? attainable) : null,
    inconsistencies,
  };
}

function marginOf(item: ScorecardItem): Margin {
  const rule = item.deductions[0] ?? null;
  const perUnit = rule ? tidy(rule.points / (rule.step ?? 1)) : null;
  const lossable = (item.points as number) - (rule?.floor ?? 0);
  const after = rule === null ? null : tidy(Math.ceil(tidy(lossable / rule.points)) * (rule.step ?? 1));
  const counts = rule?.per === "percentage_point" || (rule?.per === "occurrence" && item.unit === "count");
  const upper = item.comparator === "<=";
  const at =
    after === null || item.value === null || !counts
      ? null
      : tidy(upper ? item.value + after : item.value - after);
  return {
    id: item.id,
    item: item.item,
    points: item.points as number,
    target: item.value,
    unit: item.unit,
    points_per_unit: perUnit,
    per: rule?.per ?? null,
    exhausted_after: after,
    exhausted_at: at !== null && at >= 0 ? at : null,
    start: item.start,
    end: item.end,
  };
}

const names = (band: Band | undefined, polarity: "sanction" | "reward"): string[] =>
  [
    ...new Set(
      (band?.consequences ?? [])
        .filter((c) => c.polarity === polarity)
        .map((c) => `${c.type} (${c.addressee})`),
    ),
  ].sort();

function cliffsOf(card: Scorecard): Cliff[] {
  const edges = [
    ...new Set(card.bands.flatMap((b) => [b.min, b.max]).filter((e): e is number => e !== null)),
  ].sort((a, b) => b - a);
  return edges.map((threshold) => {
    const at = card.bands.filter((b) => inBand(b, threshold));
    const above = card.bands.find((b) => inBand(b, threshold + 1e-6));
    const below = card.bands.find((b) => inBand(b, threshold - 1e-6));
    const better = [...names(above, "sanction"), ...names(above, "reward")];
    const worse = [...names(below, "sanction"), ...names(below, "reward")];
    const span = (below ?? above) as Band;
    return {
      threshold,
      inclusive: above !== undefined && at.includes(above),
      above: better,
      below: worse,
      worse: [
        ...names(below, "sanction").filter((n) => !names(above, "sanction").includes(n)),
        ...names(above, "reward")
          .filter((n) => !names(below, "reward").includes(n))
          .map((n) => `without ${n}`),
      ],
      spared:
        below === undefined
          ? []
          : names(above, "sanction").filter((n) => !names(below, "sanction").includes(n)),
      start: span.start,
      end: span.end,
    };
  });
}

/** scores that no band holds, or that two hold, between the lowest and the highest edge */
function coverage(bands: readonly Band[]): string[] {
  const found: string[] = [];
  const edges = [
    ...new Set(bands.flatMap((b) => [b.min, b.max]).filter((e): e is number => e !== null)),
  ].sort((a, b) => a - b);
  for (const edge of edges) {
    const holders = bands.filter((b) => inBand(b, edge)).length;
    if (holders > 1) found.push(`two bands hold exactly ${edge}`);
    if (holders === 0) found.push(`no band holds exactly ${edge}`);
  }
  edges.slice(1).forEach((edge, i) => {
    const from = edges[i] as number;
    const holders = bands.filter((b) => inBand(b, (from + edge) / 2)).length;
    if (holders === 0) found.push(`no band holds scores between ${from} and ${edge}`);
    if (holders > 1) found.push(`two bands hold scores between ${from} and ${edge}`);
  });
  return found;
}

/** A user's belief about one indicator: normal with a mean and a standard deviation, cut at bounds. */
export interface Belief {
  readonly mean: number;
  readonly sd: number;
  readonly min?: number;
  readonly max?: number;
}

/** A year in which every priced indicator misses its target by the same distance and all else is as asked. */
export interface ShortfallRow {
  /** percentage points (or units of a count) below each target */
  readonly shortfall: number;
  readonly score: number;
  /** of the points that the items offer */
  readonly share: number;
  readonly sanctions: number;
  readonly rewards: number;
}

/**
 * What a contract leaves of its points when every indicator with a price misses its target by the same distance.
 *
 * Indicators without a price, and items that an assessor scores, count as fulfilled; the score is held against the bands
 * as if every component of the year had it.
 *
 * @param card a scorecard with items
 * @param shortfalls distances to the targets, 0 or more, in the indicators' units
 * @param options how started steps count
 * @returns a row a distance; empty where the card has no items
 */
export function shortfallCurve(
  card: Scorecard,
  shortfalls: readonly number[],
  options: RunOptions = {},
): ShortfallRow[] {
  const leaves = card.items.flatMap(leafItems);
  const attainable = leaves.reduce((s, i) => s + (i.points as number), 0);
  if (attainable === 0) return [];
  return shortfalls.map((shortfall) => {
    let score = 0;
    for (const leaf of leaves) {
      const rule = leaf.deductions.find(
        (d) => d.per === "percentage_point" || (d.per === "occurrence" && leaf.unit === "count"),
      );
      const priced = rule !== undefined && leaf.value !== null;
      const value = leaf.value ?? 0;
      const results: Results = priced
        ? {
            indicators: { [leaf.id]: leaf.comparator === "<=" ? value + shortfall : value - shortfall },
            events: { [leaf.id]: 0 },
          }
        : { points: { [leaf.id]: leaf.points as number } };
      const outcome = runScorecard({ ...card, items: [leaf], components: [] }, results, options);
      score += outcome.score ?? (leaf.points as number);
    }
    const held = card.bands.filter((b) => inBand(b, score)).flatMap((b) => b.consequences);
    return {
      shortfall,
      score: tidy(score),
      share: score / attainable,
      sanctions: held.filter((c) => c.polarity === "sanction").length,
      rewards: held.filter((c) => c.polarity === "reward").length,
    };
  });
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
