import type { CodedConsequence } from "../severity/observations.js";
import { type Expression, expressionsOf } from "./expressions.js";

/** Two codings of the same texts, aligned: what both have, what only the gold has, what only the prediction has. */
export interface Matching {
  readonly pairs: readonly { readonly predicted: Expression; readonly gold: Expression }[];
  readonly missed: readonly Expression[];
  readonly extra: readonly Expression[];
}

/**
 * Aligns predicted expressions with gold ones, one to one.
 *
 * Candidates share source, polarity and type (unless `anyType`) and at least one character; they are taken greedily by
 * overlap / union of their spans, largest first, ties in the order of the lists.
 *
 * @param predicted records of the extractor or of a second coder
 * @param gold records of the first coder
 * @param options `anyType`: spans alone decide, for confusion tables of the type
 * @returns pairs and what is left over on either side
 */
export function matchConsequences(
  predicted: readonly CodedConsequence[],
  gold: readonly CodedConsequence[],
  options: { readonly anyType?: boolean } = {},
): Matching {
  const left = expressionsOf(predicted);
  const right = expressionsOf(gold);
  const bySource = new Map<string, number[]>();
  right.forEach(({ source }, j) => {
    const list = bySource.get(source);
    if (list) list.push(j);
    else bySource.set(source, [j]);
  });
  const candidates: { share: number; i: number; j: number }[] = [];
  left.forEach((one, i) => {
    for (const j of bySource.get(one.source) ?? []) {
      const two = right[j] as Expression;
      if (!options.anyType && (one.type !== two.type || one.polarity !== two.polarity)) continue;
      const shared = Math.min(one.end, two.end) - Math.max(one.start, two.start);
      if (shared > 0)
        candidates.push({
          share: shared / (Math.max(one.end, two.end) - Math.min(one.start, two.start)),
          i,
          j,
        });
    }
  });
  candidates.sort((a, b) => b.share - a.share || a.i - b.i || a.j - b.j);
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: { predicted: Expression; gold: Expression }[] = [];
  for (const { i, j } of candidates) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    pairs.push({ predicted: left[i] as Expression, gold: right[j] as Expression });
  }
  return {
    pairs,
    missed: right.filter((_, j) => !usedRight.has(j)),
    extra: left.filter((_, i) => !usedLeft.has(i)),
  };
}
