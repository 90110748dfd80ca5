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
  `(?<![不未加每考总均综合])(?:得|计|记|[,;]共|占)(?:满分)?\\s*(${NUM})\\s*分(?![值之钟])`,
  "g",
);
/** a further award for less of the same (90%以下得3分, 否则计1分) is a step of the first, no item of its own */
const STEP =
  /^[,)\s]*(?:\d|低于|高于|不足|不满|不达|未|达到?|在|超过|其[他余]|否则|以[上下]|基本|部分|一般|较|每|有一)/;

/**
 * Points that an item awards in words: 建立台账，得5分. Steps of one ladder count once, with the most
 * points. 记6分 is read only `within` an item that has points: elsewhere it is a sanction.
 */
export function awardMarks(text: string, span: Span, within: boolean): PrintedPoints[] {
  const found: PrintedPoints[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(AWARD)) {
    const points = pointsOf(match[1] as string);
    const start = span.start + match.index;
    const last = found.at(-1);
    const since = text.slice(last?.end ?? span.start, start);
    if (points === null || /每[^,;。]{0,16}$/.test(since) || (match[0].startsWith("记") && !within)) continue;
    const mark = { start, end: start + match[0].length, points, total: false };
    const clause = since.slice(Math.max(since.lastIndexOf(";"), since.lastIndexOf("。")) + 1);
    if (!last || !STEP.test(clause)) found.push(mark);
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
  const segment = /[^,;。:]*$/.exec(slice.slice(0, match?.index ?? 0))?.[0] ?? "";
  if (!match || points === null || match.index < 2 || /扣|加|奖|三分之/.test(segment)) return null;
  const start = span.start + match.index;
  return { start, end: start + (match[1] as string).length + 1, points, total: false };
}

const INLINE =
  /(?<=^|[,;、:。\n]|其中|包括|分为)[\u4e00-\u9fff]{2,14}?(?<![扣加得减记满给计值在于为至到过共足折])([\d.]{1,5})分(?=\s*(?:[,;、。]|$))/g;

/** ways of assessment have weights in points, and are no items: 现场检查60分、居民测评40分 */
const WAY = /(?:检查|抽查|考核|测评|考试|评议|评价|评分|打分|查阅|暗访|资料)$/;

/** Points of several things in one line without brackets: 党建20分、综治30分、民政20分. */
export function inlineMarks(text: string, span: Span): PrintedPoints[] {
  const found = pointsInLine(text, span);
  return found.every((m) => WAY.test(text.slice(span.start, m.start))) ? [] : found;
}

/** The same, ways of assessment included; none where fewer than two stand in the line. */
export function pointsInLine(text: string, span: Span): PrintedPoints[] {
  const found = inlinePoints(text, span);
  return found.length >= 2 ? found : [];
}

function inlinePoints(text: string, span: Span): PrintedPoints[] {
  return [...text.slice(span.start, span.end).matchAll(INLINE)].flatMap((match) => {
    const points = pointsOf(match[1] as string);
    const end = span.start + match.index + match[0].length;
    if (points === null || /扣|加分|得分|奖|满分|总分|合计|总计|共|三分之|前|后|中间|第/.test(match[0]))
      return [];
    return [{ start: end - (match[1] as string).length - 1, end, points, total: false }];
  });
}

/**
 * Points in words within an item whose own points stand in brackets: 脱贫攻坚（45分）。户数完成得20分；资料台账5分，缺一项扣1分.
 *
 * @returns the marks after the bracket, two or more, else none
 */
export function marksWithin(text: string, span: Span): PrintedPoints[] {
  const marks = [...awardMarks(text, span, true), ...inlinePoints(text, span)].sort(
    (a, b) => a.start - b.start,
  );
  const apart = marks.filter((m, i) => i === 0 || m.start >= (marks[i - 1] as PrintedPoints).end);
  return apart.length >= 2 ? apart : [];
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
