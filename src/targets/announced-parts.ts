import { readNumeral } from "../quantities/numerals.js";
import { toRepaired } from "../repair/offsets.js";
import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import { exactClaim } from "./judged.js";
import type { Reading } from "./passages.js";

const NUM = "\\d{1,2}|[一二两三四五六七八九十]{1,2}";
/** the head of a collection: 工作总结范文（合集三篇）, 精选5篇 */
const COLLECTION = new RegExp(`(?:合集|精选|汇编|范文|大全|模板|共|[(])(${NUM})篇`);

/** How many documents a collection announces before its first one, against those that follow under its headings. */
export function collectionClaims(reading: Reading): Claim[] {
  const { parts, repaired } = reading.structured;
  const first = parts[0];
  if (!first || parts.every((p) => p.heading === null)) return [];
  const head = reading.text.slice(0, toRepaired(repaired, first).start);
  const match = COLLECTION.exec(head);
  const stated = match ? (readNumeral(match[1] as string, 0)?.value ?? 0) : 0;
  if (!match || stated < 2) return [];
  const count = new Set(parts.map((p) => p.part.replace(/[a-z]+$/, ""))).size;
  return [
    exactClaim(
      {
        start: match.index,
        end: match.index + match[0].length,
        type: "enumeration",
        claim: `${stated} documents announced`,
        operands: [count],
        formula: "count of the collection's documents",
      },
      count,
      stated,
      `${count} documents follow`,
    ),
  ];
}

const CASES = new RegExp(
  `(${NUM})起([\\u4e00-\\u9fff]{0,8}(?:案件|案例|问题|事故))[^\\n]{0,80}?(?:通报)?如下[。:]`,
  "g",
);
/** a paragraph that is called after its case: 某厂用工管理混乱案。 */
const CASE = /^\s*(?:[((]?[一二三四五六七八九十\d]{1,2}[))、.]\s*)?[^,。;:\n]{4,28}(?:案件?|问题|事故)。/;

/** Cases that a notice announces against the paragraphs that are called after one; open where the list does not begin at its first. */
export function caseClaims(reading: Reading, part: Part): Claim[] {
  const { text, structured } = reading;
  const range = toRepaired(structured.repaired, part);
  return [...text.slice(range.start, range.end).matchAll(CASES)].flatMap((match) => {
    const start = range.start + match.index;
    const end = start + match[0].length;
    const lines = text
      .slice(end, range.end)
      .split("\n")
      .filter((line) => CASE.test(line));
    const stated = readNumeral(match[1] as string, 0)?.value ?? 0;
    if (lines.length === 0 || stated < 2) return [];
    const cut = /^\s*[((]?[二三四五六七八九]/.test(lines[0] as string);
    const claim = exactClaim(
      {
        start,
        end: start + (match[1] as string).length + 1 + (match[2] as string).length,
        type: "enumeration",
        claim: `${stated} cases announced`,
        operands: [lines.length],
        formula: "count of listed cases",
      },
      lines.length,
      stated,
      `${lines.length} cases follow`,
    );
    return [
      cut
        ? {
            ...claim,
            holds: null,
            tolerance: "-",
            note: "cannot be decided: the list opens after its first item",
          }
        : claim,
    ];
  });
}
