import { leafItems } from "./item-outcomes.js";
import { tidy } from "./rounding.js";
import { inBand } from "./run-scorecard.js";
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
