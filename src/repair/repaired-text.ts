import type { Span } from "../span.js";

/** The kinds of noise that a document can carry. */
export const NOISE_KINDS = [
  "page_mark",
  "boilerplate",
  "mojibake",
  "masked",
  "year_artifact",
  "truncated",
  "html_residue",
  "line_break_join",
  "ocr_error",
  "place_swap",
] as const;
export type NoiseKind = (typeof NOISE_KINDS)[number];

/** One finding of noise; its span is in the text as read. */
export interface NoiseRecord extends Span {
  readonly source: string;
  readonly kind: NoiseKind;
  readonly note: string;
}

/** One replacement made by a repair: the span [start, end) of the text as read reads `replacement` in the repaired text. */
export interface Edit extends Span {
  readonly replacement: string;
  readonly kind: NoiseKind;
  readonly note: string;
}

/**
 * A text and its repaired reading. Repair never changes the document: `text` is what later stages read, and
 * `edits` (sorted, not overlapping) say exactly how it differs, so that every offset maps back (see offsets.ts).
 */
export interface RepairedText {
  readonly source: string;
  /** the text as read */
  readonly raw: string;
  /** the repaired text */
  readonly text: string;
  readonly edits: readonly Edit[];
}
