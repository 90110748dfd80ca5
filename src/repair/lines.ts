import type { Span } from "../span.js";

const BLANK = /[\s\u200b\ufeff]/u;

/**
 * The content of each line that has any: white space at both ends left out, and page marks there as well.
 *
 * A line ends at LF, CR, CR LF or U+2028; a line of white space or page marks alone is dropped.
 *
 * @param text any text
 * @param marks sorted spans to leave out, such as page marks
 */
export function linesOf(text: string, marks: readonly Span[] = []): Span[] {
  const lines: Span[] = [];
  const ends = /[\n\r\u2028]/gu;
  let mark = 0;
  let start = 0;
  while (start <= text.length) {
    ends.lastIndex = start;
    const match = ends.exec(text);
    const stop = match ? match.index : text.length;
    while (mark < marks.length && (marks[mark] as Span).end <= start) mark++;
    let last = mark;
    while (last < marks.length && (marks[last] as Span).start < stop) last++;
    let from = start;
    let to = stop;
    for (let first = mark, moved = true; moved; ) {
      moved = false;
      while (from < to && BLANK.test(text[from] as string)) from++;
      while (to > from && BLANK.test(text[to - 1] as string)) to--;
      const head = marks[first];
      if (head && first < last && head.start <= from && head.end > from) {
        from = Math.min(head.end, to);
        first++;
        moved = true;
      }
      const tail = marks[last - 1];
      if (tail && last > first && tail.end >= to && tail.start < to) {
        to = Math.max(tail.start, from);
        last--;
        moved = true;
      }
    }
    if (to > from) lines.push({ start: from, end: to });
    start = stop + 1;
  }
  return lines;
}
