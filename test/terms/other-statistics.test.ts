// The teaching corpus through scipy, statsmodels, NLTK, scikit-learn (statistics.py) and base R, ca, vegan (statistics.R):
// scripts, versions and numbers in fixtures/. Relative tolerance 1e-9 where no other is stated.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { adjust } from "../../src/stats/adjust.js";
import { chiSquareTail } from "../../src/stats/chi-square.js";
import { fisherExact } from "../../src/stats/fisher.js";
import { mannWhitney } from "../../src/stats/mann-whitney.js";
import { association } from "../../src/terms/association.js";
import { keynessTable, pairTable, signedChiSquare, signedG2 } from "../../src/terms/contingency.js";
import { correspondenceAnalysis } from "../../src/terms/correspondence.js";
import { fisherAlpha, frequenciesOf, lexicalDiversity } from "../../src/terms/diversity.js";
import { mutualIndependence } from "../../src/terms/independence.js";
import { documentFeatureMatrix, termTable } from "../../src/terms/matrix.js";
import { nGrams } from "../../src/terms/n-grams.js";
import { expectedTypes } from "../../src/terms/rarefaction.js";
import { documentSimilarities } from "../../src/terms/similarity.js";
import { type TfIdfWeighting, tfIdf, tfIdfWeighting } from "../../src/terms/tf-idf.js";
import python from "./fixtures/statistics.json" with { type: "json" };
import r from "./fixtures/statistics-r.json" with { type: "json" };

const texts = readFileSync("test/terms/fixtures/sklearn-jieba.tokens.txt", "utf8")
  .trim()
  .split("\n")
  .map((line, i) => ({ id: String(i), terms: line.split(" ") }));
const matrix = documentFeatureMatrix(texts);
const [n1, n2] = [0, 1].map((side) =>
  texts.reduce((n, { terms }, i) => n + (i < 4 === (side === 0) ? terms.length : 0), 0),
) as [number, number];

/** Equal up to a relative error; below 1e-12 all numbers are 0. */
function near(actual: number | null, expected: number | null, tolerance = 1e-9): void {
  if (expected === null || actual === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected) + 1e-12);
}

const tableOf = ([a, b]: readonly number[]) => keynessTable(a!, b!, n1, n2);
const rates = (term: string, from: number, to: number) =>
  texts.slice(from, to).map(({ terms }) => terms.filter((t) => t === term).length / terms.length);

describe("keyness", () => {
  test("the corpora are the same", () => {
    expect([n1, n2]).toEqual(python.totals);
    expect(Object.keys(r.terms)).toEqual(Object.keys(python.terms));
  });
  test(`G² and χ² with and without Yates, p, Fisher as scipy ${python.versions.scipy}`, () => {
    for (const { counts, ...theirs } of Object.values(python.terms)) {
      const table = tableOf(counts);
      const { o11, o12, o21, o22 } = table;
      for (const [name, value] of [
        ["g2", signedG2(table)],
        ["g2_yates", signedG2(table, "yates")],
        ["chi2", signedChiSquare(table)],
        ["chi2_yates", signedChiSquare(table, "yates")],
      ] as const) {
        near(Math.abs(value!), theirs[name][0]!);
        near(chiSquareTail(Math.abs(value!), 1), theirs[name][1]!);
      }
      const fisher = fisherExact(o11, o12, o21, o22);
      near(fisher.p, theirs.fisher_p);
      const [estimate, lower, upper] = theirs.conditional as (number | null)[];
      if (estimate !== null) near(fisher.odds_ratio, estimate!, 1e-7); // scipy solves to 1e-8
      near(fisher.lower, lower!, 1e-7);
      near(fisher.upper, upper!, 1e-7);
    }
  });
  test(`χ², Fisher's conditional odds ratio and its limits as R ${r.versions.R}`, () => {
    for (const { counts, chi2, chi2_yates, fisher } of Object.values(r.terms)) {
      const table = tableOf(counts);
      near(Math.abs(signedChiSquare(table)!), chi2[0]!);
      near(Math.abs(signedChiSquare(table, "yates")!), chi2_yates[0]!);
      near(chiSquareTail(Math.abs(signedChiSquare(table)!), 1), chi2[1]!);
      const ours = fisherExact(table.o11, table.o12, table.o21, table.o22);
      const [p, estimate, lower, upper] = fisher as (number | null)[];
      near(ours.p, p!);
      // R's uniroot stops at 1.2e-4 of the ratio, or of its inverse where the ratio is above 1
      const solved = (value: number | null, theirs: number | null) => {
        if (theirs === null) expect(value).toBeNull();
        else expect(Math.abs(value! - theirs)).toBeLessThanOrEqual(1.3e-4 * Math.max(1, theirs ** 2));
      };
      solved(ours.odds_ratio, estimate!);
      solved(ours.lower, lower!);
      solved(ours.upper, upper!);
    }
  });
  test("Mann–Whitney of the documents' rates as scipy and R", () => {
    for (const [term, theirs] of Object.entries(python.terms)) {
      const ours = mannWhitney(rates(term, 0, 4), rates(term, 4, texts.length));
      near(ours.u, theirs.mann_whitney[0]!);
      near(ours.p, theirs.mann_whitney[1]!);
      near(ours.p, r.terms[term as keyof typeof r.terms].wilcoxon[1]!);
    }
  });
  test.each(["holm", "bh", "bonferroni", "hochberg", "by"] as const)(
    "p adjusted by %s as statsmodels and R",
    (method) => {
      const p = Object.values(python.terms).map(({ g2 }) => g2[1]!);
      adjust(p, method).forEach((value, i) => {
        near(value, python.adjusted[method][i]!);
      });
      const q = Object.values(r.terms).map(({ chi2 }) => chi2[1]!);
      adjust(q, method).forEach((value, i) => {
        near(value, r.adjusted[method][i]!);
      });
    },
  );
});

