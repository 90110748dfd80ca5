import { readLexicon } from "../repair/lexicon.js";
import { chineseOrdinal, foldDigits } from "../repair/ordinals.js";
import type { Span } from "../span.js";

/** A line, or the end of one, that reads like a collection's heading for one of its documents. */
export interface HeadingCandidate extends Span {
  readonly ordinal: number;
  /** the words before the number, which the headings of one collection share; empty where the number comes first */
  readonly stem: string;
}

/** Chinese numerals or digits, not both in one number (第3百篇). */
const NUMBER = "(?:[一二三四五六七八九十百]{1,4}|[\\d０-９]{1,4})";
const FIRST_NUMBER = new RegExp(NUMBER, "u");
const OPEN = "[【\\[（(]";
const SHUT = "[】\\]）)]";
/** Rules, stars and dashes with which a site dresses a heading. */
const DRESS = "[#*★☆◆◇■□●○·—–―=\\-\\s]*";

const forms = readLexicon("part-headings", ["form", "pattern", "bare", "note"]);
const marks = (bare?: string): string =>
  forms
    .filter((row) => bare === undefined || row.bare === bare)
    .map((row) => row.pattern.replaceAll("{n}", NUMBER))
    .join("|");
const MARK = `(?<mark>${marks()})`;

/** 第一篇：… 篇一：… 范文三 … 【篇二】… 范文第1篇 */
const LEADING = new RegExp(
  `^${DRESS}${OPEN}?(?<mark>${marks("yes")}|(?:${marks("no")})(?=[：:】\\]）)、．.*\\s—–-]|$))${SHUT}?[：:、．.*\\s]*`,
  "u",
);
/** …篇一 …第一篇 …（篇二） …范文3 */
const TRAILING = new RegExp(`^${DRESS}(?<stem>\\S.{0,60}?)\\s*${OPEN}?${MARK}${SHUT}?${DRESS}$`, "u");
/** …篇一：… */
const MIDDLE = new RegExp(`^${DRESS}(?<stem>\\S.{0,40}?)\\s*${OPEN}?${MARK}${SHUT}?[：:](?=\\s*\\S)`, "u");
/** Where a heading is glued to the end of the line before it. */
const GLUED = new RegExp(
  `(?<=[。！？…”）)])\\s*(?=${OPEN}?(?:${marks()})${SHUT}?[：:]|【(?:${marks()})】)`,
  "gu",
);
const DRESS_AT_END = new RegExp(`${DRESS}$`, "u");
/** The sentence that a heading is glued to, where words come before the number. */
const SENTENCE = /[。！？]/gu;

/**
 * The headings of a collection that a line may hold: its start, its end, or what is glued to the end of its text.
 *
 * @param text repaired text
 * @param line one of its lines
 * @returns candidates in order, each with the span of its heading
 */
export function headingCandidates(text: string, line: Span): HeadingCandidate[] {
  return pieces(text, line).flatMap((piece) => {
    const content = text.slice(piece.start, Math.min(piece.end, piece.start + 120));
    const head = LEADING.exec(content);
    if (head) {
      const runsOn = piece.end - piece.start > 80 && /[。；]/u.test(text.slice(piece.start, piece.end));
      const end = runsOn ? piece.start + head[0].length : piece.end; // the text runs on in the heading's line
      return [{ start: piece.start, end, ordinal: ordinalOf(head), stem: "" }];
    }
    const tail = piece.end - piece.start <= 80 ? (TRAILING.exec(content) ?? MIDDLE.exec(content)) : null;
    return tail ? [{ ...piece, ordinal: ordinalOf(tail), stem: tail.groups?.stem ?? "" }] : [];
  });
}

/** A line cut before each heading that is glued to the text before it. */
function pieces(text: string, line: Span): Span[] {
  const content = text.slice(line.start, line.end);
  const cuts = new Set([0]);
  for (const match of content.matchAll(GLUED)) cuts.add(match.index + match[0].length);
  const last = [...content.slice(0, -1).matchAll(SENTENCE)].at(-1);
  if (last && TRAILING.test(content.slice(last.index + 1))) cuts.add(last.index + 1);
  const starts = [...cuts].sort((a, b) => a - b);
  return starts.map((cut, i) => ({
    start: line.start + cut,
    end: line.start + (starts[i + 1] ?? content.length),
  }));
}

function ordinalOf(match: RegExpExecArray): number {
  return numberOf(FIRST_NUMBER.exec(match.groups?.mark ?? "")?.[0] ?? "");
}

/** The value of a number in Chinese numerals or digits; NaN where it is none. */
export function numberOf(numeral: string): number {
  const folded = foldDigits(numeral);
  return /^\d+$/.test(folded) ? Number(folded) : chineseOrdinal(folded);
}

/** The words of a collection's heading without its number: 第一篇：消防通知, 消防通知篇一. */
export function headingWords(heading: string): string {
  const plain = heading.replace(DRESS_AT_END, "");
  const head = LEADING.exec(plain);
  return head
    ? plain.slice(head[0].length)
    : (TRAILING.exec(plain)?.groups?.stem ?? plain.replace(MIDDLE, ""));
}
