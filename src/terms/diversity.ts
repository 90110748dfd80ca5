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
  /** log V/log N (Herdan's C) */
  readonly herdan_c: number | null;
  /** log log V/log log N (Summer's S); changes with the base */
  readonly summer_s: number | null;
  /** (log N)²/(log N − log V) (Dugast's U); changes with the base */
  readonly dugast_u: number | null;
  /** (log N − log V)/(log N)² (Maas' a²); changes with the base. quanteda's Maas is its square root with base 10 */
  readonly maas_a2: number | null;
  /** log V/√(1 − (log V/log N)²) (Maas' log V₀): quanteda's lgV0 with base 10, its lgeV0 with base e */
  readonly maas_log_v0: number | null;
  /** log V/log log N (Rubet's k) */
  readonly rubet_k: number | null;
  /** N^(V^−0.172) (Brunet's W): smaller is richer */
  readonly brunet_w: number | null;
  /** 100 ln N/(1 − V₁/V) (Honoré's R) */
  readonly honore_r: number | null;
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
 * @param options `logBase`: base of the logarithm in S, U, a², log V₀ and k; default e (quanteda takes 10)
 * @returns the measures; null where undefined (no token, one token, all types different)
 * @throws RangeError when a frequency is no whole number above 0, or logBase is no base
 * @example
 * lexicalDiversity([2, 1, 1]).ttr // 0.75
 * @see Tweedie and Baayen 1998, Computers and the Humanities 32: 323–352, doi:10.1023/A:1001749303137
 */
export function lexicalDiversity(
  frequencies: readonly number[],
  { logBase = Math.E }: { readonly logBase?: number } = {},
): LexicalDiversity {
  if (!(logBase > 0 && logBase !== 1))
    throw new RangeError(`lexicalDiversity requires a logBase above 0 other than 1, got ${logBase}`);
  for (const f of frequencies) {
    if (!Number.isInteger(f) || f < 1)
      throw new RangeError(`lexicalDiversity requires whole numbers above 0, got ${f}`);
  }
  const V = frequencies.length;
  const N = frequencies.reduce((sum, f) => sum + f, 0);
  const M2 = frequencies.reduce((sum, f) => sum + f * f, 0);
  const once = frequencies.reduce((sum, f) => sum + (f === 1 ? 1 : 0), 0);
  const log = (x: number) => (logBase === Math.E ? Math.log(x) : Math.log(x) / Math.log(logBase));
  const [logN, logV] = [log(N), log(V)];
  const some = (value: number): number | null => (Number.isFinite(value) && N > 0 ? value : null);
  return {
    tokens: N,
    types: V,
    ttr: some(V / N),
    root_ttr: some(V / Math.sqrt(N)),
    corrected_ttr: some(V / Math.sqrt(2 * N)),
    herdan_c: some(logV / logN),
    summer_s: some(log(logV) / log(logN)),
    dugast_u: some(logN ** 2 / (logN - logV)),
    maas_a2: some((logN - logV) / logN ** 2),
    maas_log_v0: some(logV / Math.sqrt(1 - (logV / logN) ** 2)),
    rubet_k: some(logV / log(logN)),
    brunet_w: some(N ** (V ** -0.172)),
    honore_r: some((100 * Math.log(N)) / (1 - once / V)),
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
