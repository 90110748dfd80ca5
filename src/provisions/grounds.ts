import type { Span } from "../span.js";
import type { AddresseeFinding } from "./addressees.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { type Context, viewOf } from "./context.js";
import { findCues } from "./cues.js";
import type { Draft, Reading } from "./drafts.js";
import { guardDrop, structuralDrop } from "./licence.js";
import { type ConsequenceType, isSanction, type Trigger } from "./records.js";
import { referenceOf, resolveReference } from "./references.js";
import { groundIn, REWARDED, type TriggerFinding } from "./triggers.js";

interface TriggersFound {
  readonly findings: readonly TriggerFinding[];
  readonly pairs: Draft["pairs"];
}

export function findTriggers(reading: Reading, cue: Candidate, drafts: readonly Draft[]): TriggersFound {
  const { view, context, state, structured, indexes } = reading;
  const polarity = isSanction(cue.rule.type) ? "sanction" : "reward";
  const segment = view.segments[cue.segment] as Span;
  const masked = drafts.map(({ start, end }) => ({ start, end }));
  const single = (finding: TriggerFinding): TriggersFound => ({ findings: [finding], pairs: null });
  const before = drafts[drafts.length - 1];
  const from = before ? Math.min(before.end, cue.start) : view.start;
  const object =
    cue.rule.extend === "segment" ? groundIn(view, cue.start, segment.end, polarity, masked) : null;
  if (object && object.rule.priority > GENERIC && drafts.length === 0) {
    return single({ value: object.rule.value, rule: object.rule.id, ground: object, how: "subclause" });
  }
  const reach = cue.rule.extend === "segment" ? Math.max(cue.end, segment.end) : cue.end;
  const own = groundIn(view, from, reach, polarity, masked);
  const items = childGrounds(reading, polarity);
  if (items.length > 0 && !(own && own.rule.priority > 60)) return { findings: items, pairs: null };
  if (own && own.rule.priority > GENERIC) {
    return single({
      value: own.rule.value,
      rule: own.rule.id,
      ground: own,
      how: own.start >= segment.start ? "subclause" : "clause",
    });
  }
  const reference = referenceOf(view, from, cue.start);
  const target = reference ? resolveReference(structured, context, view, reference) : null;
  if (target) {
    const there = viewOf(view.clause, view.index, context.text, target, [], indexes);
    const ground = groundIn(there, there.start, there.end, polarity, []);
    if (ground && ground.rule.priority > GENERIC)
      return single({ value: ground.rule.value, rule: ground.rule.id, ground, how: "document" });
  }
  if (BACK.test(view.text.slice(from, cue.start)) && state.earlier.length > 0) {
    return {
      findings: state.earlier.map((finding) => ({ ...finding, how: "clause" as const })),
      pairs: null,
    };
  }
  if (reference && own) {
    const elsewhere = groundOfItem(reading, polarity);
    if (elsewhere) return single(elsewhere);
  }
  if (before) {
    const [first] = before.triggers;
    if (first)
      return {
        findings: before.triggers.map((t) => ({ ...t, how: t.how === "subclause" ? "clause" : t.how })),
        pairs: before.pairs,
      };
  }
  if (own)
    return single({
      value: own.rule.value,
      rule: own.rule.id,
      ground: own,
      how: own.start >= segment.start ? "subclause" : "clause",
    });
  const score = scoreGround(view, from, cue.start, polarity);
  if (score) return single(score);
  if (state.trigger && (polarity === "sanction" || REWARDED.has(state.trigger.value)))
    return single(state.trigger);
  const outer = outerGround(reading, polarity);
  if (outer) return single(outer);
  return single({
    value: defaultTrigger(cue.rule.type),
    rule: "default.trigger",
    ground: null,
    how: "default",
  });
}

function defaultTrigger(type: ConsequenceType): Trigger {
  if (type === "points_deduction") return "target_missed";
  return isSanction(type)
    ? "other"
    : type === "honour" || type === "full_bonus"
      ? "achievement"
      : "compliance";
}

/** a score below a line (sanction) or above one (reward) is a ground, whatever words go with it */
function scoreGround(
  view: ClauseView,
  from: number,
  to: number,
  polarity: "sanction" | "reward",
): TriggerFinding | null {
  const wanted = polarity === "sanction" ? ["at_most", "range"] : ["at_least", "range"];
  const score = view.quantities.find(
    (q) => q.kind === "points" && q.start >= from && q.end <= to && wanted.includes(q.form),
  );
  if (!score) return null;
  return {
    value: polarity === "sanction" ? "target_missed" : "achievement",
    rule: "ground.score",
    ground: null,
    how: "clause",
  };
}

