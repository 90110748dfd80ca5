import type { Span } from "../span.js";
import { type CharacterCounts, isHan } from "./characters.js";
import { gbkBytes } from "./misread-utf8.js";

/** Numbered signs and Greek letters between Chinese characters, with no mark around them: what bytes out of step make of 、 and ，. */
const SEED = /(?<=[\u4e00-\u9fff])[\u2460-\u249b\u2160-\u216b\u0391-\u03c9]{1,3}(?=[\u4e00-\u9fff])/gu;
const SIGN = /[\u2460-\u249b\u2160-\u216b\u0391-\u03c9]/u;
/** How far a run reaches from its sign on either side. */
const REACH = 16;
/** Pairs of characters of the text's own words that the run must give, read one byte further on. */
const KNOWN = 3;

/**
 * Runs of GBK that were read one byte out of step: read from their second byte on they give pairs of characters that the text prints
 * elsewhere, three at least and twice as many as they give as printed.
 *
 * @param text the text as read
 * @param counts the text's characters and pairs
 * @returns spans of such runs, in order
 */
export function shiftedGbk(text: string, counts: CharacterCounts): Span[] {
  const spans: Span[] = [];
  for (const { index } of text.matchAll(SEED)) {
    if (index < (spans.at(-1)?.end ?? 0)) continue;
    let start = index;
    let end = index;
    while (start > 0 && index - start < REACH && isRun(text[start - 1] as string)) start--;
    while (end < text.length && end - index < REACH && isRun(text[end] as string)) end++;
    const run = text.slice(start, end);
    const [own, shifted] = [known(run, run, counts), known(read(run), run, counts)];
    if (shifted.length < KNOWN || shifted.length <= 2 * own.length) continue;
    // a character of the reading lies across two of the run
    const [first, last] = [shifted[0] as number, shifted.at(-1) as number];
    spans.push({ start: start + first, end: Math.min(end, start + last + 3) });
  }
  return spans;
}

const isRun = (character: string): boolean => isHan(character) || SIGN.test(character);

/** A run's bytes without the first, as GBK. */
function read(run: string): string {
  const table = gbkBytes();
  const bytes = [...run].flatMap((character) => {
    const code = table[character.charCodeAt(0)] as number;
    return [code >>> 8, code & 0xff];
  });
  return new TextDecoder("gb18030").decode(Uint8Array.from(bytes.slice(1)));
}

/** Where in a reading pairs of adjacent Chinese characters stand that the text prints outside a run. */
function known(reading: string, run: string, { pair }: CharacterCounts): number[] {
  const places: number[] = [];
  for (let i = 0; i + 1 < reading.length; i++) {
    const [first, second] = [reading[i] as string, reading[i + 1] as string];
    if (isHan(first) && isHan(second) && pair(first, second) > run.split(first + second).length - 1)
      places.push(i);
  }
  return places;
}
