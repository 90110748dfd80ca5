import type { Finding } from "./finding.js";
import { readLexicon } from "./lexicon.js";

const forms = readLexicon("html-residue", ["form", "repair", "pattern", "note"]).map((row) => ({
  ...row,
  pattern: new RegExp(row.pattern, "gu"),
}));

/** Tags, comments, entities and bookmarks that markup left in a text. */
export function htmlResidue(text: string): Finding[] {
  if (!/[<>&]|\[bookmark/u.test(text)) return [];
  const found: Finding[] = [];
  for (const { pattern, note, repair } of forms) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (found.some((f) => f.start < span.end && f.end > span.start)) continue;
      found.push({
        ...span,
        kind: "html_residue",
        note,
        ...(repair === "remove" ? { replacement: "" } : {}),
      });
    }
  }
  return found;
}
