import { type Dominance, dominance } from "../stats/dominance.js";
import { median } from "../stats/quantile.js";
import { wilson } from "../stats/wilson.js";
import { compareGroups, defaultLevel } from "./grouping.js";
import type { Observation } from "./observations.js";
import type { SanctionCount } from "./sanction-counts.js";

/** One side of the comparison. */
export interface CountedSide {
  readonly records: number;
  /** records at levels 1 to 6 */
  readonly levels: readonly number[];
  readonly median_level: number | null;
  /** share at level 4 or more among records with a level, with Wilson's interval */
  readonly share_4: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** addressee → share of records */
  readonly addressees: Readonly<Record<string, number>>;
}

/** The same trigger (or addressee) in the documents at hand and in a reference collection. */
export interface ReferenceComparison {
  readonly value: string;
  readonly here: CountedSide;
  readonly reference: CountedSide;
  /** "x": here is at least as severe under every increasing scale; "y": the reference is; null where a side has no level */
  readonly dominance: Dominance | null;
}

/**
 * Compares the sanctions at hand with a counted collection, such as the statutes: for the same trigger, who is hit and
 * how hard. Money is not compared: amounts of different years need a price index that only a user can supply.
 *
 * @param observations consequences with their documents; kept sanctions count
 * @param counts counts of the reference collection
 * @param by "trigger" (default) or "addressee"
 * @returns a row per value that occurs here, in code-point order
 * @example
 * compareWithCounts([], []) // []
 */
export function compareWithCounts(
  observations: readonly Observation[],
  counts: readonly SanctionCount[],
  by: "trigger" | "addressee" = "trigger",
): ReferenceComparison[] {
  const here = observations
    .filter(({ record, kept }) => kept && record.polarity === "sanction")
    .map(({ record: { trigger, addressee, type } }) => ({ trigger, addressee, type, records: 1 }));
  const values = [...new Set(here.map((row) => row[by] as string))].sort((a, b) => compareGroups(by, a, b));
  return values.map((value) => {
    const [ours, theirs] = [here, counts].map((rows) => rows.filter((row) => row[by] === value));
    return {
      value,
      here: side(ours!),
      reference: side(theirs!),
      dominance: dominance(levelsOf(ours!), levelsOf(theirs!)),
    };
  });
}

type Counted = Pick<SanctionCount, "trigger" | "addressee" | "type" | "records">;

function levelsOf(rows: readonly Counted[]): number[] {
  return rows.flatMap(({ type, records }) => {
    const level = defaultLevel(type);
    return level === null ? [] : new Array<number>(records).fill(level);
  });
}

function side(rows: readonly Counted[]): CountedSide {
  const values = levelsOf(rows);
  const total = rows.reduce((sum, row) => sum + row.records, 0);
  const { share, lower, upper } = wilson(values.filter((level) => level >= 4).length, values.length);
  const addressees = new Map<string, number>();
  for (const { addressee, records } of rows)
    addressees.set(addressee, (addressees.get(addressee) ?? 0) + records);
  const names = [...addressees.keys()].sort();
  return {
    records: total,
    levels: [1, 2, 3, 4, 5, 6].map((level) => values.filter((value) => value === level).length),
    median_level: median(values),
    share_4: share,
    lower,
    upper,
    addressees: Object.fromEntries(names.map((name) => [name, addressees.get(name)! / total])),
  };
}
