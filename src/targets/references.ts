import { toRepaired } from "../repair/offsets.js";
import type { Part } from "../structure/records.js";
import { annexClaims } from "./annex-references.js";
import { articleClaims } from "./article-references.js";
import type { Claim } from "./claims.js";
import { numeralOf } from "./numeral-of.js";
import type { Reading } from "./passages.js";

const TO_SECTION = /违反(?!本|《)([\u4e00-\u9fff]{4,20}?)第([一二三四五六七八九十百\d]{1,4})条/g;

/** Cross-references of a part: do the items exist that it refers to? */
export function referenceClaims(reading: Reading, part: Part): Claim[] {
  return [...toSections(reading, part), ...articleClaims(reading, part), ...annexClaims(reading, part)];
}

/** 违反…保障措施第2条: items of a section that is named by its heading */
function toSections(reading: Reading, part: Part): Claim[] {
  const { text, structured } = reading;
  const range = toRepaired(structured.repaired, part);
  const bySection = new Map<string, { start: number; end: number; items: number[] }>();
  for (const match of text.slice(range.start, range.end).matchAll(TO_SECTION)) {
    const name = match[1] as string;
    const item = numeralOf(match[2] as string);
    if (/[法例]$|办法$|规定$/.test(name) || item === null) continue;
    const start = range.start + match.index;
    const known = bySection.get(name) ?? { start, end: start + match[0].length + 1, items: [] };
    if (!known.items.includes(item)) known.items.push(item);
    bySection.set(name, known);
  }
  return [...bySection].map(([name, { start, end, items }]) => {
    const heading = structured.outline.find(
      (n) => n.part === part.part && calledBy(n.heading?.replace(/\s/g, "") ?? "", name),
    );
    const labels = heading
      ? structured.outline
          .filter((n) => n.part === part.part && n.path.startsWith(`${heading.path}/`))
          .filter((n) => n.path.split("/").length === heading.path.split("/").length + 1)
          .map((n) => numeralOf(n.path.split("/").at(-1) ?? ""))
      : [];
    const present = items.filter((i) => labels.includes(i)).length;
    return {
      start,
      end,
      type: "cross_reference",
      claim: `items ${items.join(", ")} of the section that the text calls by name`,
      operands: items,
      formula: "referenced items present in the part",
      stated: items.length,
      computed: present,
      holds: present === items.length,
      tolerance: "exact",
      note:
        present === items.length
          ? ""
          : heading
            ? "an item does not exist"
            : "the section does not exist in this part",
    };
  });
}

/** a text calls a section by its heading, often with a word left out */
function calledBy(heading: string, name: string): boolean {
  if (!heading.endsWith(name.slice(-4)) || heading.length > name.length + 6) return false;
  let at = 0;
  for (const c of heading) if (c === name[at]) at++;
  return at === name.length;
}
