import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";

/** Points that are printed for an item, such as （20分）; offsets are in the folded text. */
export interface PrintedPoints extends Span {
  readonly points: number;
  /** printed as a total (满分20分, 分值100分): an item's own points only beside others of its kind */
  readonly total: boolean;
  /** printed as what the list under it shares out (40分这样分：) */
  readonly sharedOut?: boolean;
  /** printed for the item whose parts have the marks that follow */
  readonly head?: boolean;
}

const NUM = "[\\d.]{1,5}|[一二三四五六七八九十百半点]{1,5}";
const MARK = new RegExp(
  `[(\\[【](?:本项|此项|该项)?(计|共|得|占|权重|分值|满分|总分|标准分|基准分|基础分|基本分|应得分?|赋分|各占?)?[为是]?:?\\s*(${NUM})\\s*分(?=[)\\]】,;:。(])`,
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
    if (match[1]?.startsWith("各"))
      found.push(...othersOf(text, Math.max(span.start, found.at(-1)?.end ?? 0), start, points));
    found.push({ start, end, points, total: /分值|满分|总分|共/.test(match[1] ?? "") });
  }
  return found;
}

/** 成立机构、制定方案、落实经费各3分: each name but the last, whose mark is the printed one */
function othersOf(text: string, from: number, to: number, points: number): PrintedPoints[] {
  const words = /[^,;:。()\n]*$/.exec(text.slice(from, to))?.[0] ?? "";
  let at = to - words.length;
  return words
    .split(/(?<=[、和及])/)
    .slice(0, -1)
    .flatMap((name) => {
      const start = at;
      at += name.length;
      return name.length > 1 ? [{ start, end: at - 1, points, total: false }] : [];
    });
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
  `(?<![不未加每考总均综合奖])(?:得|计|记|给予?|打|[,;]共|占)(?:满分)?\\s*(${NUM})\\s*分(?![值之钟])`,
  "g",
);
/** 得95分(含95分)以上的: a band of the total, no award */
const BAND = /^(?:\([^()]{0,8}\))?(?:及)?(?:以[上下内]|者)/;
/** a further award for less of the same (90%以下得3分, 否则计1分) is a step of the first, no item of its own */
const STEP =
  /^[,)\s]*(?:\d|低于|高于|不足|不满|不达|未|达到?|在|超过|其[他余]|否则|以[上下]|基本|部分|一般|较|每(?!季|月|年|周|半年|村|户|个)|有一)/;

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
    if (BAND.test(text.slice(start + match[0].length, span.end))) continue;
    if (points === null || /每[^,;。]{0,16}$/.test(since) || (match[0].startsWith("记") && !within)) continue;
    if (text[start - 1] === "各") found.push(...sharersOf(text, span.start, start, points));
    const mark = { start, end: start + match[0].length, points, total: false };
    const clause = since.slice(Math.max(since.lastIndexOf(";"), since.lastIndexOf("。")) + 1);
    if (!last || !STEP.test(clause)) found.push(mark);
    else if (points > last.points) found[found.length - 1] = { ...last, points };
  }
  return found;
}

/** 登记率、签订率分别达到98%和100%，各计50分: the names before the first number of the sentence, but for the last */
function sharersOf(text: string, from: number, to: number, points: number): PrintedPoints[] {
  const words = /[^;。\n]*$/.exec(text.slice(from, to))?.[0] ?? "";
  const start = to - words.length;
  const names = /^[^\d;。]*/.exec(words)?.[0] ?? "";
  return othersOf(text, start, start + names.length, points);
}

const BARE =
  /(?<!(?<![统会审])计|[\d.扣加得减记满给值在于为至到过共足折])([\d.]{1,5}|[二三四五六七八九十]{1,4})分(?=\s*[;。]?\s*$)/;

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

const CLOSING_MARK =
  /[。;!]\s*(?:(?:本项|此项|该项)?(?:计|共|满分|分值)?:?\s*)([\d.]{1,5}|[一二三四五六七八九十]{1,3})分[。;]?\s*$/;

/** Points that stand alone as the last sentence of an item: 资料齐全，缺一项扣1分。10分 */
export function closingMark(text: string, span: Span): PrintedPoints | null {
  const match = CLOSING_MARK.exec(text.slice(span.start, span.end));
  const points = match ? pointsOf(match[1] as string) : null;
  if (!match || points === null) return null;
  const start = span.start + match.index + match[0].indexOf(match[1] as string);
  return { start, end: start + (match[1] as string).length + 1, points, total: false };
}

const INLINE =
  /(?<=^|[,;、:。\n]|其中|包括|分为)[\u4e00-\u9fff]{2,14}?(?<!(?<![统会审])计|[扣加得减记满给值在于为至到过共足折])([\d.]{1,5})分(?=\s*(?:[,;、。]|$))/g;

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

/** Points of things in a line without brackets, one or more. */
export function inlinePoints(text: string, span: Span): PrintedPoints[] {
  return [...text.slice(span.start, span.end).matchAll(INLINE)].flatMap((match) => {
    const points = pointsOf(match[1] as string);
    const end = span.start + match.index + match[0].length;
    if (
      points === null ||
      /扣|加分|得分|自[评查]|奖励?分?\d|满分|总分|合计|总计|共|加起来|三分之|前|后|中间|第|[:,、]?每[项个条次]/.test(
        match[0],
      )
    )
      return [];
    const start = end - (match[1] as string).length - 1;
    const others = text[start - 1] === "各" ? othersOf(text, span.start, start, points) : [];
    return [...others, { start, end, points, total: false }];
  });
}

/** The number of points that a printed numeral stands for, null where it is none. */
export function pointsOf(printed: string): number | null {
  if (!opensNumeral(printed[0] ?? " ")) return null;
  const numeral = readNumeral(printed, 0);
  return numeral && numeral.end === printed.length ? numeral.value : null;
}

const SELF_SCORED =
  /(?<=^|[,;、:。\n])[\u4e00-\u9fff]{2,14}?(\d{1,3}(?:\.\d)?)分(?=[,、(]自[评查](?:得分?|为)?\d{1,3}(?:\.\d{1,2})?分)/g;

/** The points of the items that a report scores itself: 组织领导20分，自评18分；…; three or more, totals left out. */
export function selfScoredMarks(text: string, span: Span): PrintedPoints[] {
  const found = [...text.slice(span.start, span.end).matchAll(SELF_SCORED)].flatMap((match) => {
    const end = span.start + match.index + match[0].length;
    const start = end - (match[1] as string).length - 1;
    return /[总满]分|合计|共/.test(match[0]) ? [] : [{ start, end, points: Number(match[1]), total: false }];
  });
  return found.length >= 3 ? found : [];
}
