import { readLexiconTable } from "../lexicon.js";
import type { StructuredDocument } from "../structure/records.js";
import { byCodePoint } from "./matrix.js";
import { selectTerms } from "./selection.js";
import type { Token } from "./token.js";
import { tokensByClause } from "./tokens.js";

/** A term whose places or neighbours a Study keeps. */
export interface TrackedTerm {
  readonly term: string;
  /** words that count as the term: itself and the compounds that our dictionary keeps whole */
  readonly forms: readonly string[];
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
    text("forms"),
    text("english"),
    text("role", ["track", "node"]),
  ]).map(
    ({ term, forms, english, role }) =>
      ({ term, forms: (forms as string).split(" "), english, role }) as TrackedTerm,
  );
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

/** The places of tracked terms, in any of their forms, among the tokens of a part. */
export function placesOf(
  source: string,
  part: string,
  tokens: readonly Token[],
  tracked: readonly TrackedTerm[],
): TermPlace[] {
  return tokens.flatMap((token) =>
    tracked
      .filter(({ forms }) => forms.includes(token.term))
      .map(({ term }) => ({ source, part, term, start: token.start })),
  );
}

/**
 * Clause counts of the neighbours of node words, part by part. A node stands for all its forms: they are no neighbours, and
 * the node's own row (`both` equal to `clauses`) counts the clauses with any of them.
 *
 * @param structured a document
 * @param tokens its tokens with spans in the text as read
 * @param nodes node words with their forms
 * @returns rows by part, node, then term in code-point order; a term without a clause in the part has no row
 */
export function neighbourCounts(
  structured: StructuredDocument,
  tokens: readonly Token[],
  nodes: readonly Pick<TrackedTerm, "term" | "forms">[],
): NeighbourCount[] {
  const clauses = tokensByClause(structured, tokens).map((entry) => ({
    part: entry.clause.part,
    words: new Set(selectTerms(entry.tokens)),
  }));
  return structured.parts.flatMap(({ source, part }) => {
    const own = clauses.filter((clause) => clause.part === part);
    const held = new Map<string, number>();
    for (const { words } of own) for (const word of words) held.set(word, (held.get(word) ?? 0) + 1);
    return nodes.flatMap(({ term: node, forms }) => {
      const both = new Map<string, number>();
      const with_node = own.filter(({ words }) => forms.some((form) => words.has(form)));
      for (const { words } of with_node) for (const word of words) both.set(word, (both.get(word) ?? 0) + 1);
      const rows = [...held]
        .filter(([term]) => term !== node && !forms.includes(term))
        .map(([term, n]) => ({ source, part, node, term, both: both.get(term) ?? 0, clauses: n }));
      if (with_node.length > 0) {
        rows.push({ source, part, node, term: node, both: with_node.length, clauses: with_node.length });
      }
      return rows.sort((a, b) => byCodePoint(a.term, b.term));
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
