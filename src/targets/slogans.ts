import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { exactClaim } from "./judged.js";
import { sentences } from "./sentences.js";

/** 三个强化, 四到位, 五不准: a number of phrases that all begin or end with one word */
const SLOGAN = /([二两三四五六七八九十])个?([\u4e00-\u9fff]{2})(?=[”、,:和(])/g;

/** Slogans that announce how often a word comes, against the phrases of the sentence that have it: 三个强化：强化宣传、强化服务、强化征收 */
export function sloganClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    return [...words.matchAll(SLOGAN)].flatMap((match) => {
      const stated = readNumeral(match[1] as string, 0)?.value ?? 0;
      const word = match[2] as string;
      const end = match.index + match[0].length;
      const run = runOf(words.slice(end), word);
      if (!run || run.count < 2) return [];
      return [
        exactClaim(
          {
            start: sentence.start + match.index,
            end: sentence.start + end + run.end,
            type: "enumeration",
            claim: `${stated} announced`,
            operands: [run.count],
            formula: "count of phrases with the word",
          },
          run.count,
          stated,
          `${run.count} phrases follow`,
        ),
      ];
    });
  });
}

/** the first unbroken run of phrases that begin, or that end, with the word */
function runOf(words: string, word: string): { count: number; end: number } | null {
  const phrases = [...words.matchAll(/[^、,;:“”()]+/g)].filter(
    (p) => !/[二两三四五六七八九十]个?[\u4e00-\u9fff]{2}$/.test(p[0].trim()),
  );
  for (const has of [(p: string) => p.startsWith(word), (p: string) => p.endsWith(word)]) {
    const first = phrases.findIndex((p) => has(plain(p[0])));
    if (first < 0) continue;
    let next = first;
    while (next < phrases.length && has(plain((phrases[next] as RegExpExecArray)[0]))) next++;
    const last = phrases[next - 1] as RegExpExecArray;
    if (next - first > 1) return { count: next - first, end: last.index + last[0].length };
  }
  return null;
}

const plain = (phrase: string): string => phrase.trim().replace(/^(?:即|和|及)/, "");
