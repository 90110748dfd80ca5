import type { Segment } from "./items.js";

/** Times that lines must stand under what announces them before its absence says something. */
const TIMES = 4;
/** Share of them. */
const SHARE = 0.75;

const LABEL = /^([\p{Script=Han}]{2,6})[：:]/u;
const ANY_LABEL = /([\p{Script=Han}]{2,6})\d{0,2}[：:]/gu;

/**
 * Segments that stand without what stands above all others of their kind: a label without its partner (内容：… without the
 * 名称：… before it), a list with the same first heading that starts at 1 without the section heading above it.
 *
 * What always announces a line is learned from the text itself: at least four lines of the kind, three quarters of them announced.
 *
 * @param text repaired text
 * @param segments segments of one document
 * @returns numbers of the segments, in order, with a note
 */
export function missingHeadings(text: string, segments: readonly Segment[]): Map<number, string> {
  const found = new Map<number, string>();
  for (const [key, places] of kinds(text, segments)) {
    const announced = new Set(places.filter((i) => isAnnounced(text, segments, i)));
    if (places.length < TIMES || announced.size < SHARE * places.length) continue;
    const above = key.startsWith("label") ? "label" : "section heading";
    for (const i of places) {
      if (!announced.has(i)) found.set(i, `stands without the ${above} that it has elsewhere`);
    }
  }
  return found;
}

/** The segments that open with one label, and those that open a list with one heading. */
function kinds(text: string, segments: readonly Segment[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  segments.forEach((segment, i) => {
    const content = text.slice(segment.start, Math.min(segment.end, segment.start + 40));
    const label = segment.newLine ? LABEL.exec(content)?.[1] : undefined;
    const opens =
      segment.first && segment.isHeading && segment.item.rank === null && segment.item.ordinal === 1;
    const key = opens ? `heading ${segment.item.family} ${content}` : label ? `label ${label}` : null;
    if (key === null) return;
    const same = places.get(key);
    if (same) same.push(i);
    else places.set(key, [i]);
  });
  return places;
}

/** Whether another label stands in the segment above, or, for a list's first heading, a heading of 章 or 节. */
function isAnnounced(text: string, segments: readonly Segment[], i: number): boolean {
  const above = segments[i - 1];
  const segment = segments[i] as Segment;
  if (!above) return false;
  const content = text.slice(Math.max(above.start, above.end - 60), above.end);
  const own = LABEL.exec(text.slice(segment.start, segment.start + 10))?.[1];
  if (!own) return above.isHeading && above.item.rank !== null;
  return [...content.matchAll(ANY_LABEL)].some(([, label]) => label !== own);
}
