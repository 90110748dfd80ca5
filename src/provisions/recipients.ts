import type { Span } from "../span.js";
import { type AddresseeFinding, findAddressee } from "./addressees.js";
import { carriedAddressee } from "./carried-addressees.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { assessed, assessesUnits, genreOf } from "./document-subject.js";
import type { Draft, Reading } from "./drafts.js";
import { groundOfList, hasConsequence } from "./listed-grounds.js";
import type { FoundAddressee } from "./noun-phrases.js";
import { markAt } from "./object-marks.js";
import { objectOf } from "./objects.js";
import { type ConsequenceType, isSanction } from "./records.js";
import type { Segment } from "./segments.js";
import { addresseeOfItem, addresseeOfText } from "./subjects.js";
import { groundIn, type TriggerFinding } from "./triggers.js";
import { defaultAddressee, ofHeading, unnamed } from "./unnamed-addressees.js";

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
  const title = titleOfBody(view, cue);
  if (title) return { finding: { found: [title], how: "subclause" }, pairs: null };
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

/** 评为红旗乡镇, 不得评为文明单位: a title that only a body can bear says who gets or loses it */
const TITLE =
  /(?:评|授予|命名|称号|推荐|申报|取消|撤销|摘)[^,;。、和]{0,8}(?:先进|文明|红旗|诚信|优秀|示范|模范|达标|平安|星级|十佳)[^,;。、和个人]{0,6}(?:单位|乡镇|村|社区|科室|集体|企业|学校|机关|班组|支部|街道|窗口|店)/;

function titleOfBody(view: ClauseView, cue: Candidate): FoundAddressee | null {
  if (cue.rule.type !== "honour" && cue.rule.type !== "award_ineligibility") return null;
  const text = view.text.slice(cue.start, Math.min(view.end, cue.end + 16));
  return TITLE.test(text) && !/个人|工作者|职工|干部/.test(text)
    ? { value: "unit", rule: "title.单位", noun: null }
    : null;
}

/** 随时记分：, 督查计分: points in a section that scores are those of whoever is assessed, whoever caused them */
function scoredAbove({ view, context }: Reading): boolean {
  const above = [
    ...view.clause.headings,
    ...(context.leads[view.index] ?? []).map((lead) => context.views[lead] as ClauseView),
  ];
  return above.some(({ start, end }) => /[记计评]分|百分制/.test(context.text.slice(start, end)));
}

/** a body that only the document names, which the next type may not fit */
function ofDocument({ addressee: { how, found } }: Draft): boolean {
  return how === "document" && found.every(({ value }) => value === "unit");
}

const CAREER = new Set<ConsequenceType>(["discipline", "removal", "dismissal", "demotion"]);

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
