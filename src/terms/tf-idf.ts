import { type DocumentFeatureMatrix, eachCell } from "./matrix.js";

/** How the weight of a term in a document is made; f its count in the document, L the document's length. */
export interface TfIdfWeighting {
  /**
   * `count` f; `prop` f/L; `propmax` f/max f; `boolean` 1; `logcount` 1 + log f; `augmented` ½ + ½ f/max f;
   * `logave` (1 + log f)/(1 + log mean f), maximum and mean over the document's terms
   */
  readonly tf: "count" | "prop" | "propmax" | "boolean" | "logcount" | "augmented" | "logave";
  /**
   * N documents, n with the term: `unary` 1; `count` n; `inverse` log(N/n); `inversemax` log(max n/n);
   * `inverseprob` log((N − n)/n), 0 where that is below 0
   */
  readonly idf: "unary" | "count" | "inverse" | "inversemax" | "inverseprob";
  /** base of every logarithm; default 10 */
  readonly base?: number;
  /** added to N, and to n in the denominator; default 0 */
  readonly extra?: readonly [documents: number, withTerm: number];
  /** added to the inverse document frequency; default 0 */
  readonly plus?: number;
  /** each document divided by the sum (`l1`) or the Euclidean length (`l2`) of its weights; default `none` */
  readonly norm?: "none" | "l1" | "l2";
}

/**
 * The weightings that programs use by default, by name.
 *
 * - `quanteda`: f · log₁₀(N/n) (`dfm_tfidf`)
 * - `quanteda-prop`: (f/L) · log₁₀(N/n) (`dfm_tfidf(scheme_tf = "prop")`)
 * - `voyant`: the same as `quanteda-prop` (Voyant computes it with 32-bit numbers)
 * - `scikit-learn`: f · (ln((1 + N)/(1 + n)) + 1), each document divided by its Euclidean length (`TfidfVectorizer`)
 * - `scikit-learn-plain`: (1 + ln f) · (ln(N/n) + 1), not divided (smooth_idf false, sublinear_tf true, norm none)
 * - `tm`: (f/L) · log₂(N/n) (`weightTfIdf`)
 * - `natural`: f · (1 + ln(N/(1 + n)))
 */
const NAMED = {
  quanteda: { tf: "count", idf: "inverse" },
  "quanteda-prop": { tf: "prop", idf: "inverse" },
  voyant: { tf: "prop", idf: "inverse" },
  "scikit-learn": { tf: "count", idf: "inverse", base: Math.E, extra: [1, 1], plus: 1, norm: "l2" },
  "scikit-learn-plain": { tf: "logcount", idf: "inverse", base: Math.E, plus: 1 },
  tm: { tf: "prop", idf: "inverse", base: 2 },
  natural: { tf: "count", idf: "inverse", base: Math.E, extra: [0, 1], plus: 1 },
} as const satisfies Record<string, TfIdfWeighting>;

export type TfIdfScheme = keyof typeof NAMED;

/** Names of the weightings that programs use by default. */
export const TF_IDF_SCHEMES = Object.keys(NAMED) as readonly TfIdfScheme[];

/**
 * The weighting of a name, to be looked at or changed.
 *
 * @throws RangeError for an unknown name
 * @example
 * tfIdfWeighting("tm") // { tf: "prop", idf: "inverse", base: 2 }
 */
export function tfIdfWeighting(scheme: TfIdfScheme): TfIdfWeighting {
  if (!TF_IDF_SCHEMES.includes(scheme))
    throw new RangeError(`tfIdf requires one of ${TF_IDF_SCHEMES.join(", ")}, got ${scheme}`);
  return NAMED[scheme];
}

/**
 * The inverse document frequency of a term under a weighting.
 *
 * @param scheme a name or a weighting
 * @param documents N
 * @param withTerm n, at least 1
 * @param most largest n of any term, for `inversemax`; default N
 * @example
 * inverseDocumentFrequency("quanteda", 100, 10) // 1
 */
