import type { Span } from "../span.js";
import type { AddresseeFinding } from "./addressees.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import type { Draft, Reading } from "./drafts.js";
import { markAt } from "./object-marks.js";
import { type ConsequenceType, isSanction } from "./records.js";

const CAREER = new Set<ConsequenceType>(["discipline", "removal", "dismissal", "demotion"]);

/** what hits persons: a crime spoken of next is theirs */
const PERSONAL = new Set<ConsequenceType>(["discipline", "removal", "dismissal", "demotion", "liability"]);

/** a heavier step of what hit persons hits the same persons (情节严重的，终身不得从事…) */
const BARS = new Set<ConsequenceType>([...PERSONAL, "promotion_bar", "licence_revocation"]);

/** what the item's earlier clauses were about; a new sentence with a ground of its own starts afresh */
export function carriedAddressee({ view, state, context }: Reading, cue: Candidate): AddresseeFinding | null {
  const last = state.last;
  const career = last !== null && PERSONAL.has(last.type);
  const again =
    last !== null &&
    ((last.type === cue.rule.type && BARS.has(last.type)) ||
      (CAREER.has(cue.rule.type) && CAREER.has(last.type)));
  const persons = again || (cue.rule.type === "criminal_liability" && career);
  const inOffice = last?.triggers.some(({ value }) => value === "misconduct") ?? false;
  // 违反规定…的，处罚款；对直接负责的主管人员给予处分；构成犯罪的: whoever did it, where the ground names nobody
  if (cue.rule.type === "criminal_liability" && career && state.opening?.how === "default" && !inOffice)
    return null;
  const finding = persons ? last.addressee : (state.addressee ?? givenBefore(view, cue, last));
  if (!finding) return null;
  const continues = /[;:]\s*$/.test(context.text.slice(Math.max(0, view.start - 3), view.start));
  if (!continues && hasGroundOfItsOwn(view, cue)) return null;
  return { found: finding.found, how: finding.how === "subclause" ? "clause" : finding.how };
}

/** …享受税收优惠；符合条件的，给予补贴: whom the sentence before rewarded, where this one names neither a person nor a case */
function givenBefore(view: ClauseView, cue: Candidate, last: Draft | null): AddresseeFinding | null {
  if (last === null || isSanction(cue.rule.type) || isSanction(last.type)) return null;
  if (last.addressee.how === "default") return null;
  if (markAt(view.text.slice((view.segments[cue.segment] as Span).start, cue.start), "对") >= 0) return null;
  const first = view.segments.find(({ conditional, end }) => conditional && end <= cue.start);
  const general = !first || /^\s*符合[^,;。]{0,12}的$/.test(view.text.slice(first.start, first.end));
  return general ? last.addressee : null;
}

function hasGroundOfItsOwn(view: ClauseView, cue: Candidate): boolean {
  const first = view.segments.find(({ conditional }) => conditional);
  if (!first || first.end > cue.start) return false;
  return !view.markers.some(
    (marker) => marker.rule.marks === "tier" && marker.start >= first.start && marker.end <= first.end,
  );
}
