import { type Enumerator, isMention, readEnumerator } from "../repair/enumerators.js";
import type { Span } from "../span.js";

/** An enumerator that may open an item: at a line's start, or inside a line where its style allows it. */
export interface Candidate extends Enumerator {
  readonly atLineStart: boolean;
  /** the sign before it: a stop, a comma or a word */
  readonly after: "stop" | "comma" | "word";
  /** whether a few words without a stop follow it to the line's end, as in a heading */
  readonly closesLine: boolean;
  /** ordinal of the next candidate of the same family, null where none follows */
  readonly next: number | null;
}

const HIT = /[第一二三四五六七八九十（(〔0-9０-９⑴-⒇⒈-⒛①-⑳]/gu;
/** A bullet or a mark of a heading that opens a line. */
export const BULLET = /^(?:#{1,6}\s+|[-*•·●■◆★☆]\s*)/u;
const STOP = /[。；！？：;:!?…”）)]/u;
const SENTENCE = /[。；！？：;:!?…]/u;
const COMMA = /[，,、]/u;
/** After an ordinal word or a legal unit: what makes it a reference inside a sentence. */
const UNIT_MENTION = /^(?:第|规定|的|中|、|和|至|所|款|项|修改|删|（[^）]{1,4}）[^\s])/u;
const RUN_OF_NUMBERS = /^(?:[一二三四五六七八九十]{1,2}[、等级类]|[0-9]{1,2}、)/u;

/**
 * The enumerators of one line that may open items, in order.
 *
 * @param text repaired text
 * @param line span of the line
 * @returns candidates; `next` is still null
 */
export function lineCandidates(text: string, line: Span): Candidate[] {
  const found: Candidate[] = [];
  const lineText = text.slice(line.start, Math.min(line.end, line.start + 12));
  const begin = line.start + (BULLET.exec(lineText)?.[0].length ?? 0);
  const opening = readEnumerator(text, begin);
  let from = begin;
  if (opening && opening.end <= line.end && !isRun(text, opening) && !isUnitMention(text, opening)) {
    found.push({ ...opening, atLineStart: true, after: "stop", closesLine: false, next: null });
    from = opening.end;
  }
  const whole = text.slice(line.start, line.end); // so that no search runs past the line
  HIT.lastIndex = from - line.start;
  for (let hit = HIT.exec(whole); hit; hit = HIT.exec(whole)) {
    const at = line.start + hit.index;
    const before = precedingSign(text, at, line.start);
    const bracketed = /[（(〔⑴-⒇⒈-⒛①-⑳]/u.test(hit[0]);
    if (hit[0] === "第" && before === "word" && isSpacedUnit(text, at, line)) {
      found.push({
        ...(readEnumerator(text, at) as Enumerator),
        atLineStart: false,
        after: "stop",
        closesLine: false,
        next: null,
      });
      continue;
    }
    const glued = !bracketed && before === "word";
    if (glued && !(opening && found.length === 1 && isShortHeading(text.slice(opening.end, at)))) continue;
    const mark = readEnumerator(text, at);
    if (!mark || mark.end > line.end || mark.inline === "never") continue;
    if (glued && (mark.ordinal !== 1 || mark.family === opening?.family)) continue;
    if (!bracketed && !glued && mark.inline !== "after-comma" && before !== "stop") continue;
    if (!isMention(text, mark) && !isRun(text, mark) && !isUnitMention(text, mark)) {
      const rest = text.slice(mark.end, Math.min(line.end, mark.end + 21));
      const closesLine =
        rest.length > 1 && rest.length <= 20 && mark.end + rest.length === line.end && !SENTENCE.test(rest);
      found.push({ ...mark, atLineStart: false, after: before, closesLine, next: null });
    }
    HIT.lastIndex = mark.end - line.start;
  }
  return found;
}

function precedingSign(text: string, at: number, lineStart: number): Candidate["after"] {
  let i = at - 1;
  while (i >= lineStart && /[\s\u3000]/u.test(text[i] as string)) i--;
  if (i < lineStart) return "stop";
  const sign = text[i] as string;
  if (STOP.test(sign) || (sign === "." && !/\d/.test(text[i - 1] ?? ""))) return "stop";
  return COMMA.test(sign) ? "comma" : "word";
}

const isRun = (text: string, mark: Enumerator): boolean =>
  RUN_OF_NUMBERS.test(text.slice(mark.end, mark.end + 3)) && /[、.．]$/u.test(mark.label);

const isUnitMention = (text: string, mark: Enumerator): boolean =>
  mark.rank !== null && UNIT_MENTION.test(text.slice(mark.end, mark.end + 8));

/** 某办法 第一章 总则 第一条 …: a legal unit between blanks, in a line that has lost its breaks. */
function isSpacedUnit(text: string, at: number, line: Span): boolean {
  const mark = /\s/u.test(text[at - 1] ?? "") ? readEnumerator(text, at) : null;
  if (!mark || mark.rank === null || mark.end >= line.end) return false;
  return /\s/u.test(text[mark.end] as string) && !isUnitMention(text, mark);
}

/** 二、主要目标1、…: a few words between two enumerators are a heading to which the first item is glued. */
const isShortHeading = (words: string): boolean =>
  words.length >= 2 && words.length <= 16 && /^[\p{L}“”（）]+$/u.test(words);

/** Fills `next`: for each candidate the ordinal of the next one of its family. */
export function withNext(candidates: readonly Candidate[]): Candidate[] {
  const following = new Map<string, number>();
  const result: Candidate[] = [];
  for (let i = candidates.length - 1; i >= 0; i--) {
    const candidate = candidates[i] as Candidate;
    result.push({ ...candidate, next: following.get(candidate.family) ?? null });
    following.set(candidate.family, candidate.ordinal);
  }
  return result.reverse();
}
