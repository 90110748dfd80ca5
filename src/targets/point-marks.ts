import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";

/** Points that are printed for an item, such as （20分）; offsets are in the folded text. */
export interface PrintedPoints extends Span {
  readonly points: number;
  /** printed as a total (满分20分, 分值100分): an item's own points only beside others of its kind */
  readonly total: boolean;
}

const NUM = "[\\d.]{1,5}|[一二三四五六七八九十百半点]{1,5}";
const MARK = new RegExp(
  `[(\\[【](计|共|得|占|权重|分值|满分|总分)?[为是]?:?\\s*(${NUM})\\s*分(?=[)\\]】,;:。(])`,
  "g",
);
/** a mark may go on inside its bracket (（20分，其中制度5分）): the bracket is part of it */
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "【": "】" };

/** The marks （N分） of a stretch of folded text. */
export function pointMarks(text: string, span: Span): PrintedPoints[] {
  const found: PrintedPoints[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(MARK)) {
    const points = pointsOf(match[2] as string);
    const start = span.start + match.index;
    if (points === null || start < (found.at(-1)?.end ?? 0)) continue;
    const end = closing(text, start, span.end) ?? start + match[0].length;
    found.push({ start, end, points, total: /分值|满分|总分|共/.test(match[1] ?? "") });
  }
  return found;
}

function closing(text: string, open: number, limit: number): number | null {
  const bracket = text[open] as string;
  let depth = 0;
  for (let at = open; at < Math.min(limit, open + 200); at++) {
    if (text[at] === bracket) depth++;
    else if (text[at] === CLOSING[bracket] && --depth === 0) return at + 1;
  }
  return null;
}

const AWARD = new RegExp(
  `(?<![不未加每考总均综合])(?:得|计|[,;]共|占)(?:满分)?\\s*(${NUM})\\s*分(?![值之钟])`,
  "g",
);
/** a further award for less of the same (90%以下得3分, 否则计1分) is a step of the first, no item of its own */
const STEP =
  /^[,;。)\s]*(?:\d|低于|高于|不足|不满|不达|未|达到?|在|超过|其[他余]|否则|以[上下]|基本|部分|一般|较|每|有一)/;

/** Points that an item awards in words: 建立台账，得5分. Steps of one ladder count once, with the most points. */
export function awardMarks(text: string, span: Span): PrintedPoints[] {
  const found: PrintedPoints[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(AWARD)) {
    const points = pointsOf(match[1] as string);
    const start = span.start + match.index;
    const last = found.at(-1);
    const since = text.slice(last?.end ?? span.start, start);
    if (points === null || /每[^,;。]{0,16}$/.test(since)) continue;
    const mark = { start, end: start + match[0].length, points, total: false };
    if (!last || !STEP.test(since)) found.push(mark);
    else if (points > last.points) found[found.length - 1] = { ...last, points };
  }
  return found;
}

const BARE =
  /(?<![\d.扣加得减记满给计值在于为至到过共足折])([\d.]{1,5}|[二三四五六七八九十]{1,4})分(?=\s*[;。]?\s*$)/;

/** Points at the very end of an item, without brackets: 统计例会10分； */
export function bareMark(text: string, span: Span): PrintedPoints | null {
  const slice = text.slice(span.start, span.end);
  const match = BARE.exec(slice);
  const points = match ? pointsOf(match[1] as string) : null;
  if (!match || points === null || match.index < 2) return null;
  const start = span.start + match.index;
  return { start, end: start + (match[1] as string).length + 1, points, total: false };
}

const INLINE =
  /(?<=^|[,;、:。\n]|其中|包括|分为)[\u4e00-\u9fff]{2,14}?(?<![扣加得减记满给计值在于为至到过共足折])([\d.]{1,5})分(?=\s*(?:[,;、。]|$))/g;

/**
 * Points of several things in one line without brackets: 党建20分、综治30分、民政20分.
 * After a total (满分100分，其中检查50分、测评50分) they are weights of ways of assessment and no items.
 */
export function inlineMarks(text: string, span: Span): PrintedPoints[] {
  const found: PrintedPoints[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(INLINE)) {
    const points = pointsOf(match[1] as string);
    const end = span.start + match.index + match[0].length;
    if (points !== null && !/扣|加分|得分|奖|满分|总分|合计|总计|共计/.test(match[0]))
      found.push({ start: end - (match[1] as string).length - 1, end, points, total: false });
  }
  const before = text.slice(span.start, found[0]?.start ?? span.start);
  return found.length >= 2 && !/满分|总分|百分制/.test(before) ? found : [];
}

const TOTAL =
  /(?:\(分值(?:为|:)?|满分(?:为|:)?|总分(?:值)?(?:为|:)?|共计?|合计|总计|分值(?:为|共)?|\((?=100分\)))\s*(\d{2,4})分/g;

/** Totals of points that a stretch of text states: 满分100分, （分值100分）, （100分）. */
export function statedTotals(text: string, span: Span): PrintedPoints[] {
  return [...text.slice(span.start, span.end).matchAll(TOTAL)].map((match) => {
    const start = span.start + match.index;
    return { start, end: start + match[0].length, points: Number(match[1]), total: true };
  });
}

/** The number of points that a printed numeral stands for, null where it is none. */
export function pointsOf(printed: string): number | null {
  if (!opensNumeral(printed[0] ?? " ")) return null;
  const numeral = readNumeral(printed, 0);
  return numeral && numeral.end === printed.length ? numeral.value : null;
}
