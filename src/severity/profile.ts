import { wilson } from "../stats/wilson.js";
import { compareGroups, type Grouping, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";

/** How often one value occurs in a group, with the records, documents and clusters that this rests on. */
export interface ProfileRow {
  readonly group: string;
  readonly value: string;
  readonly count: number;
  /** sanctions (or rewards) in the group */
  readonly total: number;
  /** count / total with Wilson's interval, which supposes independent records: read it beside `clusters` */
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** documents and clusters in which the value occurs in this group */
  readonly documents: number;
  readonly clusters: number;
}

/**
 * The profile of groups: counts and shares of one property within another, before any severity is summed up.
 *
 * @param observations consequences with their documents
 * @param options `by` what the groups are (default "all"), `of` what is counted in them (default "type"), `duplicates`
 * "kept" (default) or "all", `polarity` "sanction" (default) or "reward"
 * @returns a row for every group and value that occur together, in reading order
 * @see Wilson 1927, doi:10.1080/01621459.1927.10502953
 */
export function profile(
  observations: readonly Observation[],
  options: {
    readonly by?: Grouping;
    readonly of?: Grouping;
    readonly duplicates?: "kept" | "all";
    readonly polarity?: "sanction" | "reward";
  } = {},
): ProfileRow[] {
  const { by = "all", of = "type", duplicates = "kept", polarity = "sanction" } = options;
  const counted = observations.filter(
    ({ record, kept }) => record.polarity === polarity && (kept || duplicates === "all"),
  );
  const groups = grouped(counted, (observation) => groupOf(observation, by));
  const rows: ProfileRow[] = [];
  for (const group of [...groups.keys()].sort((a, b) => compareGroups(by, a, b))) {
    const members = groups.get(group)!;
    const values = grouped(members, (observation) => groupOf(observation, of));
    for (const value of [...values.keys()].sort((a, b) => compareGroups(of, a, b))) {
      const held = values.get(value)!;
      rows.push({
        group,
        value,
        count: held.length,
        total: members.length,
        ...wilson(held.length, members.length),
        documents: new Set(held.map((observation) => observation.document)).size,
        clusters: new Set(held.map((observation) => observation.cluster)).size,
      });
    }
  }
  return rows;
}
