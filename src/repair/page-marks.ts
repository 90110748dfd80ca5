import { bond, type CharacterCounts, isHan } from "./characters.js";
import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";
import { linesOf } from "./lines.js";

const forms = readLexicon("page-marks", ["form", "place", "pattern", "note"]);

const pattern = (place: string): RegExp =>
  new RegExp(
    forms
      .filter((row) => row.place === place)
      .map((row) => `(?:${row.pattern})`)
      .join("|"),
    place === "line" ? "u" : "gu",
  );
const WHOLE_LINE = pattern("line");
const ANYWHERE = pattern("anywhere");
const NUMBER_LINE = /^[0-9０-９]{1,3}$/u;
const LOOSE_NUMBER = /(?<=[\u4e00-\u9fff])[ \u3000]+[0-9]{1,3}(?=[ \u3000]*[\n\r\u4e00-\u9fff])[ \u3000]*/gu;

/**
 * Page numbers that a printout left in the text: `—1—`, `第3页`, `总第50页`, a number alone on its line, and a
 * number between blanks in the middle of a word (按要 3 求).
 *
 * A number alone counts as a page mark only where no other line of digits stands beside it (a table does). A
 * number inside a line counts only where the characters around it belong to one word by the text's own usage.
 *
 * @param text the text as read
 * @param counts the text's characters and pairs
 * @returns findings that repair removes, surrounding blanks included where the mark stands inside a line
 */
export function pageMarks(text: string, counts: CharacterCounts): Finding[] {
  const found: Finding[] = [];
  const add = (start: number, end: number, note: string): void => {
    found.push({ start, end, kind: "page_mark", note, replacement: "" });
  };
  const lines = linesOf(text);
  lines.forEach((line, i) => {
    const content = text.slice(line.start, Math.min(line.end, line.start + 40));
    if (line.end - line.start > 40) return;
    if (WHOLE_LINE.test(content)) add(line.start, line.end, "page mark on a line of its own");
    else if (NUMBER_LINE.test(content)) {
      const beside = [lines[i - 1], lines[i + 1]].some(
        (other) =>
          other && /^[0-9０-９.,%％]+$/u.test(text.slice(other.start, Math.min(other.end, other.start + 20))),
      );
      if (!beside) add(line.start, line.end, "number alone on its line");
    }
  });
  for (const match of text.matchAll(ANYWHERE)) {
    const end = match.index + match[0].length;
    add(match.index, end, "page mark inside a line");
  }
  for (const match of text.matchAll(LOOSE_NUMBER)) {
    const end = match.index + match[0].length;
    const before = text[match.index - 1] as string;
    const after = text.slice(end, end + 4).replace(/^[\s]+/u, "")[0] ?? "";
    if (isHan(after) && bond(counts, before, after) >= 0.15) add(match.index, end, "number inside a word");
  }
  return separate(found);
}
