import { byCodePoint } from "./matrix.js";

/** A term with its count and the documents that hold it. */
export interface CountedTerm {
  readonly term: string;
  readonly count: number;
  readonly documents: number;
}

/** Counts terms of one document after another; memory grows with the vocabulary only. */
export interface TermCounter {
  /** adds a document */
  readonly add: (terms: Iterable<string>) => void;
  readonly documents: () => number;
  readonly tokens: () => number;
  readonly types: () => number;
  /** terms with at least `least` occurrences, by falling count, then in code-point order */
  readonly rows: (least?: number) => CountedTerm[];
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
  const add = (terms: Iterable<string>): void => {
    seen++;
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
      counts[id]!++;
      if (lastDocument[id] !== seen) {
        lastDocument[id] = seen;
        documents[id]!++;
      }
    }
  };
  const rows = (least = 1): CountedTerm[] =>
    [...ids]
      .filter(([, id]) => counts[id]! >= least)
      .map(([term, id]) => ({ term, count: counts[id]!, documents: documents[id]! }))
      .sort((a, b) => b.count - a.count || byCodePoint(a.term, b.term));
  return { add, documents: () => seen, tokens: () => tokens, types: () => counts.length, rows };
}
