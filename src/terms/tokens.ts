import { toRaw } from "../repair/offsets.js";
import type { RepairedText } from "../repair/repaired-text.js";
import type { Clause, StructuredDocument } from "../structure/records.js";
import type { Segmenter } from "./segmenter.js";
import type { Token } from "./token.js";

/** The tokens of one part of a source document; spans are in the text as read. */
export interface PartTokens {
  readonly source: string;
  readonly part: string;
  readonly tokens: readonly Token[];
}

/**
 * The tokens of a repaired text, with spans in the text as read.
 *
 * The repaired text is what is cut, so a word that a page mark or a broken line runs through is one token, whose span
 * then holds the mark.
 *
 * @param repaired the text and its repair
 * @param segmenter how to cut
 * @returns tokens in order
 */
export function tokenize(repaired: RepairedText, segmenter: Segmenter): Token[] {
  const tokens = segmenter.segment(repaired.text);
  if (repaired.edits.length === 0) return tokens;
  return tokens.map((token) => ({ ...token, ...toRaw(repaired, token) }));
}

/**
 * The tokens of each part of a structured document; what lies outside the parts (a site's front matter) is left out.
 *
 * @param structured the document with its parts
 * @param segmenter how to cut
 * @returns one entry a part, in the order of the parts
 */
export function tokensByPart(structured: StructuredDocument, segmenter: Segmenter): PartTokens[] {
  const tokens = tokenize(structured.repaired, segmenter);
  return structured.parts.map(({ source, part, start, end }) => ({
    source,
    part,
    tokens: tokens.filter((token) => token.start >= start && token.start < end),
  }));
}

/** The tokens of one clause. */
export interface ClauseTokens {
  readonly clause: Clause;
  readonly tokens: readonly Token[];
}

/**
 * The tokens of each clause, for statistics that must not cross a clause.
 *
 * @param structured the document with its clauses
 * @param tokens tokens with spans in the text as read, in order
 * @returns one entry a clause that holds tokens, in order
 */
export function tokensByClause(structured: StructuredDocument, tokens: readonly Token[]): ClauseTokens[] {
  const clauses = [...structured.clauses].sort((a, b) => a.start - b.start || a.end - b.end);
  const entries: { clause: Clause; tokens: Token[] }[] = [];
  let at = 0;
  for (const token of tokens) {
    while (at < clauses.length && clauses[at]!.end <= token.start) at++;
    const clause = clauses[at];
    if (clause === undefined) break;
    if (token.start < clause.start) continue;
    const last = entries.at(-1);
    if (last?.clause === clause) last.tokens.push(token);
    else entries.push({ clause, tokens: [token] });
  }
  return entries;
}
