import type { Quantity } from "../quantities/records.js";
import type { Draft } from "./drafts.js";
import { values } from "./noun-phrases.js";
import type { ConsequenceType } from "./records.js";

/** types whose sums one verb may deal out (扣经办人50元、主任200元) */
const SUMS = new Set<ConsequenceType>(["fine", "pay_deduction", "cash_reward", "subsidy"]);
/** whom or what the next sum is for, between the sum before and it */
const NEXT =
  /^(?:[、,:]|[^,;。、\d元]{0,4}[、,])([^,;。、:的元罚扣奖给发送处并补减退]{1,10}?)(?:的?(?:每[人户案例]|每人每[月年]|各|分别)*)$/;
/** a sum, a share of one, or a bound, and no sum for somebody else */
const NO_ONE =
  /拿|出$|共|合计|总计|小计|其中|最[高低多少]|不超过|不低于|承担|负担|由|已|封顶|超|收入|支出|投保|经费|罚款|金$/;

/**
 * One draft for each sum that a verb deals out: 罚责任人500元、科主任300元.
 *
 * All begin at the verb; each reaches to its own sum and means whom that sum names, or whom the one before means.
 *
 * @param draft a consequence with its first sum
 * @param limit where the next consequence begins
 * @returns the draft and one for each further sum
 */
export function series(draft: Draft, limit: number): Draft[] {
  const all = [draft];
  if (!SUMS.has(draft.type) || draft.cue.rule.states !== null) return all;
  for (;;) {
    const last = all[all.length - 1] as Draft;
    const own = sumOf(last);
    if (!own) return all;
    const next = draft.view.quantities.find(({ start }) => start >= own.end);
    if (next?.kind !== "money" || next.form !== "exact" || next.end > limit) return all;
    const between = NEXT.exec(draft.view.text.slice(own.end, next.start));
    if (!between || NO_ONE.test(between[1] as string)) return all;
    const named = draft.view.nouns.some(({ start, end }) => start >= own.end && end <= next.start);
    const listed = draft.view.text[own.end] === "、" || /的(?:每|各|分)/.test(between[0]);
    if (!named && !listed) return all;
    if (/^(?:以|左右|的)/.test(draft.view.text.slice(next.end, next.end + 2))) return all;
    all.push(withSum(last, own, next));
  }
}

function sumOf({ amounts }: Draft): Quantity | null {
  return amounts.used.find(({ field }) => field === "amount")?.quantity ?? null;
}

function withSum(draft: Draft, own: Quantity, next: Quantity): Draft {
  const nouns = draft.view.nouns.filter(({ start, end }) => start >= own.end && end <= next.start);
  const last = nouns[nouns.length - 1];
  const masked = next.flags.includes("masked");
  return {
    ...draft,
    end: next.end,
    amounts: {
      ...draft.amounts,
      amount: masked ? null : { min: next.min, max: next.max },
      used: [{ field: "amount", quantity: next }],
    },
    addressee: last ? { found: values([last]), how: "subclause" } : draft.addressee,
    pairs: null,
  };
}
