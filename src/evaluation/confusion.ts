import type { CodedConsequence } from "../severity/observations.js";
import { matchConsequences } from "./matching.js";

/** How often one value of the gold met one value of the prediction; `none` stands for a miss or a false alarm. */
export interface CodeConfusionCell {
  readonly field: "type" | "addressee" | "trigger";
  readonly gold: string;
  readonly predicted: string;
  readonly count: number;
}

/**
 * Confusion table of a field over expressions whose spans meet, types left aside.
 *
 * Sets are compared member by member: values that both sides have meet themselves, the rest meet each other in sorted
 * order, and what is left over meets `none`.
 *
 * @param predicted records of the extractor
 * @param gold records coded by hand
 * @param field what to tabulate
 * @returns cells with a count above 0, sorted by gold, then predicted
 */
export function codeConfusion(
  predicted: readonly CodedConsequence[],
  gold: readonly CodedConsequence[],
  field: "type" | "addressee" | "trigger",
): CodeConfusionCell[] {
  const counts = new Map<string, CodeConfusionCell>();
  const add = (left: string, right: string) => {
    const key = `${left}\0${right}`;
    const cell = counts.get(key);
    counts.set(key, { field, gold: left, predicted: right, count: (cell?.count ?? 0) + 1 });
  };
  const matching = matchConsequences(predicted, gold, { anyType: field === "type" });
  for (const pair of matching.pairs) {
    if (field === "type") {
      add(pair.gold.type, pair.predicted.type);
      continue;
    }
    const left = field === "addressee" ? pair.gold.addressees : pair.gold.triggers;
    const right = field === "addressee" ? pair.predicted.addressees : pair.predicted.triggers;
    const onlyLeft = sorted([...left].filter((value) => !(right as ReadonlySet<string>).has(value)));
    const onlyRight = sorted([...right].filter((value) => !(left as ReadonlySet<string>).has(value)));
    for (const value of left) if ((right as ReadonlySet<string>).has(value)) add(value, value);
    for (let i = 0; i < Math.max(onlyLeft.length, onlyRight.length); i++)
      add(onlyLeft[i] ?? "none", onlyRight[i] ?? "none");
  }
  if (field === "type") {
    for (const { type } of matching.missed) add(type, "none");
    for (const { type } of matching.extra) add("none", type);
  }
  return [...counts.values()].sort((a, b) => compare(a.gold, b.gold) || compare(a.predicted, b.predicted));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted(values: readonly string[]): string[] {
  return [...values].sort(compare);
}
