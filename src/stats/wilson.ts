/** A share with its interval. */
export interface ShareInterval {
  /** count / n, null when n is 0 */
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Wilson's score interval of a share.
 *
 * (p + z²/2n ± z√(p(1 − p)/n + z²/4n²)) / (1 + z²/n), with p = count / n and z the normal quantile (1.959964 for 95 %).
 * It supposes independent observations: where records come in documents it is too narrow, so show documents beside it.
 *
 * @param count observations that count, 0 ≤ count ≤ n
 * @param n all observations
 * @param z normal quantile of the two-sided level; default 1.959963984540054 (95 %)
 * @returns share and limits in [0, 1], all null when n is 0
 * @throws RangeError unless 0 ≤ count ≤ n and z > 0
 * @example
 * wilson(0, 0) // { share: null, lower: null, upper: null }
 * @see Wilson 1927, Journal of the American Statistical Association 22: 209–212, doi:10.1080/01621459.1927.10502953
 */
export function wilson(count: number, n: number, z = 1.959963984540054): ShareInterval {
  if (!(count >= 0 && count <= n))
    throw new RangeError(`wilson requires 0 <= count <= n, got ${count} of ${n}`);
  if (!(z > 0 && Number.isFinite(z))) throw new RangeError(`wilson requires z > 0, got ${z}`);
  if (n === 0) return { share: null, lower: null, upper: null };
  const share = count / n;
  const square = (z * z) / n;
  const centre = share + square / 2;
  const half = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  return {
    share,
    lower: count === 0 ? 0 : (centre - half) / (1 + square),
    upper: count === n ? 1 : (centre + half) / (1 + square),
  };
}
