import { median } from "../stats/quantile.js";
import { wilson } from "../stats/wilson.js";
import { compareGroups, type Grouping, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";

/** How much room a group's sanctions leave to those who impose them. */
export interface Discretion {
  readonly group: string;
  readonly records: number;
  readonly clusters: number;
  /** sanctions that may (可以, 视情节) rather than must follow, with Wilson's interval */
  readonly optional: number;
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** sanctions that stand as alternatives (或者) to others */
  readonly alternatives: number;
  /** closed amounts: one figure, or a range */
  readonly exact: number;
  readonly ranges: number;
  /** median of max/min over the ranges; null when there are none */
  readonly median_width: number | null;
  /** open ranges, whose width is not known */
  readonly open: number;
  readonly note: string;
}

/**
 * Discretion by group: how many sanctions are optional or alternatives, and how wide the ranges of money are.
 *
 * The width of a range is max/min, a factor: 2,000 to 5,000 yuan has 2.5. Open ranges are counted and have no width.
 *
 * @param observations consequences with their documents; sanctions that are kept count
 * @param by what to group by, default "all"
 * @returns a row per group in reading order; `note` says when no record states whether it is optional
 * @example
 * discretion([]) // []
 */
export function discretion(observations: readonly Observation[], by: Grouping = "all"): Discretion[] {
  const counted = observations.filter(({ record, kept }) => kept && record.polarity === "sanction");
  const groups = grouped(counted, (observation) => groupOf(observation, by));
  return [...groups.keys()]
    .sort((a, b) => compareGroups(by, a, b))
    .map((group) => {
      const members = groups.get(group)!;
      const coded = members.filter(({ record }) => record.optional !== undefined);
      const optional = coded.filter(({ record }) => record.optional).length;
      const closed = members.flatMap(({ record }) => {
        const { min = null, max = null } = record.amount ?? {};
        return min === null || max === null || min <= 0 ? [] : [max / min];
      });
      const widths = closed.filter((width) => width > 1);
      return {
        group,
        records: members.length,
        clusters: new Set(members.map((member) => member.cluster)).size,
        optional,
        ...wilson(optional, coded.length),
        alternatives: members.filter(({ record }) => (record.alternatives ?? null) !== null).length,
        exact: closed.length - widths.length,
        ranges: widths.length,
        median_width: median(widths),
        open: members.filter(
          ({ record }) => record.amount && (record.amount.min === null) !== (record.amount.max === null),
        ).length,
        note: coded.length === 0 ? "the records do not state whether they are optional" : "",
      };
    });
}
