import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Clause, StructuredDocument } from "../structure/records.js";
import type { ClauseView } from "./clause-view.js";
import type { Context } from "./context.js";

/** A reference to an article or numbered item of the same document. */
export interface Reference extends Span {
  /** the name before the number (保障措施), empty for 本规定, 本条例 */
  readonly name: string;
  readonly number: number;
}

const ARTICLE = /第\s?[0-9一二三四五六七八九十百零〇]{1,6}\s?条/g;

/** The first reference to an article in [from, to) that is not to another law (《…》). */
export function referenceOf(view: ClauseView, from: number, to: number): Reference | null {
  const text = view.text.slice(from, to);
  for (const match of text.matchAll(ARTICLE)) {
    const at = match.index ?? 0;
    const digits = match[0].replace(/[第条\s]/g, "");
    const number = readNumeral(digits, 0)?.value;
    if (number === undefined) continue;
    const before = text.slice(Math.max(0, at - 24), at);
    if (before.endsWith("》")) continue;
    const name = /(?:违反|按照?|依照|根据|符合)?([^,;。违反按依照根据]{0,20})$/.exec(before)?.[1] ?? "";
    return {
      start: from + at,
      end: from + at + match[0].length,
      name: /本|^$/.test(name) ? "" : name,
      number,
    };
  }
  return null;
}

/** The text that a reference points to: the article, or the item of that number under the heading of that name. */
export function resolveReference(
  structured: StructuredDocument,
  _context: Context,
  view: ClauseView,
  reference: Reference,
): Span | null {
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
