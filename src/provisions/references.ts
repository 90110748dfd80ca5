import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Clause, StructuredDocument } from "../structure/records.js";
import type { ClauseView } from "./clause-view.js";

/** A reference to an article or a numbered item. */
export interface Reference extends Span {
  /** the name before the number (保障措施), empty for 本规定, 本条例 */
  readonly name: string;
  readonly number: number;
  /** whether it names another text (《…法》第五条) */
  readonly outside: boolean;
}

const ARTICLE = /第\s?[0-9一二三四五六七八九十百零〇]{1,6}\s?条/g;

/** The first reference to an article in [from, to): one to the same text before one to another; the clause's own number is none. */
export function referenceOf(view: ClauseView, from: number, to: number): Reference | null {
  const text = view.text.slice(from, to);
  let outside: Reference | null = null;
  for (const match of text.matchAll(ARTICLE)) {
    const at = match.index ?? 0;
    const number = readNumeral(match[0].replace(/[第条\s]/g, ""), 0)?.value;
    const before = text.slice(Math.max(0, at - 24), at);
    if (number === undefined || (from + at - view.start < 3 && before.trim() === "")) continue;
    const name = /(?:违反|按照?|依照|根据|符合)?([^,;。违反按依照根据]{0,20})$/.exec(before)?.[1] ?? "";
    const reference = {
      start: from + at,
      end: from + at + match[0].length,
      name: /本|^$/.test(name) ? "" : name,
      number,
      outside: before.endsWith("》"),
    };
    if (!reference.outside) return reference;
    outside ??= reference;
  }
  return outside;
}

/**
 * The text that a reference points to: the article, or the item of that number under the heading of that name.
 *
 * @returns its span, null where the document has none or the reference names another text
 */
export function resolveReference(
  structured: StructuredDocument,
  view: ClauseView,
  reference: Reference,
): Span | null {
  if (reference.outside) return null;
  const spans = itemsByNumber(structured, view.clause.part, reference);
  const own = spans.filter((span) => !(span.start <= view.start && view.end <= span.end));
  return own[0] ?? null;
}

function itemsByNumber(structured: StructuredDocument, part: string, { name, number }: Reference): Span[] {
  const found: Span[] = [];
  const tables = tablesOf(structured);
  const nodes = tables.get(`${part}|${number}`) ?? [];
  for (const node of nodes) {
    if (
      name === ""
        ? node.article
        : node.parents.some((heading) => heading.length > 1 && name.includes(heading.slice(-4)))
    ) {
      found.push(node.at);
    }
  }
  return found;
}

interface NumberedItem {
  readonly at: Span;
  readonly article: boolean;
  /** headings above it, folded */
  readonly parents: readonly string[];
}

const cache = new WeakMap<StructuredDocument, Map<string, NumberedItem[]>>();

/** the numbered items of a document by part and number, each from its label to the next item */
function tablesOf(structured: StructuredDocument): Map<string, NumberedItem[]> {
  const known = cache.get(structured);
  if (known) return known;
  const table = new Map<string, NumberedItem[]>();
  const { clauses } = structured;
  clauses.forEach((clause, i) => {
    if (clause.label === null) return;
    const digits = clause.label.replace(/[第条款项章节()（）、.．\s]/g, "");
    const number = readNumeral(digits, 0)?.value;
    if (number === undefined) return;
    const parents = clause.headings.map((span) =>
      structured.repaired.text.slice(span.start, span.end).trim(),
    );
    const item = {
      at: { start: clause.at.start, end: endOfItem(clauses, i) },
      article: clause.label.startsWith("第") && clause.label.includes("条"),
      parents,
    };
    const key = `${clause.part}|${number}`;
    const list = table.get(key);
    if (list) list.push(item);
    else table.set(key, [item]);
  });
  cache.set(structured, table);
  return table;
}

/** clauses an item may have; what is longer is no item */
const LONGEST = 30;

function endOfItem(clauses: readonly Clause[], first: number): number {
  const { part, path } = clauses[first] as Clause;
  let last = first;
  while (last - first < LONGEST) {
    const next = clauses[last + 1];
    if (!next || next.part !== part || next.path !== path || next.label !== null) break;
    last++;
  }
  return (clauses[last] as Clause).at.end;
}
