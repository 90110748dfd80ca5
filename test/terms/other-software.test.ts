// The same texts (data/teaching) through Python jieba + scikit-learn and through R's tm: scripts, versions and numbers in fixtures/.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { countTerms } from "../../src/terms/counts.js";
import { documentFeatureMatrix, type TermText } from "../../src/terms/matrix.js";
import { createSegmenter } from "../../src/terms/segmenter.js";
import { selectTerms } from "../../src/terms/selection.js";
import { type TfIdfScheme, tfIdf } from "../../src/terms/tf-idf.js";
import sklearn from "./fixtures/sklearn-jieba.json" with { type: "json" };
import tm from "./fixtures/tm.json" with { type: "json" };

const segmenter = createSegmenter({ units: [] });
const ours: TermText[] = readCorpus("data/teaching").documents.map(({ source, text }) => ({
  id: source,
  terms: selectTerms(segmenter.segment(text)).filter((term) => /^[\u4e00-\u9fff]+$/.test(term)),
}));
// Python's own tokens, so that weights can be compared to the last digits
const theirs: TermText[] = readFileSync("test/terms/fixtures/sklearn-jieba.tokens.txt", "utf8")
  .trim()
  .split("\n")
  .map((line, i) => ({ id: ours[i]!.id, terms: line.split(" ") }));

const record = (texts: readonly TermText[], field: "count" | "documents") =>
  Object.fromEntries(countTerms(texts).map((row) => [row.term, row[field]]));

test(`the Chinese words are those of Python jieba ${sklearn.versions.jieba}, in every document, in order`, () => {
  expect(ours.map((text) => text.terms)).toEqual(theirs.map((text) => text.terms));
});

test(`counts and document frequencies are those of scikit-learn ${sklearn.versions["scikit-learn"]}`, () => {
  expect(ours.map((text) => text.terms.length)).toEqual(sklearn.tokens);
  expect(record(ours, "count")).toEqual(sklearn.counts);
  expect(record(ours, "documents")).toEqual(sklearn.documents);
});

const sums = (scheme: TfIdfScheme, by: "document" | "term") => {
  const matrix = tfIdf(documentFeatureMatrix(theirs), scheme);
  const result = new Map<string, number>();
  matrix.documents.forEach((document, row) => {
    for (let j = matrix.rowStart[row]!; j < matrix.rowStart[row + 1]!; j++) {
      const key = by === "document" ? document : matrix.terms[matrix.columns[j]!]!;
      result.set(key, (result.get(key) ?? 0) + matrix.counts[j]!);
    }
  });
  return result;
};

test("tf-idf weights are those of scikit-learn to 1e-10", () => {
  const totals = [...sums("scikit-learn", "document").values()];
  totals.forEach((sum, i) => {
    expect(sum).toBeCloseTo(sklearn.tfidf_sums[i]!, 10);
  });
  const matrix = tfIdf(documentFeatureMatrix(theirs), "scikit-learn");
  sklearn.heaviest.forEach(({ document, terms }) => {
    const row = matrix.documents.indexOf(document);
    for (const [term, weight] of Object.entries(terms)) {
      const cells = Array.from(
        { length: matrix.rowStart[row + 1]! - matrix.rowStart[row]! },
        (_, k) => matrix.rowStart[row]! + k,
      );
      const cell = cells.find((j) => matrix.terms[matrix.columns[j]!] === term);
      expect(matrix.counts[cell!]).toBeCloseTo(weight!, 10);
    }
  });
});

test(`counts and tf-idf weights are those of tm ${tm.versions.tm} in R ${tm.versions.R}`, () => {
  expect(record(theirs, "count")).toEqual(tm.counts);
  expect(record(theirs, "documents")).toEqual(tm.documents);
  const byDocument = [...sums("tm", "document").values()];
  byDocument.forEach((sum, i) => {
    expect(sum).toBeCloseTo(tm.tfidf_sums[i]!, 9);
  });
  const byTerm = sums("tm", "term");
  for (const [term, sum] of Object.entries(tm.term_tfidf)) expect(byTerm.get(term)).toBeCloseTo(sum, 9);
});
