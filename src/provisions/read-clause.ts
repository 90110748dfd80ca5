import type { Span } from "../span.js";
import { readAmounts } from "./amounts.js";
import { authorityOf, superiorImposes } from "./authority.js";
import { sameDeposit, sameRate, sameSum, sameTime } from "./carried-amounts.js";
import { carrierDrop, hasGround, listDrop, offendersOf } from "./clause-ground.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { nextStart, spanEnd } from "./cue-span.js";
import { findCues } from "./cues.js";
import type { Draft, Dropped, Reading } from "./drafts.js";
import { findTriggers } from "./grounds.js";
import { guardDrop, licenceKey, partDrop, structuralDrop } from "./licence.js";
import { mentionDrop } from "./mentions.js";
import { mergeRuns } from "./merge.js";
import { ofOffice } from "./office.js";
import { findAddressees } from "./recipients.js";
import { isSanction } from "./records.js";
import { referenceOf, resolveReference } from "./references.js";
import { personal, setApart } from "./roles.js";
import { enjoyed, followsInRow, listedAsBenefit, rowDrop } from "./rows.js";
import { series } from "./series.js";
import { GENERIC, type TriggerFinding } from "./triggers.js";

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
  const kept = drafts.filter((draft) => !carriers.includes(draft));
  const each = kept.flatMap((draft, i) => series(draft, kept[i + 1]?.start ?? reading.view.end));
  return { drafts: mergeRuns(each), dropped };
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

/** what people lack or suffer, whatever is done about it */
const NEED =
  /困难|贫困|无力|失业|灾害|受灾|患病|伤残|残疾|孤|低收入|最低生活|生活无|无生活|少数民族|民族乡|饮食习惯|因公|牺牲/;

function readCue(reading: Reading, cue: Candidate, drafts: readonly Draft[], limit: number): Draft | Dropped {
  const { rules, view } = reading;
  const segment = view.segments[cue.segment] as Span;
  const before = drafts[drafts.length - 1];
  const after = before ? Math.min(before.end, cue.start) : view.start;
  const from = Math.max(segment.start, after);
  const amounts = [sameSum, sameTime, sameRate, sameDeposit].reduce(
    (read, carry) => carry(view, cue, read, before),
    readAmounts(view, cue, after, limit),
  );
  const drop =
    structuralDrop(view, cue) ??
    guardDrop(rules.guards, view, cue) ??
    mentionDrop(view, cue) ??
    carrierDrop(view, cue, amounts) ??
    listDrop(reading, cue, amounts) ??
    rowDrop(view, cue, before);
  if (drop) return { cue, drop, final: true };
  const part = partDrop(cue, amounts);
  if (part) return { cue, drop: part, final: false };
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
        /clause|lead_in/.test(triggers.findings[0]?.how ?? ""),
      addressee: addressee.finding.how !== "default" && addressee.finding.how !== "heading",
      special: addressee.finding.found.some(({ noun }) => noun?.rule.special),
      enjoyer: enjoyed(view, cue),
      same: before?.type === cue.rule.type,
      row: (before !== undefined && followsInRow(view, before, cue)) || listedAsBenefit(reading),
    });
    if (key === null) return { cue, drop: { rule: licence.id, reason: licence.note }, final: false };
  }
  const offenders = isSanction(cue.rule.type) ? offendersOf(reading, cue) : [];
  const finding = personal(addressee.finding, triggers.findings, view, cue);
  // a statute's support of what bodies do serves its purpose, that of a kind of people or bodies their need
  const need =
    /照顾|救助|救济|抚恤|供养/.test(cue.literal) ||
    view.nouns.some(setApart) ||
    NEED.test(view.text.slice(view.start, cue.start));
  const promoted = /^第.+条/.test(view.clause.path) && !need;
  return {
    view,
    cue,
    start: cue.start,
    end: spanEnd(view, cue, amounts, limit),
    type: cue.rule.type,
    amounts,
    addressee: finding,
    triggers: distinct(
      triggers.findings.map((trigger) =>
        ofOffice(trigger, finding, offenders, cue.rule.type, promoted, superiorImposes(view, cue)),
      ),
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

/** one trigger a value */
function distinct(triggers: readonly TriggerFinding[]): TriggerFinding[] {
  return triggers.filter((one, i) => triggers.findIndex(({ value }) => value === one.value) === i);
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
