import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { cueAt } from "./cues.js";
import type { Comparator, Indicator } from "./records.js";

/** Shares that a stretch of text gives to names: a total that is shared out, or a list of names with their parts. */
export interface Quotas {
  /** offset of the total's number, null where the list stands alone */
  readonly total: number | null;
  /** whether an offset lies in the list of shares */
  readonly covers: (at: number) => boolean;
  /** the shares as indicators, bound as their total is; none where there is a total that is no target */
  readonly records: (total: Indicator | null) => Indicator[];
}

const NAME = /[^\d\s,、;:。()]{2,12}$/;
/** Ends of names that owe something: places, offices, units */
export const OWES =
  /(?:[省市县区乡镇村街场办处局校院厂队站所社]|街道|单位|公司|中心|管理区|矿|机关|支部|车间|工区|科室|大队|中队)$/;

/** The shares in a stretch of folded text: two or more names after a total with 其中, three or more alone. */
export function quotasIn(text: string, span: Span): Quotas[] {
  const found: Quotas[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(SHARED_OUT)) {
    const from = span.start + match.index + match[0].length;
    const unit = firstUnit(text, { start: from, end: span.end });
    if (unit === null) continue;
    const shares = sharesFrom(text, { start: from, end: span.end }, unit);
    const total = totalBefore(text, { start: span.start, end: span.start + match.index }, unit);
    if (shares.length >= 2 && total !== null) found.push(quotasOf(total, shares, unit));
    else if (shares.length >= 3 && shares.every((s) => OWES.test(s.name) || /^其[余他]/.test(s.name)))
      found.push(
        quotasOf(
          null,
          shares.filter((s) => OWES.test(s.name)),
          unit,
          { bound: boundOf(text.slice(Math.max(span.start, from - LEAD), from)) },
        ),
      );
  }
  const alone = found.length === 0 ? listAlone(text, span) : null;
  return alone ? [alone] : found;
}

/** what a list of shares follows */
const SHARED_OUT =
  /其中[:,]?|(?:完成|承担|负责|控制在|下达|安排):|(?:分解|分配|任务|指标|计划)(?:数)?(?:如下|为|情况|到[^,。\d]{1,6})?[:,]/g;

/** how many characters before a list say how its parts bind */
const LEAD = 24;

/** 出生控制指标：… are caps, 各村至少完成：… is owed at least; null where nothing says so */
function boundOf(lead: string): Comparator | null {
  if (/控制|不超过|不突破|上限|封顶/.test(lead)) return "<=";
  return /至少|不少于|不低于/.test(lead) ? ">=" : null;
}

/** the unit of the first number of a list of shares */
function firstUnit(text: string, span: Span): string | null {
  const number = /(?<![\d.])\d[\d.]{0,11}[万亿]?/.exec(
    text.slice(span.start, Math.min(span.end, span.start + 24)),
  );
  return number ? classifierAt(text, span.start + number.index + number[0].length) : null;
}

/** the last number in that unit before 其中, not far from it */
function totalBefore(text: string, span: Span, unit: string): number | null {
  const from = Math.max(span.start, span.end - 60);
  const words = text.slice(from, span.end);
  const numbers = [...words.matchAll(/(?<![\d.])\d[\d.]{0,11}[万亿]?/g)].filter((m) =>
    text.startsWith(unit, from + m.index + m[0].length),
  );
  const last = numbers.at(-1);
  return last ? from + last.index : null;
}

/** Shares that stand on lines of their own, three or more: 石门村2000万元 ⏎ 东湾村1800万元 */
export function quotaLines(text: string, lines: readonly Span[]): Indicator[] {
  const read = lines.map((line) => {
    const unit = firstUnit(text, line);
    const shares = unit === null ? [] : sharesFrom(text, line, unit);
    const one = shares[0];
    const whole = one && shares.length === 1 && /^[。;,\s]*$/.test(text.slice(one.end, line.end));
    return whole && unit !== null && OWES.test(one.name) ? quota(one, unit) : null;
  });
  const found = read.filter((r) => r !== null);
  return found.length >= 3 ? found : [];
}

