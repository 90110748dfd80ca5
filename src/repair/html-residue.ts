import { type Finding, separate } from "./finding.js";
import { readLexicon } from "./lexicon.js";

const forms = readLexicon("html-residue", ["form", "repair", "pattern", "note"]).map((row) => ({
  ...row,
  pattern: new RegExp(row.pattern, "gu"),
}));

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  ensp: " ",
  emsp: "\u3000",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  laquo: "《",
  raquo: "》",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  middot: "·",
  bull: "•",
  times: "×",
  deg: "°",
  yen: "¥",
  copy: "©",
};

/** What a piece of markup reads in the repaired text, undefined where it is only flagged. */
function reading(repair: string, markup: string): string | undefined {
  if (repair === "remove") return "";
  if (repair === "break") return "\n";
  if (repair !== "decode") return undefined;
  const code = /^&#(x?[0-9a-f]+);$/iu.exec(markup)?.[1];
  if (!code) return ENTITIES[markup.slice(1, -1)];
  return characterOf(/^x/iu.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code));
}

/** The character of a number in markup, undefined for controls, halves of characters and what is beyond Unicode. */
function characterOf(code: number): string | undefined {
  if (!(code >= 0x20 && code <= 0x10ffff) || (code >= 0x7f && code < 0xa0)) {
    return code === 9 || code === 10 || code === 13 ? String.fromCharCode(code) : undefined;
  }
  return code >= 0xd800 && code <= 0xdfff ? undefined : String.fromCodePoint(code);
}

/** Tags, comments, entities and bookmarks that markup left in a text. */
export function htmlResidue(text: string): Finding[] {
  if (!/[<>&[]|document\.write|function|var /u.test(text)) return [];
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
