import type { Member, RelatedPair } from "./clusters.js";
import { disjointSets } from "./disjoint-sets.js";
import type { KindThresholds } from "./kinds.js";
import type { ChainUnit, UnitMatch } from "./passage-chains.js";
import { compareSides } from "./records.js";

/**
 * Whether a passage is evidence of copying: one of its units says enough by itself, or all of them are as long together as what
 * counts as contained. A run of a few short list items may be a chance of the genre.
 *
 * @param chain matches of a passage
 * @param units the units, by number
 * @param cuts thresholds of the kinds
 */
export function isEvidence(
  chain: readonly UnitMatch[],
  units: readonly ChainUnit[],
  { minimum, minimum_contained }: KindThresholds,
): boolean {
  const size = ({ u, v }: UnitMatch): number =>
    Math.min((units[u] as ChainUnit).size, (units[v] as ChainUnit).size);
  const sizes = chain.map(size);
  return Math.max(...sizes) >= minimum || sizes.reduce((sum, x) => sum + x, 0) >= minimum_contained;
}

/**
 * Chains of two texts, exact copies cut where another exact copy begins or ends, so that all copies of a stretch have the
 * same extent.
 *
 * @param chains matches of each passage
 * @param isExact whether the two sides of a chain are the same
 */
export function separatedCopies(
  chains: readonly (readonly UnitMatch[])[],
  isExact: (chain: readonly UnitMatch[]) => boolean,
): (readonly UnitMatch[])[] {
  const exact = new Set(chains.filter(isExact));
  const cuts = new Set<number>();
  for (const chain of exact) {
    const [first, last] = [chain[0] as UnitMatch, chain.at(-1) as UnitMatch];
    for (const cut of [first.u, first.v, last.u + 1, last.v + 1]) cuts.add(cut);
  }
  return chains.flatMap((chain) => {
    if (!exact.has(chain)) return [chain];
    const pieces: UnitMatch[][] = [];
    for (const match of chain) {
      if (pieces.length === 0 || cuts.has(match.u) || cuts.has(match.v)) pieces.push([]);
      (pieces.at(-1) as UnitMatch[]).push(match);
    }
    return pieces;
  });
}

/**
 * Pairs without those that others imply: n passages that are the same to the letter need n - 1 pairs, each with the one before it.
 *
 * @param pairs pairs of passages
 * @param members the passages, by number
 */
export function withoutImplied(pairs: readonly RelatedPair[], members: readonly Member[]): RelatedPair[] {
  const side = (i: number) => members[i] as Member;
  const inPlace = ({ i, j }: RelatedPair) =>
    (compareSides(side(i), side(j)) <= 0 ? [i, j] : [j, i]) as [number, number];
  const { join } = disjointSets(members.length);
  const needed = new Set<RelatedPair>();
  const copies = pairs.filter(({ kind }) => kind === "copy").map((pair) => ({ pair, at: inPlace(pair) }));
  copies.sort(
    (x, y) => compareSides(side(x.at[1]), side(y.at[1])) || compareSides(side(y.at[0]), side(x.at[0])),
  );
  for (const { pair, at } of copies) if (join(...at)) needed.add(pair);
  return pairs.filter((pair) => pair.kind !== "copy" || needed.has(pair));
}
