/** Dispersion of a term by the distances between its occurrences, without parts. */
export interface PositionDispersion {
  readonly count: number;
  readonly tokens: number;
  /** average logarithmic distance Σ d log₁₀ d / N: small when even */
  readonly ald: number | null;
  /** adjusted frequency N · 10^−ALD */
  readonly f_ald: number | null;
  /** average reduced frequency (f/N) Σ min(d, N/f): f when even, near 1 in one cluster */
  readonly arf: number | null;
  /** average waiting time (1 + Σ d²/N)/2 */
  readonly awt: number | null;
  /** adjusted frequency N²/Σ d² */
  readonly f_awt: number | null;
}

/**
 * Dispersion by distances; the text is closed to a ring, so that the first distance runs from the last occurrence round.
 *
 * @param positions token indices of the occurrences, rising, from 0
 * @param tokens length N of the text in tokens
 * @returns measures; null where the term does not occur
 * @throws RangeError when positions do not rise within the text
 * @example
 * positionDispersion([0, 5], 10).arf // 2
 * @see Savický and Hlaváčová 2002, Journal of Quantitative Linguistics 9: 215–231, doi:10.1076/jqul.9.3.215.14124
 */
export function positionDispersion(positions: readonly number[], tokens: number): PositionDispersion {
  const count = positions.length;
  const distances = positions.map((position, i) => {
    const before = i === 0 ? positions[count - 1]! - tokens : positions[i - 1]!;
    if (!(position >= 0 && position < tokens && position > before)) {
      throw new RangeError(`positionDispersion requires rising positions below ${tokens}, got ${position}`);
    }
    return position - before;
  });
  if (count === 0) return { count, tokens, ald: null, f_ald: null, arf: null, awt: null, f_awt: null };
  const add = (f: (d: number) => number) => distances.reduce((sum, d) => sum + f(d), 0);
  const ald = add((d) => d * Math.log10(d)) / tokens;
  const squares = add((d) => d * d);
  return {
    count,
    tokens,
    ald,
    f_ald: tokens * 10 ** -ald,
    arf: (count / tokens) * add((d) => Math.min(d, tokens / count)),
    awt: (1 + squares / tokens) / 2,
    f_awt: tokens ** 2 / squares,
  };
}
