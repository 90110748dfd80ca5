import { mixBits } from "../stats/random.js";

/** How shared shingles are looked up. */
export interface SampledIndexOptions {
  /** seed of the sampling, integer in [0, 2^32); default 1 */
  readonly seed?: number;
  /** one shingle in this many is looked at, chosen by its hash and so the same in every text; default 8 */
  readonly scale?: number;
  /** a shingle in more texts than this is common phrasing and no evidence; default 64 */
  readonly common?: number;
  /** share of the smaller text's sampled shingles that must be shared for a candidate; default 0.15 */
  readonly share?: number;
}

/**
 * Pairs of texts that share shingles of a sample: candidates for containment, which signatures miss (a text cut to a
 * fifth has a Jaccard of 0.17 with its whole).
 *
 * The sample keeps a shingle when its hash is divisible by `scale` (FracMinHash): containment within the sample
 * estimates containment without bias. Sampled shingles are sorted with their texts, so memory is linear, and no
 * shingle beyond `common` texts is paired, so time is linear too.
 *
 * @param sets shingle sets
 * @param options sampling
 * @param visit called once for a pair i < j
 * @see Irber et al. 2022, Lightweight compositional analysis of metagenomes with FracMinHash, 10.1101/2022.01.11.475838
 */
export function sharingPairs(
  sets: readonly Uint32Array[],
  { seed = 1, scale = 8, common = 64, share = 0.15 }: SampledIndexOptions,
  visit: (i: number, j: number) => void,
): void {
  if (sets.length > MOST_TEXTS) {
    throw new RangeError(`sharingPairs requires at most ${MOST_TEXTS} texts, got ${sets.length}`);
  }
  const postings = sampledPostings(sets, seed, scale);
  const { lists, texts, listsOf, sizes } = sharedLists(postings, sets.length, common);
  const shared = new Uint32Array(sets.length);
  for (let text = 0; text < sets.length; text++) {
    const met: number[] = [];
    for (const list of listsOf[text] as number[]) {
      for (let at = list; at < postings.length && lists[at] === lists[list]; at++) {
        const other = texts[at] as number;
        if (other >= text) break;
        if (shared[other] === 0) met.push(other);
        shared[other] = (shared[other] as number) + 1;
      }
    }
    for (const other of met) {
      const least = share * Math.min(sizes[text] as number, sizes[other] as number);
      if ((shared[other] as number) >= least) visit(other, text);
      shared[other] = 0;
    }
  }
}

const MOST_TEXTS = 2 ** 21; // a hash of 32 bits and the number of a text fit the 53 bits of a double

/** Sampled shingles with their texts as one number each, shingle * 2^21 + text, ascending. */
function sampledPostings(sets: readonly Uint32Array[], seed: number, scale: number): Float64Array {
  const sampled = (shingle: number) => scale === 1 || mixBits(shingle ^ seed) % scale === 0;
  const shingles = sets.reduce((sum, set) => sum + set.length, 0);
  let postings = new Float64Array(Math.ceil((1.1 * shingles) / scale) + 64);
  let filled = 0;
  for (const [text, set] of sets.entries()) {
    if (filled + set.length > postings.length) {
      const wider = new Float64Array(2 * postings.length + set.length);
      wider.set(postings);
      postings = wider;
    }
    for (const shingle of set) if (sampled(shingle)) postings[filled++] = shingle * MOST_TEXTS + text;
  }
  return postings.subarray(0, filled).sort();
}

/** For each posting its text and the start of its shingle's list; for each text the lists (2 to `common` texts long) it is in. */
function sharedLists(postings: Float64Array, count: number, common: number) {
  const texts = new Uint32Array(postings.length);
  const lists = new Uint32Array(postings.length);
  const listsOf: number[][] = Array.from({ length: count }, () => []);
  const sizes = new Uint32Array(count);
  for (let from = 0, to = 0; from < postings.length; from = to) {
    const shingle = Math.floor((postings[from] as number) / MOST_TEXTS);
    while (to < postings.length && Math.floor((postings[to] as number) / MOST_TEXTS) === shingle) to++;
    for (let at = from; at < to; at++) {
      const text = (postings[at] as number) - shingle * MOST_TEXTS; // a remainder of doubles is slow
      texts[at] = text;
      lists[at] = from;
      sizes[text] = (sizes[text] as number) + 1;
      if (to - from > 1 && to - from <= common) listsOf[text]?.push(from);
    }
  }
  return { lists, texts, listsOf, sizes };
}
