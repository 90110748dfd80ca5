import type { Span } from "../span.js";
import { type Amounts, readAmounts } from "./amounts.js";
import { authorityOf } from "./authority.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { findCues } from "./cues.js";
import type { Draft, Dropped, Reading } from "./drafts.js";
import { findTriggers, GENERIC, hasConsequence, ofOffice } from "./grounds.js";
import { type Drop, guardDrop, licenceKey, structuralDrop } from "./licence.js";
import { mergeRuns } from "./merge.js";
import type { FoundAddressee } from "./noun-phrases.js";
import { findAddressees, personal } from "./recipients.js";
import { isSanction } from "./records.js";
import { referenceOf, resolveReference } from "./references.js";
import { subjectOf } from "./subjects.js";
import type { TriggerFinding } from "./triggers.js";

export function readClause(reading: Reading): { drafts: Draft[]; dropped: Dropped[] } {
  const { clusters, barred } = findCues(reading.indexes.cues, reading.view);
  const dropped: Dropped[] = [];
  const drafts: Draft[] = [];
  clusters.forEach((cluster, i) => {
    const limit = nextStart(reading.view, clusters, i);
    if (
      drafts.some(
        (draft) =>
          (cluster[0] as Candidate).start < draft.end &&
          isSanction(draft.type) &&
          draft.end > draft.cue.end &&
          !isSanction((cluster[0] as Candidate).rule.type),
      )
    )
      return;
    const taken: Draft[] = [];
    for (const cue of cluster) {
      if (taken.some((draft) => cue.start < draft.cue.end && draft.cue.start < cue.end)) continue;
      if (
        dropped.some(
          (other) =>
            other.final &&
            cue.start < other.cue.end &&
            other.cue.start < cue.end &&
            other.cue.rule.type === cue.rule.type,
        )
      )
        continue;
      const inner = cluster.reduce(
        (start, other) => (other.start >= cue.end ? Math.min(start, other.start) : start),
        limit,
      );
      const result = readCue(
        reading,
        cue,
        [...drafts, ...taken.filter((draft) => draft.start < cue.start)],
        inner,
      );
      if ("drop" in result) dropped.push(result);
      else taken.push(result);
    }
    drafts.push(...taken.sort((a, b) => a.start - b.start));
  });
  const met = (cue: Candidate, other: Candidate) => cue.start < other.end && other.start < cue.end;
  for (const cue of barred) {
    if (drafts.some((draft) => met(cue, draft.cue)) || dropped.some((other) => met(cue, other.cue))) continue;
    dropped.push({
      cue,
      drop: {
        rule: "structure.neighbour",
        reason: "what stands beside it makes it a mention or another word",
      },
      final: true,
    });
  }
  const carriers = drafts.filter((draft, i) => isCarrier(draft, drafts[i + 1]));
  for (const draft of carriers) {
    dropped.push({
      cue: draft.cue,
      drop: { rule: "structure.carrier", reason: "carries the act named after it" },
      final: true,
    });
  }
  return { drafts: mergeRuns(drafts.filter((draft) => !carriers.includes(draft))), dropped };
}

/** where the next cue begins; what a sanction takes away (扣岗位津贴200元) is no cue of a reward */
function nextStart(view: ClauseView, clusters: readonly Candidate[][], i: number): number {
  const own = clusters[i]?.[0];
  for (const cluster of clusters.slice(i + 1)) {
    const first = cluster.reduce((a, b) => (b.start < a.start ? b : a));
    const taken =
      own &&
      isSanction(own.rule.type) &&
      first.segment === own.segment &&
      cluster.every(({ rule }) => !isSanction(rule.type));
    if (!taken) return first.start;
  }
  return view.end;
}

/** 责令 before 停班, 停业, 辞职: the order to do what the next cue names */
function isCarrier(draft: Draft, next: Draft | undefined): boolean {
  if (
    !next ||
    draft.cue.literal !== "责令" ||
    next.view !== draft.view ||
    next.cue.segment !== draft.cue.segment
  )
    return false;
  return (
    next.type !== draft.type &&
    next.start - draft.cue.end <= 10 &&
    !/[并对,、或]/.test(draft.view.text.slice(draft.cue.end, next.start))
  );
}

function readCue(reading: Reading, cue: Candidate, drafts: readonly Draft[], limit: number): Draft | Dropped {
  const { rules, view } = reading;
  const segment = view.segments[cue.segment] as Span;
  const before = drafts[drafts.length - 1];
  const after = before ? Math.min(before.end, cue.start) : view.start;
  const from = Math.max(segment.start, after);
  const amounts = sameSum(view, cue, readAmounts(view, cue, after, limit), before);
  const drop =
    structuralDrop(view, cue) ?? guardDrop(rules.guards, view, cue) ?? listDrop(reading, cue, amounts);
  if (drop) return { cue, drop, final: true };
  const triggers = findTriggers(reading, cue, drafts);
  const addressee = findAddressees(reading, cue, from, drafts, triggers.findings);
  const licence = cue.rule.licence === null ? null : (rules.licences.get(cue.rule.licence) ?? null);
  let key: string | null = null;
  if (licence) {
    key = licenceKey(licence, view, cue, {
      amounts,
      ground: hasGround(reading, cue, triggers.findings),
      breach:
        (triggers.findings[0]?.ground?.rule.priority ?? 0) > GENERIC &&
        /clause/.test(triggers.findings[0]?.how ?? ""),
      addressee: addressee.finding.how !== "default" && addressee.finding.how !== "heading",
      special: addressee.finding.found.some(({ noun }) => noun?.rule.special),
    });
    if (key === null) return { cue, drop: { rule: licence.id, reason: licence.note }, final: false };
  }
  const offenders = isSanction(cue.rule.type) ? offendersOf(reading, cue) : [];
  const finding = personal(addressee.finding, triggers.findings, view, cue);
  return {
    view,
    cue,
    start: cue.start,
    end: spanEnd(view, cue, amounts, limit),
    type: cue.rule.type,
    amounts,
    addressee: finding,
    triggers: distinct(
      triggers.findings.map((trigger) => ofOffice(trigger, finding, offenders, cue.rule.type)),
    ),
    pairs: addressee.pairs ?? triggers.pairs,
    licence: key,
    tier: tierOf(view, cue, before),
    optional: isOptional(view, cue, before ? before.end : view.start),
    alternatives: null,
    authority: authorityOf(view, cue),
    reference: referenceBefore(reading, cue, after),
    merged: [],
  };
}

