import type { Candidate, ClauseView } from "./clause-view.js";
import { givenBy, givenToThing, givesAfter, objectBefore, opensWithGiver } from "./givers.js";
import {
  coordinated,
  type FoundAddressee,
  heads,
  type Noun,
  outermost,
  tailOf,
  values,
} from "./noun-phrases.js";
import { objectMark } from "./object-marks.js";
import { objectOf, servedBefore } from "./objects.js";
import { type How, isSanction } from "./records.js";
import type { Segment } from "./segments.js";
import { ofSegment } from "./subjects.js";

export interface AddresseeFinding {
  readonly found: readonly FoundAddressee[];
  readonly how: How;
}

export interface Previous {
  readonly segment: number;
  readonly finding: AddresseeFinding;
}

/**
 * Finds whom a consequence hits.
 *
 * In order of trust: the object of the cue (罚其单位…), 对… in the same sub-clause, a subject of the same sub-clause, the
 * consequence before it in the clause, the grounds left of it; what lies outside the clause is the caller's business.
 *
 * @param from where the sub-clause's own text begins (end of the cue before it, or the start of the sub-clause)
 * @param previous the finding for the consequence before it in the clause
 */
export function findAddressee(
  view: ClauseView,
  cue: Candidate,
  from: number,
  previous: Previous | null,
): AddresseeFinding | null {
  const segment = view.segments[cue.segment] as Segment;
  if (cue.rule.object) {
    const object = objectOf(view, cue, segment);
    if (object.length > 0) return { found: object, how: "subclause" };
  }
  const start = Math.max(segment.start, from);
  const own = ofRange(view, cue, start);
  const before = givenBy(own, cue) ? objectBefore(view, cue) : [];
  if (before.length > 0) return { found: before, how: "clause" };
  if (own.length > 0) return { found: own, how: "subclause" };
  if (!isSanction(cue.rule.type)) {
    const served = servedBefore(view, previous ? previous.segment : -1, cue.segment);
    if (served) return { found: values([served]), how: "clause" };
  }
  // grounds between the consequence before and this one
  const first = previous ? previous.segment : -1;
  if (unnamed(view, start, cue.start)) return null;
  if (!isSanction(cue.rule.type) && givenToThing(view, start, cue.start)) return null;
  for (let i = cue.segment - 1; i > first; i--) {
    if (!isSanction(cue.rule.type) && cue.rule.subject !== "addressee" && opensWithGiver(view, i)) continue;
    const found = ofSegment(view, view.segments[i] as Segment, cue.rule.subject === "addressee");
    if (found.length > 0) return { found: withListed(view, i, first, found), how: "clause" };
  }
  if (previous)
    return {
      found: previous.finding.found,
      how: previous.finding.how === "subclause" ? "clause" : previous.finding.how,
    };
  return null;
}

/** 对…的给予… without a noun: whoever did it, not someone named further left */
function unnamed(view: ClauseView, start: number, end: number): boolean {
  return /对[^,;。]{4,60}的\s*(?:要|应|将|一律|予以|给予|可以|依法|严格|坚决|由|按|进行|实行|处)*[^,;。的]{0,4}$/.test(
    view.text.slice(start, end),
  );
}

/** a list of persons that runs over a comma: …直接责任人，…国家工作人员， */
function withListed(view: ClauseView, at: number, first: number, found: FoundAddressee[]): FoundAddressee[] {
  const all = [...found];
  for (let i = at; i > first + 1; i--) {
    const here = view.segments[i] as Segment;
    const left = view.segments[i - 1] as Segment;
    if (/^\s*(?:其|该|对|并|同时)/.test(view.text.slice(here.start, here.start + 4))) break;
    if (/^\s*(?:凡|对|如|若|违反|有)/.test(view.text.slice(left.start, left.start + 4)) || left.conditional)
      break;
    const nouns = heads(view, left.start, left.end);
    const last = nouns[nouns.length - 1];
    if (!last || !tailOf(view, last, left)) break;
    for (const entry of values(coordinated(view, nouns, last))) {
      if (!all.some(({ value }) => value === entry.value)) all.push(entry);
    }
  }
  return all;
}

