import type { Interval, Quantity } from "../quantities/records.js";
import type { Span } from "../span.js";
import type { Base, ConsequenceType } from "./records.js";

/** What a length of time measures where it counts so much pay: 三个月工资, 半年奖金, 两个月误工补贴. */
export type Pay = "wage" | "bonus" | "stipend";

const PAY: readonly (readonly [RegExp, Pay])[] = [
  [/^(?:的|以上|以下)?[^,;。、励扣罚减停发]{0,4}?(?:奖(?!惩|罚)|绩效|工分)/, "bonus"],
  [/^(?:的|以上|以下)?[^,;。、扣罚减停发]{0,3}?(?:工资|薪)/, "wage"],
  [/^(?:的|以上|以下)?[^,;。、扣罚减停发]{0,4}?(?:津贴|补贴|补助|误工费)/, "stipend"],
];

/** 扣补助两个月: the pay stands before the time */
const PAY_BEFORE: readonly (readonly [RegExp, Pay])[] = [
  [/(?:奖金?|绩效)$/, "bonus"],
  [/(?:工资|薪)$/, "wage"],
  [/(?:津贴|补贴|补助|误工费)$/, "stipend"],
];

export function payOf(text: string, q: Quantity): Pay | null {
  if (q.kind !== "duration") return null;
  const right = text.slice(q.end, q.end + 10);
  const left = text.slice(Math.max(0, q.start - 4), q.start);
  const found =
    PAY.find(([pattern]) => pattern.test(right)) ?? PAY_BEFORE.find(([pattern]) => pattern.test(left));
  return found?.[1] ?? null;
}

/** so much of what is due, or for so long: months of a bonus or a stipend that is stopped, or counted in years, are its time */
export function payTime(text: string, cue: Span, q: Quantity, pay: Pay): Interval | null {
  const stopped = /停|缓/.test(text.slice(cue.start, q.start));
  if (pay === "wage" && !(stopped && q.start >= cue.end)) return null;
  return stopped || text[q.end - 1] === "年" ? { min: q.min, max: q.max } : null;
}

export function baseOfPay(pay: Pay): Base | null {
  return pay === "wage" ? "monthly_wage" : pay === "bonus" ? "bonus" : null;
}

/** the fee for a birth is reckoned on a year's income, where nothing else is said */
export function baseOfFee(type: ConsequenceType, base: Base | null, share: boolean): Base | null {
  return type === "levy" && share ? (base ?? "annual_income") : base;
}

/** money given is a share of pay or of a sum that has no code (投资额的千分之五); what it is called (补贴, 奖金) is not its base */
export function baseOfGift(type: ConsequenceType, base: Base | null): Base | null {
  return (type === "cash_reward" || type === "subsidy") && base !== "monthly_wage" ? null : base;
}

/** 三天工资: days of pay, not a share of a month's */
export function inDays({ min, max }: Quantity): Interval {
  const days = (months: number | null) => (months === null ? null : Math.round(months * 300) / 10);
  return { min: days(min), max: days(max) };
}

/** what sums got by a wrong are called */
const GAINS = /(?:违法|非法)(?:所得|收入|获利)|(?:冒领|骗取|侵占|截留|挪用|贪污|套取)[^,;。、]{0,6}(?:额|款)/;

/** What a share is of: the nearest word for it on its right, else on its left, within its sub-clause. */
export function shareBase(text: string, q: Span, segment: Span): Base | null {
  const right = text.slice(q.end, Math.min(segment.end, q.end + 14));
  const from = q.start < segment.start ? 0 : segment.start; // the share may stand in the sub-clause before
  const left = text.slice(Math.max(from, q.start - 24), q.start).replace(/^.*[,;。]/, "");
  for (const side of [right, left]) {
    if (/年薪/.test(side)) return "annual_income";
    if (/奖金|绩效|补助|津贴|补贴|(?:[年终月季度全]|目标|考核|综合|综治|文明|先进|全勤)奖/.test(side))
      return "bonus";
    if (/工资|薪|报酬/.test(side)) return "monthly_wage";
    if (GAINS.test(side)) return "illegal_gains";
    if (/收入|计征基数/.test(side)) return "annual_income";
    // what something costs (费用, 经费) is no fee that is due
    if (/费(?!用)|税|应缴|应补|欠缴|欠拨/.test(side.replace(/经费|费用|(?:社会)?抚养费/g, "")))
      return "fee_due";
  }
  return null;
}
