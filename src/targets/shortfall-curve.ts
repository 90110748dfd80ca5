import { leafItems } from "./item-outcomes.js";
import type { Results } from "./results.js";
import { tidy } from "./rounding.js";
import { inBand, type RunOptions, runScorecard } from "./run-scorecard.js";
import type { Scorecard } from "./scorecard-records.js";

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
