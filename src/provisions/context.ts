import { fold } from "../quantities/fold.js";
import { quantitiesOfFolded } from "../quantities/quantities.js";
import type { Quantity } from "../quantities/records.js";
import type { Span } from "../span.js";
import type { Clause, StructuredDocument } from "../structure/records.js";
import { type ClauseView, withoutOverlaps } from "./clause-view.js";
import {
  endsAt,
  findLiterals,
  type Hit,
  indexLiterals,
  type LiteralIndex,
  startsAt,
} from "./literal-index.js";
import type { AddresseeRule, CueRule, DocumentRule, MarkerRule, RuleSet, TriggerRule } from "./rule-types.js";
import { segments } from "./segments.js";

/** The literal indexes of a rule set. */
export interface Indexes {
  readonly cues: LiteralIndex<CueRule>;
  readonly nouns: LiteralIndex<AddresseeRule>;
  readonly grounds: LiteralIndex<TriggerRule>;
  readonly markers: LiteralIndex<MarkerRule>;
  readonly documents: LiteralIndex<DocumentRule>;
}

const cache = new WeakMap<RuleSet, Indexes>();

export function indexesOf(rules: RuleSet): Indexes {
  const known = cache.get(rules);
  if (known) return known;
  const made = {
    cues: indexLiterals(rules.cues),
    nouns: indexLiterals(rules.addressees),
    grounds: indexLiterals(rules.triggers),
    markers: indexLiterals(rules.markers),
    documents: indexLiterals(rules.documents),
  };
  cache.set(rules, made);
  return made;
}

/** A document's clauses as views, with what relates them: lead-ins, items, paragraphs. */
export interface Context {
  readonly text: string;
  readonly views: readonly ClauseView[];
  /** for each clause, the clauses of the list that hangs on it */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** for each clause, its lead-in clauses, nearest first */
  readonly leads: readonly (readonly number[])[];
  /** for each clause, a number that changes with every paragraph and every item */
  readonly item: readonly number[];
}

/** Reads every clause of a document once. */
export function readContext(structured: StructuredDocument, indexes: Indexes): Context {
  const text = fold(structured.repaired.text);
  const all = quantitiesOfFolded(text);
  let cursor = 0;
  const clauses = structured.clauses.flatMap((clause) => pieces(clause, text));
  const views = clauses.map((clause, index) => {
    const { start, end } = clause.at;
    while (cursor > 0 && (all[cursor - 1] as Quantity).start >= start) cursor--;
    while (cursor < all.length && (all[cursor] as Quantity).start < start) cursor++;
    const from = cursor;
    while (cursor < all.length && (all[cursor] as Quantity).end <= end) cursor++;
    return viewOf(clause, index, text, clause.at, all.slice(from, cursor), indexes);
  });
  const byStart = new Map<number, number>();
  for (const view of views) byStart.set(view.start, view.index);
  const leads = clauses.map((clause) => clause.lead_ins.flatMap((span) => clauseAt(views, byStart, span)));
  const children = new Map<number, number[]>();
  leads.forEach(([nearest], index) => {
    if (nearest === undefined) return;
    const list = children.get(nearest);
    if (list) list.push(index);
    else children.set(nearest, [index]);
  });
  const item = items(clauses, text);
  // a lead-in of several steps (…责令改正；逾期不改正的，处…：) leads its list in with each of them
  for (const [lead, list] of [...children]) {
    for (let i = lead - 1; i >= 0 && item[i] === item[lead]; i--) if (!children.has(i)) children.set(i, list);
  }
  return { text, views, children, leads, item };
}

/** no sentence of the language is longer; what is, is read piece by piece so that the cost stays linear */
const LONGEST = 800;

function pieces(clause: Clause, text: string): Clause[] {
  const found: Clause[] = [];
  let { start } = clause.at;
  while (clause.at.end - start > LONGEST) {
    const comma = text.lastIndexOf(",", start + LONGEST);
    const end = comma > start + LONGEST / 2 ? comma + 1 : start + LONGEST;
    found.push({ ...clause, at: { start, end } });
    start = end;
  }
  return found.length === 0 ? [clause] : [...found, { ...clause, at: { start, end: clause.at.end } }];
}

/** A view of any span of the text, such as a heading. */
export function viewOf(
  clause: Clause,
  index: number,
  text: string,
  { start, end }: Span,
  quantities: readonly Quantity[],
  indexes: Indexes,
): ClauseView {
  return {
    clause,
    index,
    text,
    start,
    end,
    segments: segments(text, start, end),
    quantities,
    nouns: withoutOverlaps(neighbours(findLiterals(indexes.nouns, text, start, end), text), start),
    grounds: neighbours(findLiterals(indexes.grounds, text, start, end), text),
    markers: withoutOverlaps(findLiterals(indexes.markers, text, start, end), start),
  };
}

/** the hits whose immediate neighbours their rules allow */
export function neighbours<
  T extends { readonly not_before: readonly string[]; readonly not_after: readonly string[] },
>(hits: readonly Hit<T>[], text: string): Hit<T>[] {
  return hits.filter(
    ({ start, end, rule }) =>
      (rule.not_before.length === 0 || endsAt(text, start, rule.not_before) === null) &&
      (rule.not_after.length === 0 || startsAt(text, end, rule.not_after) === null),
  );
}

function clauseAt(views: readonly ClauseView[], byStart: ReadonlyMap<number, number>, span: Span): number[] {
  const exact = byStart.get(span.start);
  if (exact !== undefined) return [exact];
  // the lead-in's last clause: the one that holds its end
  let low = 0;
  let high = views.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((views[middle] as ClauseView).start < span.end) low = middle;
    else high = middle - 1;
  }
  const view = views[low];
  return view && view.start < span.end && view.end > span.start ? [low] : [];
}

function items(clauses: readonly Clause[], text: string): number[] {
  let item = 0;
  return clauses.map((clause, i) => {
    const before = clauses[i - 1];
    if (before) {
      const between = text.slice(before.at.start, clause.at.start).trimStart();
      if (
        before.part !== clause.part ||
        before.path !== clause.path ||
        clause.label !== null ||
        between.includes("\n")
      )
        item++;
    }
    return item;
  });
}
