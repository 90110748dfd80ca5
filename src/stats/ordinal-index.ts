/** One ordinal indicator of an index. */
export interface OrdinalIndicator {
  /** recorded level from 0 to `highest`; null where there is no data */
  readonly value: number | null;
  readonly highest: number;
  /** whether the indicator has a flag that narrows its scope */
  readonly has_flag: boolean;
  /** the flag: true for general scope, false for targeted, null where none was recorded */
  readonly flag: boolean | null;
}

/**
 * The sub-index of one ordinal indicator on 0 to 100, half a step lower where its scope is narrow.
 *
 * I = 100 (v − ½(F − f)) / N, and 0 when v = 0; v the level, N the highest, F 1 with a flag, f the flag recorded.
 *
 * @param indicator level, highest level and flag
 * @returns I in [0, 100]; null where the level is null ("no data" is not 0: an absent clause is no leniency)
 * @throws RangeError when the level lies outside 0 … highest
 * @example
 * ordinalSubIndex({ value: 2, highest: 4, has_flag: true, flag: false }) // 37.5
 * @see Oxford Covid-19 Government Response Tracker, index methodology, version 3.6
 */
export function ordinalSubIndex(indicator: OrdinalIndicator): number | null {
  const { value, highest, has_flag, flag } = indicator;
  if (value === null) return null;
  if (!(value >= 0 && value <= highest)) {
    throw new RangeError(`ordinalSubIndex requires a level in 0..${highest}, got ${value}`);
  }
  if (value === 0) return 0;
  return (100 * (value - 0.5 * ((has_flag ? 1 : 0) - (has_flag && flag ? 1 : 0)))) / highest;
}

/** The plain mean of sub-indices with how many had no data. */
export interface OrdinalIndex {
  readonly index: number | null;
  readonly indicators: number;
  readonly missing: number;
}

/**
 * The mean of ordinal sub-indices.
 *
 * @param indicators levels and flags
 * @param missing "leave_out" (default) averages what has data; "zero" follows the tracker, which counts no data as 0
 * @returns the index on 0 to 100, null when nothing has data, and how many indicators have none
 * @example
 * ordinalIndex([{ value: null, highest: 3, has_flag: false, flag: null }]) // { index: null, indicators: 1, missing: 1 }
 * @see Oxford Covid-19 Government Response Tracker, index methodology, version 3.6
 */
export function ordinalIndex(
  indicators: readonly OrdinalIndicator[],
  missing: "leave_out" | "zero" = "leave_out",
): OrdinalIndex {
  const values = indicators.map(ordinalSubIndex);
  const absent = values.filter((value) => value === null).length;
  const counted = missing === "zero" ? values.map((value) => value ?? 0) : values.filter((v) => v !== null);
  const index =
    absent === values.length ? null : counted.reduce((sum: number, v) => sum + v!, 0) / counted.length;
  return { index, indicators: values.length, missing: absent };
}
