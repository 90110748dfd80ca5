/** How many types a random sample of tokens from a text holds. */
export interface ExpectedTypes {
  /** tokens of the sample */
  readonly tokens: number;
  /** expected number of types */
  readonly types: number;
  /** standard deviation of that number over all samples of the size */
  readonly sd: number;
}

/**
 * The expected number of types in a sample of n tokens drawn without replacement from a text (rarefaction): texts of unequal
 * length compared at one length.
 *
 * With q_f = C(N − f, n)/C(N, n), the chance that a type with f of the N tokens is not drawn: E = Σ (1 − q_f), variance
 * Σ q_f (1 − q_f) + Σ over pairs of types of (q_(f+g) − q_f q_g). The standard deviation says how far samples of this text
 * differ, not how far another text by the same hand would.
 *
 * @param frequencies how often each type occurs, whole numbers above 0
 * @param tokens size n of the sample, a whole number of at least 1
 * @returns expected types with their standard deviation; null for a text shorter than the sample
 * @throws RangeError when tokens is no whole number above 0, or a frequency is none
 * @example
 * expectedTypes([2, 1], 2).types // 1.666666666667
 * @see Hurlbert 1971, Ecology 52: 577–586, doi:10.2307/1934145
 * @see Heck, van Belle and Simberloff 1975, Ecology 56: 1459–1461, doi:10.2307/1934716 (variance)
 */
export function expectedTypes(frequencies: readonly number[], tokens: number): ExpectedTypes | null {
  if (!Number.isInteger(tokens) || tokens < 1)
    throw new RangeError(`expectedTypes requires a sample of at least 1 token, got ${tokens}`);
  const spectrum = new Map<number, number>();
  for (const f of frequencies) {
    if (!Number.isInteger(f) || f < 1)
      throw new RangeError(`expectedTypes requires whole numbers above 0, got ${f}`);
    spectrum.set(f, (spectrum.get(f) ?? 0) + 1);
  }
  const N = frequencies.reduce((sum, f) => sum + f, 0);
  if (N < tokens) return null;
  const logAbsent = new Float64Array(N - tokens + 1); // ln q_f = Σ ln(1 − n/(N − i)) over i < f
  for (let f = 1; f < logAbsent.length; f++)
    logAbsent[f] = logAbsent[f - 1]! + Math.log1p(-tokens / (N - f + 1));
  const absent = (f: number) => (f < logAbsent.length ? Math.exp(logAbsent[f]!) : 0);
  const classes = [...spectrum].sort((a, b) => a[0] - b[0]).map(([f, n]) => ({ f, n, q: absent(f) }));
  let types = 0;
  let variance = 0;
  for (const [i, { f, n, q }] of classes.entries()) {
    types += n * (1 - q);
    variance += n * q * (1 - q) + n * (n - 1) * (absent(2 * f) - q * q);
    for (const other of classes.slice(i + 1))
      variance += 2 * n * other.n * (absent(f + other.f) - q * other.q);
  }
  return { tokens, types, sd: Math.sqrt(Math.max(0, variance)) };
}
