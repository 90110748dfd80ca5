import type { DuplicateKind } from "./records.js";
import type { Similarity } from "./similarity.js";

/**
 * The cuts between the kinds. Measured on hand-read pairs: copies of one text, however damaged, hold at least 0.86 of
 * the smaller in the larger; texts from one template 0.39 to 0.71; unrelated policy documents at most 0.05, short ones up
 * to 0.24 (they share the titles of laws). Broder (1997) and Henzinger (2006) cut web pages at a Jaccard of 0.5 to 0.9;
 * truncation makes containment the better measure here.
 */
export interface KindThresholds {
  /** containment of the smaller text from which on the two are one text; 0.85 */
  readonly copied: number;
  /** containment from which a much smaller text counts as contained, not as a damaged copy; 0.95 */
  readonly whole: number;
  /** Jaccard similarity above which a copy is near whatever its containment; 0.75 (an old and a revised reading) */
  readonly alike: number;
  /** containment from which on two texts follow one template; 0.3 for parts, 0.6 on both sides for passages */
  readonly template: number;
  /** whether a template must show on both sides (passages: a short text easily lies half in a long one) */
  readonly template_both: boolean;
  /** shingles that the smaller text needs to count as copy at all */
  readonly minimum: number;
  /** shingles that the smaller text needs to count as contained: a shorter one may be a title or a citation */
  readonly minimum_contained: number;
  /** shingles that the smaller text needs to count as template_swap */
  readonly minimum_template: number;
}

/** Whole parts. 80 characters: a teaser, not a title; 300 characters before a template is claimed. */
export const PART_THRESHOLDS: KindThresholds = {
  copied: 0.85,
  whole: 0.95,
  alike: 0.75,
  template: 0.3,
  template_both: false,
  minimum: 80,
  minimum_contained: 80,
  minimum_template: 296,
};

/**
 * Passages: 30 shingles (34 characters, longer than the title of a law; 25 to 32 give the same pairs in the collections), a
 * template from 120 characters.
 */
export const PASSAGE_THRESHOLDS: KindThresholds = {
  copied: 0.85,
  whole: 0.95,
  alike: 0.75,
  template: 0.6,
  template_both: true,
  minimum: 30,
  minimum_contained: 80,
  minimum_template: 116,
};

/**
 * The kind of a pair, or null where it is no repetition.
 *
 * @param pair similarity of the two shingle sets
 * @param sizeA shingles in a
 * @param sizeB shingles in b
 * @param cuts thresholds, by default those for whole parts
 * @example
 * kindOf({ shared: 900, jaccard: 0.17, containment_a_in_b: 0.96, containment_b_in_a: 0.18 }, 940, 5100) // "contained"
 */
export function kindOf(
  pair: Similarity,
  sizeA: number,
  sizeB: number,
  cuts: KindThresholds = PART_THRESHOLDS,
): DuplicateKind | null {
  const { jaccard, containment_a_in_b: ab, containment_b_in_a: ba } = pair;
  const smaller = Math.min(sizeA, sizeB);
  if (jaccard === null || ab === null || ba === null || smaller < cuts.minimum) return null;
  const most = Math.max(ab, ba);
  if (jaccard === 1) return "copy";
  if (jaccard >= cuts.alike) return "near_copy";
  if (most >= cuts.copied) {
    const part = smaller / Math.max(sizeA, sizeB);
    if (most < cuts.whole && part >= 0.5) return "near_copy";
    return smaller >= cuts.minimum_contained ? "contained" : null;
  }
  const template = cuts.template_both ? Math.min(ab, ba) : most;
  return template >= cuts.template && smaller >= cuts.minimum_template ? "template_swap" : null;
}
