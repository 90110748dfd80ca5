import type { Scorecard, ScorecardItem } from "./scorecard-records.js";

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

/** Refuses results that name no item, component or veto ground of the card. */
export function checkNames(card: Scorecard, results: Results): void {
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
