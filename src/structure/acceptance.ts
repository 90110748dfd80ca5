import type { Candidate } from "./candidates.js";
import type { Item } from "./items.js";

/** Families that are ordinary words as well (一是, 第一，): believed only in sequence. */
const WORDS = new Set(["copula", "must", "ordinal"]);

/**
 * Depth of the open list that an enumerator continues or restarts, -1 where none is open.
 *
 * A list of digits may go on in another style from 10 on (9. is followed by （10）), where a set of numbered signs ends.
 */
export function openDepth(mark: Candidate, stack: readonly Item[]): number {
  const continued = stack.findLastIndex((i) => i.family === mark.family && i.ordinal === mark.ordinal - 1);
  if (continued >= 0) return continued;
  const same = stack.findLastIndex((item) => item.family === mark.family);
  if (same >= 0 || mark.ordinal < 10 || !mark.family.startsWith("digit")) return same;
  return stack.findLastIndex((i) => i.family.startsWith("digit") && i.ordinal === mark.ordinal - 1);
}

/**
 * Whether a candidate opens an item, given the lists that are open.
 *
 * At a line's start it does. Inside a line it does where it is a 1 that a 2 of its family follows, or the next number of an
 * open list, or after a stop one to three numbers further on (an item in between is lost), or a heading glued to the
 * line above (。（三）表彰 at the line's end). An article goes on from the last one, in whatever chapter it stands.
 *
 * @param mark the candidate
 * @param stack the items that are open, outermost first
 * @param last ordinal of the last item of each family
 */
export function accepts(mark: Candidate, stack: readonly Item[], last: ReadonlyMap<string, number>): boolean {
  const word = WORDS.has(mark.family);
  if (mark.atLineStart && !word) return true;
  if (mark.ordinal === 1) return mark.next === 2;
  if (mark.rank !== null) return mark.after === "stop" && mark.ordinal === (last.get(mark.family) ?? 0) + 1;
  if (stack.some((item) => item.family === mark.family && item.ordinal === mark.ordinal - 1)) return true;
  if (word || mark.after !== "stop") return false;
  if (mark.closesLine && mark.family === "chinese-bracket") return true;
  const open = stack[openDepth(mark, stack)];
  return open !== undefined && mark.ordinal > open.ordinal && mark.ordinal <= open.ordinal + 3;
}
