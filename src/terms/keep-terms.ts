import { createHash } from "node:crypto";
import type { Dictionary } from "./dictionary.js";
import { matchTerms } from "./match-terms.js";
import type { Segmenter } from "./segmenter.js";
import type { Token } from "./token.js";
import { foldWidth } from "./units.js";

/**
 * A segmenter that keeps the terms of a lexicon whole, found on the characters by longest match, whatever its engine does.
 *
 * A term inside a longer word of the engine, or in a unit, is no hit (印度 in 印度尼西亚). Where a term cuts through a word of
 * the engine, the rest of that word is a token of its own.
 *
 * @param segmenter any segmenter whose tokens do not overlap
 * @param lexicon the terms
 * @returns a segmenter with a fingerprint of both
 * @throws RangeError for character bigrams, which overlap
 * @example
 * keepTerms(createSegmenter({ engine: "characters" }), dictionary("fees", ["抚养费"])).segment("抚养费用").map((t) => t.term) // ["抚养费", "用"]
 */
export function keepTerms(segmenter: Segmenter, lexicon: Dictionary): Segmenter {
  if (segmenter.engine === "bigrams")
    throw new RangeError("keepTerms requires tokens that do not overlap, got bigrams");
  const tagOf = new Map(lexicon.entries.map(({ word, tag }) => [termOfWord(word), tag ?? "n"]));
  const hash = createHash("sha256").update(`${segmenter.fingerprint} keeps ${lexicon.sha256}`).digest("hex");
  return {
    ...segmenter,
    dictionary: `${segmenter.dictionary}, keeps ${lexicon.name}`,
    fingerprint: hash.slice(0, 16),
    segment: (text) => {
      const tokens = segmenter.segment(text);
      const folded = foldWidth(text).toLowerCase();
      const searched = folded.length === text.length ? folded : foldWidth(text); // İ in lower case is two units
      const matches = matchTerms(searched, tagOf.keys(), { words: tokens });
      const kept = matches.map((match): Token => {
        const token = { ...match, kind: "word" as const };
        return segmenter.tags ? { ...token, tag: tagOf.get(match.term)! } : token;
      });
      return putInto(searched, tokens, kept);
    },
  };
}

/** The form that a word of a lexicon is counted under: width folded, in lower case. */
export function termOfWord(word: string): string {
  return foldWidth(word).toLowerCase();
}

/** Tokens with others in place of what those cover. */
function putInto(text: string, tokens: readonly Token[], kept: readonly Token[]): Token[] {
  const result: Token[] = [];
  let next = 0; // next of them to be placed
  for (const token of tokens) {
    let from = token.start;
    from = Math.max(from, result.at(-1)?.end ?? 0); // one that began in an earlier token may reach into this one or beyond it
    for (; next < kept.length && kept[next]!.start < token.end; next++) {
      const { start, end } = kept[next]!;
      if (from < start) result.push(piece(text, token, from, start));
      result.push(kept[next]!);
      from = end;
    }
    if (from === token.start) result.push(token);
    else if (from < token.end) result.push(piece(text, token, from, token.end));
  }
  return result;
}

function piece(text: string, token: Token, start: number, end: number): Token {
  return { ...token, start, end, term: text.slice(start, end) };
}
