import { type Candidate, type ClauseView, segmentAt, withoutOverlaps } from "./clause-view.js";
import { endsAt, findLiterals, type Hit, type LiteralIndex, startsAt } from "./literal-index.js";
import type { CueRule } from "./rule-types.js";

/** The cues of a clause whose immediate neighbours fit their rules, without overlaps. */
export function findCues(index: LiteralIndex<CueRule>, view: ClauseView): Candidate[] {
  const hits = findLiterals(index, view.text, view.start, view.end).filter((hit) => neighboursFit(hit, view.text));
  return withoutOverlaps(hits, view.start).map((hit) => ({ ...hit, segment: segmentAt(view.segments, hit.start) }));
}

/** quotation marks beside a cue are looked through: “一票否决”制 */
export const OPENING = '“"‘„《';
export const CLOSING = '”"’‟》';

/** the offset after closing quotation marks and blanks */
export function pastClosing(text: string, at: number): number {
  let end = at;
  while (CLOSING.includes(text[end] ?? "\0") || text[end] === " ") end++;
  return end;
}

/** the offset before opening quotation marks */
export function pastOpening(text: string, at: number): number {
  let start = at;
  while (OPENING.includes(text[start - 1] ?? "\0") || text[start - 1] === " ") start--;
  return start;
}

function neighboursFit({ start, end, rule }: Hit<CueRule>, text: string): boolean {
  const left = pastOpening(text, start);
  const right = pastClosing(text, end);
  if (rule.before.length > 0 && endsAt(text, left, rule.before) === null) return false;
  if (rule.after.length > 0 && startsAt(text, right, rule.after) === null) return false;
  if (rule.not_before.length > 0 && endsAt(text, left, rule.not_before) !== null) return false;
  return rule.not_after.length === 0 || startsAt(text, right, rule.not_after) === null;
}
