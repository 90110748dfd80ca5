import type { Clause, StructuredDocument } from "../structure/records.js";

const MARKER =
  /^(?:第[一二三四五六七八九十百零〇0-9]+条|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十0-9]{1,3}[)）]|\d{1,2}[、.．](?!\d)|[⑴-⑼①-⑨⒈-⒛])/;
const END = /[。；！？;!?\n]/;

/**
 * A document of one part whose clauses end at 。；！？ and line ends; lines ending in a colon lead in the numbered lines after them.
 *
 * For single sentences, such as the examples of rules; real documents go through the structure stage.
 */
export function plainDocument(text: string, source = "example"): StructuredDocument {
  const clauses: Clause[] = [];
  let lead: { start: number; end: number } | null = null;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at] ?? "\n";
    const opens =
      character === "：" || character === ":" ? MARKER.test(text.slice(at + 1, at + 8).trimStart()) : false;
    if (!END.test(character) && !opens) continue;
    const end = character === "\n" ? at : at + 1;
    if (text.slice(start, end).trim() !== "") {
      const label = MARKER.exec(text.slice(start, start + 10).trimStart())?.[0] ?? null;
      const newLine = start === 0 || text[start - 1] === "\n";
      if (label === null && newLine) lead = null;
      const at = { start, end };
      clauses.push({
        source,
        part: "1",
        path: label ?? "",
        start,
        end,
        at,
        headings: [],
        lead_ins: lead && label !== null ? [lead] : [],
        label,
        is_heading: false,
      });
      if (opens || /[：:]\s*$/.test(text.slice(start, end))) lead = at;
    }
    start = end === at ? at + 1 : end;
  }
  return {
    document: { source, text, encoding: "utf-8", bytes: text.length, sha256: "" },
    repaired: { source, raw: text, text, edits: [] },
    noise: [],
    parts: [
      {
        source,
        part: "1",
        title: null,
        heading: null,
        genre: "other",
        level: "unknown",
        year: null,
        year_reliable: false,
        start: 0,
        end: text.length,
      },
    ],
    outline: [],
    clauses,
  };
}
