import type { Finding } from "../repair/finding.js";
import type { Span } from "../span.js";
import { brokenSeam, headingsWithText } from "./broken-items.js";
import { hangsBelow, type Segment } from "./items.js";
import { missingHeadings } from "./missing-headings.js";
import { type Jump, numberJumps } from "./number-jumps.js";
import type { Tree } from "./tree.js";

/**
 * Places where text is lost that the outline shows: a list that opens after its first number or leaves numbers out, an
 * item that breaks off before the next, a heading without the text or a line without the heading that it has elsewhere,
 * a bracket that closes what was never opened.
 *
 * One loss gives one finding: a number that is missing because of a loss already found is none of its own.
 *
 * @param text repaired text
 * @param tree the document's tree
 * @param from offset at which the text proper starts, after a statute's header
 * @param seams sorted offsets at which lines were joined only because the upper one had no end: above a number that is missing, the text is lost there
 * @returns findings with spans in the repaired text: from the last character before the loss to the first after it
 */
export function gaps(text: string, { segments }: Tree, from = 0, seams: readonly number[] = []): Finding[] {
  const headings = headingsWithText(text, segments);
  const missing = missingHeadings(text, segments);
  const jumps = numberJumps(segments);
  const found: Finding[] = [];
  segments.forEach((segment, i) => {
    const previous = segments[i - 1];
    const jump = jumps.get(i);
    const signs: (Span & { note: string })[] = [];
    if (jump && !isExplained(jump, segment, found)) {
      const announced = previous !== undefined && /[：:]$/u.test(text.slice(previous.start, previous.end));
      const seam = announced ? undefined : seams.findLast((at) => at > jump.since && at < segment.start);
      const at =
        seam === undefined
          ? { start: lossBefore(text, segments, i, jump), end: segment.start }
          : { start: seam - 1, end: seam + 1 };
      signs.push({ ...at, note: jump.note });
    }
    const broken = segment.start >= from && brokenSeam(text, previous, segment, segments[i + 1], headings);
    if (broken) signs.push(broken);
    const note = missing.get(i);
    if (note && previous) signs.push({ start: previous.end - 1, end: segment.start + 1, note });
    const first = signs[0];
    if (!first) return;
    const start = Math.min(...signs.map((sign) => sign.start));
    const end = Math.max(...signs.map((sign) => sign.end));
    found.push({ start, end, kind: "truncated", note: first.note });
  });
  return found;
}

/** Whether a loss was found since the number before the jump, or since what the list hangs on. */
function isExplained({ since }: Jump, segment: Segment, found: readonly Finding[]): boolean {
  return found.some(({ start, end }) => end > since && start < segment.start);
}

/** Longest line that may be the rest of a lost item. */
const REST = 40;

/**
 * Where the text before a jump ends: at the end of the line above, or, where that is a short line without a number, the rest of an item
 * whose beginning is lost, at the end of the line above it. Headings between the two numbers may stand before or after the loss.
 */
function lossBefore(text: string, segments: readonly Segment[], i: number, { since }: Jump): number {
  const { item, start } = segments[i] as Segment;
  let k = i - 1;
  for (; k > 0; k--) {
    const heading = segments[k] as Segment;
    if (!heading.isHeading || heading.start <= since || !hangsBelow(item, heading.item)) break;
  }
  const previous = segments[k];
  const above = segments[k - 1];
  if (!previous) return Math.min(item.start, start);
  const isRest = previous.newLine && !previous.first && !previous.isHeading && above?.item === previous.item;
  const length = text.slice(previous.start, previous.end).length;
  return (isRest && length <= REST ? (above as Segment).end : previous.end) - 1;
}
