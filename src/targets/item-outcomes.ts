import type { Results } from "./results.js";
import { tidy } from "./rounding.js";
import type { ItemOutcome, RunOptions } from "./run-scorecard.js";
import type { DeductionRule, ScorecardItem } from "./scorecard-records.js";

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

/** What an item keeps of its points under results; undetermined, with the reason, where the text does not say. */
export function itemOutcome(
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

/** By how much a value misses its target, in the target's unit; 0 where it does not */
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
