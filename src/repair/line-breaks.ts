import type { Span } from "../span.js";
import type { CharacterCounts } from "./characters.js";
import type { Finding } from "./finding.js";
import { joinReason, layoutOf } from "./join-reason.js";
import { linesOf } from "./lines.js";

/**
 * Line breaks inside a sentence (a printed line's end, a lost page), which repair closes.
 *
 * A break is closed only with evidence that the sentence goes on: the line above ends with 、 or ， or inside a bracket
 * or with a word that needs a successor; or the characters on both sides belong to one word by the text's own usage
 * (see `bond`); or the line above is running text of several clauses that has no end, or fills the width at which all lines
 * of the text were cut. A short line without
 * punctuation may be a heading, so it asks for more. A break before an enumerator, a heading or a labelled
 * line stays.
 *
 * @param text the text as read
 * @param counts the text's characters and pairs
 * @param marks sorted page marks, which count as nothing
 * @returns one finding a run of line ends
 */
export function lineBreaks(text: string, counts: CharacterCounts, marks: readonly Span[]): Finding[] {
  const found: Finding[] = [];
  const lines = linesOf(text, marks);
  const layout = layoutOf(text, lines);
  let mark = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const upper = lines[i] as Span;
    const lower = lines[i + 1] as Span;
    while (mark < marks.length && (marks[mark] as Span).end <= upper.end) mark++;
    const marked = (marks[mark]?.start ?? Infinity) < lower.start; // a page ends here, not a paragraph
    const why = joinReason(text, lines, i, counts, layout, marked);
    if (why === null) continue;
    let from = upper.end;
    for (let k = mark; k <= marks.length; k++) {
      const next = marks[k];
      const to = next && next.start < lower.start ? Math.max(next.start, from) : lower.start;
      if (to > from) {
        found.push({ start: from, end: to, kind: "line_break_join", note: why, replacement: "" });
      }
      if (!next || next.start >= lower.start) break;
      from = Math.max(from, next.end);
    }
  }
  return found;
}