function quotasOf(
  total: number | null,
  shares: readonly Share[],
  unit: string,
  { owed = false, bound = null }: { readonly owed?: boolean; readonly bound?: Comparator | null } = {},
): Quotas {
  const from = (shares[0] as Share).start;
  const end = (shares.at(-1) as Share).end;
  return {
    total,
    covers: (at) => at >= from && at < end,
    records: (whole) =>
      whole || total === null
        ? shares.map((s) => quota(s, unit, owed, s.comparator ?? (whole ? whole.comparator : bound) ?? "="))
        : [],
  };
}

/** 青山镇8000亩、柳河镇7000亩、石桥乡9000亩: three or more names that owe a part in one unit */
function listAlone(text: string, span: Span): Quotas | null {
  const first = /(?<![\d.])\d[\d.]{0,11}[万亿]?/.exec(text.slice(span.start, span.end));
  if (!first) return null;
  const where = span.start + first.index;
  const unit = classifierAt(text, where + first[0].length);
  const lead = /[^,、;:。()\d\s]{2,12}$/.exec(text.slice(span.start, where));
  if (unit === null || !lead) return null;
  const shares = sharesFrom(text, { start: where - lead[0].length, end: span.end }, unit);
  if (shares.length >= 3 && shares.every((s) => OWES.test(s.name))) return quotasOf(null, shares, unit);
  return sharesOut(text, span, shares, unit) ? quotasOf(null, shares, unit, { owed: true }) : null;
}

/** a total closes the sentence before, and the clause is nothing but short names with their parts: 参保1260人。东桥260人、上坝180人、石佛310人 */
function sharesOut(text: string, clause: Span, shares: readonly Share[], unit: string): boolean {
  const last = shares.at(-1);
  if (!last || shares.length < 3 || shares.some((s) => !/^[\u4e00-\u9fff]{2,5}$/.test(s.name))) return false;
  const whole = /(\d[\d.]*万?)([^\s\d,、;:。()]{1,3})[。:]\s*$/.exec(
    text.slice(Math.max(0, clause.start - 30), (shares[0] as Share).start),
  );
  const alone = /^[。;\s]*$/.test(text.slice(last.end, clause.end));
  const sum = shares.reduce((total, s) => total + s.value, 0);
  const stated = whole ? (readNumeral(whole[1] as string, 0)?.value ?? 0) : 0;
  return alone && whole?.[2] === unit && Math.abs(sum - stated) <= NEARLY * stated;
}

/** how far the parts may miss the total and still be its parts, relative */
const NEARLY = 0.1;

function classifierAt(text: string, at: number): string | null {
  return text[at] === "元" ? "元" : cueAt("count_unit", text, at);
}

/** One named share of a total. */
export interface Share extends Span {
  readonly name: string;
  readonly value: number;
  /** where words before the number say it: 东桥村不超过6人 */
  readonly comparator: Comparator | null;
}

const BOUND = /(?:不得?超过|不得?突破|最多|控制在|不得?少于|不得?低于|至少)$/;

/** Named shares with one unit, one after the other. */
export function sharesFrom(text: string, span: Span, unit: string): Share[] {
  const shares: Share[] = [];
  let at = span.start;
  while (at < span.end) {
    const number = /\d/.exec(text.slice(at, Math.min(span.end, at + 16)));
    if (!number) break;
    const where = at + number.index;
    const words = text.slice(at, where).replace(/^\s*(?:其中|分别为)?[:,]?/, "");
    const tail = BOUND.exec(words)?.[0] ?? "";
    const name = NAME.exec(words.slice(0, words.length - tail.length));
    const numeral = readNumeral(text, where);
    if (name?.index !== 0 || !numeral || !text.startsWith(unit, numeral.end)) break;
    const start = where - tail.length - name[0].length;
    const comparator = tail === "" ? null : /超|突破|控制|多/.test(tail) ? "<=" : ">=";
    shares.push({ start, end: numeral.end + unit.length, name: name[0], value: numeral.value, comparator });
    at = numeral.end + unit.length;
    if (!"、,;和\n".includes(text[at] ?? "\0")) break;
    at++;
    while (text[at] === " " || text[at] === "\n") at++;
  }
  return shares;
}

function quota(share: Share, unit: string, owed = false, comparator: Comparator = "="): Indicator {
  const owes = owed || OWES.test(share.name);
  return {
    start: share.start,
    end: share.end,
    item: share.name,
    comparator,
    value: share.value,
    valueMax: null,
    unit: unit === "元" ? "yuan" : "count",
    role: owes ? "quota" : "target",
    flags: [],
    addressee: owes ? share.name : null,
  };
}
