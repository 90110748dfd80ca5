import type { CharacterCounts } from "./characters.js";
import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";

const forms = readLexicon("misprints", ["wrong", "note"], ["right"]).map(({ wrong, right, note }) => ({
  pattern: new RegExp(wrong, "gu"),
  right,
  note,
}));

/** Letters among digits: l or I for 1, O or o for 0 (l3个, 29OO, 1OO％, 95.O％). */
const LETTERS =
  /(?<![A-Za-z0-9０-９.])(?=[0-9０-９lIOo.]{2,10}(?![A-Za-z0-9０-９]))(?=[lIOo]{0,3}\.?[0-9０-９])[0-9０-９lIOo]*(?:[lIOo]|\.[0-9０-９]*[lIOo])[0-9０-９lIOo]*(?:\.[0-9０-９lIOo]+)?(?=[\u4e00-\u9fff%％‰余])/gu;
const DIGIT: Readonly<Record<string, string>> = { l: "1", I: "1", O: "0", o: "0" };
/** Radicals of the Kangxi table, which some printouts hold in the place of the characters that look like them. */
const RADICALS = /[\u2f00-\u2fd5]/gu;
/** A word of two characters printed twice (服务服务机构), which is no emphatic doubling of a verb. */
const DOUBLED = /([\u4e00-\u9fff])([\u4e00-\u9fff])\1\2(?=[\u4e00-\u9fff\d])/gu;

/**
 * Slips of scanning and printing: letters among digits, characters mistaken for others of the same shape, doubled words.
 *
 * Letters among digits, radicals and the pairs of `data/lexicon/misprints.yaml` are repaired character for character; doubled words
 * are only flagged, and only where the two characters form a word more often than with their neighbours (运用信用信息 is none).
 *
 * @param text the text as read
 * @param counts the text's characters and pairs
 */
export function misprints(text: string, counts: CharacterCounts): Finding[] {
  const found: Finding[] = [];
  const add = (start: number, printed: string, note: string, replacement?: string): void => {
    const end = start + printed.length;
    found.push({
      start,
      end,
      kind: "ocr_error",
      note,
      ...(replacement === undefined ? {} : { replacement }),
    });
  };
  for (const match of text.matchAll(LETTERS)) {
    if (match[0].endsWith("o")) continue; // 30o stands for 30°
    const right = match[0].replace(/[lIOo]/gu, (letter) => DIGIT[letter] as string);
    add(match.index, match[0], `letter for a digit: ${right}`, right);
  }
  for (const match of text.matchAll(RADICALS)) {
    const right = match[0].normalize("NFKC");
    add(match.index, match[0], `radical for a character: ${right}`, right);
  }
  for (const { pattern, right, note } of forms) {
    for (const match of text.matchAll(pattern)) add(match.index, match[0], note, right || undefined);
  }
  for (const match of text.matchAll(DOUBLED)) {
    const [, first, second] = match as unknown as [string, string, string];
    const word = counts.pair(first, second) - 2; // occurrences elsewhere: 构建共建共治 is none
    const before = counts.pair(text[match.index - 1] ?? "", first) - 1;
    const after = counts.pair(second, text[match.index + 4] ?? "") - 1;
    if (first !== second && word > before && word > after) add(match.index, match[0], "word printed twice");
  }
  return separate(found);
}
