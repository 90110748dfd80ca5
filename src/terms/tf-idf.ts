import { type DocumentFeatureMatrix, eachCell } from "./matrix.js";

/**
 * Named tf-idf schemes; f the count in the document, L its length, N documents, n documents with the term.
 *
 * - `quanteda`: f · log₁₀(N/n)
 * - `quanteda-prop`: (f/L) · log₁₀(N/n)
 * - `voyant`: the same as `quanteda-prop` (Voyant computes it with 32-bit numbers)
 * - `scikit-learn`: f · (ln((1 + N)/(1 + n)) + 1), each document divided by its Euclidean length
 * - `scikit-learn-plain`: (1 + ln f) · (ln(N/n) + 1), not divided (smooth_idf false, sublinear_tf true, norm none)
 * - `tm`: (f/L) · log₂(N/n)
 * - `natural`: f · (1 + ln(N/(1 + n)))
 */
export const TF_IDF_SCHEMES = [
  "quanteda",
  "quanteda-prop",
  "voyant",
  "scikit-learn",
  "scikit-learn-plain",
  "tm",
  "natural",
] as const;
export type TfIdfScheme = (typeof TF_IDF_SCHEMES)[number];

/** The inverse document frequency of a scheme. */
export function inverseDocumentFrequency(scheme: TfIdfScheme, documents: number, withTerm: number): number {
  switch (scheme) {
    case "quanteda":
    case "quanteda-prop":
    case "voyant":
      return Math.log10(documents / withTerm);
    case "scikit-learn":
      return Math.log((1 + documents) / (1 + withTerm)) + 1;
    case "scikit-learn-plain":
      return Math.log(documents / withTerm) + 1;
    case "tm":
      return Math.log2(documents / withTerm);
    case "natural":
      return 1 + Math.log(documents / (1 + withTerm));
    default:
      throw new RangeError(`tfIdf requires one of ${TF_IDF_SCHEMES.join(", ")}, got ${scheme}`);
  }
}

/**
 * The tf-idf weights of a document-feature matrix under a named scheme.
 *
 * @param matrix counts; weights of documents are not looked at
 * @param scheme see `TF_IDF_SCHEMES`; default `quanteda`
 * @returns the matrix with weights in place of counts (same cells)
 * @throws RangeError for an unknown scheme
 * @example
 * tfIdf(documentFeatureMatrix([{ id: "a", terms: ["x", "y"] }, { id: "b", terms: ["y"] }])).counts[0] // 0.301029995664
 * @see Manning, Raghavan and Schütze 2008, Introduction to Information Retrieval, section 6.4
 */
export function tfIdf(
  matrix: DocumentFeatureMatrix,
  scheme: TfIdfScheme = "quanteda",
): DocumentFeatureMatrix {
  const N = matrix.documents.length;
  const withTerm = new Float64Array(matrix.terms.length);
  const length = new Float64Array(N);
  eachCell(matrix, (row, column, count) => {
    withTerm[column]!++;
    length[row]! += count;
  });
  const idf = Array.from(withTerm, (n) => inverseDocumentFrequency(scheme, N, n));
  const relative = scheme === "quanteda-prop" || scheme === "voyant" || scheme === "tm";
  const counts = new Float64Array(matrix.counts.length);
  for (let row = 0; row < N; row++) {
    let squares = 0;
    for (let j = matrix.rowStart[row]!; j < matrix.rowStart[row + 1]!; j++) {
      const f = matrix.counts[j]!;
      const tf = relative ? f / length[row]! : scheme === "scikit-learn-plain" ? 1 + Math.log(f) : f;
      const weight = tf * idf[matrix.columns[j]!]!;
      counts[j] = weight;
      squares += weight * weight;
    }
    if (scheme !== "scikit-learn" || squares === 0) continue;
    const norm = Math.sqrt(squares);
    for (let j = matrix.rowStart[row]!; j < matrix.rowStart[row + 1]!; j++) counts[j]! /= norm;
  }
  return { ...matrix, counts };
}
