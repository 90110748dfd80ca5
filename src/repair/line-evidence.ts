import type { Span } from "../span.js";
import { readEnumerator } from "./enumerators.js";

/** Length of a line from its first printed column, indentation included. */
export function lineWidth(text: string, line: Span): number {
  let start = line.start;
  while (start > 0 && /[ \t\u3000]/u.test(text[start - 1] as string)) start--;
  return line.end - start;
}

/** Columns that a line takes in print, letters and digits of half width counted as half. */
export function columns(line: string): number {
  const half = line.match(/[\x20-\x7e]/gu)?.length ?? 0;
  return line.length - half / 2;
}

/** The width of a text whose lines were cut at a fixed width (half of at least ten lines fill it), null where they were not. */
export function printedWidth(text: string, lines: readonly Span[]): number | null {
  if (lines.length < 10) return null;
  const widths = lines.map((line) => lineWidth(text, line)).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length * 0.9)] as number;
  const full = widths.filter((w) => w >= width - 2 && w <= width + 1).length;
  return width >= 18 && width <= 60 && full * 2 >= lines.length ? width : null;
}

/** Last words of a title; a line that ends with one of an issuer is no title. */
const TITLE_END =
  /(?:责任书|责任状|主持词|通知|通报|方案|计划|规划|打算|安排|办法|规定|细则|决定|意见|报告|总结|汇报|讲话|要点|制度|条例)$/u;
const ISSUER_END = /(?:委员会|政府|办公室|[局厅部处会厂矿院所]|公司|文件|书记|同志)$/u;

/** Whether two short lines are the halves of a title: the lower ends like one, the upper neither so (unless 和 follows) nor with an issuer. */
export function isBrokenTitle(upper: string, lower: string): boolean {
  if (readEnumerator(upper, 0) || /^第.{1,4}篇|篇[一二三四五六七八九十\d]{1,3}$|[：:，、（(]/u.test(upper))
    return false;
  const whole = TITLE_END.test(upper) && !/^[和及暨]/u.test(lower);
  if (upper.length < 6 || whole || ISSUER_END.test(upper)) return false;
  return TITLE_END.test(lower) && !/^(?:关于|\d)/u.test(lower);
}

/** Whether a numbered line of some length breaks off while the items of its list before and after it are finished. */
export function isOddOneOut(text: string, lines: readonly Span[], i: number): boolean {
  const line = lines[i] as Span;
  const mark = readEnumerator(text, line.start);
  if (!mark) return false;
  const content = text.slice(mark.end, line.end);
  if (content.length < 25 && !/[，,]/u.test(content)) return false;
  let finished = 0;
  for (const step of [-1, 1]) {
    for (let j = i + step; Math.abs(j - i) <= 12; j += step) {
      const other = lines[j];
      const found = other && readEnumerator(text, other.start);
      if (!other) break;
      if (found?.family !== mark.family || found.ordinal !== mark.ordinal + step) continue;
      if (!/[。；！？;)）]$/u.test(text[other.end - 1] as string)) return false;
      finished++;
      break;
    }
  }
  return finished > 0;
}
