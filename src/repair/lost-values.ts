import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";

const forms = readLexicon("lost-values", ["form", "pattern", "note"]).map(({ pattern, note }) => ({
  pattern: new RegExp(pattern, "gu"),
  note,
}));

/** Numbers, percent signs and years that were taken out of a sentence: 率达95以上, 不超过‰, 今后年, （中发号）. Flagged only. */
export function lostValues(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { pattern, note } of forms) {
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, kind: "truncated", note });
    }
  }
  return separate(found);
}
