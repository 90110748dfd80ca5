import { type Dominance, dominance } from "../stats/dominance.js";
import { median } from "../stats/quantile.js";
import { wilson } from "../stats/wilson.js";
import { compareGroups, defaultLevel, type Grouping, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";

/** One side of a comparison of two collections within a group. */
export interface CollectionSide {
  readonly records: number;
  readonly documents: number;
  readonly median_level: number | null;
  /** share at level 4 or more among records with a level */
  readonly share_4: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** whom it hits: addressee → share of records */
  readonly addressees: Readonly<Record<string, number>>;
}

/** The same group (usually a trigger) in two collections. */
export interface CollectionComparison {
  readonly value: string;
  readonly a: CollectionSide;
  readonly b: CollectionSide;
  /** which is at least as severe under every increasing scale: "x" is a, "y" is b; null when one has no level */
  readonly dominance: Dominance | null;
  readonly note: string;
}

/**
 * Compares two collections group by group, such as local documents with statutes by trigger: who is hit and how hard.
 *
 * Money is not compared here: amounts of different years need a price index that only a user can supply.
 *
 * @param a observations of the first collection
 * @param b observations of the second
 * @param by default "trigger"
 * @returns a row per group that either has, in reading order; kept sanctions only
 */
export function compareCollections(
  a: readonly Observation[],
  b: readonly Observation[],
  by: Grouping = "trigger",
): CollectionComparison[] {
  const counted = (observations: readonly Observation[]) =>
    grouped(
      observations.filter(({ record, kept }) => kept && record.polarity === "sanction"),
      (observation) => groupOf(observation, by),
    );
  const [inA, inB] = [counted(a), counted(b)];
  return [...new Set([...inA.keys(), ...inB.keys()])]
    .sort((x, y) => compareGroups(by, x, y))
    .map((value) => {
      const [membersA, membersB] = [inA.get(value) ?? [], inB.get(value) ?? []];
      const verdict = dominance(levels(membersA), levels(membersB));
      return {
        value,
        a: side(membersA),
        b: side(membersB),
        dominance: verdict,
        note: verdict === null ? "one side has no record with a level" : "",
      };
    });
}

function levels(members: readonly Observation[]): number[] {
  return members.flatMap(({ record }) => {
    const level = defaultLevel(record.type);
    return level === null ? [] : [level];
  });
}

function side(members: readonly Observation[]): CollectionSide {
  const values = levels(members);
  const { share, lower, upper } = wilson(values.filter((level) => level >= 4).length, values.length);
  const hit = [...grouped(members, ({ record }) => record.addressee)].sort(([x], [y]) => (x < y ? -1 : 1));
  return {
    records: members.length,
    documents: new Set(members.map((member) => member.document)).size,
    median_level: median(values),
    share_4: share,
    lower,
    upper,
    addressees: Object.fromEntries(hit.map(([name, list]) => [name, list.length / members.length])),
  };
}
