import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { type Amount, readAmount } from "./amounts.js";
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

/** The values that a segment prints, each with what it measures; `title` names it where the segment does not. */
export function printedValues(text: string, segment: Span, title = ""): PrintedValue[] {
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
    if (!bare || isStripped(text, amount, at, words.headEnd, head, title)) {
      const unit = bare ? bareUnit(text.slice(head, words.headEnd) || title, amount) : amount.unit;
      const end = after ? amount.end + after.length : amount.end;
      found.push({
        start: words.start,
        end,
        value: amount.value,
        valueMax: amount.valueMax,
        unit,
        comparator: comparatorOf(words.comparison, after),
        before: words.comparison,
        after,
        classifier: amount.classifier,
        head: { start: Math.max(head, words.headEnd - 80), end: words.headEnd },
        number: at,
        unitEnd: amount.end,
        flags: bare && unit !== "ratio" ? [...amount.flags, "truncated"] : amount.flags,
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
    const modal = cueAtEnd("modal", rest) ?? PERIOD.exec(rest)?.[0];
    if (!modal) break;
    end -= modal.length;
  }
  if (comparison === null) {
    const base = /(?:不得?低于|不得?少于|不得?超过|达到|占)(?=[^、\d]{1,10}$)/.exec(
      text.slice(Math.max(head, end - 60), end),
    );
    if (base) {
      comparison = base[0];
      end = Math.max(head, end - 60) + base.index;
    }
  }
  return { start: head, headEnd: end, comparison };
}

/** 孕检率每季95%: how often a rate is taken is no part of its name */
const PERIOD = /(?<=[率面])(?:每(?:个?月|季度?|轮|年|次|半年|学期)|全年|当年|常年)$/;

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

/** a number without a unit that is a rate all the same: 率达95, 的社区达90以上, 性别比控制在107以内 */
function isStripped(
  text: string,
  amount: Amount,
  number: number,
  headEnd: number,
  head: number,
  title: string,
): boolean {
  if (amount.value === null || amount.valueMax !== null) return false;
  if (!/\d/.test(text[number] as string)) return false;
  if (!/^(?:以上|以下|以内|之内)?\s*(?:[,;。、()]|$)/.test(text.slice(amount.end, amount.end + 4)))
    return false;
  const measured = text.slice(head, headEnd) || title;
  if (SEX_RATIO.test(measured)) return amount.value > 50 && amount.value < 200;
  if (amount.value > 100) return false;
  if (/[率面比]$/.test(measured)) return true;
  return /[达占]/.test(text.slice(headEnd, number)) && /[\u4e00-\u9fff]{2}$/.test(measured);
}

const SEX_RATIO = /性别比$/;
/** rates by a base of their own (亿元产值死亡率, 万车死亡率) are no percentages */
const OWN_BASE = /(?:亿元|百万|十万|每?万[车人吨]|每?百人)[^,;。]{0,8}$/;
const PER_THOUSAND = /千(?:人|分)[^,;。]{0,8}率$/;

function bareUnit(measured: string, amount: Amount): "percent" | "permille" | "ratio" {
  if (PER_THOUSAND.test(measured)) return "permille";
  if (SEX_RATIO.test(measured) || OWN_BASE.test(measured)) return "ratio";
  return measured.endsWith("比") && (amount.value ?? 0) < 5 ? "ratio" : "percent";
}
