/** How evenly a term is spread over the parts of a corpus. The direction of every scale is in its line. */
export interface Dispersion {
  /** occurrences in all parts */
  readonly count: number;
  readonly parts: number;
  /** parts that hold the term */
  readonly range: number;
  /** range / parts: 1 in every part */
  readonly range_relative: number;
  /** share of the corpus, in tokens, that lies in parts with the term: 1 in every part */
  readonly range_with_size: number;
  /** Juilland's D = 1 − (sd/mean)/√(n − 1) of the parts' rates, population sd: 1 even, 0 in one part */
  readonly juilland_d: number | null;
  /** the same with the sample sd, as quanteda.extras computes it */
  readonly juilland_d_sample_sd: number | null;
  /** Carroll's D₂, entropy of the rates over ln n: 1 even, 0 in one part */
  readonly carroll_d2: number | null;
  /** Rosengren's S = (Σ√(s f))²/F: 1 even */
  readonly rosengren_s: number | null;
  /** Gries' DP = Σ|v − s|/2: 0 even, towards 1 uneven */
  readonly dp: number | null;
  /** DP/(1 − min s): 0 even, 1 in the smallest part only (Lijffijt and Gries 2012) */
  readonly dp_norm: number | null;
  /** DP/(1 − min s over the parts that hold the term): 0 even (Egbert, Burch and Biber 2020) */
  readonly dp_norm_egbert: number | null;
  /** Kullback–Leibler divergence Σ v log₂(v/s) in bits: 0 even, no upper limit */
  readonly kld: number | null;
  /** e^−KLD (KLD in bits, as Gries 2020): 1 even, towards 0 */
  readonly dkl_base_e: number | null;
  /** 2^−KLD: 1 even, towards 0 */
  readonly dkl_base_2: number | null;
  /** 1/(1 + KLD): 1 even, towards 0 */
  readonly dkl_odds: number | null;
  /** Burch, Egbert and Biber's DA on rates: 1 even, 0 in one part */
  readonly da: number | null;
  /** Lyne's D₃ = 1 − χ²/(4F) for equal parts: 1 even */
  readonly lyne_d3: number | null;
  /** Zhang's distributional consistency (Σ√f/n)²/(F/n): 1 even, equal parts */
  readonly zhang_dc: number | null;
  /** adjusted frequencies: Juilland's U = F · D, Rosengren's KF, Carroll's Um, Engwall's FM */
  readonly juilland_u: number | null;
  readonly rosengren_kf: number | null;
  readonly carroll_um: number | null;
  readonly engwall_fm: number | null;
  /** Kromer's UR, Σ over the parts of 1 + 1/2 + … + 1/f; null where a count is no whole number */
  readonly kromer_ur: number | null;
  readonly note: string;
}

/**
 * Dispersion of a term over parts of equal or unequal size.
 *
 * s is a part's share of the tokens, v its share of the occurrences, a rate is f/size. Parts without tokens are left out.
 *
 * @param counts occurrences in each part
 * @param sizes tokens of each part; default all equal
 * @returns the measures with their counts; null with a note for a term that does not occur or a single part
 * @throws RangeError when lengths differ, or a count is negative or above its part's size where sizes are given
 * @example
 * dispersion([0, 4, 3, 2, 1]).juilland_d // 0.646446609
 * @see Gries 2008, doi:10.1075/ijcl.13.4.02gri; Lijffijt and Gries 2012, doi:10.1075/ijcl.17.1.08lij
 * @see Gries 2020, Analyzing dispersion, in Paquot and Gries, doi:10.1007/978-3-030-46216-1_5
 */
