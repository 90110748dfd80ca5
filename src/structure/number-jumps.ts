import type { Item, Segment } from "./items.js";

/** A number that does not follow the one before it in its list. */
export interface Jump {
  readonly note: string;
  /** offset after which a loss explains the jump: the item before it in its list, else what the list hangs on */
  readonly since: number;
}

/** An item of a family, with the number of labelled items before it. */
interface Seen {
  readonly item: Item;
  readonly at: number;
}

/**
 * Numbers that leave others out: a list or the sections of a chapter that open after 1, or skip; articles that skip.
 *
 * A list that goes on from the last one of its style (numbered through, across headings) is none, unless its style starts
 * again at 1 elsewhere in the document and numbered items of another style stand between.
 *
 * @param segments segments of one document
 * @returns jumps by number of the segment that shows them
 */
export function numberJumps(segments: readonly Segment[]): Map<number, Jump> {
  const jumps = new Map<number, Jump>();
  const restarts = restartedFamilies(segments);
  const last = new Map<string, Seen>();
  const lists = new Map<Item | null, Map<string, Item>>();
  let labelled = 0;
  segments.forEach((segment, i) => {
    const item = numbered(segment);
    if (!segment.first || item.label === null) return;
    labelled++;
    const before = last.get(item.family);
    last.set(item.family, { item, at: labelled });
    const open = lists.get(item.parent) ?? new Map<string, Item>();
    lists.set(item.parent, open);
    const above = item.family === "article" ? (before?.item ?? null) : sibling(open, item);
    open.set(item.family, item);
    if (item.ordinal === 1 || (item.family === "article" && !above)) return;
    const goesOn = before !== undefined && item.ordinal === before.item.ordinal + 1;
    const through = goesOn && (!restarts.has(item.family) || before.at === labelled - 1);
    if (above ? item.ordinal <= above.ordinal + 1 : through) return;
    const name = NAMES[item.family] ?? "list";
    const note = above ? `goes from ${above.label} to ${item.label}` : `opens at ${item.label}`;
    const plural = name === "list" ? note : note.replace("goes", "go").replace("opens", "open");
    jumps.set(i, { note: `${name} ${plural}`, since: above?.start ?? openingEnd(item.parent) });
  });
  return jumps;
}

/** Where an item's label and heading end, and its content begins. */
function openingEnd(item: Item | null): number {
  return item ? (item.heading?.end ?? item.start + (item.label?.length ?? 0)) : 0;
}

const NAMES: Readonly<Record<string, string>> = {
  article: "articles",
  section: "sections",
  chapter: "chapters",
  subvolume: "subvolumes",
  volume: "volumes",
};

/** Families whose lists start at 1 more than once. */
function restartedFamilies(segments: readonly Segment[]): Set<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const segment of segments) {
    const { family, ordinal, label } = numbered(segment);
    if (!segment.first || label === null || ordinal !== 1) continue;
    (once.has(family) ? twice : once).add(family);
  }
  return twice;
}

/** The item before another in its list; lists of digits may change their style. */
function sibling(open: ReadonlyMap<string, Item>, item: Item): Item | null {
  const same = open.get(item.family);
  if (same && same.ordinal < item.ordinal) return same;
  for (const [family, other] of open) {
    if (family.startsWith("digit") && item.family.startsWith("digit") && other.ordinal === item.ordinal - 1)
      return other;
  }
  return null;
}

/** The numbered item that a segment opens; the first paragraph of an article stands for the article. */
function numbered({ item }: Segment): Item {
  return item.family === "paragraph" && item.ordinal === 1 && item.parent ? item.parent : item;
}
