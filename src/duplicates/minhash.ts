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

/** Bands of a signature by default. */
export const BANDS = 25;

/** Bins of a signature; a power of two, so that a bin is the hash's first seven bits. */
const BINS = 128;
const VALUE_BITS = 25;
const EMPTY = 0xffffffff;
const MOST_TEXTS = 2 ** 24; // a key of 29 bits and the number of a text fit the 53 bits of a double

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
 * The keys of a text's bands: two texts share the key of a band when their signatures agree in it (or, once in 2^29
 * pairs, by chance).
 *
 * @param set shingle set, not empty
 * @param options seed, bands and rows
 * @returns one number below 2^29 a band
 * @example
 * bandKeys(Uint32Array.of(7)).length // 25
 * @throws RangeError where the bands need more bins than a signature has
 */
export function bandKeys(set: Uint32Array, options: MinHashOptions = {}): Uint32Array {
  const { seed, bands, rows } = withDefaults(options);
  const bins = signature(set, seed);
  return Uint32Array.from({ length: bands }, (_, band) => {
    let key = band;
    for (let at = band * rows; at < (band + 1) * rows; at++) key = mixBits(key ^ (bins[at] as number));
    return key >>> 3;
  });
}

function withDefaults({ seed = 1, bands = BANDS, rows = 5 }: MinHashOptions): Required<MinHashOptions> {
  if (bands >= 1 && rows >= 1 && bands * rows <= BINS) return { seed, bands, rows };
  throw new RangeError(`bandedPairs requires bands * rows in [1, ${BINS}], got ${bands} * ${rows}`);
}

/**
 * Texts that share the key of a band, group by group.
 *
 * The keys are sorted in place with the numbers of their texts: eight bytes a text.
 *
 * @param keys the key of each text in one band, below 2^29
 * @param visit called with the numbers of each two or more texts of one key, ascending
 * @throws RangeError for more than 2^24 texts
 * @example
 * const groups = [];
 * sharedKeys(Uint32Array.of(5, 3, 5), (texts) => groups.push([...texts]));
 * groups // [[0, 2]]
 */
export function sharedKeys(keys: Uint32Array, visit: (texts: number[]) => void): void {
  if (keys.length > MOST_TEXTS) {
    throw new RangeError(`sharedKeys requires at most ${MOST_TEXTS} texts, got ${keys.length}`);
  }
  const keyed = Float64Array.from(keys, (key, text) => key * MOST_TEXTS + text).sort();
  for (let from = 0, to = 0; from < keyed.length; from = to) {
    const key = Math.floor((keyed[from] as number) / MOST_TEXTS);
    while (to < keyed.length && Math.floor((keyed[to] as number) / MOST_TEXTS) === key) to++;
    if (to - from > 1) visit(Array.from(keyed.subarray(from, to), (entry) => entry % MOST_TEXTS));
  }
}

/**
 * Pairs of texts whose signatures agree in a whole band: candidates, to be verified exactly.
 *
 * Memory is linear in the number of texts: the keys of the bands take 100 bytes a text.
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
  options: MinHashOptions,
  visit: (i: number, j: number) => void,
): void {
  const { bands } = withDefaults(options);
  const filled = sets.flatMap((set, i) => (set.length > 0 ? [i] : []));
  const keys = filled.map((i) => bandKeys(sets[i] as Uint32Array, options));
  for (let band = 0; band < bands; band++) {
    const column = Uint32Array.from(keys, (own) => own[band] as number);
    sharedKeys(column, (texts) =>
      visitPairs(
        texts.map((k) => filled[k] as number),
        visit,
      ),
    );
  }
}

/** Every pair i < j of an ascending list. */
export function visitPairs(list: readonly number[], visit: (i: number, j: number) => void): void {
  for (let p = 0; p < list.length; p++) {
    for (let q = p + 1; q < list.length; q++) visit(list[p] as number, list[q] as number);
  }
}
