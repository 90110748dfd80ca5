import { bond, type CharacterCounts } from "./characters.js";
import type { Finding } from "./finding.js";
import { linesOf } from "./lines.js";

const BLANKS = /(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[\u4e00-\u9fff])/gu;

/**
 * Blanks inside a word of running text (群   众), left where a printed line was broken, which repair closes.
 *
 * Only where the characters on both sides belong to one word by the text's own usage, and only in lines with
 * punctuation: letter-spaced headings and columns stay as they are.
 *
 * @param text the text as read
 * @param counts the text's characters and pairs
 */
export function blanksInWords(text: string, counts: CharacterCounts): Finding[] {
  const found: Finding[] = [];
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    if (!/[，。；,]/u.test(line)) continue;
    for (const match of line.matchAll(BLANKS)) {
      const from = start + match.index;
      const to = from + match[0].length;
      if (bond(counts, text[from - 1] as string, text[to] as string) < 0.25) continue;
      const note = "blanks inside a word, where a line was broken";
      found.push({ start: from, end: to, kind: "line_break_join", note, replacement: "" });
    }
  }
  return found;
}
