import type { Span } from "../span.js";

export const COMPARATORS = [">=", "<=", "=", "<"] as const;
export type Comparator = (typeof COMPARATORS)[number];

export const TARGET_UNITS = ["percent", "permille", "ratio", "count", "yuan"] as const;
export type TargetUnit = (typeof TARGET_UNITS)[number];

export const TARGET_ROLES = ["target", "quota", "reported", "veto_threshold", "watchlist_threshold"] as const;
export type TargetRole = (typeof TARGET_ROLES)[number];

/** `masked` hidden by a mark, `truncated` a value or its unit is gone, `relative` the value is a distance to another target. */
export const TARGET_FLAGS = ["masked", "truncated", "garbled", "relative", "range", "year_artifact"] as const;
export type TargetFlag = (typeof TARGET_FLAGS)[number];

export const DEDUCTION_UNITS = [
  "percentage_point",
  "case",
  "person",
  "occurrence",
  "day",
  "month",
  "year",
  "amount",
] as const;
export type DeductionUnit = (typeof DEDUCTION_UNITS)[number];

/** Points that an item loses for each unit of shortfall or misconduct. */
export interface Deduction {
  readonly per: DeductionUnit;
  readonly points: number;
  /** the least that the item can score where the text says so (扣完为止 is 0), null where it does not */
  readonly floor: number | null;
  /** how many of `per` make one step; left out where it is one (每低于0.5个百分点 is 0.5, 每1万元 is 10000) */
  readonly step?: number;
}

/** One indicator of a target document, or an item that carries points; its span is in the text as read. */
export interface TargetRecord extends Span {
  readonly source: string;
  /** what is measured, as printed, shortened to 18 characters */
  readonly item: string;
  readonly comparator: Comparator | null;
  readonly value: number | null;
  readonly unit: TargetUnit | null;
  readonly points: number | null;
  readonly deduction: Deduction | null;
  /** label of the constituent document */
  readonly part: string;
  /** the enumerator of the item, without its mark; null where the indicator has none of its own */
  readonly label: string | null;
  /** label of the item that holds this one, else the heading above it */
  readonly parent: string | null;
  readonly role: TargetRole;
  readonly flags: readonly TargetFlag[];
  /** labels from the top of the outline */
  readonly path: string;
  /** to whom a quota is given, as printed */
  readonly addressee: string | null;
  /** upper end of a printed range, else null */
  readonly value_max: number | null;
}

/** An indicator as found, before items are put together; offsets in the folded text. */
export interface Indicator extends Span {
  readonly item: string;
  readonly comparator: Comparator | null;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: TargetUnit | null;
  readonly role: TargetRole;
  readonly flags: readonly TargetFlag[];
  readonly addressee: string | null;
}
