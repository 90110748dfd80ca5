import type { Candidate, ClauseView } from "./clause-view.js";
import { type FoundAddressee, heads, type Noun } from "./noun-phrases.js";
import { markAt, objectMark } from "./object-marks.js";
import { isSanction } from "./records.js";
import type { Segment } from "./segments.js";
import { ofSegment } from "./subjects.js";

/** 对就医的残疾人，公立医院免收挂号费: a bare body before the verb gives it to those named before */
export function givenBy(own: readonly FoundAddressee[], cue: Candidate): boolean {
  return (
    !isSanction(cue.rule.type) &&
    own.length > 0 &&
    own.every(({ noun }) => noun !== null && noun.end === cue.start && noun.rule.value.includes("unit"))
  );
}

/** whom the sub-clause before names after 对 or 为 */
export function objectBefore(view: ClauseView, cue: Candidate): FoundAddressee[] {
  const before = view.segments[cue.segment - 1];
  if (!before || before.conditional) return [];
  return objectMark(view.text.slice(before.start, before.end), true) >= 0
    ? ofSegment(view, before, false)
    : [];
}

/** 单位应当…, 县人民政府可以…: what a body must or may do it does to others; what persons may do is theirs */
export function givesAfter(view: ClauseView, noun: Noun): boolean {
  const next = view.text.slice(noun.end, noun.end + 2);
  return /^(?:应当?|须)/.test(next) || (next === "可以" && noun.rule.value.includes("unit"));
}

/** 所在单位应当给予支持，可以给予适当补贴: the body that gives goes on giving */
export function opensWithGiver(view: ClauseView, index: number): boolean {
  const { start, end } = view.segments[index] as Segment;
  const first = heads(view, start, end)[0];
  return (
    first !== undefined &&
    view.text.slice(start, first.start).length <= 4 &&
    !(view.segments[index] as Segment).conditional &&
    (/^(?:应当|可以)(?:给予|予以|提供|根据|按照|依照|结合|视)/.test(
      view.text.slice(first.end, first.end + 4),
    ) ||
      (first.rule.value.includes("unit") &&
        !first.rule.special &&
        markAt(view.text.slice(start, end), "对") < 0 &&
        /^(?:应当?|须|要)/.test(view.text.slice(first.end, first.end + 2))))
  );
}

/** 对检举揭发给予奖励, 对建设项目给予补助: the object names nobody, and nobody further left is meant */
export function givenToThing(view: ClauseView, start: number, end: number): boolean {
  const text = view.text.slice(start, end);
  const mark = markAt(text, "对");
  return (
    mark >= 0 &&
    /^.{3,60}$/.test(text.slice(mark)) &&
    !/^对于?(?:其|该|此|上述|前款|这)/.test(text.slice(mark))
  );
}
