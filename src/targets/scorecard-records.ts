import type { Span } from "../span.js";
import type { Comparator, Deduction, TargetUnit } from "./records.js";

/** What a scorecard needs to know of a consequence record; the records of the consequence stage fit. */
export interface ConsequenceLink extends Span {
  readonly source: string;
  readonly polarity: "sanction" | "reward";
  readonly type: string;
  readonly addressee: string;
  readonly cue: string;
}

/** A consequence as a scorecard names it. */
export interface LinkedConsequence extends Span {
  readonly polarity: "sanction" | "reward";
  readonly type: string;
  readonly addressee: string;
}

/** A deduction rule with the span that prints it. */
export interface DeductionRule extends Span, Deduction {}

/** An item of a scorecard; its span prints its points and its value. */
export interface ScorecardItem extends Span {
  /** unique within the scorecard: labels from the top, indicators numbered within their item */
  readonly id: string;
  readonly label: string | null;
  readonly item: string;
  readonly points: number | null;
  readonly comparator: Comparator | null;
  readonly value: number | null;
  readonly unit: TargetUnit | null;
  readonly deductions: readonly DeductionRule[];
  readonly children: readonly ScorecardItem[];
}

/** One part of the yearly score, such as an inspection that counts 30 percent. */
export interface Component extends Span {
  readonly name: string;
  /** share of the total, 0.3 for 30% */
  readonly weight: number;
}

/** A range of the total score and what follows from it. */
export interface Band extends Span {
  readonly min: number | null;
  readonly min_inclusive: boolean | null;
  readonly max: number | null;
  readonly max_inclusive: boolean | null;
  readonly consequences: readonly LinkedConsequence[];
}

/** A ground that overrides the score. */
export interface Veto extends Span {
  /** the ground as printed, shortened to 18 characters */
  readonly condition: string;
  readonly consequences: readonly LinkedConsequence[];
}

/** What a rank earns or costs. */
export interface Prize extends Span {
  /** ranks from the top, or from the bottom where `from_bottom` */
  readonly ranks: number;
  readonly from_bottom: boolean;
  readonly consequences: readonly LinkedConsequence[];
}

/** A scoring system of a responsibility document as data: every number is printed at its span (in the text as read). */
export interface Scorecard extends Span {
  readonly source: string;
  readonly part: string;
  /** the printed total, with its span */
  readonly total_stated: (Span & { readonly points: number }) | null;
  /** the sum of the outermost items */
  readonly total_of_items: number | null;
  readonly items: readonly ScorecardItem[];
  readonly components: readonly Component[];
  readonly conversion: (Span & { readonly from: number; readonly to: number }) | null;
  readonly bands: readonly Band[];
  readonly vetoes: readonly Veto[];
  readonly prizes: readonly Prize[];
  readonly notes: readonly string[];
}
