import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Indicator } from "./records.js";

/** A total that is shared out: 全市不少于94件，其中甲乡5件、乙镇6件. */
export interface Quotas {
  /** offset of the total's number */
  readonly total: number;
  /** whether an offset lies in the list of shares */
  readonly covers: (at: number) => boolean;
  /** the shares as indicators; none where the total is no target */
  readonly records: (totalIsTarget: boolean) => Indicator[];
}

const TOTAL =
  /(?<![\d.])(\d[\d.]{0,11}万?)\s?(元|件|例|人|户|名|个|起|对|份|篇|亩|吨|家|处)[,;:]?\s*其中[:,]?/g;
const NAME = /[^\d\s,、;:。()]{2,12}$/;

/** Finds the shares that follow a total in a stretch of folded text; null where fewer than two names take one. */
export function quotasAfter(text: string, span: Span): Quotas | null {
  for (const match of text.slice(span.start, span.end).matchAll(TOTAL)) {
    const unit = match[2] as string;
    const from = span.start + match.index + match[0].length;
    const shares = sharesFrom(text, { start: from, end: span.end }, unit);
    if (shares.length < 2) continue;
    const end = (shares.at(-1) as Share).end;
    return {
      total: span.start + match.index,
      covers: (at) => at >= from && at < end,
      records: (totalIsTarget) => (totalIsTarget ? shares.map((s) => quota(s, unit)) : []),
    };
  }
  return null;
}

/** One named share of a total. */
export interface Share extends Span {
  readonly name: string;
  readonly value: number;
}

/** Named shares with one unit, one after the other. */
export function sharesFrom(text: string, span: Span, unit: string): Share[] {
  const shares: Share[] = [];
  let at = span.start;
  while (at < span.end) {
    const number = /\d/.exec(text.slice(at, Math.min(span.end, at + 16)));
    if (!number) break;
    const where = at + number.index;
    const name = NAME.exec(text.slice(at, where));
    const numeral = readNumeral(text, where);
    if (name?.index !== 0 || !numeral || text[numeral.end] !== unit) break;
    shares.push({ start: at, end: numeral.end + 1, name: name[0], value: numeral.value });
    at = numeral.end + 1;
    if (!"、,;和".includes(text[at] ?? "\0")) break;
    at++;
    while (text[at] === " " || text[at] === "\n") at++;
  }
  return shares;
}

function quota(share: Share, unit: string): Indicator {
  return {
    start: share.start,
    end: share.end,
    item: share.name,
    comparator: "=",
    value: share.value,
    valueMax: null,
    unit: unit === "元" ? "yuan" : "count",
    role: "quota",
    flags: [],
    addressee: share.name,
  };
}
