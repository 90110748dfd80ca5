import type { Amounts } from "./amounts.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import type { Draft } from "./drafts.js";

/** 五年内不得评先、不得晋级: a time named for one bar holds for those after it */
export function sameTime(
  view: ClauseView,
  cue: Candidate,
  amounts: Amounts,
  before: Draft | undefined,
): Amounts {
  const time = before?.amounts.used.find(({ field }) => field === "months")?.quantity;
  if (!before || !time || amounts.months !== null || !cue.rule.takes.includes("months")) return amounts;
  const lasts = time.end <= before.cue.start && /内$/.test(view.text.slice(time.start, time.end + 1));
  const barred = /^不/.test(cue.literal) && /^不/.test(before.cue.literal);
  return lasts && barred && /^[,、和或及者也]{0,3}$/.test(view.text.slice(before.end, cue.start))
    ? { ...amounts, months: before.amounts.months }
    : amounts;
}

/** 同等金额: the sum named before */
export function sameSum(
  view: ClauseView,
  cue: Candidate,
  amounts: Amounts,
  before: Draft | undefined,
): Amounts {
  if (
    amounts.amount !== null ||
    !before ||
    !/同等(?:金额|数额)/.test(view.text.slice(Math.max(view.start, cue.start - 8), cue.start))
  )
    return amounts;
  return { ...amounts, amount: before.amounts.amount };
}
