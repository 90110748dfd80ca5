import { PART_THRESHOLDS } from "../duplicates/kinds.js";
import { BANDS, sharedKeys } from "../duplicates/minhash.js";
import { similarity } from "../duplicates/similarity.js";

/** Parts of all shards, by number, as far as the search for copies needs them. */
export interface ComparedParts {
  /** how many */
  readonly count: number;
  /** the keys of a band, one a part; parts without shingles are not among the parts */
  readonly keys: (band: number) => Uint32Array;
  readonly shingles: (part: number) => Uint32Array;
  /** whether the first counts rather than the second, which stands behind it or is shorter or less clean */
  readonly isBetter: (part: number, other: number) => boolean;
}

/** Parts that repeat each other. */
export interface Copies {
  /** for each part the number of the part that counts for it, its own where it counts itself */
  readonly kept: Uint32Array;
  /** whether another part repeats it */
  readonly repeated: (part: number) => boolean;
}

/**
 * Finds which parts repeat each other: those joined by pairs with a Jaccard similarity of 0.75 or more.
 *
 * Pairs are proposed by MinHash bands and compared exactly, so none is joined by chance; one of similarity 0.8 is missed
 * with probability 0.00005, of 0.75 with 0.001. A pair that is joined through others already is not compared again, and
 * of exact copies one stands for all: the clusters are the same, whatever the order. Parts that lie inside a much longer
 * one are not looked for.
 *
 * @param parts the parts
 * @returns the part that counts for each
 */
export function findCopies({ count, keys, shingles, isBetter }: ComparedParts): Copies {
  const joined = disjointSets(count);
  const exact = disjointSets(count);
  for (let band = 0; band < BANDS; band++) {
    sharedKeys(keys(band), (group) => {
      const parts = [...new Set(group.map(exact.root))];
      for (const [i, part] of parts.entries()) {
        if (exact.root(part) !== part) continue; // it would meet the others as its copy did
        const others = parts
          .slice(i + 1)
          .filter((other) => exact.root(other) === other && joined.root(other) !== joined.root(part));
        const own = others.length > 0 ? shingles(part) : null;
        for (const other of others) {
          if (joined.root(other) === joined.root(part)) continue;
          const { jaccard } = similarity(own!, shingles(other));
          if (jaccard !== null && jaccard >= PART_THRESHOLDS.alike) joined.join(part, other);
          if (jaccard === 1) exact.join(part, other);
        }
      }
    });
  }
  const kept = Uint32Array.from({ length: count }, (_, part) => joined.root(part));
  const sizes = new Uint32Array(count);
  const best = Uint32Array.from({ length: count }, (_, part) => part);
  for (const [part, set] of kept.entries()) {
    sizes[set]!++;
    if (isBetter(part, best[set]!)) best[set] = part;
  }
  return {
    kept: kept.map((set) => best[set]!),
    repeated: (part) => sizes[kept[part]!]! > 1,
  };
}

/** Union and find over numbers; the smallest number of a set stands for it. */
function disjointSets(count: number) {
  const parent = Uint32Array.from({ length: count }, (_, i) => i);
  const root = (part: number): number => {
    let at = part;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!; // halve the path
      at = parent[at]!;
    }
    return at;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [root(a), root(b)].sort((x, y) => x - y) as [number, number];
    parent[high] = low;
  };
  return { root, join };
}
