import type { Span } from "../span.js";
import { itemOutcome, leafItems } from "./item-outcomes.js";
import { checkNames, type Results } from "./results.js";
import { tidy } from "./rounding.js";
import type { Band, DeductionRule, LinkedConsequence, Scorecard } from "./scorecard-records.js";

/** One item after the run; null where the text does not say, and `why` says what is missing. */
export interface ItemOutcome extends Span {
  readonly id: string;
  readonly item: string;
  readonly points: number;
  readonly lost: number | null;
  readonly score: number | null;
  /** rules that took points, each with its span */
  readonly rules: readonly (DeductionRule & { readonly steps: number; readonly lost: number })[];
  readonly why: string | null;
}

/** A component's share of the total, with its span. */
export interface ComponentOutcome extends Span {
  readonly name: string;
  readonly weight: number;
  readonly score: number | null;
  readonly contribution: number | null;
}

/** What a scorecard gives for results. */
export interface Outcome {
  readonly source: string;
  readonly part: string;
  readonly items: readonly ItemOutcome[];
  readonly components: readonly ComponentOutcome[];
  /** points of all items, null where one is undetermined */
  readonly score: number | null;
  /** the total: the weighted sum of the components where the text has them, else the score */
  readonly total: number | null;
  /** the least and the most that the total can be, given what is undetermined */
  readonly total_least: number | null;
  readonly total_most: number | null;
  /** the total on the scale that the text converts to */
  readonly converted: number | null;
  readonly bands: readonly Band[];
  readonly vetoed: boolean;
  /** sanctions and rewards; under a veto the rewards of bands and ranks fall away */
  readonly consequences: readonly (LinkedConsequence & { readonly from: "band" | "veto" | "rank" })[];
  readonly undetermined: readonly string[];
}

/** How a started step of a deduction counts. */
export interface RunOptions {
  /** `whole`: 每低于一个百分点 counts completed points only (default); `started`: a started one counts; `proportional` */
  readonly steps?: "whole" | "started" | "proportional";
}

/**
 * Runs a scorecard: points lost per item, total, band and consequences, each with the span that prescribes it.
 *
 * lost = points per step × steps, at most the item's points; total = Σ weight × component score where components are
 * printed (the last one is the items' score unless given), else Σ item scores. What the text leaves open (what a missed
 * target costs, an indicator without a result) is undetermined: null, with the reason, and bounds for the total.
 *
 * @param card a scorecard
 * @param results measured values, events, assessed points, component scores, veto grounds, rank
 * @param options how started steps count
 * @returns the outcome
 * @throws TypeError when a result names no item, component or veto ground of the card
 */
export function runScorecard(card: Scorecard, results: Results, options: RunOptions = {}): Outcome {
  checkNames(card, results);
  const leaves = card.items.flatMap(leafItems);
  const items = leaves.map((item) => itemOutcome(item, results, options.steps ?? "whole"));
  const sum = (pick: (o: ItemOutcome) => number): number => tidy(items.reduce((s, o) => s + pick(o), 0));
  const determined = items.every((o) => o.score !== null);
  const score = items.length > 0 && determined ? sum((o) => o.score as number) : null;
  const least = items.length > 0 ? sum((o) => o.score ?? 0) : null;
  const most = items.length > 0 ? sum((o) => o.score ?? o.points) : null;
  const components = componentOutcomes(card, results, score);
  const weighted = components.length > 0;
  const total = totalOf(components, score);
  const full = card.total_stated?.points ?? 100;
  const bound = (own: number | null, unknown: number): number | null =>
    weighted
      ? tidy(
          components.reduce(
            (s, c, i) =>
              s + c.weight * (c.score ?? (i === components.length - 1 && own !== null ? own : unknown)),
            0,
          ),
        )
      : own;
  const totalLeast = bound(least, 0);
  const totalMost = bound(most, full);
  const bands = card.bands.filter((b) => total !== null && inBand(b, total));
  const vetoes = card.vetoes.filter((v, i) =>
    (results.vetoes ?? []).some((r) => r === i || (typeof r === "string" && v.condition.includes(r))),
  );
  const vetoed = vetoes.length > 0;
  const open = items.filter((o) => o.why !== null).map((o) => `${o.id}: ${o.why}`);
  for (const c of components)
    if (c.score === null) open.push(`${c.name}: no score of this component is given`);
  if (card.bands.length > 0 && total === null) open.push("band: the total is undetermined");
  if (card.bands.length > 0 && total !== null && bands.length === 0)
    open.push(`band: no printed band holds ${total}`);
  if (bands.length > 1) open.push(`band: ${bands.length} printed bands hold ${total}`);
  return {
    source: card.source,
    part: card.part,
    items,
    components,
    score,
    total,
    total_least: totalLeast,
    total_most: totalMost,
    converted:
      card.conversion && total !== null ? tidy((total / card.conversion.from) * card.conversion.to) : null,
    bands,
    vetoed,
    consequences: [
      ...vetoes.flatMap((v) => v.consequences.map((c) => ({ ...c, from: "veto" as const }))),
      ...bands.flatMap((b) => b.consequences.map((c) => ({ ...c, from: "band" as const }))),
      ...prizesWon(card, results).map((c) => ({ ...c, from: "rank" as const })),
    ].filter((c) => !vetoed || c.from === "veto" || c.polarity === "sanction"),
    undetermined: open,
  };
}

/** Whether a band holds a total. */
export function inBand(band: Band, total: number): boolean {
  const above = band.min === null || total > band.min || (total === band.min && band.min_inclusive !== false);
  const below = band.max === null || total < band.max || (total === band.max && band.max_inclusive === true);
  return above && below;
}

/** The weighted sum of the components where the text has them, else the items' score; null where one is undetermined. */
export function totalOf(components: readonly ComponentOutcome[], score: number | null): number | null {
  if (components.length === 0) return score;
  if (components.some((c) => c.contribution === null)) return null;
  return tidy(components.reduce((s, c) => s + (c.contribution as number), 0));
}

/** The components under results; the last one is the items' score unless its own is given. */
export function componentOutcomes(
  card: Scorecard,
  results: Results,
  score: number | null,
): ComponentOutcome[] {
  return card.components.map((component, i) => {
    const own = results.components?.[component.name];
    const value = own ?? (i === card.components.length - 1 ? score : null);
    return {
      name: component.name,
      weight: component.weight,
      start: component.start,
      end: component.end,
      score: value,
      contribution: value === null ? null : tidy(component.weight * value),
    };
  });
}

function prizesWon(card: Scorecard, { rank, ranked }: Results): LinkedConsequence[] {
  if (rank === undefined) return [];
  return card.prizes.flatMap((prize) => {
    if (!prize.from_bottom) return rank <= prize.ranks ? prize.consequences : [];
    return ranked !== undefined && rank > ranked - prize.ranks ? prize.consequences : [];
  });
}
