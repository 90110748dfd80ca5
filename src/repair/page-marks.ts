import type { Span } from "../span.js";
import { bond, type CharacterCounts, isHan } from "./characters.js";
import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";
import { linesOf } from "./lines.js";
import { foldDigits } from "./ordinals.js";

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
/** A line of running text: it has a sign or is long. */
const RUNNING = /[，。；：、！？]|.{20}/u;
const NUMBER_LINE = /^[0-9０-９]{1,3}$/u;
const LOOSE_NUMBER = /(?<=[\u4e00-\u9fff])[ \u3000]+[0-9]{1,3}(?=[ \u3000]*[\n\r\u4e00-\u9fff])[ \u3000]*/gu;

/**
 * Page numbers that a printout left in the text: `—1—`, `第3页`, `总第50页`, a number alone on its line, and a
 * number between blanks in the middle of a word (按要 3 求).
 *
 * A number alone counts as a page mark only beside running text and in a sequence (in a table neither holds). A
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
  lines.forEach(({ start, end }) => {
    if (end - start <= 40 && WHOLE_LINE.test(text.slice(start, end)))
      add(start, end, "page mark on a line of its own");
  });
  for (const { start, end } of loneNumbers(text, lines)) add(start, end, "number alone on its line");
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

/**
 * Numbers alone on a line that may count pages: a line of running text stands beside each, and where there are several, most
 * follow the one before or start again at 1. Columns of a table do neither.
 */
function loneNumbers(text: string, lines: readonly Span[]): Span[] {
  const found = lines.filter(({ start, end }, i) => {
    if (end - start > 3 || !NUMBER_LINE.test(text.slice(start, end))) return false;
    const beside = [lines[i - 1], lines[i + 1]].flatMap((line) =>
      line ? [text.slice(line.start, line.end)] : [],
    );
    return (
      beside.some((other) => RUNNING.test(other)) &&
      !beside.some((other) => /^[0-9０-９.,%％]+$/u.test(other))
    );
  });
  const numbers = found.map(({ start, end }) => Number(foldDigits(text.slice(start, end))));
  const steps = numbers.slice(1).map((n, i) => n - (numbers[i] as number));
  const follows = steps.filter((step, i) => (step >= 1 && step <= 3) || numbers[i + 1] === 1).length;
  return follows * 2 >= steps.length ? found : [];
}
