import { readLexicon } from "./lexicon.js";

/** What the words of `data/lexicon/name-contexts.yaml` are for. */
export type NameWordPlace =
  | "label"
  | "before"
  | "after"
  | "office_after"
  | "never_given"
  | "seldom_given"
  | "never_last";

let words: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** The words of one place, see `data/lexicon/name-contexts.yaml`. */
export function nameWords(place: NameWordPlace): ReadonlySet<string> {
  words ??= new Map(
    readLexicon("name-contexts", ["place", "words"]).map((row) => [row.place, new Set(row.words.split(" "))]),
  );
  return words.get(place)!;
}

/** A pattern that matches any of the words, the longest that stands there. */
export function anyOf(...places: readonly NameWordPlace[]): string {
  const all = places.flatMap((place) => [...nameWords(place)]);
  return all.sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}
