import type { Amounts } from "./amounts.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import type { Draft } from "./drafts.js";
import { isSanction } from "./records.js";

/** 五年内不得评先、不得晋级: a time named for one bar holds for those after it */
export function sameTime(
  view: ClauseView,
  cue: Candidate,
  amounts: Amounts,
  before: Draft | undefined,
): Amounts {
  const time = before?.amounts.used.find(({ field }) => field === "months")?.quantity;
  if (!before || !time || amounts.months !== null || !cue.rule.takes.includes("months")) return amounts;
  const lasts = time.end <= before.cue.start;
  // 一年内不得评先、晋级: the second bar without its 不得
  const barred =
    /^不/.test(before.cue.literal) && (/^不|…不/.test(cue.literal) || cue.rule.type === "promotion_bar");
  return lasts &&
    barred &&
    /^[,、和或及者也]{0,3}[^,;。的]{0,4}$/.test(view.text.slice(before.end, cue.start))
    ? {
        ...amounts,
        months: before.amounts.months,
        used: [...amounts.used, { field: "months", quantity: time }],
      }
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

/** 缴保证金2000元，…保证金不退: the sum named with the deposit that is kept */
export function sameDeposit(view: ClauseView, cue: Candidate, amounts: Amounts): Amounts {
  if (cue.rule.type !== "confiscation" || amounts.amount !== null) return amounts;
  if (!DEPOSIT.test(view.text.slice(Math.max(view.start, cue.start - 24), cue.end))) return amounts;
  const paid = view.quantities.findLast(
    ({ kind, start, end }) =>
      kind === "money" &&
      end <= cue.end &&
      PAID.test(view.text.slice(Math.max(view.start, start - 8), start)),
  );
  if (!paid || paid.flags.includes("masked")) return amounts;
  return { ...amounts, amount: { min: paid.min, max: paid.max } };
}

const DEPOSIT = /押金|保证金|风险金|定金|责任金/;
const PAID = /(?:押金|保证金|风险金|定金|责任金)(?:\(?(?:每[人户]|各|人民币|共)?)$/;

/** 超生一例，罚单位5000元，罚负责人500元: what one of them costs is counted once for all that it costs */
export function sameRate(
  view: ClauseView,
  cue: Candidate,
  amounts: Amounts,
  before: Draft | undefined,
): Amounts {
  const rate = before?.amounts.per ?? null;
  const sum = amounts.amount !== null || amounts.multiple !== null;
  if (!before || rate === null || rate === "person" || !sum || before.view !== view) return amounts;
  if (amounts.per !== null && amounts.per !== "person") return amounts;
  // its own count: 缺一份扣0.2分
  const printed = /每|[一1两][人名次例起件处条份户项个节本天日]/.test(view.text.slice(before.end, cue.end));
  const goesOn = /^[,、并][^;。的]{0,20}$/.test(view.text.slice(before.end, cue.start));
  return goesOn && !printed && isSanction(cue.rule.type) && isSanction(before.type)
    ? { ...amounts, per: rate }
    : amounts;
}
