import type { Span } from "../span.js";

/** The kinds of quantity that a text can carry. */
export const QUANTITY_KINDS = [
  "money",
  "duration",
  "multiple",
  "percent",
  "permille",
  "fraction",
  "points",
  "age",
] as const;
export type QuantityKind = (typeof QUANTITY_KINDS)[number];

/** A closed, half-open or exact interval; null is an open end. */
export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * One quantity of a text. Units of `min` and `max`: yuan for money, months for duration (a day is 1/30, a week 7/30, a year
 * 12), the factor for multiples (2倍 is 2), the share for percent, permille and fraction (50% is 0.5), points, years of age.
 */
export interface Quantity extends Span, Interval {
  readonly kind: QuantityKind;
  /** how the interval is printed: a word before or after one number, two numbers, or one bare number */
  readonly form: "exact" | "at_least" | "at_most" | "range";
  readonly flags: readonly ("masked" | "year_artifact")[];
}
