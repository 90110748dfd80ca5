import type { Span } from "../span.js";
import type { Amounts } from "./amounts.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import type { Reading } from "./drafts.js";
import type { Drop } from "./licence.js";
import { hasConsequence } from "./listed-grounds.js";
import type { FoundAddressee } from "./noun-phrases.js";
import { markAt } from "./object-marks.js";
import { isSanction } from "./records.js";
import { subjectOf } from "./subjects.js";
import { GENERIC, type TriggerFinding } from "./triggers.js";

/** who did it, by the clause, its item or its lead-in */
export function offendersOf({ view, state, context }: Reading, cue: Candidate): readonly FoundAddressee[] {
  const own = subjectOf(view, cue.start);
  if (own.length > 0) return own;
  if (state.offenders.length > 0) return state.offenders;
  const [lead] = context.leads[view.index] ?? [];
  const there = lead === undefined ? undefined : context.views[lead];
  return there ? subjectOf(there, there.end) : [];
}

const POWERS = /(?:有权|可以|行使|采取|履行)[^;。]{0,20}下列(?:措施|职权|职责|权力|权限)/;

const NAMED =
  /^[^,;。:]{0,10}?(?:补助|津贴|补贴|奖励|奖金|奖|工资|报酬|金|救助|资助|保险|(?:奖励|保健|营养|误工|生活|慰问|抚恤|护理|伙食|保洁|抚养)费|罚款|处罚|罚金|违约金|滞纳金|利息|罚息)/;

/** 每月发放不低于50元的补助: the verb carries the benefit that is named after its amount */
export function carrierDrop(view: ClauseView, cue: Candidate, { used }: Amounts): Drop | null {
  if (!cue.rule.carrier) return null;
  const end = used.reduce((last, { quantity }) => Math.max(last, quantity.end), cue.end);
  return NAMED.test(view.text.slice(end, Math.min(view.end, end + 24)))
    ? { rule: "structure.carrier", reason: "carries the benefit named after it" }
    : null;
}

/** 专项资金用于下列事项： */
const USES = /(?:用于|使用范围|支出范围|开支范围|支持范围)[^,;。]{0,24}:?\s*$/;
/** 享受下列优待：, 给予以下奖励： */
const LISTED = /^[^,;。]{2,10}(?:下列|以下|如下)[^,;。单位人员个条件情形行为]{0,14}:?\s*$/;
/** 按照下列规定予以优待： */
const BY_LIST = /(?:按照?|依照?|根据)(?:下列|以下|如下)[^,;。]{0,6},?[^,;。]{0,6}$/;

/** a lead-in whose items name the sanctions themselves, and items that list what an office may do */
export function listDrop(reading: Reading, cue: Candidate, amounts: Amounts): Drop | null {
  const { context, view } = reading;
  for (const lead of context.leads[view.index] ?? []) {
    const there = context.views[lead] as ClauseView;
    if (POWERS.test(context.text.slice(there.start, there.end)))
      return { rule: "structure.powers", reason: "a list of an office's powers" };
  }
  if (!isSanction(cue.rule.type)) {
    const [lead] = context.leads[view.index] ?? [];
    const there = lead === undefined ? undefined : context.views[lead];
    if (there && USES.test(context.text.slice(there.start, there.end)))
      return { rule: "structure.uses", reason: "a list of what money is used for" };
  }
  const open =
    cue.rule.type === "fine" ||
    cue.rule.type === "liability" ||
    (!isSanction(cue.rule.type) &&
      (/下列|以下|如下/.test(view.text.slice(cue.start, cue.end + 8)) ||
        /:\s*$/.test(view.text.slice(cue.end, view.end)) ||
        BY_LIST.test(view.text.slice(view.start, cue.start))));
  if (!open || amounts.used.length > 0) return null;
  const items = context.children.get(view.index) ?? [];
  if (!isSanction(cue.rule.type) && items.length > 0 && LISTED.test(view.text.slice(cue.start, view.end)))
    return { rule: "structure.carrier", reason: "its list names the benefits one by one" };
  return items.some((index) => hasConsequence(reading, context.views[index] as ClauseView))
    ? { rule: "structure.carrier", reason: "its list names the sanctions one by one" }
    : null;
}

/** 改不好的查封, 漏登十户以上的待岗: a ground without a comma after it */
const HEADLESS =
  /[^,;。的]{2,30}的(?:要|将|就|再|另外?|当场|年底|月底|当年|当月|每次|每人|每户|各|都|全部?|一律|必须|应当?|立即|坚决|直接|也)*$/;
/** 占道一次警告, 第三次停业: a step counted out */
const ORDINAL = /(?:[一二三四五六七八九十两\d]|首|初|头)[一二两]?[次回遍][的,]?[^,;。]{0,4}$/;

/** a ground in the clause, its list or its item: a trigger found there, a sub-clause …的， or 对…的 */
export function hasGround(
  { view, context }: Reading,
  cue: Candidate,
  triggers: readonly TriggerFinding[],
): boolean {
  const [first] = triggers;
  const weak = !isSanction(cue.rule.type) && (first?.ground?.rule.priority ?? GENERIC + 1) <= GENERIC;
  if (first && !weak && first.how !== "default" && first.how !== "heading" && first.how !== "document")
    return true;
  if (view.segments.some(({ conditional, end }) => conditional && end <= cue.start)) return true;
  const segment = view.segments[cue.segment] as Span;
  const own = view.text.slice(segment.start, cue.start);
  if (HEADLESS.test(own) || (isSanction(cue.rule.type) && ORDINAL.test(own))) return true;
  if (!isSanction(cue.rule.type) && markAt(view.text.slice(segment.start, cue.start - 1), "对") >= 0)
    return true;
  if (/的[^,;。的]{1,10},[^,;。]{0,12}$/.test(view.text.slice(view.start, cue.start))) return true;
  if (/对(?!于?[,;])[^,;。]{3,80}的|^\s*(?:凡|如果|如有|若)/.test(view.text.slice(view.start, cue.start)))
    return true;
  return (context.children.get(view.index)?.length ?? 0) > 0;
}
