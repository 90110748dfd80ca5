import type { Span } from "../span.js";
import { type Candidate, type ClauseView, segmentAt } from "./clause-view.js";
import { viewOf } from "./context.js";
import type { Draft, Reading } from "./drafts.js";
import { lapsedDuty } from "./lapsed-duties.js";
import { childGrounds, groundOfItem } from "./listed-grounds.js";
import type { Hit } from "./literal-index.js";
import { outerGround } from "./outer-grounds.js";
import { type ConsequenceType, isSanction, type Trigger } from "./records.js";
import { referenceOf, resolveReference } from "./references.js";
import type { TriggerRule } from "./rule-types.js";
import { GENERIC, groundIn, REWARDED, type TriggerFinding } from "./triggers.js";

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
  masked.push(...betweenGroundAndCue(view, cue, polarity));
  const single = (finding: TriggerFinding): TriggersFound => ({ findings: [finding], pairs: null });
  const before = drafts[drafts.length - 1];
  const from = before ? Math.min(before.end, cue.start) : view.start;
  const object =
    cue.rule.extend === "segment" ? groundIn(view, cue.start, segment.end, polarity, masked) : null;
  if (object && object.rule.priority > GENERIC && drafts.length === 0 && !conditionBefore(view, cue)) {
    return single({ value: object.rule.value, rule: object.rule.id, ground: object, how: "subclause" });
  }
  const reach = cue.rule.extend === "segment" ? Math.max(cue.end, segment.end) : cue.end;
  const stated = groundIn(view, from, reach, polarity, masked);
  const own = stated && isHarm(view, stated) && (before || state.trigger) ? null : stated;
  const items = childGrounds(reading, polarity);
  if (items.length > 0 && !(own && own.rule.priority > 60)) return { findings: items, pairs: null };
  if (own && own.rule.priority > GENERIC) {
    // 独女户女儿考上高中的加10分；考上本科的资助2000元: what families get, they get for what they are
    const kept = polarity === "reward" && own.rule.value === "achievement" ? state.trigger : null;
    if (kept?.ground?.rule.personal && kept.value === "compliance") return single(kept);
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
    // what earned a reward is no ground of the sanction after it, nor the other way round
    const fits = first && (polarity === "sanction" ? !KEPT.has(first.value) : REWARDED.has(first.value));
    if (first && (fits || isSanction(before.type) === isSanction(cue.rule.type)))
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
  const due = polarity === "sanction" ? lapsedDuty(reading, cue) : null;
  if (due) return single(due);
  if (
    state.trigger &&
    (polarity === "sanction" ? !KEPT.has(state.trigger.value) : REWARDED.has(state.trigger.value))
  )
    return single(state.trigger);
  const outer = outerGround(reading, polarity);
  if (outer) return single(outer);
  return single({
    value: defaultTrigger(cue),
    rule: "default.trigger",
    ground: null,
    how: "default",
  });
}

/** …的，年终考核不合格，不评职称: what stands between the ground and the cue follows from the ground too */
function betweenGroundAndCue(
  { segments, text }: ClauseView,
  cue: Candidate,
  polarity: "sanction" | "reward",
): Span[] {
  const ground = segments.findLastIndex(({ conditional, end }) => conditional && end <= cue.start);
  if (ground < 0) return [];
  const own = segments[cue.segment] as Span;
  const named = polarity === "reward" || /对|凡|[^,;。]的$/.test(text.slice(own.start, cue.start));
  const until = named ? cue.segment : cue.segment + 1;
  return segments
    .slice(ground + 1, until)
    .filter(({ start }) => !/^\s*(?:依照?|按照?|根据|违反|参照)/.test(text.slice(start, start + 6)));
}

/** whether a sub-clause …的， stands before the cue */
function conditionBefore({ segments }: ClauseView, cue: Candidate): boolean {
  return segments.some(({ conditional, end }) => conditional && end <= cue.start);
}

/** what only rewards are given for */
const KEPT = new Set<Trigger>(["achievement", "compliance"]);

/** 造成设施损毁的, 情节严重破坏…的: how grave the breach named before it was, not another one */
function isHarm(view: ClauseView, ground: Hit<TriggerRule>): boolean {
  const segment = view.segments[segmentAt(view.segments, ground.start)] as Span;
  return (
    ground.rule.value === "other" &&
    /^\s*(?:造成|致使|导致|情节|逾期|拒不|后果|构成)/.test(view.text.slice(segment.start, segment.start + 6))
  );
}

/** what is given for a result unless the text says otherwise; the other rewards are support for what people are */
const MERIT = new Set<ConsequenceType>(["honour", "full_bonus", "cash_reward"]);

function defaultTrigger({ literal, rule: { type, takes } }: Candidate): Trigger {
  if (type === "cash_reward" && /补[助贴]/.test(literal) && !literal.includes("奖")) return "compliance";
  if (type === "priority" && takes.includes("points")) return "achievement";
  if (type === "points_deduction") return "target_missed";
  if (type === "levy" && literal.includes("社会抚养费")) return "unauthorised_birth";
  if (type === "surcharge") return "non_payment";
  return MERIT.has(type) ? "achievement" : "other";
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
