import type { CharacterCounts } from "./characters.js";
import type { Finding } from "./finding.js";
import { utf8ReadAsGbk } from "./misread-utf8.js";
import { shiftedGbk } from "./shifted-gbk.js";

/** What decoding with a wrong table prints by itself: replacement characters, 锟斤拷, Latin letters for bytes of UTF-8. */
const CONTINUATION = "[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";
const CERTAIN = new RegExp(
  [
    "\\ufffd+|(?:锟斤拷)+|(?:嚙踝蕭)+|(?:烫烫|屯屯)+|(?:ï¿½)+",
    `(?:[ÂÃ]${CONTINUATION}|[à-ï]${CONTINUATION}{2}){2,}`, // UTF-8 read as Latin letters
    "[\\u00a1-\\u00a6\\u00a8-\\u00af\\u00b2-\\u00b6\\u00b8-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff]{4,}", // GB18030 read so
    "[\\u0080-\\u009f]+",
  ].join("|"),
  "gu",
);
/** Characters that Chinese prose does not use next to Chinese characters: Cyrillic, Thai, kana, Hangul, box drawing other than a table's, private use. */
const STRANGE =
  /[\u0400-\u04ff\u0e00-\u0e7f\uac00-\ud7af\u3041-\u30fa\u2504-\u250b\u250d-\u250f\u2511-\u2513\u2515-\u2517\u2519-\u251b\u251d-\u2523\u2525-\u252b\ue000-\uf8ff]/u;
/** Where a garbled run ends: white space, ASCII, and the punctuation of Chinese prose. */
const EDGE = /[\s!-~。，、；：！？“”‘’《》（）【】—…％]/u;
const REACH = 8;

/**
 * Runs of characters that came from reading bytes with the wrong code table or out of step.
 *
 * Certain signs count alone. Strange characters (kana, odd box drawing, private use) count where at least two stand within
 * sixteen characters of each other beside Chinese characters; the run reaches from the sign before them to the sign
 * after. Flagged, never repaired: what was printed is not known.
 *
 * @param text the text as read
 * @param counts the text's characters and pairs
 */
export function mojibake(text: string, counts: CharacterCounts): Finding[] {
  const found: Finding[] = [];
  const add = (start: number, end: number, note: string): void => {
    found.push({ start, end, kind: "mojibake", note });
  };
  for (const match of text.matchAll(CERTAIN)) {
    add(match.index, match.index + match[0].length, "characters of a wrong decoding");
  }
  for (const { start, end } of utf8ReadAsGbk(text)) add(start, end, "UTF-8 bytes read as GB18030");
  for (const { start, end } of shiftedGbk(text, counts)) add(start, end, "GBK read one byte out of step");
  let seeds: number[] = [];
  const flush = (): void => {
    if (seeds.length >= 2) {
      let start = seeds[0] as number;
      let end = (seeds.at(-1) as number) + 1;
      for (let i = 0; i < REACH && start > 0 && !EDGE.test(text[start - 1] as string); i++) start--;
      for (let i = 0; i < REACH && end < text.length && !EDGE.test(text[end] as string); i++) end++;
      if (/[\u4e00-\u9fff]/u.test(text.slice(start, end))) add(start, end, "code table read out of step");
    }
    seeds = [];
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x400 || (code > 0x30fa && code < 0xac00) || !STRANGE.test(text[i] as string)) continue;
    const last = seeds.at(-1);
    if (last !== undefined && i - last > 2 * REACH) flush();
    seeds.push(i);
  }
  flush();
  return found;
}
