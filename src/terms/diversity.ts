/** Lexical diversity of a text of N tokens and V types; V_i types occur i times, M₂ = Σ i² V_i. */
export interface LexicalDiversity {
  readonly tokens: number;
  readonly types: number;
  /** V/N */
  readonly ttr: number | null;
  /** V/√N (Guiraud) */
  readonly root_ttr: number | null;
  /** V/√(2N) (Carroll) */
  readonly corrected_ttr: number | null;
  /** ln V/ln N (Herdan's C) */
  readonly herdan_c: number | null;
  /** ln ln V/ln ln N (Summer's S) */
  readonly summer_s: number | null;
  /** (ln N)²/(ln N − ln V) (Dugast's U) */
  readonly dugast_u: number | null;
  /** (ln N − ln V)/(ln N)² (Maas' a², natural logarithm) */
  readonly maas_a2: number | null;
  /** 10⁴ (−1/N + Σ V_i (i/N)²) */
  readonly yule_k: number | null;
  /** V²/(M₂ − V) */
  readonly yule_i: number | null;
  /** Σ V_i i(i − 1)/(N(N − 1)): chance that two tokens are one type */
  readonly simpson_d: number | null;
  /** √(Σ V_i (i/N)² − 1/V) */
  readonly herdan_vm: number | null;
  /** −Σ p log₂ p over the types, bits */
  readonly entropy: number | null;
  /** Σ p² */
  readonly repeat_rate: number | null;
  readonly note: string;
}

/**
 * Measures of lexical diversity from the frequencies of a text. All but Yule's K, I, Simpson's D and V_m change with the
 * length of the text: compare texts of one length, or use `mattr`, `mtld`, `hdd`.
 *
 * @param frequencies how often each type occurs, whole numbers above 0
 * @returns the measures; null where undefined (no token, one token, all types different)
 * @throws RangeError when a frequency is no whole number above 0
 * @example
 * lexicalDiversity([2, 1, 1]).ttr // 0.75
 * @see Tweedie and Baayen 1998, Computers and the Humanities 32: 323–352, doi:10.1023/A:1001749303137
 */
export function lexicalDiversity(frequencies: readonly number[]): LexicalDiversity {
  for (const f of frequencies) {
    if (!Number.isInteger(f) || f < 1)
      throw new RangeError(`lexicalDiversity requires whole numbers above 0, got ${f}`);
  }
  const V = frequencies.length;
  const N = frequencies.reduce((sum, f) => sum + f, 0);
  const M2 = frequencies.reduce((sum, f) => sum + f * f, 0);
  const [lnN, lnV] = [Math.log(N), Math.log(V)];
  const some = (value: number): number | null => (Number.isFinite(value) && N > 0 ? value : null);
  return {
    tokens: N,
    types: V,
    ttr: some(V / N),
    root_ttr: some(V / Math.sqrt(N)),
    corrected_ttr: some(V / Math.sqrt(2 * N)),
    herdan_c: some(lnV / lnN),
    summer_s: some(Math.log(lnV) / Math.log(lnN)),
    dugast_u: some(lnN ** 2 / (lnN - lnV)),
    maas_a2: some((lnN - lnV) / lnN ** 2),
    yule_k: some(1e4 * (M2 / N ** 2 - 1 / N)),
    yule_i: some(V ** 2 / (M2 - V)),
    simpson_d: some((M2 - N) / (N * (N - 1))),
    herdan_vm: some(Math.sqrt(Math.max(0, M2 / N ** 2 - 1 / V))),
    entropy: some(-frequencies.reduce((sum, f) => sum + (f / N) * Math.log2(f / N), 0)),
    repeat_rate: some(M2 / N ** 2),
    note: N === 0 ? "no tokens" : N === 1 ? "one token" : V === N ? "no type occurs twice" : "",
  };
}

/** How often each type of a list of terms occurs. */
export function frequenciesOf(terms: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts.values()];
}

/**
 * Fisher's α of the logarithmic series: the α with V = α ln(1 + N/α).
 *
 * @param tokens N, above the number of types
 * @param types V, at least 1
 * @returns α; null where every token is a type of its own
 * @throws RangeError when there are more types than tokens
 * @see Fisher, Corbet and Williams 1943, Journal of Animal Ecology 12: 42–58, doi:10.2307/1411
 */
export function fisherAlpha(tokens: number, types: number): number | null {
  if (!(types >= 1 && types <= tokens))
    throw new RangeError(`fisherAlpha requires 1 <= types <= tokens, got ${types}, ${tokens}`);
  if (types === tokens) return null;
  let [low, high] = [1e-12, 1];
  while (high * Math.log1p(tokens / high) < types) high *= 2;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle * Math.log1p(tokens / middle) < types) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
