import type { Span } from "../span.js";

/**
 * How two texts repeat each other.
 *
 * - `copy`: the same letters, digits and Chinese characters, shingle by shingle
 * - `near_copy`: the same text with differences on either side
 * - `contained`: one text lies in the other, which holds much more
 * - `template_swap`: one template filled differently; both are data, both count
 */
export const DUPLICATE_KINDS = ["copy", "near_copy", "contained", "template_swap"] as const;
export type DuplicateKind = (typeof DUPLICATE_KINDS)[number];

/** What is compared: whole parts (and the text outside the parts), runs of paragraphs and list items, or of clauses. */
export const DUPLICATE_LEVELS = ["part", "paragraph", "clause"] as const;
export type DuplicateLevel = (typeof DUPLICATE_LEVELS)[number];

/** One side of a pair; the span is in the text as read. */
export interface DuplicateSide extends Span {
  readonly source: string;
  /** label of the part, null for text outside the parts (a site's teaser) */
  readonly part: string | null;
}

/** Two texts that repeat each other. Similarities are over 5-character shingles of letters, digits and Chinese only. */
export interface DuplicateRecord {
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  readonly kind: DuplicateKind;
  readonly jaccard: number;
  readonly containment_a_in_b: number;
  readonly containment_b_in_a: number;
  /**
   * the cluster, the same for all texts that copies join, named after the text it keeps (`source#part`, for a passage
   * `source:start-end`); null for a template_swap, which joins nothing
   */
  readonly cluster: string | null;
  /** which of the two counts: `neither` where a third copy is kept, `both` for a template_swap */
  readonly keep: "a" | "b" | "both" | "neither";
  readonly level: DuplicateLevel;
}

/**
 * A text to compare: a part of a source, or a stretch outside the parts.
 *
 * `text` is what is compared (the repaired text); `start`, `end` are its place in the text as read.
 */
export interface ComparedText extends DuplicateSide {
  readonly text: string;
  /** maps a range of `text` to the text as read; by default the two differ by `start` only */
  readonly toRaw?: (span: Span) => Span;
  /** offsets in `text` where a paragraph or list item begins, beside those after a line break */
  readonly breaks?: readonly number[];
  /** characters of noise in it, which the choice of the kept copy weighs; default 0 */
  readonly noise?: number;
}

/** The order of two sides: source in code-point order, then place. */
export function compareSides(a: DuplicateSide, b: DuplicateSide): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}

/** A key that is the same for two sides of the same place. */
export function placeOf({ source, start, end }: DuplicateSide): string {
  return `${source}\n${start}\n${end}`;
}

/** The side that a text is reported as: the whole of it, or a range of its `text`. */
export function sideOf(compared: ComparedText, range?: Span): DuplicateSide {
  const { source, part, start, end } = compared;
  if (!range) return { source, part, start, end };
  const raw = compared.toRaw?.(range) ?? { start: start + range.start, end: start + range.end };
  return { source, part, start: raw.start, end: raw.end };
}
