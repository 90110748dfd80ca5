import { fold } from "../quantities/fold.js";
import type { Span } from "../span.js";
import type { AddresseeFinding } from "./addressees.js";
import { type Candidate, type ClauseView, segmentAt } from "./clause-view.js";
import { type Context, viewOf } from "./context.js";
import { findCues } from "./cues.js";
import type { Draft, Reading } from "./drafts.js";
import { guardDrop, structuralDrop } from "./licence.js";
import { findLiterals, type Hit } from "./literal-index.js";
import type { FoundAddressee } from "./noun-phrases.js";
import { type ConsequenceType, isSanction, type Trigger } from "./records.js";
import { referenceOf, resolveReference } from "./references.js";
import type { TriggerRule } from "./rule-types.js";
import { groundIn, REWARDED, type TriggerFinding } from "./triggers.js";

interface TriggersFound {
  readonly findings: readonly TriggerFinding[];
  readonly pairs: Draft["pairs"];
}

export function findTriggers(reading: Reading, cue: Candidate, drafts: readonly Draft[]): TriggersFound {
  const { view, context, state, structured, indexes } = reading;
  const polarity = isSanction(cue.rule.type) ? "sanction" : "reward";
  const segment = view.segments[cue.segment] as Span;
  const masked: Span[] = [...drafts];
  if (polarity === "sanction" && !cue.literal.includes("…")) masked.push(cue); // 按照后进管理 names no ground
  const single = (finding: TriggerFinding): TriggersFound => ({ findings: [finding], pairs: null });
  const before = drafts[drafts.length - 1];
  const from = before ? Math.min(before.end, cue.start) : view.start;
  const object =
    cue.rule.extend === "segment" ? groundIn(view, cue.start, segment.end, polarity, masked) : null;
  if (object && object.rule.priority > GENERIC && drafts.length === 0) {
    return single({ value: object.rule.value, rule: object.rule.id, ground: object, how: "subclause" });
  }
  const reach = cue.rule.extend === "segment" ? Math.max(cue.end, segment.end) : cue.end;
  const stated = groundIn(view, from, reach, polarity, masked);
  const own = stated && isHarm(view, stated) && (before || state.trigger) ? null : stated;
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
  const target = reference ? resolveReference(structured, view, reference) : null;
  // what is cited by number alone names no ground; an item cited by the name of its section does
  if (target && reference?.name !== "") {
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

/** 造成设施损毁的, 情节严重破坏…的: how grave the breach named before it was, not another one */
function isHarm(view: ClauseView, ground: Hit<TriggerRule>): boolean {
  const segment = view.segments[segmentAt(view.segments, ground.start)] as Span;
  return (
    ground.rule.value === "other" &&
    /^\s*(?:造成|致使|导致|情节|逾期|拒不|后果|构成)/.test(view.text.slice(segment.start, segment.start + 6))
  );
}

function defaultTrigger(type: ConsequenceType): Trigger {
  if (type === "points_deduction") return "target_missed";
  return type === "honour" || type === "full_bonus" ? "achievement" : "other";
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
const BACK =
  /有前[款条](?:规定|所列)?(?:的)?(?:行为|情形|违法)|前[一二两三]?[款条](?:规定|所列)的?(?:违法)?(?:行为|情形)|有前[款条]第[一二三四五六七八九十、第项至]{1,60}(?:行为|情形|规定)|前[一二两三]款违法行为/;

/** a trigger of this priority or less says only that some rule was broken */
export const GENERIC = 20;
/** up to this one it says only that something was not done */
const WEAK = 22;

/** for a reference that leads nowhere: the most telling ground that the rest of the item names */
function groundOfItem({ context, view }: Reading, polarity: "sanction" | "reward"): TriggerFinding | null {
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
function childGrounds(reading: Reading, polarity: "sanction" | "reward"): TriggerFinding[] {
  const found: TriggerFinding[] = [];
  let named = 0;
  let rest = 0;
  for (const index of reading.context.children.get(reading.view.index) ?? []) {
    const child = reading.context.views[index] as ClauseView;
    if (hasConsequence(reading, child)) continue;
    const ground = groundIn(child, child.start, child.end, polarity, []);
    if (ground && ground.rule.priority > WEAK) named++;
    else rest++;
    const finding = groundOfList(ground, polarity);
    if (!found.some(({ value }) => value === finding.value)) found.push(finding);
  }
  const few = named > 0 && (polarity === "reward" || named >= rest);
  return few ? found.filter(({ ground }) => (ground?.rule.priority ?? 0) > WEAK) : found;
}

/** what an item of a list is about */
export function groundOfList(
  ground: Hit<TriggerRule> | null,
  polarity: "sanction" | "reward",
): TriggerFinding {
  return ground
    ? { value: ground.rule.value, rule: ground.rule.id, ground, how: "lead_in" }
    : {
        value: polarity === "sanction" ? "other" : "compliance",
        rule: "default.trigger",
        ground: null,
        how: "lead_in",
      };
}

export function hasConsequence(reading: Reading, child: ClauseView): boolean {
  return findCues(reading.indexes.cues, child)
    .clusters.flat()
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
  return polarity === "reward" ? groundOfTitle(reading) : null;
}

/** what the document's own title says that its rewards are given for */
function groundOfTitle({ structured, view, indexes }: Reading): TriggerFinding | null {
  const part = structured.parts.find(({ part }) => part === view.clause.part);
  const title = fold(`${part?.title ?? ""} ${part?.heading ?? ""}`);
  const ground = findLiterals(indexes.grounds, title, 0, title.length).find(
    ({ rule }) => rule.polarity === "reward" && rule.value === "compliance",
  );
  return ground ? { value: ground.rule.value, rule: ground.rule.id, ground: null, how: "document" } : null;
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

/** who answers for an office */
const DISCIPLINARY = new Set<ConsequenceType>(["discipline", "demotion", "removal"]);

/**
 * The trigger in the light of who is hit: a step that a public body or its staff leaves out is a duty not done, and so is
 * whatever persons in charge are disciplined for; what staff are paid is no reward for a result.
 *
 * @param offenders who is said to have done it, where that is not whom it hits
 */
export function ofOffice(
  trigger: TriggerFinding,
  { found }: AddresseeFinding,
  offenders: readonly FoundAddressee[],
  type: ConsequenceType,
): TriggerFinding {
  const generic =
    trigger.ground === null || (trigger.ground.rule.priority <= GENERIC && !trigger.ground.rule.personal);
  if (type === "subsidy" && generic && found.every(({ value }) => value === "staff"))
    return { ...trigger, value: "other" };
  if (!isSanction(type)) return trigger;
  const step =
    trigger.value === "procedure" || trigger.value === "technical" || (generic && trigger.value === "other");
  const answerable =
    DISCIPLINARY.has(type) &&
    found.some(({ value, noun }) => noun !== null && (value === "staff" || value === "leader"));
  const misconduct =
    (trigger.value === "procedure" && inOffice(found)) ||
    (step && inOffice(offenders)) ||
    (answerable && generic && trigger.value === "other");
  return misconduct ? { ...trigger, value: "misconduct" } : trigger;
}

function inOffice(found: readonly FoundAddressee[]): boolean {
  return (
    found.length > 0 && found.every(({ noun }) => noun !== null && (noun.rule.authority || noun.rule.office))
  );
}
