/**
 * A half-open range [start, end) of UTF-16 code units in a text.
 *
 * Unless a record says otherwise, the text is the file's decoded text as read, before any repair.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The characters of a span.
 *
 * @param text the text that the span was made for
 * @param span half-open range in UTF-16 code units
 * @returns the substring
 * @throws RangeError when the span is reversed or reaches outside the text
 * @example
 * slice("罚款二万元", { start: 2, end: 5 }) // "二万元"
 */
export function slice(text: string, span: Span): string {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) {
    throw new RangeError(
      `slice requires 0 <= start <= end <= ${text.length}, got ${span.start}..${span.end}`,
    );
  }
  return text.slice(span.start, span.end);
}

/**
 * Whether one span lies wholly inside another (equal spans contain each other).
 *
 * @example
 * contains({ start: 0, end: 5 }, { start: 2, end: 5 }) // true
 */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * Whether two spans share at least one code unit (an empty span overlaps nothing).
 *
 * @example
 * overlaps({ start: 0, end: 5 }, { start: 5, end: 6 }) // false
 */
export function overlaps(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}
