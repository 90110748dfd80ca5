import type { Interval } from "../quantities/records.js";
import { ranks } from "../stats/ranks.js";
import { defaultLevel, type Grouping, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";
import type { Scale } from "./scales.js";

/** The choices that a severity figure rests on beside its scale; the first value of each is the default. */
export const CHOICES = {
  /** count the kept copy only, or every copy */
  duplicates: ["kept", "all"],
  /** `liability` without a named sanction: left out, or put at level 1 or 4 */
  unspecified: ["out", "level_1", "level_4"],
  /** sanctions joined by 或者: each counted, or one value for the group: its least, its most, its mean */
  alternatives: ["each", "least", "most", "mean"],
  /** all steps of an escalation, or only the first */
  tiers: ["all", "base"],
  /** a range of yuan or months by its middle (geometric, closed ranges only), its lower or its upper end */
  amounts: ["middle", "lower", "upper"],
  /** each record counts once, or each document (by its mean) */
  scope: ["records", "documents"],
  /** masked or year-like numbers: left out, or the printed number as it stands */
  flagged: ["out", "in"],
} as const;
export type ChoiceName = keyof typeof CHOICES;
export type Choices = { readonly [K in ChoiceName]: (typeof CHOICES)[K][number] };

export const DEFAULT_CHOICES: Choices = {
  duplicates: "kept",
  unspecified: "out",
  alternatives: "each",
  tiers: "all",
  amounts: "middle",
  scope: "records",
  flagged: "out",
};

/** A value of a scale with what it came from; for a document's value `observation` is the first of its records. */
export interface Score {
  readonly observation: Observation;
  readonly value: number;
}

/** Scores by group and why records have none. */
export interface Scoring {
  readonly groups: ReadonlyMap<string, readonly Score[]>;
  /** reason → records without a score for it */
  readonly left_out: Readonly<Record<string, number>>;
  /** sanctions looked at, copies included */
  readonly sanctions: number;
}

/**
 * The scores of sanctions on a scale, by group, with every record that has none counted under its reason.
 *
 * Rewards are not looked at. Alternatives are settled within a group, so grouping by type or family leaves them apart.
 *
 * @param observations consequences with their documents
 * @param by what to group by
 * @param scale a severity scale
 * @param choices default: kept copies, liability out, each alternative, all steps, middle of ranges, records, flagged out
 * @returns scores by group and counts of what was left out
 */
export function scores(
  observations: readonly Observation[],
  by: Grouping,
  scale: Scale,
  choices: Partial<Choices> = {},
): Scoring {
  const chosen: Choices = { ...DEFAULT_CHOICES, ...choices };
  const left: Record<string, number> = {};
  const leave = (reason: string): void => {
    left[reason] = (left[reason] ?? 0) + 1;
  };
  let sanctions = 0;
  const scored: Score[] = [];
  for (const observation of observations) {
    if (observation.record.polarity !== "sanction") continue;
    sanctions++;
    if (chosen.duplicates === "kept" && !observation.kept) leave("another copy is counted");
    else if (chosen.tiers === "base" && (observation.record.tier ?? null) !== null) leave("escalation step");
    else {
      const value = recordValue(observation, scale, chosen);
      if (typeof value === "number") scored.push({ observation, value });
      else leave(value);
    }
  }
  const placed = scale.measure === "rank" ? places(scored) : scored;
  const groups = grouped(placed, (score) => groupOf(score.observation, by));
  for (const [group, members] of groups) {
    let settled = chosen.alternatives === "each" ? members : settleAlternatives(members, chosen.alternatives);
    if (scale.unit === "document_maximum") settled = byDocument(settled, (values) => Math.max(...values));
    else if (chosen.scope === "documents") settled = byDocument(settled, average);
    groups.set(group, settled);
  }
  return { groups, left_out: left, sanctions };
}

/** A record's value, or the reason why it has none. */
function recordValue({ record, price_year }: Observation, scale: Scale, choices: Choices): number | string {
  const type = record.type as Parameters<typeof scale.values.get>[0];
  let value = scale.values.get(type);
  if (
    value === undefined &&
    record.type === "liability" &&
    scale.measure !== "log10_yuan" &&
    scale.measure !== "months"
  ) {
    if (choices.unspecified === "out") return "no sanction named (liability)";
    value = valueAtLevel(scale, choices.unspecified === "level_1" ? 1 : 4);
  }
  if (value === undefined) {
    if (record.type === "liability") return "no sanction named (liability)";
    return scale.without.has(type) ? "type is not measured by this scale" : "scale has no row for the type";
  }
  if (scale.measure === "value" || scale.measure === "rank") return value;
  if (scale.measure === "log10_yuan" && choices.flagged === "out") {
    if (record.flags.includes("masked")) return "masked";
    if (record.flags.includes("year_artifact")) return "number that reads as a year";
  }
  if (scale.measure === "log10_yuan" && price_year === null) return "no price index for its year";
  const interval = scale.measure === "log10_yuan" ? record.amount : record.months;
  const size = sizeOf(interval, choices.amounts);
  if (typeof size === "string")
    return scale.measure === "months" && size === "no amount" ? "no duration" : size;
  return scale.measure === "log10_yuan" ? Math.log10(size) : size;
}

/** The end or the middle of an interval, or the reason why it has none. */
export function sizeOf(interval: Interval | null, choice: Choices["amounts"]): number | string {
  if (!interval || (interval.min === null && interval.max === null)) return "no amount";
  const { min, max } = interval;
  const size =
    choice === "lower"
      ? min
      : choice === "upper"
        ? max
        : min === null || max === null
          ? null
          : Math.sqrt(min * max);
  if (size === null) return choice === "middle" ? "open range" : `no ${choice} end`;
  return size > 0 ? size : "not above 0";
}

/** The value that a scale gives to the types of a level, by the codebook's levels; undefined where it gives none. */
function valueAtLevel(scale: Scale, level: number): number | undefined {
  for (const [type, value] of scale.values) if (defaultLevel(type) === level) return value;
  return undefined;
}

/** Each score as its place among all: the share below plus half of the share equal to it. */
function places(scored: readonly Score[]): Score[] {
  const all = ranks(scored.map((score) => score.value));
  return scored.map((score, i) => ({ ...score, value: (all[i]! - 0.5) / scored.length }));
}

function settleAlternatives(members: readonly Score[], how: "least" | "most" | "mean"): Score[] {
  const place = new Map(members.map((score, i) => [score, i]));
  const sets = grouped(members, (score) => {
    const { source, alternatives, addressee, trigger, tier } = score.observation.record;
    const joined = alternatives !== undefined && alternatives !== null;
    if (!joined) return `record ${place.get(score)}`;
    return JSON.stringify([source, alternatives, addressee, trigger, tier ?? null]);
  });
  return [...sets.values()].map((set) => {
    const values = set.map((score) => score.value);
    const value =
      how === "least" ? Math.min(...values) : how === "most" ? Math.max(...values) : average(values);
    return { observation: set[0]!.observation, value };
  });
}

function byDocument(members: readonly Score[], combine: (values: number[]) => number): Score[] {
  const documents = grouped(members, (score) => score.observation.document);
  return [...documents.values()].map((set) => ({
    observation: set[0]!.observation,
    value: combine(set.map((score) => score.value)),
  }));
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
