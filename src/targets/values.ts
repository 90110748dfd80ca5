import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { cueAt, cueAtEnd } from "./cues.js";
import type { Comparator, TargetFlag, TargetUnit } from "./records.js";

/** A number with its unit and the words that say how it binds; offsets are in the folded text. */
export interface PrintedValue extends Span {
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: TargetUnit | "points_of_percent";
  readonly comparator: Comparator;
  /** words of comparison before and after the number, as printed */
  readonly before: string | null;
  readonly after: string | null;
  /** the classifier of a count */
  readonly classifier: string | null;
  /** what is measured: the text before the words of comparison, back to the segment's start or the value before */
  readonly head: Span;
  /** the first character of the number */
  readonly number: number;
  /** end of the number and its unit, before words such as 以上 */
  readonly unitEnd: number;
  readonly flags: readonly TargetFlag[];
}

const PER_TEN: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000 };
const MASK = /(?:\*{2,}|[X×]{2,}|[□_]{2,}|～)(?=[%‰元种次篇户块个件例起条名人对场期份家处])/y;
const NO_NUMBER_PERCENT = /[‰%]/;

interface Amount {
  readonly end: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  readonly unit: PrintedValue["unit"] | "bare";
  readonly classifier: string | null;
  readonly flags: readonly TargetFlag[];
}

/** The values that a segment prints, each with what it measures. */
export function printedValues(text: string, segment: Span): PrintedValue[] {
  const found: PrintedValue[] = [];
  let head = segment.start;
  let at = segment.start;
  while (at < segment.end) {
    const amount = readAmount(text, at, segment.end);
    if (!amount) {
      at = skip(text, at);
      continue;
    }
    const words = wordsBefore(text, head, at);
    const after = cueAt("at_least_after", text, amount.end) ?? cueAt("at_most_after", text, amount.end);
    const bare = amount.unit === "bare";
    if (!bare || isStripped(text, amount, at, words.headEnd, head)) {
      const end = after ? amount.end + after.length : amount.end;
      found.push({
        start: words.start,
        end,
        value: amount.value,
        valueMax: amount.valueMax,
        unit: bare ? strippedUnit(text, words.headEnd, amount) : (amount.unit as PrintedValue["unit"]),
        comparator: comparatorOf(words.comparison, after),
        before: words.comparison,
        after,
        classifier: amount.classifier,
        head: { start: Math.max(head, words.headEnd - 80), end: words.headEnd },
        number: at,
        unitEnd: amount.end,
        flags:
          bare && strippedUnit(text, words.headEnd, amount) === "percent"
            ? [...amount.flags, "truncated"]
            : amount.flags,
      });
      head = end;
      while (head < segment.end && "、和 ".includes(text[head] as string)) head++;
      at = Math.max(at + 1, end);
      continue;
    }
    at = Math.max(at + 1, amount.end);
  }
  return found;
}

/** past one character, or past a whole numeral that is part of a date, an ordinal or a name */
function skip(text: string, at: number): number {
  if (text[at] === "第" && opensNumeral(text[at + 1] ?? " ")) {
    const numeral = readNumeral(text, at + 1);
    if (numeral) return numeral.end;
  }
  return at + 1;
}

function readAmount(text: string, at: number, limit: number): Amount | null {
  const c = text[at] as string;
  MASK.lastIndex = at;
  const mask = MASK.exec(text);
  if (mask) return withUnit(text, at + mask[0].length, null, null, ["masked"]);
  if (NO_NUMBER_PERCENT.test(c) && cueAtEnd("at_most_before", text.slice(Math.max(0, at - 6), at)))
    return {
      end: at + 1,
      value: null,
      valueMax: null,
      unit: c === "%" ? "percent" : "permille",
      classifier: null,
      flags: ["truncated"],
    };
  const base = PER_TEN[c];
  if (base !== undefined && text.startsWith("分之", at + 1)) return readRatio(text, at, base);
  if (!opensNumeral(c) || c === "半" || /[\d.]/.test(text[at - 1] ?? " ")) return null;
  if (text[at - 1] === "第") return null;
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.end > limit) return null;
  let end = numeral.end;
  let valueMax: number | null = null;
  if (/[-~至]/.test(text[end] ?? " ") && opensNumeral(text[end + 1] ?? " ")) {
    const upper = readNumeral(text, end + 1);
    if (upper && upper.value > numeral.value) {
      valueMax = upper.value;
      end = upper.end;
    }
  }
  return withUnit(text, end, numeral.value, valueMax, valueMax === null ? [] : ["range"]);
}

