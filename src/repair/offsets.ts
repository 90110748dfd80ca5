import type { Span } from "../span.js";
import type { RepairedText } from "./repaired-text.js";

/**
 * The span of the text as read that a span of the repaired text stands for.
 *
 * A start that falls inside a replacement moves to the replaced span's start, an end to its end; characters that
 * repair removed at either edge are left out, those in the middle lie inside.
 *
 * @param repaired the repaired text with its edits
 * @param span half-open range in `repaired.text`
 * @returns half-open range in `repaired.raw`
 */
export function toRaw(repaired: RepairedText, span: Span): Span {
  const start = rawOffset(repaired, span.start, "start");
  return { start, end: span.end > span.start ? rawOffset(repaired, span.end, "end") : start };
}

/**
 * The span of the repaired text that holds what survives of a span of the text as read.
 *
 * @param repaired the repaired text with its edits
 * @param span half-open range in `repaired.raw`
 * @returns half-open range in `repaired.text`, empty where repair removed all of it
 */
export function toRepaired(repaired: RepairedText, span: Span): Span {
  const start = repairedOffset(repaired, span.start, "start");
  return { start, end: Math.max(start, repairedOffset(repaired, span.end, "end")) };
}

function rawOffset({ edits }: RepairedText, offset: number, side: "start" | "end"): number {
  let shift = 0; // raw minus repaired, after the edits passed so far
  for (const edit of edits) {
    const from = edit.start - shift;
    const to = from + edit.replacement.length;
    if (side === "start" ? offset < from : offset <= from) break;
    if (offset < to) return side === "start" ? edit.start : edit.end;
    if (side === "end" && offset === to && to > from) return edit.end;
    shift += edit.end - edit.start - edit.replacement.length;
  }
  return offset + shift;
}

function repairedOffset({ edits }: RepairedText, offset: number, side: "start" | "end"): number {
  let shift = 0;
  for (const edit of edits) {
    if (offset <= edit.start) break;
    const from = edit.start - shift;
    if (offset < edit.end) return side === "start" ? from : from + edit.replacement.length;
    shift += edit.end - edit.start - edit.replacement.length;
  }
  return offset - shift;
}
