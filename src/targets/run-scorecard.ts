import type { Span } from "../span.js";
import { tidy } from "./rounding.js";
import type {
  Band,
  DeductionRule,
  LinkedConsequence,
  Scorecard,
  ScorecardItem,
} from "./scorecard-records.js";

/** Results of a year, against which a scorecard is run. Keys of items: id, label or name as in the scorecard. */
export interface Results {
  /** measured values of indicators: percent as 0–100 */
  readonly indicators?: Readonly<Record<string, number>>;
  /** how often something happened that costs points by the case, person or occurrence */
  readonly events?: Readonly<Record<string, number>>;
  /** points that an assessor gave, for items that no rule computes */
  readonly points?: Readonly<Record<string, number>>;
  /** scores of components by name, on the scale of the total */
  readonly components?: Readonly<Record<string, number>>;
  /** veto grounds that occurred: a part of the ground as printed, or its number from 0 */
  readonly vetoes?: readonly (string | number)[];
  /** rank from the top, and how many are ranked */
  readonly rank?: number;
  readonly ranked?: number;
}

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
  const total = weighted
    ? components.every((c) => c.contribution !== null)
      ? tidy(components.reduce((s, c) => s + (c.contribution as number), 0))
      : null
    : score;
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

/** The items whose points are not shared out among items inside them. */
export function leafItems(item: ScorecardItem): ScorecardItem[] {
  const inside = item.children.filter((c) => c.points !== null);
  return inside.length > 0 ? inside.flatMap(leafItems) : item.points === null ? [] : [item];
}

function given(map: Readonly<Record<string, number>> | undefined, item: ScorecardItem): number | undefined {
  if (!map) return undefined;
  for (const key of [item.id, item.item]) if (Object.hasOwn(map, key)) return map[key];
  return undefined;
}

const PER_SHORTFALL = new Set(["percentage_point"]);

function itemOutcome(
  item: ScorecardItem,
  results: Results,
  manner: NonNullable<RunOptions["steps"]>,
): ItemOutcome {
  const points = item.points as number;
  const base = { id: item.id, item: item.item, points, start: item.start, end: item.end };
  const undetermined = (why: string): ItemOutcome => ({ ...base, lost: null, score: null, rules: [], why });
  const assessed = given(results.points, item);
  if (assessed !== undefined) {
    const score = Math.min(points, Math.max(0, assessed));
    return { ...base, lost: tidy(points - score), score, rules: [], why: null };
  }
  const indicators = item.value !== null ? [item] : item.children.filter((c) => c.value !== null);
  const measured = indicators.map((i) => given(results.indicators, i) ?? given(results.indicators, item));
  const events = given(results.events, item);
  const rules: (DeductionRule & { steps: number; lost: number })[] = [];
  let why: string | null = null;
  const shortfallRule = item.deductions.find(
    (d) => PER_SHORTFALL.has(d.per) || (d.per === "occurrence" && item.unit === "count"),
  );
  indicators.forEach((indicator, i) => {
    const value = measured[i];
    if (value === undefined) {
      why ??= `no result for ${indicator.item}`;
      return;
    }
    const short = shortfall(indicator, value);
    if (short <= 0) return;
    if (!shortfallRule) {
      if (!item.deductions.some((d) => !PER_SHORTFALL.has(d.per)) || events === undefined)
        why ??= `the text does not say what a shortfall of ${tidy(short)} costs`;
      return;
    }
    const steps = stepsOf(short / (shortfallRule.step ?? 1), manner);
    if (steps > 0) rules.push({ ...shortfallRule, steps, lost: tidy(steps * shortfallRule.points) });
  });
  if (indicators.length === 0 && item.deductions.length === 0)
    return undetermined("no rule computes it: give its points");
  const eventRule = item.deductions.find((d) => d !== shortfallRule);
  if (eventRule && events !== undefined && events > 0)
    rules.push({ ...eventRule, steps: events, lost: tidy(events * eventRule.points) });
  if (eventRule && events === undefined && indicators.length === 0)
    why ??= `no number of events (${eventRule.per}) is given`;
  if (why !== null) return { ...undetermined(why), rules };
  const floor = Math.max(0, ...item.deductions.map((d) => d.floor ?? 0));
  const lost = Math.min(
    points - floor,
    rules.reduce((s, r) => s + r.lost, 0),
  );
  return { ...base, lost: tidy(lost), score: tidy(points - lost), rules, why: null };
}

/** by how much a value misses its target, in the target's unit; 0 where it does not */
export function shortfall(item: ScorecardItem, value: number): number {
  const target = item.value as number;
  if (item.comparator === "<=" || item.comparator === "<" || (item.comparator === "=" && target === 0))
    return Math.max(0, value - target);
  return Math.max(0, target - value);
}

function stepsOf(amount: number, manner: NonNullable<RunOptions["steps"]>): number {
  const exact = tidy(amount);
  return manner === "proportional" ? exact : manner === "started" ? Math.ceil(exact) : Math.floor(exact);
}

function componentOutcomes(card: Scorecard, results: Results, score: number | null): ComponentOutcome[] {
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

function checkNames(card: Scorecard, results: Results): void {
  const all = (items: readonly ScorecardItem[]): ScorecardItem[] =>
    items.flatMap((i) => [i, ...all(i.children)]);
  const names = new Set(all(card.items).flatMap((i) => [i.id, i.item]));
  for (const field of ["indicators", "events", "points"] as const) {
    for (const key of Object.keys(results[field] ?? {})) {
      if (!names.has(key))
        throw new TypeError(`runScorecard requires results of items of the scorecard, got ${field}.${key}`);
    }
  }
  for (const key of Object.keys(results.components ?? {})) {
    if (!card.components.some((c) => c.name === key))
      throw new TypeError(`runScorecard requires components of the scorecard, got ${key}`);
  }
  for (const key of results.vetoes ?? []) {
    const known =
      typeof key === "number"
        ? card.vetoes[key] !== undefined
        : card.vetoes.some((v) => v.condition.includes(key));
    if (!known) throw new TypeError(`runScorecard requires veto grounds of the scorecard, got ${key}`);
  }
}