describe(`association as NLTK ${python.versions.nltk}`, () => {
  test.each(python.bigrams.map((row) => [row.terms.join(" "), row] as const))("pair %s", (_, row) => {
    const [n, x, y, all] = row.counts as [number, number, number, number];
    const ours = association(pairTable(n, x, y, all));
    near(ours.pmi, row.pmi);
    near(Math.abs(ours.g2!), row.likelihood_ratio);
    near(Math.abs(ours.chi2!), row.chi_sq);
    near(ours.t_score, row.student_t);
    near(ours.dice, row.dice);
    near(ours.jaccard, row.jaccard);
    near(ours.phi2, row.phi_sq);
    near(ours.poisson_stirling, row.poisson_stirling);
    near(ours.mutual_information, row.likelihood_ratio / (2 * all * Math.LN2));
  });
  test.each(python.trigrams.map((row) => [row.terms.join(" "), row] as const))("triple %s", (_, row) => {
    // NLTK counts agreement from the other side: bit 0 is 0 where the first word agrees
    const cells = Array.from({ length: 8 }, (_c, pattern) => {
      const [first, second, third] = [pattern & 4, pattern & 2, pattern & 1];
      return row.cells[(first ? 0 : 1) + (second ? 0 : 2) + (third ? 0 : 4)]!;
    });
    const { observed, expected, g2 } = mutualIndependence(cells);
    near(Math.log2(observed / expected), row.pmi);
    near(Math.abs(g2!), row.likelihood_ratio);
    near((observed - expected) / Math.sqrt(observed), row.student_t);
  });
});

describe(`weights and similarity as scikit-learn ${python.versions["scikit-learn"]} and scipy`, () => {
  const smooth = tfIdfWeighting("scikit-learn");
  const plain = tfIdfWeighting("scikit-learn-plain");
  const SCHEMES: Record<keyof typeof python.tfidf, TfIdfWeighting> = {
    smooth_l2: smooth,
    smooth_l1: { ...smooth, norm: "l1" },
    smooth_none: { ...smooth, norm: "none" },
    plain_sublinear_none: plain,
    plain_sublinear_l2: { ...plain, norm: "l2" },
    no_idf_l2: { tf: "count", idf: "unary", norm: "l2" },
  };
  test.each(Object.entries(SCHEMES))("tf-idf %s", (name, weighting) => {
    const weights = tfIdf(matrix, weighting);
    python.tfidf[name as keyof typeof SCHEMES].forEach(([sum, largest], d) => {
      const row = [...weights.counts.slice(weights.rowStart[d], weights.rowStart[d + 1])];
      near(
        row.reduce((total, w) => total + w, 0),
        sum!,
      );
      near(Math.max(...row), largest!);
    });
  });
  test("n-grams of one to three words", () => {
    const counts = new Map<string, number>();
    for (const { terms } of texts)
      for (const n of [1, 2, 3])
        for (const gram of nGrams(terms, n))
          counts.set(gram.join(" "), (counts.get(gram.join(" ")) ?? 0) + 1);
    expect(counts.size).toBe(python.ngrams.types);
    expect([...counts.values()].reduce((sum, n) => sum + n, 0)).toBe(python.ngrams.tokens);
    const frequent = [...counts].filter(([gram, n]) => gram.includes(" ") && n >= 6);
    expect(Object.fromEntries(frequent)).toEqual(python.ngrams.frequent);
  });
  test("similarity of documents", () => {
    const pairs = documentSimilarities(matrix);
    for (const { documents, ...theirs } of python.similar) {
      const ours = pairs.find(({ a, b }) => a === String(documents[0]) && b === String(documents[1]))!;
      for (const [name, value] of Object.entries(theirs)) near(ours[name as "cosine"], value);
    }
  });
  test("entropy", () => {
    texts.forEach(({ terms }, i) => {
      near(lexicalDiversity(frequenciesOf(terms)).entropy, python.entropy[i]!);
    });
  });
});

describe(`correspondence analysis as ca ${r.versions.ca}, rarefaction and diversity as vegan ${r.versions.vegan}`, () => {
  test("principal coordinates, masses, inertia", () => {
    const { terms, inertia, rows, columns } = r.correspondence;
    const ids = texts.map(({ id }) => id);
    const ours = correspondenceAnalysis(termTable(matrix, terms), ids, terms, 3);
    ours.inertia.forEach((value, axis) => {
      near(value, inertia[axis]!);
    });
    for (const [points, theirs] of [
      [ours.rows, rows],
      [ours.columns, columns],
    ] as const) {
      points.forEach((point, i) => {
        near(point.mass, theirs.mass[i]!);
        near(Math.abs(point.principal[0]!), Math.abs(theirs.principal1[i]!));
        near(Math.abs(point.principal[1]!), Math.abs(theirs.principal2[i]!));
      });
    }
  });
  test("expected types of 100 tokens with their deviation, Fisher's α, entropy, Simpson", () => {
    texts.forEach(({ terms }, i) => {
      const theirs = r.documents[i]!;
      const frequencies = frequenciesOf(terms);
      const measures = lexicalDiversity(frequencies);
      near(measures.entropy, theirs.shannon);
      near(1 - measures.repeat_rate!, theirs.simpson);
      near(fisherAlpha(measures.tokens, measures.types), theirs.fisher_alpha, 1e-6); // vegan solves to 1e-4 of a root
      const expected = expectedTypes(frequencies, 100);
      if (expected === null) return;
      near(expected.types, theirs.rarefy[0]!);
      near(expected.sd, theirs.rarefy[1]!);
    });
  });
});
