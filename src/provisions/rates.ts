import type { Quantity } from "../quantities/records.js";
import type { Span } from "../span.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { isSanction, type Rate } from "./records.js";

/** 每 with what is counted; up to eight characters may say how it came about (每漏检一人, 每低于目标一个百分点) */
const RATE_WORDS: readonly (readonly [RegExp, Rate])[] = [
  [/每月|每个月|每[^,;。:每\d]{1,4}一个?月/y, "month"],
  [/每(?:学)?年/y, "year"],
  [/每案|每[^,;。:每\d]{0,8}?[一1](?:例|起|件|胎|孩|处|宗)|每(?:例|起|件|胎|孩|处|宗)/y, "case"],
  [/每[^,;。:每\d]{0,8}?[一1]?(?:人次|次|期|回|趟|遍)/y, "occurrence"],
  [/每[^,;。:每\d]{0,4}?[一1]?(?:天|日)/y, "day"],
  [/每[^,;。:每\d]{0,8}?(?:[一二两三五十0-9.]{1,4}个?|个)(?:百分点|点(?!名|钟|评))/y, "percentage_point"],
  [/每(?:名|人|位)|每[^,;。:每\d]{0,8}?[一1](?:名|人|位)/y, "person"],
];
/** 漏报一例扣2分, 拖一天罚10元, 迟交一次的，扣1分: a deed counted by ones before what each of them costs */
const ONES =
  /(?:^|[^第每头首上下进统唯同之逐过功告])[一1](?:(人次|名|人|位)|(次(?!性)|回|遍|趟)|(天|日)|(例|起|件|宗|案|胎|孩)|(个?百分点|个点)|(?:[处项条份户节篇本单块棵家笔张]|个(?!月|季|星期|学期|小时|工作)))[^,;。\d]{0,12},?[^,;。\d]{0,12}$/;
/** 迟一个月罚20元 */
const MONTHS = /[迟缺少拖超欠晚误差期][一1]个?月[^,;。\d]{0,8}$/;
/** which group of ONES gives which rate; other counts have no code */
const COUNTED: readonly Rate[] = ["person", "occurrence", "day", "case", "percentage_point"];
/** how far left of the cue a rate may stand */
const RATE_REACH = 80;

/** 每… nearest left of the amount in the clause; 各 beside it only where there is none */
export function readRate(
  view: ClauseView,
  cue: Candidate,
  limit: number,
  amount: Quantity | undefined,
): Rate | null {
  const segment = view.segments[cue.segment] as Span;
  const from = Math.max(view.start, cue.start - RATE_REACH);
  const to = Math.max(amount ? amount.start : 0, Math.min(limit, cue.start));
  const left = view.text.slice(from, cue.start);
  const ones = ONES.exec(left);
  // 一次奖2000元: at one time, not for each
  const once = ones?.[2] !== undefined && !isSanction(cue.rule.type);
  if (
    ones &&
    !once &&
    !/每[^,;。]*$/.test(left.slice(0, ones.index + 1)) &&
    !left.slice(ones.index + 1).includes("每")
  )
    return COUNTED.find((_, group) => ones[group + 1] !== undefined) ?? null;
  if (MONTHS.test(left)) return "month";
  const near = view.text.slice(Math.max(from, cue.start - 12), cue.start + 3);
  if (/按[天日](?:计?算|罚|扣|加|累)?/.test(near)) return "day";
  if (/按月加/.test(near)) return "month";
  if (/人均[发给奖补助励]{0,3}$/.test(left)) return "person";
  for (let at = Math.min(to, view.end - 1); at >= from; at--) {
    if (view.text[at] !== "每") continue;
    const rate = rateAt(view.text, at);
    if (rate !== "unknown") return /一次性|或/.test(view.text.slice(at, to)) ? null : rate;
    if (view.text[at + 1] === "户") return null;
  }
  if (view.text.slice(from, to + 2).includes("按日")) return "day";
  return /各(?=[^项类种级地]|$)/.test(view.text.slice(segment.start, Math.min(limit, segment.end)))
    ? "person"
    : null;
}

function rateAt(text: string, at: number): Rate | "unknown" {
  for (const [pattern, rate] of RATE_WORDS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return rate;
  }
  return "unknown";
}
