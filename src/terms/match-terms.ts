import type { Span } from "../span.js";

/** A term of a lexicon found in a text. */
export interface TermMatch extends Span {
  readonly term: string;
}

export interface MatchOptions {
  /** longer words that swallow a term without being counted, such as 印度尼西亚 for 印度; default none */
  readonly longer?: Iterable<string>;
  /** spans of words (tokens): a term inside a longer one of them, and not at both of its edges, is no hit. Default: not looked at */
  readonly words?: readonly Span[];
}

/**
 * The terms of a lexicon in a text, by longest match on the characters, whatever a segmenter makes of it.
 *
 * From left to right the longest word of lexicon and `longer` that starts at a character wins, and nothing inside it is
 * looked at, so 印度 in 印度尼西亚 does not count where the lexicon, `longer` or the tokens know the longer word.
 *
 * @param text the text (repaired, width folded)
 * @param terms terms to find
 * @param options see `MatchOptions`
 * @returns hits in order, not overlapping
 * @throws RangeError when a term is empty
 * @example
 * matchTerms("出访印度尼西亚和印度", ["印度"], { longer: ["印度尼西亚"] }) // [{ start: 8, end: 10, term: "印度" }]
 */
export function matchTerms(text: string, terms: Iterable<string>, options: MatchOptions = {}): TermMatch[] {
  const wanted = new Set(terms);
  const byStart = new Map<number, string[]>();
  for (const word of new Set([...wanted, ...(options.longer ?? [])])) {
    if (word === "") throw new RangeError("matchTerms requires terms with characters, got an empty one");
    const list = byStart.get(word.charCodeAt(0)) ?? [];
    list.push(word);
    byStart.set(word.charCodeAt(0), list);
  }
  for (const list of byStart.values()) list.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const hits: TermMatch[] = [];
  let word = 0;
  for (let start = 0; start < text.length; ) {
    const found = byStart.get(text.charCodeAt(start))?.find((candidate) => text.startsWith(candidate, start));
    if (found === undefined) {
      start++;
      continue;
    }
    const end = start + found.length;
    const { words } = options;
    while (words && word < words.length && words[word]!.end <= start) word++;
    const around = words?.[word];
    const inside =
      around !== undefined &&
      around.start <= start &&
      end <= around.end &&
      end - start < around.end - around.start;
    if (wanted.has(found) && !inside) hits.push({ start, end, term: found });
    start = end;
  }
  return hits;
}
