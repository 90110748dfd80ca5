// Reference values of other software and of the literature, with their sources: fixtures/vectors.json, group "weights".
import { describe } from "vitest";
import { correspondenceAnalysis } from "../../src/terms/correspondence.js";
import { countTerms } from "../../src/terms/counts.js";
import { documentFeatureMatrix } from "../../src/terms/matrix.js";
import { bagSimilarity, documentSimilarities } from "../../src/terms/similarity.js";
import { inverseDocumentFrequency, type TfIdfScheme, tfIdf } from "../../src/terms/tf-idf.js";
import { checksOf, type Loose, texts } from "./fixtures/vectors.js";

const check = checksOf("weights");

describe("tf-idf and frequency", () => {
  const weights = (documents: readonly string[], scheme: TfIdfScheme): Record<string, number[]> => {
    const m = tfIdf(documentFeatureMatrix(texts(documents)), scheme);
    const rows = Object.fromEntries(m.terms.map((t) => [t, m.documents.map(() => 0)]));
    m.documents.forEach((_, d) => {
      for (let j = m.rowStart[d]!; j < m.rowStart[d + 1]!; j++)
        rows[m.terms[m.columns[j]!]!]![d] = m.counts[j]!;
    });
    return rows;
  };
  const sklearn = (i: Loose, scheme: TfIdfScheme) => {
    const m = documentFeatureMatrix(texts(i.documents));
    const byTerm = weights(i.documents, scheme);
    const df = m.terms.map((t) => byTerm[t]!.filter((w) => w > 0).length);
    return {
      features: m.terms,
      idf: df.map((n) => inverseDocumentFrequency(scheme, m.documents.length, n)),
      matrix: m.documents.map((_, d) => m.terms.map((t) => byTerm[t]![d])),
    };
  };
  check("tfidf-quanteda-prop", (i) => weights(i.documents, "quanteda-prop"));
  check("tfidf-full", (i) => ({
    quanteda_count_log10: weights(i.documents, "quanteda"),
    quanteda_prop_log10: weights(i.documents, "quanteda-prop"),
    voyant_relfreq_log10: weights(i.documents, "voyant"),
    tm_weightTfIdf_normalized_log2: weights(i.documents, "tm"),
    natural_js: {
      note: "idf = 1 + ln(N/(1+df)); tf raw",
      罚款_tf2_df1_N2: 2 * inverseDocumentFrequency("natural", 2, 1),
      数据_tf1_df2_N2: inverseDocumentFrequency("natural", 2, 2),
    },
  }));
  check("tfidf-sklearn-smooth-l2", (i) => sklearn(i, "scikit-learn"));
  check("tfidf-sklearn-nosmooth-sublinear", (i) => sklearn(i, "scikit-learn-plain"));
  check("sklearn-default-drops-single-han", (i) =>
    documentFeatureMatrix(texts(i.documents)).terms.filter((term) => Array.from(term).length > 1),
  );
  check("textstat-frequency", (i) =>
    countTerms(texts(i.documents)).map((r) => [r.term, r.count, r.rank, r.documents]),
  );
  check("textstat-frequency-prop", (i) => {
    const sums: Record<string, number> = {};
    for (const { terms } of texts(i.documents))
      for (const t of terms) sums[t] = (sums[t] ?? 0) + 1 / terms.length;
    return sums;
  });
  check("rank-ties-min", (i) =>
    Object.fromEntries(countTerms(texts(i.documents)).map((r) => [r.term, r.rank])),
  );
});

describe("similarity and correspondence analysis", () => {
  const grams = (text: string, n: number) => {
    const characters = Array.from(text);
    const bag = new Map<string, number>();
    for (let i = 0; i + n <= characters.length; i++) bag.set(characters.slice(i, i + n).join(""), 1);
    return bag;
  };
  for (const id of ["shingle-jaccard-2", "shingle-jaccard-5"]) {
    check(id, (i) => {
      const [a, b] = [grams(i.a, i.n), grams(i.b, i.n)];
      const s = bagSimilarity(a, b);
      const shared = [...a.keys()].filter((g) => b.has(g)).length;
      return {
        jaccard: s.jaccard,
        containmentAinB: s.containment_a_in_b,
        dice: s.dice,
        overlap: s.overlap,
        sizes: [a.size, b.size, shared],
      };
    });
  }
  check("cosine-counts", (i) => {
    const [d1d2, d1d3, d2d3] = documentSimilarities(documentFeatureMatrix(texts(i.documents))).map(
      (s) => s.cosine,
    );
    return { d1d2, d1d3, d2d3 };
  });
  check("ca-singular", (i) => {
    const label = (_: unknown, n: number) => String(n);
    const ca = correspondenceAnalysis(i.table, i.table.map(label), i.table[0].map(label));
    return {
      singular: ca.singular,
      inertia: ca.inertia,
      rowScoresAxis1abs: ca.rows.map((r) => Math.abs(r.standard[0]!)),
      colScoresAxis1abs: ca.columns.map((c) => Math.abs(c.standard[0]!)),
    };
  });
});
