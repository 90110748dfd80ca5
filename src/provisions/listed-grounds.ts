import type { Span } from "../span.js";
import type { ClauseView } from "./clause-view.js";
import { findCues } from "./cues.js";
import type { Reading } from "./drafts.js";
import { guardDrop, structuralDrop } from "./licence.js";
import type { Hit } from "./literal-index.js";
import { isSanction } from "./records.js";
import type { TriggerRule } from "./rule-types.js";
import { GENERIC, groundIn, type TriggerFinding } from "./triggers.js";

/** up to this priority a ground says only that something was not done */
const WEAK = 22;

/** for a reference that leads nowhere: the most telling ground that the rest of the item names */
export function groundOfItem(
  { context, view }: Reading,
  polarity: "sanction" | "reward",
): TriggerFinding | null {
  const item = context.item[view.index];
  let best: Hit<TriggerRule> | null = null;
  for (let i = view.index; i < context.views.length && context.item[i] === item; i++) {
    const other = context.views[i] as ClauseView;
    const ground = groundIn(other, other.start, other.end, polarity, []);
    if (ground && ground.rule.priority > (best?.rule.priority ?? GENERIC)) best = ground;
  }
  return best && { value: best.rule.value, rule: best.rule.id, ground: best, how: "clause" };
}

/**
 * The distinct grounds of the list that hangs on the clause, items that are consequences themselves left out.
 *
 * Items whose ground no rule names, or only as something left undone, count where they are the greater part of the list.
 */
export function childGrounds(reading: Reading, polarity: "sanction" | "reward"): TriggerFinding[] {
  const found: TriggerFinding[] = [];
  let named = 0;
  let rest = 0;
  for (const index of reading.context.children.get(reading.view.index) ?? []) {
    const child = reading.context.views[index] as ClauseView;
    if (hasConsequence(reading, child)) continue;
    const ground = groundIn(child, child.start, child.end, polarity, []);
    if (ground && ground.rule.priority > WEAK) named++;
    else rest++;
    const finding = groundOfList(ground);
    if (!found.some(({ value }) => value === finding.value)) found.push(finding);
  }
  const few = named > 0 && (polarity === "reward" || named >= rest);
  return few ? found.filter(({ ground }) => (ground?.rule.priority ?? 0) > WEAK) : found;
}

/** what an item of a list is about */
export function groundOfList(ground: Hit<TriggerRule> | null): TriggerFinding {
  return ground
    ? { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" }
    : {
        value: "other",
        rule: "default.trigger",
        ground: null,
        how: "lead_in",
      };
}

const IMPOSED = /处|给予|责令|予以|罚|扣/;
const GRANTED = /给予|予以|免|优先|减|享受|补|发|奖|授予/;

export function hasConsequence(reading: Reading, child: ClauseView): boolean {
  return findCues(reading.indexes.cues, child)
    .clusters.flat()
    .some(
      (cue) =>
        structuralDrop(child, cue) === null &&
        guardDrop(reading.rules.guards, child, cue) === null &&
        (isSanction(cue.rule.type) ? IMPOSED : GRANTED).test(
          child.text.slice((child.segments[cue.segment] as Span).start, cue.end),
        ),
    );
}
