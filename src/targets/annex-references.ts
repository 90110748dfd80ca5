import { toRepaired } from "../repair/offsets.js";
import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import { numeralOf } from "./numeral-of.js";
import type { Reading } from "./passages.js";

const NUM = "[一二三四五六七八九十]{1,2}|\\d{1,2}";
/** 附件2 at the head of its line, as a heading or in the list of annexes */
const PRINTED = new RegExp(
  `^[ \\t]*附(?:件|表|录)?[:\\s]*(${NUM})(?=[\\s:、.．]|$|[\\u4e00-\\u9fff《])`,
  "gm",
);
/** the further lines of a list of annexes: 附件：1.考核表 ⏎ 2.汇总表 */
const LIST = new RegExp(`^[ \\t]*附(?:件|表)?:[ \\t]*((?:(?:${NUM})[.、．][^\\n]*\\n?[ \\t]*)+)`, "gm");
const MENTIONED = new RegExp(
  `附(?:件|表)(?:(${NUM})(?:[、和及至-]{1,2}(?:附(?:件|表))?(${NUM}))?)(?![\\d年月日个份])`,
  "g",
);

/** Annexes that a text refers to by number against those that it prints or lists; open where it prints none. */
export function annexClaims(reading: Reading, part: Part): Claim[] {
  const { structured } = reading;
  const range = toRepaired(structured.repaired, part);
  const words = reading.text.slice(range.start, range.end);
  const printed = new Set<number>();
  const heads = new Set<number>();
  for (const match of words.matchAll(PRINTED)) {
    printed.add(numeralOf(match[1] as string) ?? 0);
    heads.add(match.index + match[0].search(/附/));
  }
  for (const match of words.matchAll(LIST))
    for (const item of (match[1] as string).matchAll(new RegExp(`(?:^|\\n)[ \\t]*(${NUM})[.、．]`, "g")))
      printed.add(numeralOf(item[1] as string) ?? 0);
  const found = new Map<string, Claim>();
  for (const match of words.matchAll(MENTIONED)) {
    if (heads.has(match.index) || found.has(match[0])) continue;
    const numbers = [match[1], match[2]].flatMap((p) => (p === undefined ? [] : [numeralOf(p) ?? 0]));
    const missing = numbers.filter((n) => !printed.has(n));
    const start = range.start + match.index;
    found.set(match[0], {
      start,
      end: start + match[0].length,
      type: "cross_reference",
      claim: `${match[0]} of this text`,
      operands: numbers,
      formula: "referenced annexes printed in the part",
      stated: null,
      computed: numbers.length - missing.length,
      holds: missing.length === 0 ? true : printed.size === 0 ? null : false,
      tolerance: "exact",
      note:
        missing.length === 0
          ? ""
          : printed.size === 0
            ? "cannot be decided: no annex is printed with the text"
            : `there is no annex ${missing.join(", ")}`,
    });
  }
  return [...found.values()];
}
