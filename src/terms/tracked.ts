import { readLexiconTable } from "../lexicon.js";
import type { StructuredDocument } from "../structure/records.js";
import { type Association, association } from "./association.js";
import { pairTable } from "./contingency.js";
import { byCodePoint } from "./matrix.js";
import { selectTerms } from "./selection.js";
import type { Token } from "./token.js";
import { tokensByClause } from "./tokens.js";

/** A term whose places or neighbours a Study keeps. */
export interface TrackedTerm {
  readonly term: string;
  readonly english: string;
  /** `track`: its places; `node`: its places and its neighbours in the clause */
  readonly role: "track" | "node";
}

/** The terms that a Study tracks (`data/lexicon/tracked-terms.csv`), in code-point order. */
export function trackedTerms(): readonly TrackedTerm[] {
  const text = (name: string, values?: readonly string[]) => ({
    name,
    type: "string" as const,
    description: "",
    ...(values && { values }),
  });
  return readLexiconTable("tracked-terms.csv", [
    text("term"),
    text("english"),
    text("role", ["track", "node"]),
  ]).map(({ term, english, role }) => ({ term, english, role }) as TrackedTerm);
}

/** A place where a tracked term begins, in the text as read. */
export interface TermPlace {
  readonly source: string;
  readonly part: string;
  readonly term: string;
  readonly start: number;
}

/** In how many clauses of a part a word stands, and in how many of them together with a node word. */
export interface NeighbourCount {
  readonly source: string;
  readonly part: string;
  readonly node: string;
  readonly term: string;
  /** clauses of the part with node and term */
  readonly both: number;
  /** clauses of the part with the term */
  readonly clauses: number;
}

/** The places of tracked terms among the tokens of a part. */
export function placesOf(
  source: string,
  part: string,
  tokens: readonly Token[],
  tracked: readonly TrackedTerm[],
): TermPlace[] {
  const wanted = new Set(tracked.map(({ term }) => term));
  return tokens.flatMap(({ term, start }) => (wanted.has(term) ? [{ source, part, term, start }] : []));
}

/**
 * Clause counts of the neighbours of node words, part by part; the node itself has a row with `both` equal to `clauses`.
 *
 * @param structured a document
 * @param tokens its tokens with spans in the text as read
 * @param nodes node words
 * @returns rows by part, node, then term in code-point order; a term without a clause in the part has no row
 */
export function neighbourCounts(
  structured: StructuredDocument,
  tokens: readonly Token[],
  nodes: readonly string[],
): NeighbourCount[] {
  const clauses = tokensByClause(structured, tokens).map((entry) => ({
    part: entry.clause.part,
    words: new Set(selectTerms(entry.tokens)),
  }));
  return structured.parts.flatMap(({ source, part }) => {
    const own = clauses.filter((clause) => clause.part === part);
    const held = new Map<string, number>();
    for (const { words } of own) for (const word of words) held.set(word, (held.get(word) ?? 0) + 1);
    return nodes.flatMap((node) => {
      const both = new Map<string, number>();
      for (const { words } of own) {
        if (words.has(node)) for (const word of words) both.set(word, (both.get(word) ?? 0) + 1);
      }
      return [...held]
        .sort(([a], [b]) => byCodePoint(a, b))
        .map(([term, n]) => ({ source, part, node, term, both: both.get(term) ?? 0, clauses: n }));
    });
  });
}

/**
 * Drops words that stand with their node in fewer clauses than a limit, over all documents given; nodes stay.
 *
 * @param rows see `neighbourCounts`
 * @param least fewest common clauses
 * @param counts whether a document's clauses count towards the limit (copies do not); default all
 */
export function frequentNeighbours(
  rows: readonly NeighbourCount[],
  least: number,
  counts: (row: NeighbourCount) => boolean = () => true,
): NeighbourCount[] {
  const sums = new Map<string, number>();
  const key = ({ node, term }: NeighbourCount) => `${node}\t${term}`;
  for (const row of rows) if (counts(row)) sums.set(key(row), (sums.get(key(row)) ?? 0) + row.both);
  return rows.filter((row) => row.term === row.node || (sums.get(key(row)) ?? 0) >= least);
}

/** A neighbour of a node word over several documents. */
export interface NeighbourScore extends Association {
  readonly node: string;
  readonly term: string;
  readonly node_clauses: number;
  readonly term_clauses: number;
  readonly all_clauses: number;
  readonly documents: number;
}

/**
 * Scores of neighbours from clause counts, each document with its weight.
 *
 * O clauses with both, R₁ with the node, C₁ with the term, N all clauses.
 *
 * @param rows see `neighbourCounts`
 * @param parts clauses and weight of each part
 * @returns rows by node, then falling logDice, then code point
 */
export function neighbourScores(
  rows: readonly NeighbourCount[],
  parts: readonly {
    readonly source: string;
    readonly part: string;
    readonly clauses: number;
    readonly weight: number;
  }[],
): NeighbourScore[] {
  const weightOf = new Map(parts.map((part) => [`${part.source}#${part.part}`, part.weight]));
  const all = parts.reduce((sum, part) => sum + part.clauses * part.weight, 0);
  const sums = new Map<
    string,
    { node: string; term: string; both: number; clauses: number; documents: number }
  >();
  for (const { source, part, node, term, both, clauses } of rows) {
    const weight = weightOf.get(`${source}#${part}`) ?? 0;
    if (weight === 0) continue;
    const key = `${node}\t${term}`;
    const sum = sums.get(key) ?? { node, term, both: 0, clauses: 0, documents: 0 };
    sums.set(key, sum);
    sum.both += both * weight;
    sum.clauses += clauses * weight;
    if (both > 0) sum.documents += weight;
  }
  const scores = [...sums.values()]
    .filter(({ node, term, both }) => term !== node && both > 0)
    .map(({ node, term, both, clauses, documents }): NeighbourScore => {
      const node_clauses = sums.get(`${node}\t${node}`)?.clauses ?? 0;
      const score = association(pairTable(both, node_clauses, clauses, all));
      return { node, term, ...score, node_clauses, term_clauses: clauses, all_clauses: all, documents };
    });
  return scores.sort(
    (a, b) =>
      byCodePoint(a.node, b.node) || (b.log_dice ?? 0) - (a.log_dice ?? 0) || byCodePoint(a.term, b.term),
  );
}
