// tf-idf, correspondence analysis, similarity: properties and edge cases (values: vectors-weights, other-statistics).
import { describe, expect, test } from "vitest";
import { correspondenceAnalysis } from "../../src/terms/correspondence.js";
import { documentFeatureMatrix } from "../../src/terms/matrix.js";
import { bagSimilarity } from "../../src/terms/similarity.js";
import { TF_IDF_SCHEMES, type TfIdfWeighting, tfIdf } from "../../src/terms/tf-idf.js";

describe("tf-idf", () => {
  test("weightings of quanteda, by hand", () => {
    // d1: a a a b, d2: b; N 2, a in 1, b in 2
    const m = documentFeatureMatrix([
      { id: "1", terms: ["a", "a", "a", "b"] },
      { id: "2", terms: ["b"] },
    ]);
    const first = (tf: TfIdfWeighting["tf"], idf: TfIdfWeighting["idf"] = "unary") =>
      tfIdf(m, { tf, idf }).counts[0]!;
    expect(first("propmax")).toBe(1);
    expect(first("boolean")).toBe(1);
    expect(first("logcount")).toBeCloseTo(1 + Math.log10(3), 14);
    expect(first("augmented")).toBe(1);
    expect(first("logave")).toBeCloseTo((1 + Math.log10(3)) / (1 + Math.log10(2)), 14);
    expect(first("count", "count")).toBe(3);
    expect(first("count", "inversemax")).toBeCloseTo(3 * Math.log10(2), 14);
    expect(first("count", "inverseprob")).toBeCloseTo(0, 14); // log of (2 − 1)/1
    const b = tfIdf(m, { tf: "count", idf: "inverseprob" }).counts[1];
    expect(b).toBe(0); // in every document: (2 − 2)/2
  });

  test("no scheme changes which cells are filled; a single document and an empty matrix pass", () => {
    const m = documentFeatureMatrix([{ id: "a", terms: ["x", "x", "y"] }]);
    for (const scheme of TF_IDF_SCHEMES) {
      const w = tfIdf(m, scheme);
      expect([w.columns, w.rowStart]).toEqual([m.columns, m.rowStart]);
      expect([...w.counts].every(Number.isFinite)).toBe(true);
      expect(tfIdf(documentFeatureMatrix([]), scheme).documents).toEqual([]);
    }
    expect([...tfIdf(m).counts]).toEqual([0, 0]); // every term is in every document
    expect(() => tfIdf(m, "bm25" as "tm")).toThrow(RangeError);
  });
});

describe("correspondence analysis", () => {
  test("inertia is χ²/N, masses add to 1, contributions of an axis add to 1", () => {
    const table = [
      [10, 20, 0],
      [5, 5, 8],
      [7, 1, 3],
      [0, 0, 0],
    ];
    const ca = correspondenceAnalysis(table, ["a", "b", "c", "empty"], ["x", "y", "z"]);
    expect(ca.rows.map((r) => r.label)).toEqual(["a", "b", "c"]);
    expect(ca.inertia.reduce((s, x) => s + x, 0)).toBeCloseTo(ca.total_inertia, 12);
    for (const points of [ca.rows, ca.columns]) {
      expect(points.reduce((s, p) => s + p.mass, 0)).toBeCloseTo(1, 12);
      for (const axis of [0, 1])
        expect(points.reduce((s, p) => s + p.contribution[axis]!, 0)).toBeCloseTo(1, 10);
      for (const p of points) expect(p.quality.reduce((s: number, q) => s + (q ?? 0), 0)).toBeCloseTo(1, 8);
    }
  });
  test("a table turned on its side gives the same axes", () => {
    const table = [
      [10, 4, 2, 1],
      [3, 12, 6, 2],
      [1, 5, 15, 9],
    ];
    const across = correspondenceAnalysis(table, ["a", "b", "c"], ["w", "x", "y", "z"]);
    const down = correspondenceAnalysis(
      table[0]!.map((_, j) => table.map((r) => r[j]!)),
      ["w", "x", "y", "z"],
      ["a", "b", "c"],
    );
    const absolute = (points: typeof down.columns) => points.map((p) => Math.abs(p.principal[0]!));
    for (const k of [0, 1]) {
      expect(down.singular[k]).toBeCloseTo(across.singular[k]!, 12);
      expect(absolute(down.columns)[k]).toBeCloseTo(absolute(across.rows)[k]!, 10);
    }
  });
  test("one row is refused", () => {
    expect(() => correspondenceAnalysis([[1, 2]], ["a"], ["x", "y"])).toThrow(RangeError);
  });
});

test("similarity is 1 with itself, 0 with a stranger, null with nothing", () => {
  const bag = new Map([
    ["a", 2],
    ["b", 1],
  ]);
  expect(bagSimilarity(bag, bag).cosine).toBeCloseTo(1, 12);
  expect(bagSimilarity(bag, new Map([["c", 1]])).jaccard).toBe(0);
  expect(bagSimilarity(bag, new Map()).cosine).toBeNull();
});
