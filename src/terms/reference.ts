import { type Column, fromCsv } from "../csv.js";
import { readReferenceText } from "../lexicon.js";
import type { TermFrequencies } from "./keyness.js";
import { type Selection, termOf } from "./selection.js";

/** Frequencies of a reference corpus that ships as counts. */
export interface ReferenceFrequencies extends TermFrequencies {
  /** documents that hold each term */
  readonly documents: ReadonlyMap<string, number>;
  /** documents of the corpus */
  readonly document_count: number;
  /** fingerprint of the segmenter that cut it; compare only with texts cut alike */
  readonly segmenter: string;
  /** terms rarer than this are not listed; their tokens are in the total */
  readonly least: number;
}

/** What the file of a reference says about itself. */
interface ReferenceAbout {
  readonly documents: number;
  readonly tokens: number;
  readonly least: number;
  readonly segmenter: string;
}

/**
 * The counts of the reference corpus of statutes (`data/reference/statute-terms.csv`): words only, without numbers and signs.
 *
 * Terms rarer than `least` are in the total but not in the list, so a selection cannot take them out; what is left out of
 * the listed terms is taken off the total.
 *
 * @param selection stop words, minimum length and variants, as for the target
 * @returns frequencies with their total
 * @throws RangeError when the selection asks for numbers or signs, which the reference does not hold
 */
export function referenceFrequencies(selection: Selection = {}): ReferenceFrequencies {
  if (selection.numbers || selection.signs || selection.tags) {
    throw new RangeError("referenceFrequencies requires a selection of words, got numbers, signs or tags");
  }
  const about = JSON.parse(readReferenceText("statute-terms.json")) as ReferenceAbout;
  const rows = fromCsv(
    readReferenceText("statute-terms.csv"),
    REFERENCE_COLUMNS,
    "data/reference/statute-terms.csv",
  );
  const counts = new Map<string, number>();
  const documents = new Map<string, number>();
  let total = about.tokens;
  for (const row of rows) {
    const { count, documents: held } = row as { count: number; documents: number };
    const term = termOf({ start: 0, end: 0, term: row.term as string, kind: "word" }, selection);
    if (term === null) {
      total -= count;
      continue;
    }
    counts.set(term, (counts.get(term) ?? 0) + count);
    documents.set(term, Math.max(documents.get(term) ?? 0, held));
  }
  return {
    counts,
    total,
    documents,
    document_count: about.documents,
    segmenter: about.segmenter,
    least: about.least,
  };
}

/** Columns of `data/reference/statute-terms.csv`. */
export const REFERENCE_COLUMNS: readonly Column[] = [
  { name: "term", type: "string", description: "word" },
  { name: "count", type: "integer", description: "occurrences" },
  { name: "documents", type: "integer", description: "documents that hold it" },
];
