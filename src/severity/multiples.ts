import { median } from "../stats/quantile.js";
import { grouped } from "./grouping.js";
import type { Observation } from "./observations.js";

/** Multiples of one base (wages, gains, fees) in a group, in their own unit. */
export interface MultipleSummary {
  readonly base: string;
  readonly records: number;
  readonly clusters: number;
  readonly lower_median: number | null;
  readonly upper_median: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/**
 * Multiples by base: they stay in their own unit, because turning them into yuan takes wages that only a user can supply.
 *
 * @param observations consequences with their documents; sanctions that are kept count
 * @returns a row per base, bases in code-point order; records whose base is not printed stand under `none`
 * @example
 * multiples([]) // []
 */
export function multiples(observations: readonly Observation[]): MultipleSummary[] {
  const held = observations.filter(
    ({ record, kept }) => kept && record.polarity === "sanction" && record.multiple !== null,
  );
  const bases = grouped(held, ({ record }) => record.base ?? "none");
  return [...bases.keys()]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((base) => {
      const members = bases.get(base)!;
      const ends = (end: "min" | "max") =>
        members.flatMap(({ record }) => {
          const value = record.multiple![end];
          return value === null ? [] : [value];
        });
      const all = [...ends("min"), ...ends("max")];
      return {
        base,
        records: members.length,
        clusters: new Set(members.map((member) => member.cluster)).size,
        lower_median: median(ends("min")),
        upper_median: median(ends("max")),
        least: all.length === 0 ? null : Math.min(...all),
        most: all.length === 0 ? null : Math.max(...all),
      };
    });
}
