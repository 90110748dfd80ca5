import { isHan } from "../repair/characters.js";
import type { Span } from "../span.js";

const STOP = /[。；！？;!?]/u;
const CLOSER = /[”’」』）)》〉\]〕】"']/u;
/** Brackets longer than this are read through: their sentences are clauses of their own. */
const OPAQUE = 200;

/**
 * The clauses of a stretch of text: each reaches to the next 。；！？ (half-width ones too) with the closing signs after it.
 *
 * A stop inside round brackets of at most 200 characters does not end a clause. A half-width full stop ends one only after a
 * Chinese character, a bracket or a percent sign, and not before a digit or a letter (1.5, www.a.com).
 *
 * @param text any text
 * @param span the stretch, without enumerator
 * @returns spans without white space at their ends, none empty, in order
 */
export function clauseSpans(text: string, span: Span): Span[] {
  const spans: Span[] = [];
  let from = span.start;
  const close = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/u.test(text[start] as string)) start++;
    while (end > start && /\s/u.test(text[end - 1] as string)) end--;
    if (end > start && /[\p{L}\p{N}*＊～%％‰]/u.test(text.slice(start, end))) spans.push({ start, end });
    else if (end > start && spans.length > 0)
      spans[spans.length - 1] = { start: (spans.at(-1) as Span).start, end };
    from = to;
  };
  for (let i = span.start; i < span.end; i++) {
    const sign = text[i] as string;
    if (sign === "（" || sign === "(") {
      const inner = text.slice(i + 1, Math.min(i + OPAQUE, span.end));
      const shut = inner.search(/[）)]/u);
      const nested = inner.search(/[（(]/u);
      if (shut >= 0 && (nested < 0 || nested > shut)) i += shut + 1;
      continue;
    }
    if (!STOP.test(sign) && !isFullStop(text, i, span)) continue;
    let end = i + 1;
    while (end < span.end && (CLOSER.test(text[end] as string) || STOP.test(text[end] as string))) end++;
    close(end);
    i = end - 1;
  }
  close(span.end);
  return spans;
}

function isFullStop(text: string, i: number, span: Span): boolean {
  if (text[i] !== ".") return false;
  const before = i > span.start ? (text[i - 1] as string) : "";
  const after = i + 1 < span.end ? (text[i + 1] as string) : "";
  return (isHan(before) || /[%％）)”]/u.test(before)) && !/[\w.]/u.test(after);
}
