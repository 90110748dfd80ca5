import type { Quantity } from "../quantities/records.js";
import type { Span } from "../span.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import type { Rate } from "./records.js";

/** 每 with what is counted; up to eight characters may say how it came about (每漏检一人, 每低于目标一个百分点) */
const RATE_WORDS: readonly (readonly [RegExp, Rate])[] = [
  [/每月|每个月/y, "month"],
  [/每年/y, "year"],
  [/每案|每[^,;。:每\d]{0,8}?[一1](?:例|起|件|胎|孩|处|宗)|每(?:例|起|件|胎|孩|处|宗)/y, "case"],
  [/每[^,;。:每\d]{0,8}?[一1]?(?:人次|次|期)/y, "occurrence"],
  [/每[^,;。:每\d]{0,4}?[一1]?(?:天|日)/y, "day"],
  [/每[^,;。:每\d]{0,8}?[一0-9]?个?百分点/y, "percentage_point"],
  [/每(?:名|人|位)|每[^,;。:每\d]{0,8}?[一1](?:名|人|位)/y, "person"],
];
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
