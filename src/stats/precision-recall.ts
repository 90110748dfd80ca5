/** Precision, recall and their harmonic mean with the counts that they rest on. */
export interface PrecisionRecall {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/**
 * Precision tp/(tp + fp), recall tp/(tp + fn) and F1 = 2tp/(2tp + fp + fn).
 *
 * @param tp found and right
 * @param fp found and wrong
 * @param fn missed
 * @returns the three shares, null where their denominator is 0
 * @throws RangeError when a count is negative
 * @example
 * precisionRecall(1, 1, 0).precision // 0.5
 * @see van Rijsbergen 1979, Information Retrieval, chapter 7
 */
export function precisionRecall(tp: number, fp: number, fn: number): PrecisionRecall {
  if (!(tp >= 0 && fp >= 0 && fn >= 0)) {
    throw new RangeError(`precisionRecall requires counts of 0 or more, got ${tp}, ${fp}, ${fn}`);
  }
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    precision: share(tp, tp + fp),
    recall: share(tp, tp + fn),
    f1: share(2 * tp, 2 * tp + fp + fn),
    tp,
    fp,
    fn,
  };
}
