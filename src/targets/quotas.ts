import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { cueAt } from "./cues.js";
import type { Indicator } from "./records.js";

/** Shares that a stretch of text gives to names: a total that is shared out, or a list of names with their parts. */
export interface Quotas {
  /** offset of the total's number, null where the list stands alone */
  readonly total: number | null;
  /** whether an offset lies in the list of shares */
  readonly covers: (at: number) => boolean;
  /** the shares as indicators; none where the total is no target */
  readonly records: (totalIsTarget: boolean) => Indicator[];
}

const TOTAL = /(?<![\d.])(\d[\d.]{0,11}[万亿]?)\s?(元|[^\d\s,;:]{1,3})[,;:]?\s*其中[:,]?/g;
const NAME = /[^\d\s,、;:。()]{2,12}$/;
/** ends of names that owe something: places, offices, units */
const OWES = /(?:[省市县区乡镇村街场办处局校院厂队站所社]|街道|单位|公司|中心|管理区)$/;

/** Finds the shares in a stretch of folded text; null where fewer than two names follow a total, or three stand alone. */
export function quotasAfter(text: string, span: Span): Quotas | null {
  for (const match of text.slice(span.start, span.end).matchAll(TOTAL)) {
    const from = span.start + match.index + match[0].length;
    const unit = unitAt(match[2] as string, 0);
    if (unit === null) continue;
    const shares = sharesFrom(text, { start: from, end: span.end }, unit);
    if (shares.length >= 2) return quotasOf(span.start + match.index, shares, unit);
  }
  return listAlone(text, span);
}

function quotasOf(total: number | null, shares: readonly Share[], unit: string): Quotas {
  const from = (shares[0] as Share).start;
  const end = (shares.at(-1) as Share).end;
  return {
    total,
    covers: (at) => at >= from && at < end,
    records: (totalIsTarget) => (totalIsTarget || total === null ? shares.map((s) => quota(s, unit)) : []),
  };
}

/** 青山镇8000亩、柳河镇7000亩、石桥乡9000亩: three or more names that owe a part in one unit */
function listAlone(text: string, span: Span): Quotas | null {
  const first = /(?<![\d.])\d[\d.]{0,11}[万亿]?/.exec(text.slice(span.start, span.end));
  if (!first) return null;
  const where = span.start + first.index;
  const unit = unitAt(text, where + first[0].length);
  const lead = /[^,、;:。()\d\s]{2,12}$/.exec(text.slice(span.start, where));
  if (unit === null || !lead) return null;
  const shares = sharesFrom(text, { start: where - lead[0].length, end: span.end }, unit);
  return shares.length >= 3 && shares.every((s) => OWES.test(s.name)) ? quotasOf(null, shares, unit) : null;
}

function unitAt(text: string, at: number): string | null {
  return text[at] === "元" ? "元" : cueAt("count_unit", text, at);
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
    const name = NAME.exec(text.slice(at, where).replace(/^(?:其中|分别为)[:,]?/, ""));
    const numeral = readNumeral(text, where);
    if (name?.index !== 0 || !numeral || !text.startsWith(unit, numeral.end)) break;
    const start = where - name[0].length;
    shares.push({ start, end: numeral.end + unit.length, name: name[0], value: numeral.value });
    at = numeral.end + unit.length;
    if (!"、,;和".includes(text[at] ?? "\0")) break;
    at++;
    while (text[at] === " " || text[at] === "\n") at++;
  }
  return shares;
}

function quota(share: Share, unit: string): Indicator {
  const owes = OWES.test(share.name);
  return {
    start: share.start,
    end: share.end,
    item: share.name,
    comparator: "=",
    value: share.value,
    valueMax: null,
    unit: unit === "元" ? "yuan" : "count",
    role: owes ? "quota" : "target",
    flags: [],
    addressee: owes ? share.name : null,
  };
}
