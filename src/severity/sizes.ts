import type { Interval } from "../quantities/records.js";
import { gini, topShare } from "../stats/inequality.js";
import { geometricMean, geometricSd, mean } from "../stats/mean.js";
import { median, quantile } from "../stats/quantile.js";
import { compareGroups, type Grouping, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";
import { type Choices, sizeOf } from "./scores.js";

/** Amounts of money (or lengths of time) of a group, ranges kept as ranges. */
export interface SizeSummary {
  readonly group: string;
  /** sanctions of the types asked for */
  readonly records: number;
  readonly clusters: number;
  /** with a printed size that is counted */
  readonly sized: number;
  readonly exact: number;
  /** both ends printed and different */
  readonly ranges: number;
  /** "up to …": no lower end */
  readonly open_below: number;
  /** "at least …": no upper end */
  readonly open_above: number;
  /** left out (or counted as printed, if asked for) because the number is hidden or reads as a year */
  readonly masked: number;
  readonly year_artifact: number;
  /** without any printed size */
  readonly without: number;
  /** over sizes with a lower end, over closed ranges by their geometric middle, over sizes with an upper end */
  readonly lower: SizeStatistics;
  readonly middle: SizeStatistics;
  readonly upper: SizeStatistics;
  /** mean of lower ends, an open one as 0 */
  readonly mean_lower: number | null;
  /** mean of upper ends over sizes that have one */
  readonly mean_upper: number | null;
  /** over the middles of closed ranges */
  readonly gini: number | null;
  /** part of the sum that the largest tenth of the middles holds */
  readonly top_tenth: number | null;
  readonly note: string;
}

/** Statistics of one end of the sizes. */
export interface SizeStatistics {
  readonly n: number;
  readonly median: number | null;
  readonly quarter_1: number | null;
  readonly quarter_3: number | null;
  readonly geometric_mean: number | null;
  readonly geometric_sd: number | null;
}

export interface SizeOptions {
  /** what to group by, default "all" */
  readonly by?: Grouping;
  /** which sanction types, default fines only for amounts, all types for months */
  readonly types?: readonly string[];
  /** "amount" in yuan (default) or "months" */
  readonly of?: "amount" | "months";
  readonly duplicates?: Choices["duplicates"];
  /** "out" (default) leaves masked and year-like numbers out, "in" counts the printed number */
  readonly flagged?: Choices["flagged"];
}

/**
 * Money or durations by group: medians, quartiles and geometric means at the lower end, middle and upper end of the
 * printed ranges, with open ends, masked numbers and numbers that read as years counted beside them.
 *
 * Nothing is imputed: an open range enters only at the end that is printed. Rates (per person, per day) are not converted.
 *
 * @param observations consequences with their documents
 * @param options grouping, types, amount or months, duplicates, flagged
 * @returns a row per group, in reading order
 * @example
 * sizes([])  // []
 */
export function sizes(observations: readonly Observation[], options: SizeOptions = {}): SizeSummary[] {
  const { by = "all" } = options;
  const groups = grouped(sizedObservations(observations, options), (observation) => groupOf(observation, by));
  return [...groups.keys()]
    .sort((a, b) => compareGroups(by, a, b))
    .map((group) => summary(group, groups.get(group)!, options));
}

/** The sanctions of the types that `sizes` looks at. */
export function sizedObservations(
  observations: readonly Observation[],
  options: SizeOptions = {},
): Observation[] {
  const { of = "amount", duplicates = "kept" } = options;
  const types = options.types ?? (of === "amount" ? ["fine"] : null);
  return observations.filter(
    ({ record, kept }) =>
      record.polarity === "sanction" &&
      (types === null ? record.months !== null : types.includes(record.type)) &&
      (kept || duplicates === "all"),
  );
}

/** The printed interval of a record if it is to be counted, null otherwise. */
export function countedInterval(
  { record, price_year }: Observation,
  options: SizeOptions = {},
): Interval | null {
  const interval = record[options.of ?? "amount"];
  const flagged = record.flags.includes("masked") || record.flags.includes("year_artifact");
  if (!interval || (interval.min === null && interval.max === null)) return null;
  if (price_year === null && options.of !== "months") return null;
  return flagged && options.flagged !== "in" && options.of !== "months" ? null : interval;
}

function summary(group: string, members: readonly Observation[], options: SizeOptions): SizeSummary {
  const intervals = members.map((m) => countedInterval(m, options)).filter((i): i is Interval => i !== null);
  const flag = (name: "masked" | "year_artifact") =>
    members.filter(({ record }) => record.flags.includes(name)).length;
  const at = (end: Choices["amounts"]) =>
    intervals
      .map((interval) => sizeOf(interval, end))
      .filter((size): size is number => typeof size === "number");
  const uppers = intervals.flatMap((interval) => (interval.max === null ? [] : [interval.max]));
  const closed = intervals.filter((interval) => interval.min !== null && interval.max !== null);
  const exact = closed.filter((interval) => interval.min === interval.max).length;
  const middle = at("middle");
  return {
    group,
    records: members.length,
    clusters: new Set(members.map((member) => member.cluster)).size,
    sized: intervals.length,
    exact,
    ranges: closed.length - exact,
    open_below: intervals.filter((interval) => interval.min === null).length,
    open_above: intervals.filter((interval) => interval.max === null).length,
    masked: flag("masked"),
    year_artifact: flag("year_artifact"),
    without: members.length - members.filter((m) => countedInterval(m, { ...options, flagged: "in" })).length,
    lower: statistics(at("lower")),
    middle: statistics(middle),
    upper: statistics(at("upper")),
    mean_lower: mean(intervals.map((interval) => interval.min ?? 0)),
    mean_upper: mean(uppers),
    gini: gini(middle),
    top_tenth: topShare(middle),
    note: noteOf(intervals.length, closed.length, options),
  };
}

function noteOf(sized: number, closed: number, options: SizeOptions): string {
  if (sized === 0) return `no ${options.of === "months" ? "duration" : "amount"} that is counted`;
  return closed === 0 ? "only open ranges: no middle" : "";
}

/** Median, quartiles and geometric mean of sizes above 0. */
export function statistics(values: readonly number[]): SizeStatistics {
  return {
    n: values.length,
    median: median(values),
    quarter_1: quantile(values, 0.25),
    quarter_3: quantile(values, 0.75),
    geometric_mean: geometricMean(values),
    geometric_sd: geometricSd(values),
  };
}
