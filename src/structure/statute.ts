import type { YearToken } from "./years.js";
import { yearTokens } from "./years.js";

/** The year of a statute's version: of the last date in its header that is not only the date of entry into force. */
export function statuteYear(text: string): YearToken | null {
  const stop = text.indexOf("<!-- INFO END -->");
  const header = text.slice(0, stop >= 0 ? stop : 600);
  let last: YearToken | null = null;
  for (const token of yearTokens(header)) {
    const line = header.slice(token.start, (header.indexOf("\n", token.start) + 1 || header.length + 1) - 1);
    if (!token.dated || /^\d{4}年\d{1,2}月\d{1,2}日\s*起?施行/u.test(line)) continue;
    if (last === null || token.year >= last.year) last = token;
  }
  return last;
}