/** nouns of [start, cue) that head their phrase, without the authority named by 由… and without brackets */
function ofRange(view: ClauseView, cue: Candidate, start: number): FoundAddressee[] {
  const end = cue.start;
  const reward = !isSanction(cue.rule.type);
  const subjectIsAddressee = cue.rule.subject === "addressee";
  const nouns = heads(view, start, end).filter(
    (noun) =>
      !placed(view, start, noun) &&
      (reward || !counted(view, start, noun)) &&
      !(cue.rule.type === "discipline" && imposes(view, noun)),
  );
  const mark = objectMark(view.text.slice(start, end), reward);
  if (mark >= 0) {
    const found = nouns.filter((noun) => noun.start >= start + mark);
    if (found.length > 0) return values(outermost(view, found));
    // 对困难家庭的检查给予免费: what is given free is named last
    const special = view.nouns.find(
      (noun) => reward && noun.rule.special && noun.start >= start + mark && noun.end <= end,
    );
    if (special) return values([special]);
  } else {
    const patient = nouns.filter((noun) => view.text[noun.end] === "由");
    if (patient.length > 0) return values(patient);
    // 烈士遗属在医疗机构享受…: the place is not who enjoys it
    const person = nouns.find((noun) => view.text[noun.end] === "在" && !noun.rule.value.includes("unit"));
    if (reward && subjectIsAddressee && person) return values(coordinated(view, nouns, person));
    // a unit that is the bare subject of a reward gives it
    if (reward && !subjectIsAddressee && nouns.some((noun) => givesAfter(view, noun)))
      return values(
        nouns.filter((noun) => noun.end === end && !noun.rule.authority && !givesAfter(view, noun)),
      );
    const gives = outermost(view, nouns).some(({ rule }) => rule.value.includes("unit"));
    if (reward && !subjectIsAddressee && gives) {
      // 慈善组织应当优先给予服务: who must do so gives
      const must = /^应当?/.test(view.text.slice(cue.start, cue.end));
      return values(must ? [] : nouns.filter((noun) => noun.end === end && !noun.rule.authority));
    }
  }
  const imposer = reward || subjectIsAddressee ? undefined : imposerOf(view, cue, start, nouns);
  return values(
    outermost(
      view,
      nouns.filter((noun) => noun !== imposer && (subjectIsAddressee || !noun.rule.authority)),
    ),
  );
}

/** 其所在单位可以给予处分: a body that disciplines its own */
function imposes(view: ClauseView, { start, rule }: Noun): boolean {
  return (
    rule.value.every((value) => value === "unit") &&
    /(?:其|由其?|所在|上级|主管)$/.test(view.text.slice(Math.max(view.start, start - 4), start))
  );
}

/** 在镇广播站检讨, 向县委写检查: where, or before whom */
function placed(view: ClauseView, start: number, noun: Noun): boolean {
  const asked = /^[^,;。]{0,3}(?:申请|申领|提出|申报)/.test(view.text.slice(noun.end, noun.end + 6));
  if (asked && /向[^,;。向]{0,14}$/.test(view.text.slice(Math.max(start, noun.start - 15), noun.start)))
    return true;
  return /(?:(?<![所现存实])在|到|向)(?:全|本|该|县|区|市|所在)?$|(?<![所现存实])在(?![职校岗编册读任乡村押京场学])[^,;。的一二三四五六七八九十\d]{1,12}$/.test(
    view.text.slice(Math.max(start, noun.start - 14), noun.start),
  );
}

/** 发现一名无证人员扣0.2分: who is found is counted, not hit */
function counted(view: ClauseView, start: number, noun: Noun): boolean {
  return /(?:发现|发生|出现|查出|漏登|漏报|瞒报|缺|少)[一二两三四五六七八九十百\d]{0,4}(?:名|人|个|例|户)?$/.test(
    view.text.slice(Math.max(start, noun.start - 6), noun.start),
  );
}

/** a body that opens the sub-clause after a ground and acts there imposes: 未批先建的，村委会责令停工 */
function imposerOf(
  view: ClauseView,
  cue: Candidate,
  start: number,
  nouns: readonly Noun[],
): Noun | undefined {
  const before = view.segments[cue.segment - 1];
  if (!before?.conditional) return undefined;
  return nouns.find(
    (noun) =>
      view.text.slice(start, noun.start).trim() === "" &&
      (noun.rule.value.includes("unit") || /^(?:可以|有权)/.test(view.text.slice(noun.end, noun.end + 2))) &&
      (noun.end === cue.start || ACTS.test(view.text.slice(noun.end, noun.end + 6))),
  );
}

const ACTS = /^(?:应当?|将|可以?|要|有权|依法|一律)?(?:责令|给予|予以|处以?|不予|对|罚|按|扣|取消|罢免|撤换)/;