/** 有前款行为: the grounds of the paragraph before */
const BACK = /有前[款条](?:规定|所列)?(?:的)?(?:行为|情形|违法)|前[款条](?:规定|所列)的?(?:行为|情形)/;

/** a trigger of this priority or less says only that some rule was broken */
export const GENERIC = 20;

/** for a reference that leads nowhere: the first ground that the rest of the item names */
function groundOfItem({ context, view }: Reading, polarity: "sanction" | "reward"): TriggerFinding | null {
  const item = context.item[view.index];
  for (let i = view.index; i < context.views.length && context.item[i] === item; i++) {
    const other = context.views[i] as ClauseView;
    const specific = other.grounds.find(
      (ground) => ground.rule.priority > GENERIC && (ground.rule.polarity ?? polarity) === polarity,
    );
    if (specific)
      return { value: specific.rule.value, rule: specific.rule.id, ground: specific, how: "clause" };
  }
  return null;
}

/** the distinct grounds of the list that hangs on the clause, items that are consequences themselves left out */
function childGrounds(reading: Reading, polarity: "sanction" | "reward"): TriggerFinding[] {
  const found: TriggerFinding[] = [];
  for (const index of reading.context.children.get(reading.view.index) ?? []) {
    const child = reading.context.views[index] as ClauseView;
    if (hasConsequence(reading, child)) continue;
    const ground = groundIn(child, child.start, child.end, polarity, []);
    const finding: TriggerFinding = ground
      ? { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" }
      : {
          value: polarity === "sanction" ? "other" : "compliance",
          rule: "default.trigger",
          ground: null,
          how: "lead_in",
        };
    if (!found.some(({ value }) => value === finding.value)) found.push(finding);
  }
  const named = found.filter(({ ground }) => ground !== null);
  return polarity === "reward" && named.length > 0 ? named : found;
}

export function hasConsequence(reading: Reading, child: ClauseView): boolean {
  return findCues(reading.indexes.cues, child)
    .flat()
    .some(
      (cue) =>
        structuralDrop(child, cue) === null &&
        guardDrop(reading.rules.guards, child, cue) === null &&
        /处|给予|责令|予以|罚|扣/.test(
          child.text.slice((child.segments[cue.segment] as Span).start, cue.end),
        ),
    );
}

function outerGround(reading: Reading, polarity: "sanction" | "reward"): TriggerFinding | null {
  const { context, view, indexes } = reading;
  for (const lead of [...(context.leads[view.index] ?? []), ...questionBefore(context, view)]) {
    const there = context.views[lead] as ClauseView;
    const ground = groundIn(there, there.start, there.end, polarity, []);
    if (ground) return { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" };
  }
  for (const span of [...view.clause.headings].reverse()) {
    const there = viewOf(view.clause, view.index, context.text, span, [], indexes);
    const ground = groundIn(there, there.start, there.end, polarity, []);
    if (ground && ground.rule.priority > GENERIC)
      return { value: ground.rule.value, rule: ground.rule.id, ground, how: "heading" };
  }
  return null;
}

/** a question that stands alone leads in the answers after it */
const ANSWERS = 14;

function questionBefore(context: Context, view: ClauseView): number[] {
  for (let i = view.index - 1; i >= 0 && i >= view.index - ANSWERS; i--) {
    const other = context.views[i] as ClauseView;
    if (other.clause.part !== view.clause.part) return [];
    if (context.text.slice(other.start, other.end).trimEnd().endsWith("?")) return [i];
  }
  return [];
}

/** a step that a public body or its staff leaves out is a duty not done */
export function ofOffice(
  trigger: TriggerFinding,
  { found }: AddresseeFinding,
  type: ConsequenceType,
): TriggerFinding {
  const office =
    found.length > 0 &&
    found.every(({ noun }) => noun !== null && (noun.rule.authority || noun.rule.id === "staff.特有"));
  const disciplined = type === "discipline" || type === "demotion" || type === "removal";
  const answerable =
    disciplined &&
    found.some(({ rule }) => rule.startsWith("pair.") || rule.startsWith("leader.") || rule === "staff.特有");
  const generic =
    trigger.ground === null || (trigger.ground.rule.priority <= GENERIC && !trigger.ground.rule.personal);
  const misconduct =
    (office && trigger.value === "procedure") || (answerable && generic && trigger.value === "other");
  return misconduct ? { ...trigger, value: "misconduct" } : trigger;
}
