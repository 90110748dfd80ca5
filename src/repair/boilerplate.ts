import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";
import { linesOf } from "./lines.js";

const forms = readLexicon("boilerplate", ["form", "place", "pattern", "note"]);
const compiled = (place: string): { pattern: RegExp; note: string }[] =>
  forms
    .filter((row) => row.place === place)
    .map((row) => ({ pattern: new RegExp(row.pattern, place === "line" ? "u" : "gu"), note: row.note }));
const ANYWHERE = compiled("anywhere");
const LINES = compiled("line");

/**
 * Words of the site between the words of a document: watermarks, advertisements, source lines, titles printed twice.
 *
 * Repair removes what stands inside a line; a whole line is flagged and left, later stages skip it.
 */
export function boilerplate(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { start, end } of linesOf(text)) {
    if (end - start > 140) continue;
    const content = text.slice(start, end);
    const form = LINES.find(({ pattern }) => pattern.test(content));
    if (form) found.push({ start, end, kind: "boilerplate", note: form.note });
  }
  for (const { pattern, note } of ANYWHERE) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      found.push({ ...span, kind: "boilerplate", note, replacement: "" });
    }
  }
  return separate(found);
}