/** the reference nearest before the cue, resolved where the document has its text */
function referenceBefore({ structured, view }: Reading, cue: Candidate, after: number): Draft["reference"] {
  const at = referenceOf(view, after, cue.start);
  return at && { at, target: resolveReference(structured, view, at) };
}

/** who did it, by the clause, its item or its lead-in */
function offendersOf({ view, state, context }: Reading, cue: Candidate): readonly FoundAddressee[] {
  const own = subjectOf(view, cue.start);
  if (own.length > 0) return own;
  if (state.offenders.length > 0) return state.offenders;
  const [lead] = context.leads[view.index] ?? [];
  const there = lead === undefined ? undefined : context.views[lead];
  return there ? subjectOf(there, there.end) : [];
}

/** one trigger a value */
function distinct(triggers: readonly TriggerFinding[]): TriggerFinding[] {
  return triggers.filter((one, i) => triggers.findIndex(({ value }) => value === one.value) === i);
}

const POWERS = /(?:有权|可以|行使|采取|履行)[^;。]{0,20}下列(?:措施|职权|职责|权力|权限)/;

/** a lead-in whose items name the sanctions themselves, and items that list what an office may do */
function listDrop(reading: Reading, cue: Candidate, amounts: Amounts): Drop | null {
  const { context, view } = reading;
  for (const lead of context.leads[view.index] ?? []) {
    const there = context.views[lead] as ClauseView;
    if (POWERS.test(context.text.slice(there.start, there.end)))
      return { rule: "structure.powers", reason: "a list of an office's powers" };
  }
  const open =
    cue.rule.type === "fine" ||
    cue.rule.type === "liability" ||
    (!isSanction(cue.rule.type) && view.text.slice(cue.start, cue.end).includes("下列"));
  if (!open || amounts.used.length > 0) return null;
  const items = context.children.get(view.index) ?? [];
  return items.some((index) => hasConsequence(reading, context.views[index] as ClauseView))
    ? { rule: "structure.carrier", reason: "its list names the sanctions one by one" }
    : null;
}

/** a ground in the clause, its list or its item: a trigger found there, a sub-clause …的， or 对…的 */
function hasGround({ view, context }: Reading, cue: Candidate, triggers: readonly TriggerFinding[]): boolean {
  const [first] = triggers;
  const weak = !isSanction(cue.rule.type) && (first?.ground?.rule.priority ?? GENERIC + 1) <= GENERIC;
  if (first && !weak && first.how !== "default" && first.how !== "heading" && first.how !== "document")
    return true;
  if (view.segments.some(({ conditional, end }) => conditional && end <= cue.start)) return true;
  if (/的[^,;。的]{1,10},[^,;。]{0,12}$/.test(view.text.slice(view.start, cue.start))) return true;
  if (/对(?!于?[,;])[^,;。]{3,80}的|^\s*(?:凡|如果|如有|若)/.test(view.text.slice(view.start, cue.start)))
    return true;
  return (context.children.get(view.index)?.length ?? 0) > 0;
}

/** to the object's or the quantity's end; never into the next cue */
function spanEnd(view: ClauseView, cue: Candidate, amounts: Amounts, limit: number): number {
  const segment = view.segments[cue.segment] as Span;
  let end = cue.end;
  if (cue.rule.extend === "segment") end = Math.max(end, Math.min(segment.end, limit));
  for (const { quantity } of amounts.used) {
    if (quantity.start < cue.end) continue;
    end = Math.max(end, quantity.end);
    const wage = /^的?(?:标准|基本)?(?:工资|奖金|费用|[^,;。]{0,6}费)/.exec(view.text.slice(end, end + 12));
    if (wage) end += wage[0].length;
  }
  while (end > cue.end && " \n,;:。!”’、".includes(view.text[end - 1] as string)) end--;
  const tail = /(?:并|或者?|且|和|及|同时|又|应|应当|可以|给予|予以|处|依法)+$/.exec(
    view.text.slice(cue.end, end),
  );
  return tail && end === limit ? end - tail[0].length : end;
}

function tierOf(view: ClauseView, cue: Candidate, before: Draft | undefined): string | null {
  const from = before ? before.end : view.start;
  const hit = view.markers.findLast(
    (marker) => marker.rule.marks === "tier" && marker.start >= from && marker.end <= cue.start,
  );
  return hit ? view.text.slice(hit.start, hit.end) : (before?.tier ?? null);
}

function isOptional(view: ClauseView, cue: Candidate, from: number): boolean {
  return view.markers.some(
    (marker) => marker.rule.marks === "optional" && marker.start >= from && marker.end <= cue.end,
  );
}

/** 同等金额: the sum named before */
function sameSum(view: ClauseView, cue: Candidate, amounts: Amounts, before: Draft | undefined): Amounts {
  if (
    amounts.amount !== null ||
    !before ||
    !/同等(?:金额|数额)/.test(view.text.slice(Math.max(view.start, cue.start - 8), cue.start))
  )
    return amounts;
  return { ...amounts, amount: before.amounts.amount };
}
