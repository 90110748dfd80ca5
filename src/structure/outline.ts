import { toRaw } from "../repair/offsets.js";
import type { RepairedText } from "../repair/repaired-text.js";
import type { Span } from "../span.js";
import { clauseSpans } from "./clause-spans.js";
import { type Item, lineage, pathOf } from "./items.js";
import type { Clause, OutlineNode, Part } from "./records.js";
import type { Tree } from "./tree.js";

/** The outline records of one document: one a node of its tree, in text order. */
export function outlineOf(repaired: RepairedText, part: Part, tree: Tree): OutlineNode[] {
  return tree.items.map((item) => ({
    source: repaired.source,
    part: part.part,
    path: pathOf(item),
    level: lineage(item).length,
    label: item.label,
    heading: item.heading ? repaired.text.slice(item.heading.start, item.heading.end) : null,
    ...toRaw(repaired, item),
  }));
}

/** The clauses of one document, in text order, each with the headings and lead-ins that it stands under. */
export function clausesOf(repaired: RepairedText, part: Part, tree: Tree, title: readonly Span[]): Clause[] {
  const titles = new Set(title.map((line) => line.start));
  const context = new Map<Item, { path: string; headings: Span[]; leadIns: Span[] }>();
  const clauses: Clause[] = [];
  for (const segment of tree.segments) {
    let above = context.get(segment.item);
    if (!above) {
      const line = lineage(segment.item);
      above = {
        path: pathOf(segment.item),
        headings: line.flatMap(({ heading }) => (heading ? [heading] : [])),
        leadIns: line.flatMap(({ leadIn }) => (leadIn ? [leadIn] : [])).reverse(),
      };
      context.set(segment.item, above);
    }
    clauseSpans(repaired.text, segment).forEach((at, i) => {
      const { path, headings, leadIns } = above;
      clauses.push({
        source: repaired.source,
        part: part.part,
        path,
        ...toRaw(repaired, at),
        at,
        headings: headings.filter((heading) => heading.end <= at.start || heading.start >= at.end),
        lead_ins: leadIns,
        label: segment.first && i === 0 ? labelOf(segment.item) : null,
        is_heading: segment.isHeading || titles.has(segment.start),
      });
    });
  }
  return clauses;
}

/** The label that opens an item; the first paragraph of an article opens with the article's. */
function labelOf(item: Item): string | null {
  return item.family === "paragraph" && item.ordinal === 1 ? (item.parent?.label ?? null) : item.label;
}
