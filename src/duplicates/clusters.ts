import { disjointSets } from "./disjoint-sets.js";
import {
  compareSides,
  type DuplicateKind,
  type DuplicateLevel,
  type DuplicateRecord,
  type DuplicateSide,
} from "./records.js";
import type { Similarity } from "./similarity.js";

/** A text that may be kept for its cluster. */
export interface Member extends DuplicateSide {
  /** content characters in it */
  readonly size: number;
  /** characters of noise in it */
  readonly noise: number;
}

/** A pair of members, by number, that repeat each other. */
export interface RelatedPair extends Similarity {
  readonly i: number;
  readonly j: number;
  readonly kind: DuplicateKind;
}

/**
 * The records of related pairs, with their clusters and what is kept.
 *
 * Clusters are the connected components over copy, near_copy and contained; a template_swap joins nothing, because both
 * texts are data. Kept is the longest text (parts before text outside the parts); of equally long ones that with least
 * noise, then the first by source and place. A cluster is named after the text that it keeps, so the order of input is of
 * no consequence.
 *
 * @param members the texts
 * @param pairs pairs of them that repeat each other
 * @param level what the texts are
 * @returns records sorted by the place of a, then of b
 */
export function clusteredRecords(
  members: readonly Member[],
  pairs: readonly RelatedPair[],
  level: DuplicateLevel,
): DuplicateRecord[] {
  const member = (i: number) => members[i] as Member;
  const { root, join } = disjointSets(members.length);
  for (const { i, j } of pairs.filter(merges)) join(i, j);
  const inPairs = new Set(pairs.filter(merges).flatMap(({ i, j }) => [i, j]));
  const inPlace = [...inPairs].sort((i, j) => compareSides(member(i), member(j)) || i - j);
  const kept = new Map<number, number>();
  for (const i of inPlace) {
    const key = root(i);
    const best = kept.get(key);
    if (best === undefined || isBetter(member(i), member(best))) kept.set(key, i);
  }
  const records = pairs.map((pair): DuplicateRecord => {
    const swapped = compareSides(member(pair.i), member(pair.j)) > 0;
    const [i, j] = swapped ? [pair.j, pair.i] : [pair.i, pair.j];
    const [ab, ba] = [pair.containment_a_in_b as number, pair.containment_b_in_a as number];
    const best = merges(pair) ? kept.get(root(i)) : undefined;
    return {
      a: side(member(i)),
      b: side(member(j)),
      kind: pair.kind,
      jaccard: pair.jaccard as number,
      containment_a_in_b: swapped ? ba : ab,
      containment_b_in_a: swapped ? ab : ba,
      cluster: best === undefined ? null : clusterLabel(member(best), level),
      keep: best === undefined ? "both" : best === i ? "a" : best === j ? "b" : "neither",
      level,
    };
  });
  return records.sort((x, y) => compareSides(x.a, y.a) || compareSides(x.b, y.b));
}

function merges({ kind }: RelatedPair): boolean {
  return kind !== "template_swap";
}

/** Whether a text is kept rather than one that stands before it. */
function isBetter(a: Member, b: Member): boolean {
  const inPart = Number(a.part !== null) - Number(b.part !== null);
  return (inPart || a.size - b.size || b.noise - a.noise) > 0;
}

/** `source#part` of the kept text, `source:start-end` where it is a passage or stands outside the parts. */
function clusterLabel({ source, part, start, end }: Member, level: DuplicateLevel): string {
  return level === "part" && part !== null ? partLabel(source, part) : `${source}:${start}-${end}`;
}

/**
 * The name of a part among many sources, also the name of the cluster that it is kept for.
 *
 * @example
 * partLabel("002.txt", "5a") // "002.txt#5a"
 */
export function partLabel(source: string, part: string): string {
  return `${source}#${part}`;
}

function side({ source, part, start, end }: Member): DuplicateSide {
  return { source, part, start, end };
}
