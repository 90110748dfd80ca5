import type { Span } from "../span.js";
import type { UnitKind } from "./units.js";

/** What a token is: a word (of any script), a unit that was kept whole, or a sign. */
export type TokenKind = "word" | "sign" | UnitKind;

/** One token. Its span is in the text that was segmented, or, where the function says so, in the text as read. */
export interface Token extends Span {
  /** the form that is counted: full-width forms folded, Latin letters in lower case, thousands separators removed */
  readonly term: string;
  readonly kind: TokenKind;
  /** part of speech in jieba's tag set where the segmenter gives one */
  readonly tag?: string;
}
