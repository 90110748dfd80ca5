import type { Candidate, ClauseView } from "./clause-view.js";
import type { Reading } from "./drafts.js";
import type { TriggerFinding } from "./triggers.js";

/**
 * What was due and was not done, where the ground says only that the term has passed: 十日内须上报，逾期一天扣20元.
 *
 * The duty is the one named last before that word, in the clause or in the one before it in the same item.
 *
 * @returns null where no word says that a term has passed, or no duty is named before it
 */
export function lapsedDuty({ view, context }: Reading, cue: Candidate): TriggerFinding | null {
  const lapse = view.markers.findLast(({ rule, end }) => rule.marks === "lapse" && end <= cue.start);
  if (!lapse) return null;
  const before = context.views[view.index - 1];
  const same = before !== undefined && context.item[view.index - 1] === context.item[view.index];
  return dutyIn(view, lapse.end) ?? (same ? dutyIn(before, before.end) : null);
}

function dutyIn({ grounds }: ClauseView, until: number): TriggerFinding | null {
  const duty = grounds.findLast(({ rule, end }) => rule.due && end <= until);
  return duty ? { value: duty.rule.value, rule: duty.rule.id, ground: duty, how: "clause" } : null;
}
