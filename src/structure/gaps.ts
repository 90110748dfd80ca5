import type { Finding } from "../repair/finding.js";
import { endsOpen } from "../repair/line-breaks.js";
import type { Span } from "../span.js";
import type { Item, Segment } from "./items.js";
import type { Tree } from "./tree.js";

/**
 * Places where text is lost that the outline shows: a list that opens after its first number or leaves numbers out, an
 * item that breaks off before the next, a heading without the text that it has elsewhere, a bracket that closes
 * what was never opened.
 *
 * @param text repaired text
 * @param tree the document's tree
 * @param from offset at which the text proper starts, after a statute's header
 * @returns findings with spans in the repaired text: from the last character before the loss to the first after it
 */
export function gaps(text: string, tree: Tree, from = 0): Finding[] {
  const found = new Map<string, Finding>();
  const add = (span: Span, note: string): void => {
    const key = `${span.start}`;
    if (!found.has(key)) found.set(key, { start: span.start, end: span.end, kind: "truncated", note });
  };
  const { segments } = tree;
  const headings = headingsWithText(text, segments);
  let article: Item | null = null;
  const lastOf = new Map<string, number>();
  const lists = new Map<Item | null, Map<string, Item>>();
  segments.forEach((segment, i) => {
    const previous = segments[i - 1];
    const seam = { start: (previous?.end ?? segment.start + 1) - 1, end: segment.start };
    const { item } = segment;
    const unit = item.family === "paragraph" && item.ordinal === 1 ? item.parent : item;
    if (segment.first && unit?.family === "article") {
      const from = article?.label;
      if (article && unit.ordinal > article.ordinal + 1)
        add(seam, `articles go from ${from} to ${unit.label}`);
      article = unit;
    }
    if (segment.first && item.label !== null && item.rank === null) {
      const open = lists.get(item.parent) ?? new Map<string, Item>();
      lists.set(item.parent, open);
      const before = item.ordinal > 1 ? sibling(open, item) : null;
      open.set(item.family, item);
      const goesOn = item.ordinal === (lastOf.get(item.family) ?? 0) + 1; // numbered through, across headings
      lastOf.set(item.family, item.ordinal);
      if (!goesOn && item.ordinal > 1 && before === null) add(seam, `list opens at ${item.label}`);
      else if (before && item.ordinal > before.ordinal + 1) {
        add(seam, `list goes from ${before.label} to ${item.label}`);
      }
    }
    if (previous && segment.first && item.label !== null && breaksOff(text, previous, segment)) {
      add({ start: lastSentence(text, previous), end: previous.end }, "item breaks off before the next");
    }
    if (previous && segment.first && listLeftOpen(text, previous, item)) {
      add({ start: seam.start, end: segment.start }, "list breaks off after a semicolon");
    }
    if (previous?.first && segment.first && !hangsBelow(item, previous.item) && isListItem(previous.item)) {
      const name = text.slice(previous.start, previous.end);
      if (headings.has(name) && name.length <= 20)
        add(seam, "heading without the text that it has elsewhere");
    }
    if (segment.newLine && segment.start >= from && closesUnopened(text, segment, previous)) {
      add(
        { start: seam.start, end: Math.min(segment.end, segment.start + 3) },
        "opens inside brackets whose beginning is lost",
      );
    }
  });
  return [...found.values()];
}

/** An item that ends with a semicolon announces another; a list that starts again or a new section does not follow. */
function listLeftOpen(text: string, previous: Segment, next: Item): boolean {
  if (!/[；;]$/u.test(text.slice(previous.start, previous.end)) || !isListItem(previous.item)) return false;
  if (next.rank !== null) return true;
  return next.ordinal === 1 && next.family === previous.item.family && next.parent === previous.item.parent;
}

function hangsBelow(item: Item, above: Item): boolean {
  for (let at = item.parent; at; at = at.parent) if (at === above) return true;
  return false;
}

const isListItem = (item: Item): boolean => item.label !== null && item.rank === null;

function sibling(open: ReadonlyMap<string, Item>, item: Item): Item | null {
  const same = open.get(item.family);
  if (same && same.ordinal < item.ordinal) return same;
  for (const [family, other] of open) {
    if (family.startsWith("digit") && item.family.startsWith("digit") && other.ordinal === item.ordinal - 1)
      return other;
  }
  return null;
}

/**
 * Whether an item breaks off before the next: it ends with a comma at its line's end or with a word that needs a
 * successor; or it is running text (several clauses) without an end sign and the next item is not its first child.
 */
function breaksOff(text: string, previous: Segment, next: Segment): boolean {
  const content = text.slice(previous.start, previous.end);
  if (/[，、]$/u.test(content)) return next.newLine;
  if (!/[\u4e00-\u9fff》]$/u.test(content)) return false;
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

/** The words of headings that stand above text somewhere in the document. */
function headingsWithText(text: string, segments: readonly Segment[]): Set<string> {
  const names = new Set<string>();
  for (const segment of segments) if (segment.isHeading) names.add(text.slice(segment.start, segment.end));
  return names;
}

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