export function dispersion(counts: readonly number[], sizes?: readonly number[]): Dispersion {
  if (sizes !== undefined && sizes.length !== counts.length) {
    throw new RangeError(`dispersion requires one size a part, got ${counts.length} and ${sizes.length}`);
  }
  const kept = counts.map((count, i) => ({ count, size: sizes?.[i] ?? 1 })).filter(({ size }) => size > 0);
  for (const { count, size } of kept) {
    if (!(count >= 0) || (sizes && count > size)) {
      throw new RangeError(
        `dispersion requires counts from 0 to the size of their part, got ${count} in ${size}`,
      );
    }
  }
  const n = kept.length;
  const total = sum(kept.map((part) => part.size));
  const frequency = sum(kept.map((part) => part.count));
  const present = kept.filter((part) => part.count > 0);
  const base = {
    count: frequency,
    parts: n,
    range: present.length,
    range_relative: n === 0 ? 0 : present.length / n,
    range_with_size: total === 0 ? 0 : sum(present.map((part) => part.size)) / total,
  };
  if (frequency === 0 || n < 2) {
    return {
      ...base,
      ...UNDEFINED,
      note: n < 2 ? "dispersion needs at least two parts" : "the term does not occur",
    };
  }
  const f = kept.map((part) => part.count);
  const s = kept.map((part) => part.size / total);
  const v = f.map((count) => count / frequency);
  const rates = kept.map((part) => part.count / part.size);
  const mean = sum(rates) / n;
  const squares = sum(rates.map((rate) => (rate - mean) ** 2));
  const shares = rates.map((rate) => rate / sum(rates));
  const d2 = -sum(shares.map((p) => (p > 0 ? p * Math.log(p) : 0))) / Math.log(n);
  const dp = sum(v.map((share, i) => Math.abs(share - s[i]!))) / 2;
  const kld = sum(v.map((share, i) => (share > 0 ? share * Math.log2(share / s[i]!) : 0)));
  const rosengren = sum(f.map((count, i) => Math.sqrt(s[i]! * count))) ** 2 / frequency;
  const juilland_d = 1 - Math.sqrt(squares / n) / mean / Math.sqrt(n - 1);
  const egbert = 1 - least(s.filter((_, i) => f[i]! > 0));
  return {
    ...base,
    juilland_d,
    juilland_d_sample_sd: 1 - Math.sqrt(squares / (n - 1)) / mean / Math.sqrt(n - 1),
    carroll_d2: d2,
    rosengren_s: rosengren,
    dp,
    dp_norm: dp / (1 - least(s)),
    dp_norm_egbert: egbert > 0 ? dp / egbert : null,
    kld,
    dkl_base_e: Math.exp(-kld),
    dkl_base_2: 2 ** -kld,
    dkl_odds: 1 / (1 + kld),
    da: 1 - meanDifference(rates) / (2 * mean),
    lyne_d3: 1 - sum(f.map((count) => (count - frequency / n) ** 2 / (frequency / n))) / (4 * frequency),
    zhang_dc: (sum(f.map(Math.sqrt)) / n) ** 2 / (frequency / n),
    juilland_u: frequency * juilland_d,
    rosengren_kf: rosengren * frequency,
    carroll_um: frequency * d2 + ((1 - d2) * frequency) / n,
    engwall_fm: (frequency * present.length) / n,
    kromer_ur: f.every(Number.isInteger) ? sum(f.map(harmonic)) : null,
    note: "",
  };
}

const UNDEFINED = {
  juilland_d: null,
  juilland_d_sample_sd: null,
  carroll_d2: null,
  rosengren_s: null,
  dp: null,
  dp_norm: null,
  dp_norm_egbert: null,
  kld: null,
  dkl_base_e: null,
  dkl_base_2: null,
  dkl_odds: null,
  da: null,
  lyne_d3: null,
  zhang_dc: null,
  juilland_u: null,
  rosengren_kf: null,
  carroll_um: null,
  engwall_fm: null,
  kromer_ur: null,
} as const;

/** Mean of |x − y| over all pairs, from the sorted values. */
function meanDifference(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  return (2 * sum(sorted.map((x, i) => x * (2 * i - n + 1)))) / (n * (n - 1));
}

/** 1 + 1/2 + … + 1/n */
function harmonic(n: number): number {
  let total = 0;
  for (let i = 1; i <= n; i++) total += 1 / i;
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
