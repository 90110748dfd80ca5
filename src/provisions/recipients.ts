import type { Span } from "../span.js";
import { type AddresseeFinding, findAddressee } from "./addressees.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { viewOf } from "./context.js";
import { assessed, assessesUnits, genreOf, isAssessment, meantByDocument } from "./document-subject.js";
import type { Draft, Reading } from "./drafts.js";
import { groundOfList, hasConsequence } from "./listed-grounds.js";
import { type FoundAddressee, type Noun, values } from "./noun-phrases.js";
import { markAt } from "./object-marks.js";
import { objectOf } from "./objects.js";
import { type ConsequenceType, isSanction } from "./records.js";
import type { Segment } from "./segments.js";
import { addresseeOfItem, addresseeOfText } from "./subjects.js";
import { groundIn, type TriggerFinding } from "./triggers.js";

export function findAddressees(
  reading: Reading,
  cue: Candidate,
  from: number,
  drafts: readonly Draft[],
  triggers: readonly TriggerFinding[],
): { finding: AddresseeFinding; pairs: Draft["pairs"] } {
  const { view, context } = reading;
  const before = drafts[drafts.length - 1];
  if (cue.rule.hits !== null) {
    return {
      finding: { found: [{ value: cue.rule.hits, rule: cue.rule.id, noun: null }], how: "subclause" },
      pairs: null,
    };
  }
  const segmentStart = (view.segments[cue.segment] as Span).start;
  const points =
    cue.rule.type === "points_deduction" ||
    (cue.rule.type === "priority" && cue.rule.takes.includes("points"));
  if (
    points &&
    (assessesUnits(reading) ||
      scoredAbove(reading) ||
      (isSanction(cue.rule.type) && triggers[0]?.value === "target_missed")) &&
    markAt(view.text.slice(segmentStart, cue.start), "对") < 0
  ) {
    const named = cue.rule.object ? objectOf(view, cue, view.segments[cue.segment] as Segment) : [];
    if (named.length > 0) return { finding: { found: named, how: "subclause" }, pairs: null };
    return { finding: { found: [assessed(reading)], how: "document" }, pairs: null };
  }
  // nobody in particular who is rewarded is not who is hit next
  const other = before && isSanction(before.type) !== isSanction(cue.rule.type);
  const previous =
    before && !ofDocument(before) && !(other && before.addressee.how === "default")
      ? { segment: before.cue.segment, finding: before.addressee }
      : null;
  const own = findAddressee(view, cue, from, previous);
  const ground = triggers[0]?.ground;
  const segment = view.segments[cue.segment] as Span;
  if (
    own?.how === "clause" &&
    ground?.rule.personal &&
    isSanction(cue.rule.type) &&
    ground.start >= segment.start &&
    ground.end <= cue.start
  ) {
    return { finding: { found: [defaultAddressee(cue.rule.type)], how: "subclause" }, pairs: null };
  }
  if (own) return { finding: own, pairs: null };
  const carried = carriedAddressee(reading, cue);
  if (carried) return { finding: carried, pairs: null };
  const pairs = childPairs(reading, cue);
  if (pairs) return pairs;
  for (const lead of context.leads[view.index] ?? []) {
    const found = addresseeOfText(context.views[lead] as ClauseView);
    if (found.length > 0) return { finding: { found, how: "lead_in" }, pairs: null };
  }
  const headed = ofHeading(reading);
  if (headed.length > 0) return { finding: { found: headed, how: "heading" }, pairs: null };
  if (genreOf(reading) === "responsibility_contract" && !CAREER.has(cue.rule.type)) {
    return {
      finding: { found: [{ value: "unit", rule: "document.contract", noun: null }], how: "document" },
      pairs: null,
    };
  }
  return { finding: unnamed(reading, cue, triggers[0]), pairs: null };
}

/** （一）对乡镇。, 四、对计生队伍: a heading, or a label before the sentences of its item, that says whom they hit */
const HEADED = /^[^对,;。]{0,8}对(?:于)?[^,;。:的]{2,16}[。:]?\s*$/;

function ofHeading({ context, view, indexes }: Reading): FoundAddressee[] {
  for (let i = view.index - 1; i >= 0 && context.item[i] === context.item[view.index]; i--) {
    const there = context.views[i] as ClauseView;
    if (i > 0 && context.item[i - 1] === context.item[i]) continue;
    if (HEADED.test(context.text.slice(there.start, there.end))) return addresseeOfText(there);
  }
  for (const { start, end } of [...view.clause.headings].reverse())
    if (HEADED.test(context.text.slice(start, end))) {
      const there = viewOf(view.clause, view.index, context.text, { start, end }, [], indexes);
      return addresseeOfText(there);
    }
  return [];
}

/** 随时记分：, 督查计分: points in a section that scores are those of whoever is assessed, whoever caused them */
function scoredAbove({ view, context }: Reading): boolean {
  const above = [
    ...view.clause.headings,
    ...(context.leads[view.index] ?? []).map((lead) => context.views[lead] as ClauseView),
  ];
  return above.some(({ start, end }) => /[记计评]分|百分制/.test(context.text.slice(start, end)));
}