export function inverseDocumentFrequency(
  scheme: TfIdfScheme | TfIdfWeighting,
  documents: number,
  withTerm: number,
  most = documents,
): number {
  const { idf, base = 10, extra = [0, 0], plus = 0 } = weighting(scheme);
  const [N, n] = [documents + extra[0], withTerm + extra[1]];
  if (idf === "unary") return 1;
  if (idf === "count") return n + plus;
  if (idf === "inversemax") return log(most / n, base) + plus;
  if (idf === "inverse") return log(N / n, base) + plus;
  return N > withTerm ? Math.max(0, log((N - withTerm) / n, base)) + plus : plus;
}

/**
 * The tf-idf weights of a document-feature matrix.
 *
 * @param matrix counts; weights of documents are not looked at
 * @param scheme a name (see `TF_IDF_SCHEMES`) or a weighting; default `quanteda`
 * @returns the matrix with weights in place of counts (same cells)
 * @throws RangeError for an unknown name
 * @example
 * tfIdf(documentFeatureMatrix([{ id: "a", terms: ["x", "y"] }, { id: "b", terms: ["y"] }])).counts[0] // 0.301029995664
 * @see Manning, Raghavan and Schütze 2008, Introduction to Information Retrieval, section 6.4
 */
export function tfIdf(
  matrix: DocumentFeatureMatrix,
  scheme: TfIdfScheme | TfIdfWeighting = "quanteda",
): DocumentFeatureMatrix {
  const chosen = weighting(scheme);
  const withTerm = new Float64Array(matrix.terms.length);
  eachCell(matrix, (_, column) => {
    withTerm[column]!++;
  });
  const most = withTerm.reduce((a, b) => Math.max(a, b), 0);
  const idf = Array.from(withTerm, (n) => inverseDocumentFrequency(chosen, matrix.documents.length, n, most));
  const counts = new Float64Array(matrix.counts.length);
  for (let row = 0; row < matrix.documents.length; row++) {
    const [from, to] = [matrix.rowStart[row]!, matrix.rowStart[row + 1]!];
    const tf = termWeight(chosen, matrix.counts.subarray(from, to));
    for (let j = from; j < to; j++) counts[j] = tf(matrix.counts[j]!) * idf[matrix.columns[j]!]!;
    divide(counts.subarray(from, to), chosen.norm ?? "none");
  }
  return { ...matrix, counts };
}

function weighting(scheme: TfIdfScheme | TfIdfWeighting): TfIdfWeighting {
  return typeof scheme === "string" ? tfIdfWeighting(scheme) : scheme;
}

/** What a count of this document weighs. */
function termWeight({ tf, base = 10 }: TfIdfWeighting, row: Float64Array): (f: number) => number {
  const sum = row.reduce((a, b) => a + b, 0);
  const largest = row.reduce((a, b) => Math.max(a, b), 0);
  switch (tf) {
    case "count":
      return (f) => f;
    case "prop":
      return (f) => f / sum;
    case "propmax":
      return (f) => f / largest;
    case "boolean":
      return () => 1;
    case "logcount":
      return (f) => 1 + log(f, base);
    case "augmented":
      return (f) => 0.5 + (0.5 * f) / largest;
    case "logave": {
      const mean = 1 + log(sum / row.length, base);
      return (f) => (1 + log(f, base)) / mean;
    }
  }
}

function divide(weights: Float64Array, norm: "none" | "l1" | "l2"): void {
  if (norm === "none") return;
  const sum = weights.reduce((total, w) => total + (norm === "l1" ? Math.abs(w) : w * w), 0);
  const length = norm === "l1" ? sum : Math.sqrt(sum);
  if (length > 0) for (let j = 0; j < weights.length; j++) weights[j]! /= length;
}

function log(x: number, base: number): number {
  if (base === 10) return Math.log10(x);
  if (base === 2) return Math.log2(x);
  return base === Math.E ? Math.log(x) : Math.log(x) / Math.log(base);
}
