import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Deduction, DeductionUnit } from "./records.js";

/** Points that are printed for an item, such as （20分）; offsets are in the folded text. */
export interface PrintedPoints extends Span {
  readonly points: number;
}

/** A deduction rule with the span that prints it. */
export interface PrintedDeduction extends Span, Deduction {}

const MARK = /\((?:计|共|分值|满分)?:?\s*([\d.]{1,5}|[一二三四五六七八九十百半点]{1,5})\s*分\)/g;
const BARE =
  /(?<![\d.扣加得减记满给计值在于为至到过共足折])([\d.]{1,5}|[二三四五六七八九十]{1,4})分(?=\s*[;。]?\s*$)/;

/** The marks （N分） of a stretch of folded text. */
export function pointMarks(text: string, span: Span): PrintedPoints[] {
  const found: PrintedPoints[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(MARK)) {
    const points = numberOf(match[1] as string);
    if (points === null || /^\((?:满分|分值|共)/.test(match[0])) continue;
    const start = span.start + match.index;
    found.push({ start, end: start + match[0].length, points });
  }
  return found;
}

/** Points at the very end of an item, without brackets: 统计例会10分； */
export function bareMark(text: string, span: Span): PrintedPoints | null {
  const slice = text.slice(span.start, span.end);
  const match = BARE.exec(slice);
  const points = match ? numberOf(match[1] as string) : null;
  if (!match || points === null || match.index < 2) return null;
  const start = span.start + match.index;
  return { start, end: start + (match[1] as string).length + 1, points };
}

const TOTAL =
  /(?:\(分值(?:为|:)?|满分(?:为|:)?|总分(?:值)?(?:为|:)?|共计?|合计|总计|分值(?:为|共)?)\s*(\d{2,4})分/g;

/** Totals of points that a stretch of text states: 满分100分, （分值100分）. */
export function statedTotals(text: string, span: Span): PrintedPoints[] {
  return [...text.slice(span.start, span.end).matchAll(TOTAL)].map((match) => {
    const start = span.start + match.index;
    return { start, end: start + match[0].length, points: Number(match[1]) };
  });
}

const PER: readonly (readonly [RegExp, DeductionUnit])[] = [
  [/百分点|千分点/, "percentage_point"],
  [/元/, "amount"],
  [/人次?|名|对|户/, "person"],
  [/例|件|起|宗/, "case"],
  [/天|日/, "day"],
  [/月/, "month"],
  [/年/, "year"],
];
const RULE =
  /每((?:[^,;。()扣每]|\([^()]{0,12}\)){0,24}?)扣(?:除|减)?([\d.]{1,5}|[一二三四五六七八九十半]{1,3})分|(?<!不(?:予)?)扣(?:除|减)?([\d.]{1,5}|[一二三四五六七八九十]{1,3})分/g;

/** Deduction rules of a stretch of folded text; 不扣分 and 不予扣分 are none. */
export function deductions(text: string, span: Span): PrintedDeduction[] {
  const slice = text.slice(span.start, span.end);
  const found: PrintedDeduction[] = [];
  for (const match of slice.matchAll(RULE)) {
    const points = numberOf((match[2] ?? match[3]) as string);
    if (points === null) continue;
    const step = match[1] ?? "";
    const rest = slice.slice(match.index + match[0].length, match.index + match[0].length + 24);
    const exhausted = /^[^。;]{0,14}扣完为止/.exec(rest);
    const length = match[0].length + (exhausted ? exhausted[0].length : 0);
    const start = span.start + match.index;
    found.push({ start, end: start + length, ...perOf(step), points, floor: exhausted ? 0 : null });
  }
  return found;
}

function perOf(step: string): { per: DeductionUnit; step?: number } {
  const per = PER.find(([pattern]) => pattern.test(step))?.[1] ?? "occurrence";
  const size = /([\d.]+万?|[一二三四五六七八九十半]{1,3})(?=个?(?:百分点|千分点|元|天|日))/.exec(step)?.[1];
  const value = size ? numberOf(size) : null;
  return value !== null && value !== 1 ? { per, step: value } : { per };
}

function numberOf(printed: string): number | null {
  if (!opensNumeral(printed[0] ?? " ")) return null;
  const numeral = readNumeral(printed, 0);
  return numeral && numeral.end === printed.length ? numeral.value : null;
}
