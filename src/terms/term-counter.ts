import { byCodePoint } from "./matrix.js";

/** A term with its count and the documents that hold it. */
export interface CountedTerm {
  readonly term: string;
  readonly count: number;
  readonly documents: number;
}

/** Counts terms of one document after another; memory grows with the vocabulary only. */
export interface TermCounter {
  /** adds a document; returns the number of each of its terms followed by how often it stands in it */
  readonly add: (terms: Iterable<string>) => Uint32Array;
  readonly documents: () => number;
  readonly tokens: () => number;
  readonly types: () => number;
  /** terms with at least `least` occurrences, by falling count, then in code-point order */
  readonly rows: (least?: number) => CountedTerm[];
  /** all terms in the order of their numbers, which is that of their first occurrence */
  readonly numbered: () => CountedTerm[];
}

/**
 * A counter for corpora too large for a matrix: one streaming pass gives counts and document frequencies.
 *
 * @returns an empty counter
 */
export function termCounter(): TermCounter {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const documents: number[] = [];
  const lastDocument: number[] = [];
  let seen = 0;
  let tokens = 0;
  const add = (terms: Iterable<string>): Uint32Array => {
    seen++;
    const own: number[] = [];
    for (const term of terms) {
      tokens++;
      let id = ids.get(term);
      if (id === undefined) {
        id = counts.length;
        ids.set(Buffer.from(term).toString(), id); // a copy, so that the document's text is not kept alive by a slice of it
        counts.push(0);
        documents.push(0);
        lastDocument.push(0);
      }
      if (lastDocument[id] !== seen) {
        lastDocument[id] = seen;
        documents[id]!++;
        own.push(id, counts[id]!);
      }
      counts[id]!++;
    }
    return Uint32Array.from(own, (before, i) => (i % 2 === 0 ? before : counts[own[i - 1]!]! - before));
  };
  const numbered = (): CountedTerm[] =>
    [...ids].map(([term, id]) => ({ term, count: counts[id]!, documents: documents[id]! }));
  const rows = (least = 1): CountedTerm[] =>
    numbered()
      .filter(({ count }) => count >= least)
      .sort((a, b) => b.count - a.count || byCodePoint(a.term, b.term));
  return { add, documents: () => seen, tokens: () => tokens, types: () => counts.length, rows, numbered };
}
