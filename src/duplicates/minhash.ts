import { mixBits } from "../stats/random.js";

/** How the signatures of many texts are made and cut into bands. */
export interface MinHashOptions {
  /** seed of the hash functions, integer in [0, 2^32); default 1 */
  readonly seed?: number;
  /** bands, default 25 */
  readonly bands?: number;
  /** rows in a band, default 5: a pair at Jaccard 0.8 is missed with probability (1 - 0.8^5)^25 = 0.00005, at 0.75 0.001 */
  readonly rows?: number;
}

/** Bins of a signature; a power of two, so that a bin is the hash's first seven bits. */
const BINS = 128;
const VALUE_BITS = 25;
const EMPTY = 0xffffffff;

/**
 * One-permutation MinHash signature of a shingle set: the smallest hash in each of 128 bins, empty bins filled from
 * others that hashing picks (optimal densification), so that P(a bin agrees) = J for two sets.
 *
 * @param set shingle set
 * @param seed integer in [0, 2^32), default 1
 * @returns 128 numbers; all 0xffffffff for the empty set
 * @example
 * signature(Uint32Array.of(7)).length // 128
 * @see Shrivastava 2017, Optimal densification for fast and accurate minwise hashing, ICML (PMLR 70)
 */
export function signature(set: Uint32Array, seed = 1): Uint32Array {
  const bins = new Uint32Array(BINS).fill(EMPTY);
  const mask = 2 ** VALUE_BITS - 1;
  for (const shingle of set) {
    const hash = mixBits(shingle ^ seed);
    const bin = hash >>> VALUE_BITS;
    const value = hash & mask;
    if (value < (bins[bin] as number)) bins[bin] = value;
  }
  return set.length === 0 ? bins : densified(bins, seed);
}

function densified(bins: Uint32Array, seed: number): Uint32Array {
  const filled = bins.slice();
  for (let bin = 0; bin < BINS; bin++) {
    for (let attempt = 1; filled[bin] === EMPTY; attempt++) {
      const other = mixBits(seed ^ Math.imul(bin + 1, 0x9e3779b9) ^ Math.imul(attempt, 0x85ebca77)) % BINS;
      if (bins[other] !== EMPTY) filled[bin] = bins[other] as number;
    }
  }
  return filled;
}

/**
 * Pairs of texts whose signatures agree in a whole band: candidates, to be verified exactly.
 *
 * @param sets shingle sets
 * @param options seed, bands and rows
 * @param visit called once or more for a pair i < j
 * @example
 * const pairs = new Set();
 * bandedPairs([Uint32Array.of(7, 8), Uint32Array.of(9), Uint32Array.of(7, 8)], {}, (i, j) => pairs.add(`${i}-${j}`));
 * [...pairs] // ["0-2"]
 * @see Leskovec, Rajaraman and Ullman 2020, Mining of Massive Datasets, 3.4 (banding)
 */
export function bandedPairs(
  sets: readonly Uint32Array[],
  { seed = 1, bands = 25, rows = 5 }: MinHashOptions,
  visit: (i: number, j: number) => void,
): void {
  if (!(bands >= 1 && rows >= 1 && bands * rows <= BINS)) {
    throw new RangeError(`bandedPairs requires bands * rows in [1, ${BINS}], got ${bands} * ${rows}`);
  }
  const filled = sets.flatMap((set, i) => (set.length > 0 ? [i] : []));
  const signatures = filled.map((i) => signature(sets[i] as Uint32Array, seed));
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<number, number[]>();
    for (const [k, bins] of signatures.entries()) {
      let key = band;
      for (let row = band * rows; row < (band + 1) * rows; row++) key = mixBits(key ^ (bins[row] as number));
      const bucket = buckets.get(key);
      if (bucket) bucket.push(filled[k] as number);
      else buckets.set(key, [filled[k] as number]);
    }
    for (const bucket of buckets.values()) visitPairs(bucket, visit);
  }
}

/** Every pair i < j of an ascending list. */
export function visitPairs(list: readonly number[], visit: (i: number, j: number) => void): void {
  for (let p = 0; p < list.length; p++) {
    for (let q = p + 1; q < list.length; q++) visit(list[p] as number, list[q] as number);
  }
}