/** whom a consequence means that names nobody, anywhere: who holds the office abused, whom the document is about, the default */
function unnamed(reading: Reading, cue: Candidate, trigger: TriggerFinding | undefined): AddresseeFinding {
  const { type } = cue.rule;
  const owner = isSanction(type) ? undefined : ownerOf(reading.view, cue);
  if (owner) return { found: values([owner]), how: "clause" };
  if (type === "points_deduction") return { found: [assessed(reading)], how: "document" };
  const meant = meantByDocument(reading, type);
  const person = meant?.value === "unit" && AT_WORK.test(trigger?.ground?.literal ?? "");
  if (meant && !person && !(isSanction(type) && trigger?.ground?.rule.offender))
    return { found: [meant], how: "document" };
  if (type === "priority" && cue.rule.takes.includes("points") && isAssessment(reading))
    return { found: [assessed(reading)], how: "document" };
  // taxes are paid by bodies as well as by people
  const broad = type === "fee_waiver" && /税|优惠/.test(reading.view.text.slice(cue.start, cue.end + 6));
  return { found: [defaultAddressee(type, trigger, broad)], how: "default" };
}

/** a body that only the document names, which the next type may not fit */
function ofDocument({ addressee: { how, found } }: Draft): boolean {
  return how === "document" && found.every(({ value }) => value === "unit");
}

/** what only a person does or leaves, whatever body the document assesses */
const AT_WORK = /旷工|旷课|迟到|早退|缺勤|病假|事假|请假|[脱离串空睡缺]岗|上班|值班|工作时间|酒后/;

/** 教师的住房…，优先安排: those whose house, child or illness it is */
function ownerOf(view: ClauseView, cue: Candidate): Noun | undefined {
  return view.nouns.find(
    (noun) =>
      noun.rule.special &&
      !noun.rule.value.includes("unit") &&
      noun.end <= cue.start &&
      view.text[noun.end] === "的" &&
      !/[由向]/.test(view.text[noun.start - 1] ?? ""),
  );
}

/** what hits persons: a crime spoken of next is theirs */
const PERSONAL = new Set<ConsequenceType>(["discipline", "removal", "dismissal", "demotion", "liability"]);

const CAREER = new Set<ConsequenceType>(["discipline", "removal", "dismissal", "demotion"]);

/** a heavier step of what hit persons hits the same persons (情节严重的，终身不得从事…) */
const BARS = new Set<ConsequenceType>([...PERSONAL, "promotion_bar", "licence_revocation"]);

/** what the item's earlier clauses were about; a new sentence with a ground of its own starts afresh */
function carriedAddressee({ view, state, context }: Reading, cue: Candidate): AddresseeFinding | null {
  const last = state.last;
  const career = last !== null && PERSONAL.has(last.type);
  const again =
    last !== null &&
    ((last.type === cue.rule.type && BARS.has(last.type)) ||
      (CAREER.has(cue.rule.type) && CAREER.has(last.type)));
  const persons = again || (cue.rule.type === "criminal_liability" && career);
  // 违反规定…的，处罚款；对直接负责的主管人员给予处分；构成犯罪的: whoever did it, where the ground names nobody
  if (cue.rule.type === "criminal_liability" && career && state.opening?.how === "default") return null;
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

/** the subjects of a list's items, where its lead-in names none */
function childPairs(
  reading: Reading,
  cue: Candidate,
): { finding: AddresseeFinding; pairs: Draft["pairs"] } | null {
  const polarity = isSanction(cue.rule.type) ? "sanction" : "reward";
  const pairs: { addressee: FoundAddressee; trigger: TriggerFinding }[] = [];
  let named: FoundAddressee[] = [];
  for (const index of reading.context.children.get(reading.view.index) ?? []) {
    const child = reading.context.views[index] as ClauseView;
    if (hasConsequence(reading, child)) continue;
    const found = polarity === "reward" && namesThing(child) ? [] : addresseeOfItem(child);
    const ground = groundIn(child, child.start, child.end, polarity, []);
    const trigger = groundOfList(ground);
    // an item that names nobody speaks of whom the one before it named
    const whom = found.length > 0 ? found : named.length > 0 ? named : unnamed(reading, cue, trigger).found;
    if (found.length > 0) named = found;
    for (const addressee of whom) {
      if (
        !pairs.some(
          (pair) => pair.addressee.value === addressee.value && pair.trigger.value === trigger.value,
        )
      )
        pairs.push({ addressee, trigger });
    }
  }
  if (named.length === 0) return null;
  const stated = pairs.filter(({ trigger }) => trigger.ground !== null);
  if (2 * stated.length >= pairs.length) pairs.splice(0, pairs.length, ...stated);
  const all = pairs
    .map(({ addressee }) => addressee)
    .filter((entry, i, list) => list.findIndex(({ value }) => value === entry.value) === i);
  return { finding: { found: all, how: "lead_in" }, pairs };
}

/** 外国政府无偿赠送的物资: an item that ends on a thing names no recipient */
function namesThing(view: ClauseView): boolean {
  const text = view.text.slice(view.start, view.end).replace(/[;。\s]+$/, "");
  return /的[^,;。的]{0,16}(?:物资|货物|物品|用品|材料|样品|收入|所得|项目|设备|产品|车辆|船舶|土地|房产|房屋)$/.test(
    text,
  );
}

/** whom a text means that names nobody */
function defaultAddressee(type: ConsequenceType, trigger?: TriggerFinding, broad = false): FoundAddressee {
  const value = isSanction(type)
    ? (trigger?.ground?.rule.offender ?? (type === "veto" ? "unit" : "party"))
    : type === "full_bonus"
      ? "staff"
      : trigger?.rule === "other.年龄"
        ? "family"
        : trigger?.value === "compliance" && trigger.rule !== "default.trigger" && type !== "honour" && !broad
          ? "family"
          : "unspecified";
  return { value, rule: "default.addressee", noun: null };
}
