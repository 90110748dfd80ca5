import type { Span } from "../span.js";
import type { Candidate } from "./candidates.js";
import { clauseSpans } from "./clause-spans.js";
import type { Item, Segment } from "./items.js";

const LEAD_IN = /[：:]$|(?:下列|如下|以下)[^。；]{0,20}$/u;
const SENTENCE = /[。；！？;!?]/u;
/** Styles whose items may open with a sentence that names them: （一）加强管理。各地… */
const RUN_IN = new Set(["chinese", "chinese-bracket", "copula", "must", "digit", "digit-bracket"]);
/** What a heading does not say: a duty, a sanction, a condition, a figure. */
const SAYS_MORE = /\d|应当|不得|处以|罚|的，|一律|予以|给予/u;

/** Whether a text reads like a heading: short, no sentence sign, no comma at its end. */
export function isPlainHeading(content: string): boolean {
  return content.length > 0 && content.length <= 60 && !SENTENCE.test(content) && !/[，,、]$/u.test(content);
}

/**
 * Whether an unnumbered line is a heading: short, without an end sign, the line before it finished, and followed by a
 * paragraph or by a list that starts at 1; or a single sentence followed by a list that starts at 1 (一是).
 */
export function isUnnumberedHeading(
  text: string,
  lines: readonly Span[],
  i: number,
  candidates: readonly (readonly Candidate[])[],
): boolean {
  const line = lines[i] as Span;
  const next = lines[i + 1];
  const length = line.end - line.start;
  if (!next || length > 40 || length < 2 || candidates[i]?.[0]?.atLineStart) return false;
  const content = text.slice(line.start, line.end);
  if (/[，,、：:；;…\-—]$|^[^\p{L}\p{N}“《]/u.test(content) || /\d$/u.test(content)) return false;
  const below = candidates[i + 1]?.[0];
  const listBelow = below?.atLineStart === true && below.ordinal === 1 && below.rank === null;
  const before = lines[i - 1];
  const finished = !before || /[。；！？…”）)：:]$/u.test(text.slice(before.start, before.end));
  if (/[。！？]$/u.test(content)) {
    return listBelow && below.family === "copula" && !/[。！？]./u.test(content);
  }
  if (/[：:]|号$/u.test(content) || SENTENCE.test(content) || !finished) return false;
  const nextText = text.slice(next.start, next.end);
  return listBelow || (!below?.atLineStart && nextText.length >= 40 && /[。；：:）)]$/u.test(nextText));
}

/** Whether a line that ends with a colon says more than a heading does: it is long, has a comma or names a condition. */
function isLeadIn(content: string): boolean {
  return content.length > 20 || /[，,]|[的者]：/u.test(content);
}

/** The clause (“…：”) that a new list hangs on: the last clause before it, where that announces a list. */
export function leadInOf(text: string, previous: Segment, parent: Item): Span | null {
  if (previous.item !== parent || previous.end === previous.start) return null;
  if (!LEAD_IN.test(text.slice(Math.max(previous.start, previous.end - 40), previous.end))) return null;
  const content = text.slice(previous.start, previous.end);
  if (previous.first && isPlainHeading(content) && content.length <= 20 && !/[，,]/u.test(content))
    return null;
  return clauseSpans(text, previous).at(-1) ?? null;
}

/** Finds the heading of every item: its whole first line, or the sentence that opens it. */
export function nameItems(text: string, items: readonly Item[], segments: Segment[]): void {
  const inside = new Set<Item>();
  for (const item of items) if (item.parent) inside.add(item.parent);
  segments.forEach((segment, i) => {
    const { item } = segment;
    if (!segment.first || segment.end === segment.start) return;
    if (item.family === "heading") {
      segment.isHeading = true;
      return;
    }
    if (item.label === null) return;
    const content = text.slice(segment.start, segment.end);
    const more = inside.has(item) || (segments[i + 1]?.item === item && !segments[i + 1]?.first);
    const unit = item.rank !== null && item.rank < 5;
    const announces = /[：:]$/u.test(content);
    if (
      unit ||
      (item.rank === null && more && isPlainHeading(content) && !(announces && isLeadIn(content)))
    ) {
      item.heading = { start: segment.start, end: segment.end };
      item.headingOnly = true;
      segment.isHeading = true;
      return;
    }
    if (item.rank !== null || !RUN_IN.has(item.family)) return;
    const stop = content.slice(0, 42).search(/[。]/u);
    if (stop < 1) return;
    const sentence = content.slice(0, stop);
    if (SAYS_MORE.test(sentence) || underArticle(item)) return;
    const commas = sentence.match(/[，,]/gu)?.length ?? 0;
    if (item.family.startsWith("digit") && (commas > 1 || sentence.length > 28)) return;
    if (stop === content.length - 1 ? more && /^chinese/.test(item.family) : stop <= 30) {
      item.heading = { start: segment.start, end: segment.start + stop };
      item.headingOnly = stop === content.length - 1;
      segment.isHeading = item.headingOnly;
    }
  });
}

function underArticle(item: Item): boolean {
  for (let at = item.parent; at; at = at.parent) if (at.family === "article") return true;
  return false;
}
