import type { Span } from "../span.js";

/** A node while the tree is being built; spans are in the repaired text. */
export interface Item {
  parent: Item | null;
  /** label as printed, null for text without an enumerator */
  readonly label: string | null;
  /** label as written in a path, null where the item adds nothing to the path */
  readonly step: string | null;
  readonly family: string;
  readonly rank: number | null;
  ordinal: number;
  readonly start: number;
  end: number;
  /** the line or sentence that names the item, null where it has none */
  heading: Span | null;
  /** whether the heading is all that the item's first line holds */
  headingOnly: boolean;
  /** the clause (“…：”) that the item's list hangs on */
  leadIn: Span | null;
}

/** A stretch of text between two item boundaries, label left out. */
export interface Segment extends Span {
  item: Item;
  /** whether it opens its item */
  readonly first: boolean;
  /** whether it starts a line */
  readonly newLine: boolean;
  isHeading: boolean;
}

/** An item with the defaults of a plain paragraph. */
export function newItem(parent: Item | null, start: number, fields: Partial<Item> = {}): Item {
  return {
    parent,
    label: null,
    step: null,
    family: "text",
    rank: null,
    ordinal: 0,
    start,
    end: start,
    heading: null,
    headingOnly: false,
    leadIn: null,
    ...fields,
  };
}

/** Whether an item hangs below another. */
export function hangsBelow(item: Item, above: Item): boolean {
  for (let at = item.parent; at; at = at.parent) if (at === above) return true;
  return false;
}

/** The items from the outermost down to one item, the root left out. */
export function lineage(item: Item): Item[] {
  const line: Item[] = [];
  for (let at: Item | null = item; at?.parent; at = at.parent) line.push(at);
  return line.reverse();
}

/** The path of an item: the steps from the top, joined with `/`. */
export function pathOf(item: Item): string {
  return lineage(item)
    .flatMap(({ step }) => (step === null ? [] : [step]))
    .join("/");
}
