import type { SourceDocument } from "../corpus/document.js";
import type { NoiseRecord, RepairedText } from "../repair/repaired-text.js";
import type { Span } from "../span.js";

export const GENRES = [
  "responsibility_contract",
  "decision",
  "measures",
  "implementation_plan",
  "report",
  "speech",
  "notice",
  "opinion",
  "rules_manual",
  "functions",
  "qa_script",
  "statute",
  "other",
] as const;
export type Genre = (typeof GENRES)[number];

export const LEVELS = [
  "national",
  "province",
  "prefecture",
  "county",
  "township_street",
  "village",
  "enterprise",
  "unknown",
] as const;
export type Level = (typeof LEVELS)[number];

/** One constituent document of a collection; its span is in the text as read. */
export interface Part extends Span {
  readonly source: string;
  /** label within the source, such as `1` or `2a` */
  readonly part: string;
  /** the document's own printed title without white space, null where it is lost */
  readonly title: string | null;
  /** the collection's heading for it, null where missing */
  readonly heading: string | null;
  readonly genre: Genre;
  readonly level: Level;
  /** year as printed, null where none is */
  readonly year: string | null;
  readonly year_reliable: boolean;
}

/** One node of the outline: a heading, article, paragraph or list item with all that hangs on it. */
export interface OutlineNode extends Span {
  readonly source: string;
  readonly part: string;
  /** labels from the top, such as `三/（二）/4`; empty for text above the first label */
  readonly path: string;
  /** depth in the tree, 1 for the outermost */
  readonly level: number;
  /** the enumerator as printed, such as `（二）` or `第十条`; null for an unnumbered paragraph */
  readonly label: string | null;
  /** heading text where the node has one */
  readonly heading: string | null;
}

/**
 * The unit of coding: from the last boundary to the next 。；！？ or end of a list item.
 * `start`, `end` are in the text as read, `at` in the repaired text; `headings` and `lead_in` are spans of the repaired text.
 */
export interface Clause extends Span {
  readonly source: string;
  readonly part: string;
  readonly path: string;
  readonly at: Span;
  /** headings above the clause, outermost first (repaired text) */
  readonly headings: readonly Span[];
  /** the lead-in (“…：”) that the clause's list item hangs on, nearest first (repaired text) */
  readonly lead_ins: readonly Span[];
  /** the enumerator that opens the clause's item, as printed, where the clause is the item's first */
  readonly label: string | null;
  /** whether the clause is itself a heading */
  readonly is_heading: boolean;
}

/** A source document with everything that the structure stage found in it. */
export interface StructuredDocument {
  readonly document: SourceDocument;
  readonly repaired: RepairedText;
  readonly noise: readonly NoiseRecord[];
  readonly parts: readonly Part[];
  readonly outline: readonly OutlineNode[];
  readonly clauses: readonly Clause[];
}
