import type { RepairedText } from "../repair/repaired-text.js";
import type { Span } from "../span.js";
import { headingCandidates } from "./heading-forms.js";
import type { YearToken } from "./years.js";
import { yearTokens } from "./years.js";

/** Whether a text is a statute in Markdown: a `# title` first, and the end mark of a statute's header or articles below. */
export function isStatute({ raw, text }: RepairedText, first: Span): boolean {
  if (!/^#\s+\S/u.test(text.slice(first.start, first.end)) || headingCandidates(text, first).length > 0)
    return false;
  return (
    raw.includes("<!-- INFO END -->") || /\n[ \u3000]*第[一二三四五六七八九十百]{1,5}条[ \u3000]/u.test(text)
  );
}

/** Where the header of a statute ends, its title and the dates of its versions; 0 where it has none. */
export function headerEnd(text: string): number {
  const match = /\n#{0,2} ?第[一1]\s*[编章条]|\n#{1,3} /u.exec(text.slice(0, 20_000));
  return match ? match.index : 0;
}

/** The year of a statute's version: of the last date in its header that is not only the date of entry into force. */
export function statuteYear(text: string): YearToken | null {
  const header = text.slice(0, headerEnd(text) || 600);
  let last: YearToken | null = null;
  for (const token of yearTokens(header)) {
    const line = header.slice(token.start, (header.indexOf("\n", token.start) + 1 || header.length + 1) - 1);
    if (!token.dated || /^\d{4}年\d{1,2}月\d{1,2}日\s*起?施行/u.test(line)) continue;
    if (last === null || token.year >= last.year) last = token;
  }
  return last;
}
