import { endsOpen } from "../repair/join-reason.js";
import type { Span } from "../span.js";
import { hangsBelow, type Item, type Segment } from "./items.js";

/** What shows at the seam between two segments that text is lost there. */
export interface Break extends Span {
  readonly note: string;
}

/**
 * The sign that the segment above a seam breaks off or the one below begins in the middle, null where neither does.
 *
 * @param text repaired text
 * @param previous segment above
 * @param next segment below
 * @param below the segment after that
 * @param headings words of headings that stand above text somewhere in the document
 */
export function brokenSeam(
  text: string,
  previous: Segment | undefined,
  next: Segment,
  below: Segment | undefined,
  headings: ReadonlySet<string>,
): Break | null {
  const seam = { start: (previous?.end ?? next.start + 1) - 1, end: next.start };
  if (next.newLine && closesUnopened(text, next, previous)) {
    const end = Math.min(next.end, next.start + 3);
    return { ...seam, end, note: "opens inside brackets whose beginning is lost" };
  }
  if (!previous && QUOTE_CLOSED.test(text.slice(next.start, next.end))) {
    return {
      start: next.start,
      end: next.start + 2,
      note: "opens inside a quotation whose beginning is lost",
    };
  }
  if (!previous || !next.first || next.item.label === null) return null;
  if (breaksOff(text, previous, next)) {
    return {
      start: lastSentence(text, previous),
      end: previous.end,
      note: "item breaks off before the next",
    };
  }
  if (listLeftOpen(text, previous, next.item)) return { ...seam, note: "list breaks off after a semicolon" };
  if (isLabelAlone(previous, next)) return { ...seam, note: "number without text" };
  if (
    isEmptyHeading(text, previous, next, headings) &&
    !(below && isEmptyHeading(text, next, below, headings))
  ) {
    return { ...seam, note: "heading without the text that it has elsewhere" };
  }
  return null;
}

/** The words of headings that stand above text somewhere in the document. */
export function headingsWithText(text: string, segments: readonly Segment[]): Set<string> {
  const names = new Set<string>();
  for (const segment of segments) if (segment.isHeading) names.add(text.slice(segment.start, segment.end));
  return names;
}

function isEmptyHeading(text: string, above: Segment, next: Segment, headings: ReadonlySet<string>): boolean {
  if (!above.first || !next.first || hangsBelow(next.item, above.item) || !isListItem(above.item))
    return false;
  const name = text.slice(above.start, above.end);
  return name.length <= 20 && headings.has(name);
}

/** A number with nothing behind it above an item with text that does not hang below it; a blank form has several in a row. */
function isLabelAlone({ item, first, start, end }: Segment, next: Segment): boolean {
  const listed = item.label !== null && (item.rank === null || item.family === "article");
  return listed && first && end === start && next.end > next.start && !hangsBelow(next.item, item);
}

const isListItem = (item: Item): boolean => item.label !== null && item.rank === null;

/** An item that ends with a semicolon announces another; a list that starts again or a new section does not follow. */
function listLeftOpen(text: string, previous: Segment, next: Item): boolean {
  if (!/[；;]$/u.test(text.slice(previous.start, previous.end)) || !isListItem(previous.item)) return false;
  if (next.rank !== null) return true;
  return next.ordinal === 1 && next.family === previous.item.family && next.parent === previous.item.parent;
}

/**
 * Whether an item breaks off before the next: it ends with a comma at its line's end or with a word that needs a
 * successor; or it is running text (several clauses) without an end sign and the next item is not its first child.
 */
function breaksOff(text: string, previous: Segment, next: Segment): boolean {
  const content = text.slice(previous.start, previous.end);
  if (/[，、]$/u.test(content)) return next.newLine;
  if (!/[\u4e00-\u9fff》]$/u.test(content) || /[，,；;]\s*(?:或|或者|和|并|并且|以及)$/u.test(content))
    return false;
  const commas = content.match(/[，,]/gu)?.length ?? 0;
  const running = /[。；]/u.test(content) || commas > 1;
  if (!running) return commas > 0 && endsOpen(content);
  return next.item.ordinal > 1 || next.item.parent !== previous.item;
}

function lastSentence(text: string, segment: Segment): number {
  const content = text.slice(Math.max(segment.start, segment.end - 200), segment.end);
  const stop = Math.max(
    ...["。", "；", "，", "、"].map((sign) => content.lastIndexOf(sign, content.length - 2)),
  );
  return segment.end - (content.length - stop - 1);
}

/** A line that closes a quotation which it has not opened. */
const QUOTE_CLOSED = /^[^“”]{2,100}”[^“”]{0,40}(?:[，。；]|的)/u;

function closesUnopened(text: string, segment: Segment, previous: Segment | undefined): boolean {
  const content = text.slice(segment.start, Math.min(segment.end, segment.start + 200));
  const shut = content.search(/[）)]/u);
  if (shut < 1 || /^[\d一二三四五六七八九十a-zA-Z]{1,3}[）)]/u.test(content)) return false;
  if (/[（(]/u.test(content.slice(0, shut))) return false;
  const above = previous ? text.slice(Math.max(previous.start, previous.end - 200), previous.end) : "";
  return (
    above.lastIndexOf("（") <= above.lastIndexOf("）") && above.lastIndexOf("(") <= above.lastIndexOf(")")
  );
}
