import type { Span } from "../span.js";
import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";
import { linesOf } from "./lines.js";

const forms = readLexicon("masks", ["form", "pattern", "note"]).map(({ pattern, note }) => ({
  pattern: new RegExp(pattern, "gu"),
  note,
}));

/** A line of nothing but stars, crosses or squares is a rule or a form, not a mask. */
const RULE = /^[*＊xX×□■～~\s]{2,}$/u;

/**
 * Values that somebody hid: 某某省, **万人, XX元, xx届, （～）44号. Flagged, never repaired.
 *
 * ～ between numbers, dates or letters is a range, × between digits a product; both are left alone. So are emphasis in
 * Markdown and lines made of such signs.
 */
export function masks(text: string): Finding[] {
  const found: Finding[] = [];
  const rules = linesOf(text).filter(
    ({ start, end }) => end - start < 200 && RULE.test(text.slice(start, end)),
  );
  const markdown = /^#{1,6} /mu.test(text); // ** is emphasis there
  for (const { pattern, note } of forms) {
    if (markdown && pattern.source.includes("*")) continue;
    let rule = 0;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      while (rule < rules.length && (rules[rule] as Span).end <= start) rule++;
      const inRule = rule < rules.length && (rules[rule] as Span).start <= start;
      const bullet =
        /^[*＊]$/u.test(match[0]) && /(?:^|\n)[ \t]*$/u.test(text.slice(Math.max(0, start - 4), start));
      if (!bullet && !inRule) found.push({ start, end, kind: "masked", note });
    }
  }
  return separate(found);
}
