import { type CandidateOptions, candidatePairs } from "./candidates.js";
import { clusteredRecords, type Member, type RelatedPair } from "./clusters.js";
import { type KindThresholds, kindOf, PART_THRESHOLDS } from "./kinds.js";
import { type ComparedText, type DuplicateRecord, sideOf } from "./records.js";
import { contentOf, shingleSequence, shingleSet } from "./shingles.js";
import { similarity } from "./similarity.js";

/**
 * Pairs among shingle sets that repeat each other, each compared exactly, so that precision does not depend on how a
 * pair was proposed.
 *
 * @param sets shingle sets
 * @param options how candidates are found
 * @param cuts thresholds of the kinds
 */
export function relatedPairs(
  sets: readonly Uint32Array[],
  options: CandidateOptions = {},
  cuts: KindThresholds = PART_THRESHOLDS,
): RelatedPair[] {
  const pairs: RelatedPair[] = [];
  for (const [i, j] of candidatePairs(sets, options)) {
    const [a, b] = [sets[i] as Uint32Array, sets[j] as Uint32Array];
    const pair = similarity(a, b);
    const kind = kindOf(pair, a.length, b.length, cuts);
    if (kind) pairs.push({ ...pair, i, j, kind });
  }
  return pairs;
}

/** What is kept of a whole text to compare it: its place and size, and its shingles. */
export interface WholeText {
  readonly member: Member;
  readonly shingles: Uint32Array;
}

/** The shingles of a whole text, which can then be let go. */
export function wholeText(text: ComparedText): WholeText {
  const content = contentOf(text.text);
  const member = { ...sideOf(text), size: content.characters.length, noise: text.noise ?? 0 };
  return { member, shingles: shingleSet(shingleSequence(content)) };
}

/**
 * Whole texts that repeat each other.
 *
 * @param wholes parts and teasers, in any order
 * @param options how candidates are found
 * @returns records sorted by the place of a, then of b
 */
export function wholeDuplicates(
  wholes: readonly WholeText[],
  options: CandidateOptions = {},
): DuplicateRecord[] {
  const pairs = relatedPairs(
    wholes.map(({ shingles }) => shingles),
    options,
  );
  return clusteredRecords(
    wholes.map(({ member }) => member),
    pairs,
    "part",
  );
}
