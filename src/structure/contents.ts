import type { Span } from "../span.js";
import type { Candidate } from "./candidates.js";

const TABLE_OF_CONTENTS = /^目\s*[录次]$/u;

/** From the line 目录 to the line where its first entry is printed again. */
export function tableOfContents(text: string, lines: readonly Span[], marks: readonly Candidate[]): Span {
  const line = lines
    .slice(0, 60)
    .find(({ start, end }) => end - start < 8 && TABLE_OF_CONTENTS.test(text.slice(start, end)));
  const first = line && marks.findIndex((mark) => mark.start > line.start && mark.atLineStart);
  if (!line || first === undefined || first < 0) return { start: 0, end: 0 };
  const { label } = marks[first] as Candidate;
  const again = marks.find((mark, i) => i > first && mark.atLineStart && mark.label === label);
  return again ? { start: line.start, end: again.start } : { start: 0, end: 0 };
}
