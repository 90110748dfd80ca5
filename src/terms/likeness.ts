import { mean } from "../stats/mean.js";
import { type Random, seededRandom, shuffled } from "../stats/random.js";

/** A pair of documents with a measure of likeness. */
export interface LikePair {
  readonly a: string;
  readonly b: string;
  readonly value: number;
}

/** Whether documents of one group are more like each other than like the rest. */
export interface GroupLikeness {
  /** pairs within a group, and their mean */
  readonly within_pairs: number;
  readonly within: number | null;
  /** pairs across groups, and their mean */
  readonly between_pairs: number;
  readonly between: number | null;
  /** within − between, with a 95 % interval from leaving out one document at a time (jackknife) */
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** share of rearrangements of the groups over the documents with a difference at least as large, this one among them */
  readonly p: number | null;
  readonly note: string;
}

/**
 * Mean likeness of pairs of documents within groups less that of pairs across groups.
 *
 * Pairs that share a document are not independent, so p comes from giving the documents' groups out anew (one-sided), and the
 * interval from the jackknife: difference ± 1.96 √((n − 1)/n Σ (difference without document i − their mean)²).
 *
 * @param pairs likeness of all pairs
 * @param group group of a document
 * @param options `rearrangements` default 999, `random` default seeded with 20
 * @returns means, difference, interval and p; null with a note where there are no pairs of one kind
 * @example
 * groupLikeness([{ a: "1", b: "2", value: 1 }], () => "g").note // "every document is in one group"
 * @see Anderson 2001, Austral Ecology 26: 32–46, doi:10.1111/j.1442-9993.2001.01070.pp.x (rearranging groups over distances)
 */
export function groupLikeness(
  pairs: readonly LikePair[],
  group: (document: string) => string,
  { rearrangements = 999, random = seededRandom(20) }: { rearrangements?: number; random?: Random } = {},
): GroupLikeness {
  const documents = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const labels = documents.map(group);
  const of = (names: readonly string[]) => new Map(documents.map((document, i) => [document, names[i]!]));
  const observed = split(pairs, of(labels));
  const difference = observed.within && observed.between && observed.within.mean - observed.between.mean;
  const counts = {
    within_pairs: observed.within?.pairs ?? 0,
    within: observed.within?.mean ?? null,
    between_pairs: observed.between?.pairs ?? 0,
    between: observed.between?.mean ?? null,
  };
  if (difference === null) {
    const note =
      counts.between_pairs === 0 ? "every document is in one group" : "no two documents share a group";
    return { ...counts, difference: null, lower: null, upper: null, p: null, note };
  }
  const differenceOf = (kept: readonly LikePair[], names: ReadonlyMap<string, string>): number | null => {
    const { within, between } = split(kept, names);
    return within && between && within.mean - between.mean;
  };
  let asLarge = 1;
  for (let i = 0; i < rearrangements; i++) {
    const other = differenceOf(pairs, of(shuffled(labels, random)));
    if (other !== null && other >= difference - 1e-12) asLarge++;
  }
  const without = documents
    .map((left) =>
      differenceOf(
        pairs.filter(({ a, b }) => a !== left && b !== left),
        of(labels),
      ),
    )
    .filter((value) => value !== null);
  const centre = mean(without) ?? 0;
  const squares = without.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  const half = 1.96 * Math.sqrt(((without.length - 1) / without.length) * squares);
  const interval = without.length < documents.length ? null : half;
  return {
    ...counts,
    difference,
    lower: interval === null ? null : difference - interval,
    upper: interval === null ? null : difference + interval,
    p: asLarge / (rearrangements + 1),
    note: interval === null ? "leaving out one document leaves no pair of one kind: no interval" : "",
  };
}

interface Side {
  readonly pairs: number;
  readonly mean: number;
}

function split(
  pairs: readonly LikePair[],
  group: ReadonlyMap<string, string>,
): { within: Side | null; between: Side | null } {
  const sides = [true, false].map((same) => {
    const values = pairs
      .filter(({ a, b }) => (group.get(a) === group.get(b)) === same)
      .map((pair) => pair.value);
    const centre = mean(values);
    return centre === null ? null : { pairs: values.length, mean: centre };
  });
  return { within: sides[0]!, between: sides[1]! };
}
