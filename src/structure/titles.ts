import { readEnumerator } from "../repair/enumerators.js";
import type { Span } from "../span.js";

/** A date or remark in brackets, a document number (also a garbled one), the site's own title line, 前言. */
const NO_TITLE =
  /^(?:[（(].*[）)]|[\u4e00-\u9fff]{1,10}[发字函办][^\u4e00-\u9fff]{1,12}第?[^\u4e00-\u9fff]{0,6}号|(?:文章)?标题[：:].*|前\s*言|序\s*言|目\s*[录次])$/u;

/**
 * The title lines of a document: the short lines without punctuation before its salutation, first paragraph or
 * first enumerator.
 *
 * @param text repaired text
 * @param lines lines of the document, collection heading left out
 * @returns the lines that make up the title (none where it is lost)
 */
export function titleLines(text: string, lines: readonly Span[]): Span[] {
  const title: Span[] = [];
  for (const line of lines.slice(0, 6)) {
    const content = text.slice(line.start, line.end);
    if (content.length > 90 || readEnumerator(text, line.start) || /[。；！？，,：:;]$/u.test(content)) break;
    if (NO_TITLE.test(content)) continue;
    title.push(line);
  }
  return title;
}
