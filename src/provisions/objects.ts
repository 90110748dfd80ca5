import { type Candidate, type ClauseView, segmentAt } from "./clause-view.js";
import {
  coordinated,
  type FoundAddressee,
  lastOfChain,
  type Noun,
  tailOf,
  values,
  withoutModifiers,
} from "./noun-phrases.js";
import { isSanction } from "./records.js";
import type { Segment } from "./segments.js";

/** how far right of the cue a recipient may stand (优先改造住房困难的残疾人家庭房屋) */
const SPECIAL_REACH = 24;

/** Whom the cue names itself or right of it: 罚其单位…, 优先录用退役军人. */
export function objectOf(view: ClauseView, cue: Candidate, segment: Segment): FoundAddressee[] {
  const inside = view.nouns.filter((noun) => noun.start > cue.start && noun.end <= cue.end);
  if (inside.length > 0) return values(withoutModifiers(view, inside));
  const limit = view.quantities.find((q) => q.start >= cue.end)?.start ?? segment.end;
  const right = view.nouns.filter(
    (noun) =>
      noun.start >= cue.end &&
      noun.end <= Math.min(limit, segment.end) &&
      (isSanction(cue.rule.type) || !gives(view, noun)),
  );
  const special = isSanction(cue.rule.type)
    ? undefined
    : right.find((noun) => noun.rule.special && noun.start - cue.end <= SPECIAL_REACH);
  if (special) return values(coordinated(view, right, lastOfChain(view, right, special)));
  const near = right[0];
  // 优先聘用为护林员: what they become
  if (view.text[cue.end] === "为" && !/(?:优先|免费)$/.test(cue.literal)) return [];
  if (!near || /[对向给由、]/.test(view.text.slice(cue.end, near.start))) return [];
  if (near.start - cue.end > 8) {
    // 优先扶持办学质量高的学校: the noun that closes the object
    const last = right[right.length - 1] as Noun;
    return tailOf(view, last, segment) ? values(coordinated(view, right, last)) : [];
  }
  return values(withoutModifiers(view, right));
}

/** 免费进入政府投资的公园, 免费享受机构提供的服务: who gives it */
function gives(view: ClauseView, noun: Noun): boolean {
  if ("为向给".includes(view.text[noun.start - 1] ?? "\0")) return false;
  return (
    noun.rule.authority ||
    /^(?:投资|主办|提供|举办|开办|兴办|组织)/.test(view.text.slice(noun.end, noun.end + 2))
  );
}

/** Whom an earlier sub-clause serves: 为农民专业合作社提供检测服务，应当减免费用. */
export function servedBefore(view: ClauseView, first: number, segment: number): Noun | undefined {
  const from = (view.segments[first + 1] as Segment | undefined)?.start ?? view.start;
  const to = (view.segments[segment] as Segment).start;
  return view.nouns.findLast(
    (noun) =>
      (noun.rule.special || noun.rule.id === "staff.职工") &&
      noun.start >= from &&
      noun.end <= to &&
      servedAt(view, from, noun) &&
      !servesOf(view, noun),
  );
}

/** directly after 为 or 向, but for a word or two of description; 捐赠人向慈善组织捐赠 speaks of the giver */
function servedAt(view: ClauseView, from: number, noun: Noun): boolean {
  const mark = /[为向][^,;。的为向]{0,3}$/.exec(view.text.slice(Math.max(from, noun.start - 4), noun.start));
  if (!mark) return false;
  const segment = view.segments[segmentAt(view.segments, noun.start)] as Segment;
  return !view.nouns.some(
    ({ start, end, rule }) =>
      start >= segment.start && end <= noun.start - mark[0].length && !rule.value.includes("unit"),
  );
}

/** 为就业困难人员提供培训的机构，: the service only says which body is meant */
function servesOf(view: ClauseView, { end }: Noun): boolean {
  return /^[^,;。]{1,40}的[^,;。的]{0,16}(?:机构|单位|企业|学校|组织)[,;。]/.test(
    view.text.slice(end, end + 60),
  );
}
