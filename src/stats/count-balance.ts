/** How one count stands to another on a log scale. */
export interface CountBalance {
  /** ln(a/b); with ½ added to both when one is 0; null when both are */
  readonly log_ratio: number | null;
  readonly a: number;
  readonly b: number;
  readonly note: string;
}

/**
 * The natural log ratio of two counts, such as sanctions to rewards: 0 when equal, above 0 when a is larger.
 *
 * ln(a/b), or ln((a + ½)/(b + ½)) when one of them is 0 (Haldane's correction); the note says which.
 *
 * @param a count of 0 or more
 * @param b count of 0 or more
 * @returns the log ratio with its counts
 * @throws RangeError when a count is negative
 * @example
 * countBalance(20, 20).log_ratio // 0
 * @see Haldane 1956, Annals of Human Genetics 20: 309–311, doi:10.1111/j.1469-1809.1955.tb01285.x
 */
export function countBalance(a: number, b: number): CountBalance {
  if (!(a >= 0 && b >= 0))
    throw new RangeError(`countBalance requires counts of 0 or more, got ${a} and ${b}`);
  if (a === 0 && b === 0) return { log_ratio: null, a, b, note: "both counts are 0" };
  const add = a === 0 || b === 0 ? 0.5 : 0;
  const note = add > 0 ? "½ added to both counts, because one is 0" : "";
  return { log_ratio: Math.log((a + add) / (b + add)), a, b, note };
}
