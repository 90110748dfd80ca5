import { byCodePoint } from "./matrix.js";
import type { Token } from "./token.js";

/** What a concordance looks for. */
export type KwicQuery =
  /** a sequence of terms, each a form or an expression that must match the whole term */
  | { readonly terms: readonly (string | RegExp)[] }
  /** a string of characters, wherever it stands, or an expression over the text */
  | { readonly text: string | RegExp };

export interface KwicOptions {
  /** tokens of context on each side; default 8 */
  readonly window?: number;
  /** order of the lines: as in the text, or by the terms to the left or right, nearest first; default `position` */
  readonly sort?: "position" | "left" | "right";
}

/** A line of a concordance; offsets are in the text that the tokens are spans of. */
export interface KwicLine {
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly keyword: string;
  readonly right: string;
  /** index of the first and after the last token that the keyword touches */
  readonly first_token: number;
  readonly last_token: number;
  /** terms beside the keyword, nearest first */
  readonly left_terms: readonly string[];
  readonly right_terms: readonly string[];
}

/**
 * Key words in context: every hit of a query with the tokens left and right of it.
 *
 * Hits of a sequence do not overlap one another (the leftmost goes first). White space in the context is one space.
 *
 * @param text the text
 * @param tokens its tokens, in order
 * @param query terms in sequence, or characters
 * @param options see `KwicOptions`
 * @returns lines, in the order asked for; equal contexts in the order of the text
 * @throws RangeError when the window is below 0 or the query is empty
 */
export function kwic(
  text: string,
  tokens: readonly Token[],
  query: KwicQuery,
  { window = 8, sort = "position" }: KwicOptions = {},
): KwicLine[] {
  if (!Number.isInteger(window) || window < 0)
    throw new RangeError(`kwic requires a window of at least 0, got ${window}`);
  const hits = "terms" in query ? sequenceHits(tokens, query.terms) : textHits(text, tokens, query.text);
  const lines = hits.map(({ start, end, first, last }): KwicLine => {
    const from = tokens[Math.max(0, first - window)]?.start ?? start;
    const to = tokens[Math.min(tokens.length, last + window) - 1]?.end ?? end;
    return {
      start,
      end,
      left: window === 0 ? "" : flat(text.slice(Math.min(from, start), start)),
      keyword: flat(text.slice(start, end)),
      right: window === 0 ? "" : flat(text.slice(end, Math.max(to, end))),
      first_token: first,
      last_token: last,
      left_terms: tokens
        .slice(Math.max(0, first - window), first)
        .reverse()
        .map((token) => token.term),
      right_terms: tokens.slice(last, last + window).map((token) => token.term),
    };
  });
  return inContextOrder(lines, sort, (line) => line);
}

/**
 * Lines of one or several concordances in the order asked for; equal contexts stay in the order they came in.
 *
 * @param lines anything that holds a line
 * @param sort `position`: as they came; `left`, `right`: by the terms on that side, nearest first, in code-point order
 * @param lineOf the line's terms
 * @returns a new list
 */
export function inContextOrder<T>(
  lines: readonly T[],
  sort: NonNullable<KwicOptions["sort"]>,
  lineOf: (item: T) => Pick<KwicLine, "left_terms" | "right_terms">,
): T[] {
  if (sort === "position") return [...lines];
  const keyed = lines.map((item) => {
    const { left_terms, right_terms } = lineOf(item);
    return { item, key: (sort === "right" ? right_terms : left_terms).join("\u0000") };
  });
  return keyed.sort((a, b) => byCodePoint(a.key, b.key)).map(({ item }) => item);
}

interface Hit {
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
}

function sequenceHits(tokens: readonly Token[], terms: readonly (string | RegExp)[]): Hit[] {
  if (terms.length === 0) throw new RangeError("kwic requires at least one term, got none");
  const tests = terms.map((term) => {
    if (typeof term === "string") return (form: string) => form === term;
    const whole = new RegExp(`^(?:${term.source})$`, term.flags.replace(/[gy]/g, ""));
    return (form: string) => whole.test(form);
  });
  const hits: Hit[] = [];
  for (let i = 0; i + tests.length <= tokens.length; i++) {
    if (!tests.every((test, j) => test(tokens[i + j]!.term))) continue;
    const last = i + tests.length;
    hits.push({ start: tokens[i]!.start, end: tokens[last - 1]!.end, first: i, last });
    i = last - 1;
  }
  return hits;
}

function textHits(text: string, tokens: readonly Token[], wanted: string | RegExp): Hit[] {
  if (wanted === "") throw new RangeError("kwic requires characters to look for, got none");
  const pattern =
    typeof wanted === "string"
      ? new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "g")
      : new RegExp(wanted.source, wanted.flags.includes("g") ? wanted.flags : `${wanted.flags}g`);
  const hits: Hit[] = [];
  let first = 0;
  for (const match of text.matchAll(pattern)) {
    if (match[0] === "") continue;
    const start = match.index;
    const end = start + match[0].length;
    while (first < tokens.length && tokens[first]!.end <= start) first++;
    let last = first;
    while (last < tokens.length && tokens[last]!.start < end) last++;
    hits.push({ start, end, first, last });
  }
  return hits;
}

function flat(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
