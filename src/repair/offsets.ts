import type { Span } from "../span.js";
import type { RepairedText } from "./repaired-text.js";

/**
 * The span of the text as read that a span of the repaired text stands for.
 *
 * A start that falls inside a replacement moves to the replaced span's start, an end to its end; characters that
 * repair removed at either edge are left out, those in the middle lie inside. Each look-up is a binary search over
 * the edits.
 *
 * @param repaired the repaired text with its edits
 * @param span half-open range in `repaired.text`
 * @returns half-open range in `repaired.raw`
 */
export function toRaw(repaired: RepairedText, span: Span): Span {
  const map = mapOf(repaired);
  const start = rawStart(map, span.start);
  return { start, end: span.end > span.start ? rawEnd(map, span.end) : start };
}

/**
 * The span of the repaired text that holds what survives of a span of the text as read.
 *
 * @param repaired the repaired text with its edits
 * @param span half-open range in `repaired.raw`
 * @returns half-open range in `repaired.text`, empty where repair removed all of it
 */
export function toRepaired(repaired: RepairedText, span: Span): Span {
  const map = mapOf(repaired);
  const start = repairedStart(map, span.start);
  return { start, end: span.end > span.start ? Math.max(start, repairedEnd(map, span.end)) : start };
}

/** The edits as four parallel arrays: replaced range in the raw text, replacing range in the repaired text. */
interface EditMap {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

const maps = new WeakMap<RepairedText, EditMap>();

function mapOf(repaired: RepairedText): EditMap {
  const known = maps.get(repaired);
  if (known) return known;
  const n = repaired.edits.length;
  const map = {
    start: new Int32Array(n),
    end: new Int32Array(n),
    from: new Int32Array(n),
    to: new Int32Array(n),
  };
  let shift = 0; // raw minus repaired, after the edits passed so far
  repaired.edits.forEach((edit, i) => {
    map.start[i] = edit.start;
    map.end[i] = edit.end;
    map.from[i] = edit.start - shift;
    map.to[i] = edit.start - shift + edit.replacement.length;
    shift += edit.end - edit.start - edit.replacement.length;
  });
  maps.set(repaired, map);
  return map;
}

/** Index of the last element that is at most `value`, -1 where none is (ascending array, ties allowed). */
function lastAtMost(array: Int32Array, value: number): number {
  let low = 0;
  let high = array.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((array[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const at = (array: Int32Array, index: number): number => array[index] as number;

function rawStart(map: EditMap, offset: number): number {
  const k = lastAtMost(map.from, offset);
  if (k < 0) return offset;
  return offset < at(map.to, k) ? at(map.start, k) : at(map.end, k) + offset - at(map.to, k);
}

function rawEnd(map: EditMap, offset: number): number {
  const k = lastAtMost(map.from, offset - 1);
  if (k < 0) return offset;
  return offset <= at(map.to, k) ? at(map.end, k) : at(map.end, k) + offset - at(map.to, k);
}

function repairedStart(map: EditMap, offset: number): number {
  const k = lastAtMost(map.start, offset);
  if (k < 0) return offset;
  return offset < at(map.end, k) ? at(map.from, k) : at(map.to, k) + offset - at(map.end, k);
}

function repairedEnd(map: EditMap, offset: number): number {
  const k = lastAtMost(map.start, offset - 1);
  if (k < 0) return offset;
  return offset <= at(map.end, k) ? at(map.to, k) : at(map.to, k) + offset - at(map.end, k);
}
