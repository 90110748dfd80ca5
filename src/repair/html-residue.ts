import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";

const forms = readLexicon("html-residue", ["form", "repair", "pattern", "note"]).map((row) => ({
  ...row,
  pattern: new RegExp(row.pattern, "gu"),
}));

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  ldquo: "“",
  rdquo: "”",
  mdash: "—",
  middot: "·",
};

/** What a piece of markup reads in the repaired text, undefined where it is only flagged. */
function reading(repair: string, markup: string): string | undefined {
  if (repair === "remove") return "";
  if (repair === "break") return "\n";
  if (repair !== "decode") return undefined;
  const code = /^&#(\d+);$/u.exec(markup)?.[1];
  return code ? String.fromCodePoint(Math.min(Number(code), 0xffff)) : (ENTITIES[markup.slice(1, -1)] ?? "");
}

/** Tags, comments, entities and bookmarks that markup left in a text. */
export function htmlResidue(text: string): Finding[] {
  if (!/[<>&]|\[bookmark/u.test(text)) return [];
  const found: Finding[] = [];
  for (const { pattern, note, repair } of forms) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const replacement = reading(repair, match[0]);
      const read = replacement === undefined ? {} : { replacement };
      found.push({ ...span, kind: "html_residue", note, ...read });
    }
  }
  return separate(found);
}
