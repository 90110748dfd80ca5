/** How evenly counts are spread over kinds. */
export interface Diversity {
  /** −Σ p ln p in nats; null when nothing was counted */
  readonly shannon: number | null;
  /** 1 − Σ p², the chance that two draws differ */
  readonly simpson: number | null;
  /** Shannon's entropy over ln k, k the number of kinds given; null for one kind */
  readonly evenness: number | null;
}

/**
 * Shannon's entropy, Simpson's 1 − Σp² and evenness of counts or shares.
 *
 * @param counts one number of 0 or more per kind; kinds with 0 count in the k of evenness
 * @returns all three, null where undefined
 * @throws RangeError when a count is negative or not finite
 * @example
 * diversity([2, 2]).simpson // 0.5
 * @see Shannon 1948, doi:10.1002/j.1538-7305.1948.tb01338.x; Simpson 1949, doi:10.1038/163688a0
 */
export function diversity(counts: readonly number[]): Diversity {
  let total = 0;
  for (const count of counts) {
    if (!(count >= 0 && Number.isFinite(count))) {
      throw new RangeError(`diversity requires counts of 0 or more, got ${count}`);
    }
    total += count;
  }
  if (total === 0) return { shannon: null, simpson: null, evenness: null };
  let shannon = 0;
  let squares = 0;
  for (const count of counts) {
    const share = count / total;
    if (share > 0) shannon -= share * Math.log(share);
    squares += share * share;
  }
  return {
    shannon,
    simpson: 1 - squares,
    evenness: counts.length > 1 ? shannon / Math.log(counts.length) : null,
  };
}
