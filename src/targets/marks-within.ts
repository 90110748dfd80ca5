import type { Span } from "../span.js";
import { awardMarks, inlinePoints, type PrintedPoints } from "./point-marks.js";

/**
 * Points in words within an item whose own points stand in brackets: 脱贫攻坚（45分）。户数完成得20分；资料台账5分，缺一项扣1分.
 *
 * @returns the marks after the bracket, two or more, else none
 */
export function marksWithin(text: string, span: Span): PrintedPoints[] {
  const marks = [
    ...awardMarks(text, span, true),
    ...inlinePoints(text, span),
    ...afterValues(text, span),
  ].sort((a, b) => a.start - b.start);
  const apart = marks.filter((m, i) => i === 0 || m.start >= (marks[i - 1] as PrintedPoints).end);
  return apart.length >= 2 ? apart : [];
}

const AFTER_VALUE =
  /(?<=\d(?:[%‰]|[\u4e00-\u9fff]{1,2})(?:以[上下内])?,)(\d{1,2}(?:\.\d)?)分(?=\s*(?:[;。]|$))/g;

/** 政策生育率达96%以上，12分: points after the value that they are given for */
function afterValues(text: string, span: Span): PrintedPoints[] {
  return [...text.slice(span.start, span.end).matchAll(AFTER_VALUE)].map((match) => {
    const start = span.start + match.index;
    return { start, end: start + match[0].length, points: Number(match[1]), total: false };
  });
}

/** how far the parts may miss the points of their head and still be its parts, relative */
const NEARLY = 0.3;
const HEAD =
  /^[\u4e00-\u9fff、“”]{2,16}(?<!(?<![统会审])计|[扣加得减记满给值在于为至到过共足折]),?\s*(\d{1,3}(?:\.\d)?)分[。:]/;

/** The points of the short sentence that opens an item and names it, where points in words follow that make them: 社区治安，25分。…得15分；…得10分. */
export function headedMarks(text: string, span: Span): PrintedPoints[] {
  const match = HEAD.exec(text.slice(span.start, span.end));
  if (!match) return [];
  const end = span.start + match[0].length - 1;
  const points = Number(match[1]);
  const start = end - (match[1] as string).length - 1;
  const rest = marksWithin(text, { start: end, end: span.end });
  const sum = rest.reduce((total, m) => total + m.points, 0);
  const most = Math.max(...rest.map((m) => m.points));
  return rest.length >= 2 && most < points && Math.abs(sum - points) <= NEARLY * points
    ? [{ start, end, points, total: false, head: true }, ...rest]
    : [];
}
