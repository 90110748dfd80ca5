import type { Token } from "./token.js";

/** Which tokens are counted, and under which form. */
export interface Selection {
  /** terms left out; default none */
  readonly stopWords?: ReadonlySet<string>;
  /** fewest characters (code points) of a term; default 1 */
  readonly minLength?: number;
  /** whether numbers, amounts, percentages, dates and document numbers count; default false */
  readonly numbers?: boolean;
  /** whether punctuation and other signs count; default false */
  readonly signs?: boolean;
  /** forms counted as another term, such as 计生 as 计划生育; default none */
  readonly variants?: ReadonlyMap<string, string>;
  /** first letters of parts of speech to keep, such as `["n", "v"]`; needs a segmenter with tags; default all */
  readonly tags?: readonly string[];
}

/**
 * The term that a token counts as, null where it is left out.
 *
 * Variants are merged before stop words and length are looked at.
 *
 * @param token a token
 * @param selection see `Selection`
 * @returns the term or null
 * @throws TypeError when tags are asked for and the token has none
 */
export function termOf(token: Token, selection: Selection = {}): string | null {
  const { kind } = token;
  if (kind === "sign" ? !selection.signs : kind !== "word" && kind !== "title" && !selection.numbers)
    return null;
  if (selection.tags && kind === "word") {
    const { tag } = token;
    if (tag === undefined)
      throw new TypeError("termOf requires tokens with tags to select by part of speech");
    if (!selection.tags.some((wanted) => tag.startsWith(wanted))) return null;
  }
  const term = selection.variants?.get(token.term) ?? token.term;
  if (selection.stopWords?.has(term)) return null;
  if (selection.minLength !== undefined && Array.from(term).length < selection.minLength) return null;
  return term;
}

/**
 * The terms of a list of tokens, in order, without those left out.
 *
 * @param tokens tokens
 * @param selection see `Selection`
 * @returns terms in order
 * @example
 * selectTerms([{ start: 0, end: 2, term: "罚款", kind: "word" }, { start: 2, end: 3, term: "。", kind: "sign" }]) // ["罚款"]
 */
export function selectTerms(tokens: readonly Token[], selection: Selection = {}): string[] {
  const terms: string[] = [];
  for (const token of tokens) {
    const term = termOf(token, selection);
    if (term !== null) terms.push(term);
  }
  return terms;
}