function readRatio(text: string, at: number, base: number): Amount | null {
  const from = at + 3;
  const numeral = opensNumeral(text[from] ?? " ") ? readNumeral(text, from) : null;
  if (!numeral) return null;
  const percent = base === 100;
  const value = percent ? numeral.value : Number((numeral.value / base).toPrecision(12));
  return {
    end: numeral.end,
    value,
    valueMax: null,
    unit: percent ? "percent" : "ratio",
    classifier: null,
    flags: [],
  };
}

function withUnit(
  text: string,
  from: number,
  value: number | null,
  valueMax: number | null,
  flags: readonly TargetFlag[],
): Amount | null {
  let at = from;
  while (text[at] === " " || "余多".includes(text[at] ?? "\0")) at++;
  const make = (end: number, unit: Amount["unit"], classifier: string | null = null): Amount => ({
    end,
    value,
    valueMax,
    unit,
    classifier,
    flags,
  });
  if (text.startsWith("个百分点", at) || text.startsWith("个千分点", at))
    return make(at + 4, "points_of_percent");
  if (text.startsWith("百分点", at)) return make(at + 3, "points_of_percent");
  if (text[at] === "%") return make(at + 1, "percent");
  if (text[at] === "‰") return make(at + 1, "permille");
  if (text[at] === "元") return make(at + 1, "yuan");
  const classifier = cueAt("count_unit", text, at);
  if (
    classifier &&
    !/^(?:百分点|月|工作日|小时|年|季度|星期|口|均|员|民|次之|一(?![\u4e00-\u9fff]))/.test(
      text.slice(at + 1, at + 4),
    )
  )
    return make(at + 1, "count", classifier);
  if (value === null) return null;
  return make(from, "bare");
}

/** comparison and modal words directly before a number, and where what is measured ends */
function wordsBefore(
  text: string,
  head: number,
  number: number,
): { start: number; headEnd: number; comparison: string | null } {
  let end = number;
  let comparison: string | null = null;
  for (;;) {
    while (end > head && text[end - 1] === " ") end--;
    const rest = text.slice(Math.max(head, end - 12), end);
    const cue = comparisonAtEnd(rest);
    if (cue) {
      comparison ??= cue;
      end -= cue.length;
      continue;
    }
    const modal = cueAtEnd("modal", rest);
    if (!modal) break;
    end -= modal.length;
  }
  if (comparison === null) {
    const base = /(?:不低于|不少于|不超过|达到|占)(?=[^、\d]{1,10}$)/.exec(
      text.slice(Math.max(head, end - 60), end),
    );
    if (base) {
      comparison = base[0];
      end = Math.max(head, end - 60) + base.index;
    }
  }
  return { start: head, headEnd: end, comparison };
}

/** 不超过 is longer than 超过, 不低于 than 低于: the longest cue decides */
function comparisonAtEnd(words: string): string | null {
  const least = cueAtEnd("at_least_before", words);
  const most = cueAtEnd("at_most_before", words);
  return (least?.length ?? 0) >= (most?.length ?? 0) ? least : most;
}

function comparatorOf(before: string | null, after: string | null): Comparator {
  if (after) return cueAt("at_least_after", after, 0) === after ? ">=" : "<=";
  if (before === null) return "=";
  return cueAtEnd("at_most_before", before) === before ? "<=" : ">=";
}

/** a number that lost its percent sign: 率达95, 的社区达90以上, 男性占20以上 */
function isStripped(text: string, amount: Amount, number: number, headEnd: number, head: number): boolean {
  if (amount.value === null || amount.value > 100 || amount.valueMax !== null) return false;
  if (!/\d/.test(text[number] as string)) return false;
  if (!/^(?:以上|以下|以内)?\s*(?:[,;。、)]|$)/.test(text.slice(amount.end, amount.end + 4))) return false;
  const words = text.slice(headEnd, number);
  const measured = text.slice(head, headEnd);
  if (/[率面比]$/.test(measured)) return true;
  return /[达占]/.test(words) && /[\u4e00-\u9fff]{2}$/.test(measured);
}

function strippedUnit(text: string, headEnd: number, amount: Amount): "percent" | "ratio" {
  return text[headEnd - 1] === "比" && (amount.value ?? 0) < 5 ? "ratio" : "percent";
}
