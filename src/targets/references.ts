import { readNumeral } from "../quantities/numerals.js";
import { toRepaired } from "../repair/offsets.js";
import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import type { Reading } from "./passages.js";

const TO_SECTION = /违反(?!本|《)([\u4e00-\u9fff]{4,20}?)第([一二三四五六七八九十百\d]{1,4})条/g;
const TO_OWN =
  /本(?:法|条例|办法|规定|细则|规则|决定|意见|制度|章程|方案)第([一二三四五六七八九十百零\d]{1,6})条/g;

/** Cross-references of a part: do the items exist that it refers to? */
export function referenceClaims(reading: Reading, part: Part): Claim[] {
  return [...toSections(reading, part), ...toArticles(reading, part)];
}

/** 违反…保障措施第2条: items of a section that is named by its heading */
function toSections(reading: Reading, part: Part): Claim[] {
  const { text, structured } = reading;
  const range = toRepaired(structured.repaired, part);
  const bySection = new Map<string, { start: number; end: number; items: number[] }>();
  for (const match of text.slice(range.start, range.end).matchAll(TO_SECTION)) {
    const name = match[1] as string;
    const item = numberOf(match[2] as string);
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
          .map((n) => numberOf(n.path.split("/").at(-1) ?? ""))
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

/** 本法第N条: articles of the text itself */
function toArticles(reading: Reading, part: Part): Claim[] {
  const { text, structured } = reading;
  const range = toRepaired(structured.repaired, part);
  const articles = new Set<number>();
  for (const node of structured.outline) {
    if (node.part !== part.part || !/^第.+条$/.test(node.label?.trim() ?? "")) continue;
    const number = numberOf((node.label as string).trim().slice(1, -1));
    if (number !== null) articles.add(number);
  }
  if (articles.size < 3) return [];
  const found = new Map<number, { start: number; end: number }>();
  for (const match of text.slice(range.start, range.end).matchAll(TO_OWN)) {
    const number = numberOf(match[1] as string);
    const start = range.start + match.index;
    if (number !== null && !found.has(number)) found.set(number, { start, end: start + match[0].length });
  }
  const first = found.values().next().value;
  if (!first) return [];
  const missing = [...found].filter(([n]) => !articles.has(n));
  const claim = (span: { start: number; end: number }, items: readonly number[], present: number): Claim => ({
    ...span,
    type: "cross_reference",
    claim: items.length === 1 ? `article ${items[0]} of this text` : `${items.length} articles of this text`,
    operands: items,
    formula: "referenced articles present in the part",
    stated: items.length,
    computed: present,
    holds: present === items.length,
    tolerance: "exact",
    note: present === items.length ? "" : "there is no such article",
  });
  const resolved = [...found.keys()].filter((n) => articles.has(n));
  const good =
    resolved.length > 0
      ? [claim(found.get(resolved[0] as number) as { start: number; end: number }, resolved, resolved.length)]
      : [];
  return [...good, ...missing.map(([n, span]) => claim(span, [n], 0))];
}

function numberOf(printed: string): number | null {
  const plain = printed.replace(/[()（）、]/g, "");
  const numeral = plain === "" ? null : readNumeral(plain, 0);
  return numeral && numeral.end === plain.length ? numeral.value : null;
}
