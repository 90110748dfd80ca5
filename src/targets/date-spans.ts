import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import type { ClaimBase } from "./judged.js";

const DATE = "(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日";
const NUM = "\\d{1,3}|[一二两三四五六七八九十]{1,3}";
const BETWEEN = new RegExp(
  `(?:从|自)?${DATE}(?:起|开始)?(?:至|到|[-~]+)(?:(?:(\\d{4})年)?(\\d{1,2})月)?(\\d{1,2})日(?:止|结束)?[^,。;\\d]{0,4}[,(]?(?:为期|历时|用时?|拿出|共计?|合计|时间为?|期限为?)(${NUM})(天|日|个月)`,
  "g",
);
/** 集中攻坚51天（10月16日至12月5日）: the number stands before the dates; the second month may be left out in either */
const BEFORE = new RegExp(
  `(${NUM})(天|日)\\((?:从|自)?${DATE}(?:起|开始)?(?:至|到|[-~]+)(?:(?:(\\d{4})年)?(\\d{1,2})月)?(\\d{1,2})日(?:止|结束)?\\)`,
  "g",
);
/** 3月1日至31日用20天: the days may be some of those between the dates */
const SOME_OF_THEM =
  /(?:用|拿出|利用|集中)[^,。;\d]{0,2}(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:天|日|个月)$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Numbers of days or months against the dates that they are printed with: 3月1日至5月31日，为期92天, either end left out or not. */
export function dateSpanClaims(text: string, span: Span): Claim[] {
  const words = text.slice(span.start, span.end);
  const after = [...words.matchAll(BETWEEN)].map((match) => {
    const [, fromYear, fromMonth, fromDay, toYear, toMonth, toDay, printed, unit] = match;
    return {
      match,
      order: [fromYear, fromMonth, fromDay, toYear, toMonth ?? fromMonth, toDay, printed, unit],
    };
  });
  const before = [...words.matchAll(BEFORE)].map((match) => {
    const [, printed, unit, fromYear, fromMonth, fromDay, toYear, toMonth, toDay] = match;
    return {
      match,
      order: [fromYear, fromMonth, fromDay, toYear, toMonth ?? fromMonth, toDay, printed, unit],
    };
  });
  return [...after, ...before].flatMap(({ match, order }) => {
    const [fromYear, fromMonth, fromDay, toYear, toMonth, toDay, printed, unit] = order;
    const stated = readNumeral(printed as string, 0)?.value ?? 0;
    const months = [Number(fromMonth), Number(toMonth)] as const;
    if (months.some((m) => m < 1 || m > 12)) return [];
    const years = fromYear !== undefined && toYear !== undefined ? Number(toYear) - Number(fromYear) : 0;
    const computed =
      unit === "个月"
        ? monthsBetween(months, [Number(fromDay), Number(toDay)], years)
        : daysBetween(months, [Number(fromDay), Number(toDay)], years);
    if (computed === null) return [];
    const start = span.start + match.index;
    const base: ClaimBase = {
      start,
      end: start + match[0].length,
      type: "difference",
      claim: `${stated} ${unit === "个月" ? "months" : "days"} between two dates`,
      operands: [`${fromMonth}-${fromDay}`, `${toMonth}-${toDay}`],
      formula: unit === "个月" ? "months, both ends counted" : "days, both ends counted",
    };
    const slack = unit === "个月" ? 0 : crosses29February(months, years) ? [0, 1, -1] : [0, 1];
    const holds = [slack].flat().some((s) => computed - s === stated);
    if (!holds && SOME_OF_THEM.test(match[0])) return [];
    return [
      {
        ...base,
        stated,
        computed,
        holds,
        tolerance: "either end may be left out",
        note: holds ? "" : `the dates are ${computed} ${unit === "个月" ? "months" : "days"} apart`,
      },
    ];
  });
}

const dayOfYear = (month: number, day: number): number =>
  DAYS.slice(0, month - 1).reduce((s, d) => s + d, 0) + day;

function daysBetween(
  months: readonly [number, number],
  days: readonly [number, number],
  years: number,
): number | null {
  const count = dayOfYear(months[1], days[1]) - dayOfYear(months[0], days[0]) + 1;
  const whole = count + years * 365;
  return years === 0 && count < 1 ? count + 365 : whole > 0 ? whole : null;
}

/** whole months: 3月1日至5月31日 are three, 3月1日至6月1日 too; null where the days do not close a month */
function monthsBetween(
  [from, to]: readonly [number, number],
  [first, last]: readonly [number, number],
  years: number,
): number | null {
  const span = (years === 0 && to < from ? 12 : 12 * years) + to - from;
  if (first === last || first - 1 === last) return span;
  return first === 1 && last >= 28 ? span + 1 : null;
}

/** without a year it is not known whether February has 29 days */
const crosses29February = ([from, to]: readonly [number, number], years: number): boolean =>
  years > 0 || to < from || (from <= 2 && to > 2);
