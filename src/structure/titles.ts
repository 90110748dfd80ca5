import { readEnumerator } from "../repair/enumerators.js";
import type { Span } from "../span.js";
import { endsWithGenre } from "./genre.js";

/** A date or remark in brackets, a document number (also a garbled one), a letterhead, the site's own title line, 前言. */
const NO_TITLE =
  /^(?:[（(].*[）)]|[\u4e00-\u9fff]{1,10}[发字函办][^\u4e00-\u9fff]{1,12}第?[^\u4e00-\u9fff]{0,6}号|(?:文章)?标题[：:].*|前\s*言|序\s*言|目\s*[录次])$/u;
/** Lines of an issuer above the title. */
const ISSUER = /(?:委员会|政府|办公室|[局厅部处会厂矿院]|公司|文件)$/u;

/**
 * The title lines of a document: the short lines without punctuation before its salutation, first paragraph or
 * first enumerator, down to the first that ends with the name of a genre (…通知, …办法); an issuer's name above
 * a line that begins with 关于 does not belong to it.
 *
 * @param text repaired text
 * @param lines lines of the document, collection heading left out
 * @returns the lines that make up the title (none where it is lost)
 */
export function titleLines(text: string, lines: readonly Span[]): Span[] {
  let title: Span[] = [];
  for (const line of lines.slice(0, 6)) {
    const content = text.slice(line.start, line.end);
    if (NO_TITLE.test(content.trim())) continue;
    if (content.length > 90 || readEnumerator(text, line.start) || /[。；！？，,：:;]|[.!?]$/u.test(content))
      break;
    const above = title.at(-1);
    if (content.startsWith("关于") && above && ISSUER.test(text.slice(above.start, above.end))) title = [];
    title.push(line);
    if (endsWithGenre(content)) break;
  }
  return title;
}

/** The words of lines without white space and Markdown's heading signs, null for no lines. */
export function joined(text: string, lines: readonly Span[]): string | null {
  const words = lines.map(({ start, end }) => text.slice(start, end).replace(/^#+\s*|\s+/gu, ""));
  return words.length > 0 ? words.join("") : null;
}
