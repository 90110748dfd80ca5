import { bandedPairs, type MinHashOptions, visitPairs } from "./minhash.js";
import { type SampledIndexOptions, sharingPairs } from "./sampled-index.js";

/** How pairs are found that are worth an exact comparison. */
export interface CandidateOptions extends MinHashOptions, SampledIndexOptions {
  /** up to this many texts every pair is compared, beyond it signatures and a sampled index propose pairs; default 200 */
  readonly exact?: number;
}

/**
 * Pairs of texts to compare exactly: all of them where there are few, else those that banded MinHash signatures
 * (similar texts) or shared sampled shingles (one text in another) propose.
 *
 * The proposals depend on the texts and the seed only, not on the order of the texts.
 *
 * @param sets shingle sets, ascending
 * @param options seed, bands, sampling and the number up to which all pairs are taken
 * @returns pairs [i, j] with i < j, each once, in ascending order
 * @example
 * candidatePairs([Uint32Array.of(1), Uint32Array.of(2)]) // [[0,1]]
 */
export function candidatePairs(
  sets: readonly Uint32Array[],
  options: CandidateOptions = {},
): [number, number][] {
  const found = new Set<number>();
  const add = (i: number, j: number) => found.add(i * sets.length + j);
  if (sets.length <= (options.exact ?? 200)) {
    visitPairs([...sets.keys()], add);
  } else {
    bandedPairs(sets, options, add);
    sharingPairs(sets, options, add);
  }
  return [...Float64Array.from(found).sort()].map((key) => [
    Math.floor(key / sets.length),
    key % sets.length,
  ]);
}
