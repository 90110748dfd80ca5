import type { Candidate, ClauseView } from "./clause-view.js";
import type { Draft, Reading } from "./drafts.js";
import type { Drop } from "./licence.js";
import { type ConsequenceType, isSanction } from "./records.js";

/** 奖励、补助 is money */
const MONEY = new Set<ConsequenceType>(["cash_reward", "subsidy"]);

/** what may stand between a subject and its verb */
const ADVERBS =
  /(?:按照?|依照?|根据|参照)[^,;。]{0,24}(?:规定|政策|办法|标准)?|依法|可以?|应当?|均|都|同时|并|也|还|有权|继续|一律|相应|同等|同样|,/g;

/** Whether a noun phrase stands before a verb of enjoying in its clause: whoever it names has the benefit. */
export function enjoyed(view: ClauseView, cue: Candidate): boolean {
  const left = view.text
    .slice(Math.max(view.start, cue.start - 60), cue.start)
    .replace(/^\s*(?:第[一二三四五六七八九十百零〇0-9]+条|\([^)]{1,3}\))\s*/, "")
    .replace(ADVERBS, "");
  return left.length >= 2 && !/[由对使让]/.test(left.slice(-2));
}

/** what closes the name of a benefit (优惠政策, 补贴待遇), and what joins the next one to it */
const JOINED = /^(?:金|费|款|待遇|政策|服务|支持)*(?:[、和与及或]|以及|或者)/;

/** Whether a benefit stands in the row that another one opens: 给予税收优惠、社会保险补贴和贷款贴息. */
export function followsInRow(view: ClauseView, before: Draft, cue: Candidate): boolean {
  if (isSanction(before.type) || before.cue.segment !== cue.segment || before.end > cue.start) return false;
  const between = view.text.slice(before.end, cue.start);
  return between.length <= 20 && JOINED.test(between) && !/[的对给]/.test(between);
}

/** 给予暂停执业直至吊销证书的处理: the noun that closes a row of sanctions carries them */
export function rowDrop(view: ClauseView, cue: Candidate, before: Draft | undefined): Drop | null {
  const closes = /^(?:行政)?(?:处理|处罚)$/.test(cue.literal) && view.text[cue.start - 1] === "的";
  return closes && before !== undefined && isSanction(before.type) && before.cue.segment === cue.segment
    ? { rule: "structure.carrier", reason: "carries the sanctions named before it" }
    : null;
}

/** 享受下列优惠：, 给予以下扶持： */
const BENEFITS_LISTED =
  /(?:享受|享有|给予|予以|实行|提供|落实|获得)[^,;。]{0,12}(?:下列|以下|如下)[^,;。单位人员个条件情形行为]{0,14}:?\s*$/;

/** Whether a benefit stands in a list that its lead-in grants: the verb is not said again. */
export function listedAsBenefit({ context, view }: Reading): boolean {
  return (context.leads[view.index] ?? []).some((lead) => {
    const there = context.views[lead] as ClauseView;
    return BENEFITS_LISTED.test(context.text.slice(there.start, there.end));
  });
}

/**
 * Puts the benefit that a verb names first before those further on in its row: 享受抚恤和优待 opens with 抚恤, though the rule
 * for 优待 reaches from the verb to it.
 */
export function nearestFirst(view: ClauseView, cluster: readonly Candidate[]): Candidate[] {
  const swallows = (far: Candidate): boolean =>
    cluster.some(
      (near) =>
        near.start === far.start &&
        near.rule.type !== far.rule.type &&
        near.literal.includes("…") === far.literal.includes("…") &&
        !(near.rule.type === "honour" && MONEY.has(far.rule.type) && near.literal.endsWith("奖励")) &&
        near.end <= far.end - lastPart(far.literal) &&
        JOINED.test(view.text.slice(near.end, far.end)),
    );
  const far = new Set(
    cluster.filter((cue) => !isSanction(cue.rule.type) && cue.literal.includes("…") && swallows(cue)),
  );
  return [...cluster.filter((cue) => !far.has(cue)), ...far];
}

function lastPart(literal: string): number {
  return literal.length - literal.lastIndexOf("…") - 1;
}
