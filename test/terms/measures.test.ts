// Dispersion, diversity, tf-idf, correspondence analysis, sensitivity: properties and edge cases (values: vectors.test.ts).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correspondenceAnalysis } from "../../src/terms/correspondence.js";
import { countTerms } from "../../src/terms/counts.js";
import { dispersion } from "../../src/terms/dispersion.js";
import { lexicalDiversity } from "../../src/terms/diversity.js";
import { documentFeatureMatrix } from "../../src/terms/matrix.js";
import { hdd, mattr, mtld } from "../../src/terms/moving-diversity.js";
import { positionDispersion } from "../../src/terms/position-dispersion.js";
import { createSegmenter } from "../../src/terms/segmenter.js";
import { byRate, compareRankings, segmenterSensitivity } from "../../src/terms/sensitivity.js";
import { bagSimilarity } from "../../src/terms/similarity.js";
import { TF_IDF_SCHEMES, tfIdf } from "../../src/terms/tf-idf.js";

describe("dispersion", () => {
  test("a term in proportion to the sizes is even on every scale", () => {
    const even = dispersion([1, 2, 4], [100, 200, 400]);
    const stated = {
      dp: 0,
      dp_norm: 0,
      dp_norm_egbert: 0,
      kld: 0,
      juilland_d: 1,
      carroll_d2: 1,
      rosengren_s: 1,
      dkl_base_2: 1,
      da: 1,
    };
    for (const [name, value] of Object.entries(stated)) expect(even[name as "dp"]).toBeCloseTo(value, 12);
  });
  test("a term in the smallest part only is as uneven as can be", () => {
    const one = dispersion([5, 0, 0], [100, 200, 400]);
    expect(one.dp_norm).toBeCloseTo(1, 12);
    expect(one.juilland_d).toBeCloseTo(0, 12);
    expect(one.carroll_d2).toBeCloseTo(0, 12);
  });
  test("scales stay between 0 and 1 and do not change when all parts double", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 8 }), (counts) => {
        fc.pre(counts.some((n) => n > 0));
        const sizes = counts.map((_, i) => 10 + i);
        const d = dispersion(counts, sizes);
        const double = dispersion(
          counts,
          sizes.map((s) => s * 2),
        );
        for (const key of [
          "juilland_d",
          "carroll_d2",
          "rosengren_s",
          "dp",
          "dp_norm",
          "dkl_base_2",
          "da",
        ] as const) {
          expect(d[key]!).toBeGreaterThanOrEqual(-1e-9);
          expect(d[key]!).toBeLessThanOrEqual(1 + 1e-9);
          expect(double[key]!).toBeCloseTo(d[key]!, 9);
        }
      }),
    );
  });
  test("DPnorm in the table of terms is that of dispersion()", () => {
    const texts = ["a a b", "b c", "a c c c"].map((t, i) => ({ id: String(i), terms: t.split(" ") }));
    for (const row of countTerms(texts)) {
      const counts = texts.map((t) => t.terms.filter((term) => term === row.term).length);
      expect(row.dp_norm).toBeCloseTo(dispersion(counts, [3, 2, 4]).dp_norm!, 12);
    }
  });
  test("no occurrence, one part, no part: null with a note; impossible counts are refused", () => {
    for (const d of [dispersion([0, 0]), dispersion([3]), dispersion([])]) {
      expect(d.dp).toBeNull();
      expect(d.note).not.toBe("");
    }
    expect(() => dispersion([3], [2])).toThrow(RangeError);
    expect(() => dispersion([1, 2], [2])).toThrow(RangeError);
    expect(positionDispersion([], 10).arf).toBeNull();
    expect(() => positionDispersion([3, 3], 10)).toThrow(RangeError);
  });
});

describe("lexical diversity", () => {
  test("undefined measures are null, never NaN or infinite", () => {
    for (const frequencies of [[], [1], [1, 1], [5]]) {
      for (const value of Object.values(lexicalDiversity(frequencies))) {
        if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      }
    }
    expect(lexicalDiversity([]).ttr).toBeNull();
    expect(mattr(["a"], 2)).toBeNull();
    expect(hdd(["a"])).toBeNull();
    expect(mtld([])).toBeNull();
    expect(mtld(["a", "b"])).toBeNull();
  });
});

describe("tf-idf", () => {
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

describe("sensitivity", () => {
  const texts = [
    { id: "1", text: "征收社会抚养费，社会抚养费由乡镇征收。" },
    { id: "2", text: "罚款由单位缴纳，单位不缴纳的加收滞纳金。" },
  ];
  test("a segmenter against itself is perfect, bigrams are not", () => {
    const rows = segmenterSensitivity(texts, {
      jieba: createSegmenter(),
      bigrams: createSegmenter({ engine: "bigrams" }),
      icu: createSegmenter({ engine: "icu" }),
    });
    expect(rows[0]).toMatchObject({ spearman: 1, kendall: 1, entered: [], left: [] });
    expect(rows[1]?.entered.length).toBeGreaterThan(0);
    expect(new Set(rows.map((r) => r.fingerprint)).size).toBe(3);
    expect(() => segmenterSensitivity(texts, {})).toThrow(RangeError);
  });
  test("with target texts the key terms are compared too", () => {
    const rows = segmenterSensitivity(
      texts.map((text, i) => ({ ...text, target: i === 0 })),
      { jieba: createSegmenter(), characters: createSegmenter({ engine: "characters" }) },
      { top: 5 },
    );
    expect(rows.map((r) => [r.table, r.segmenter])).toEqual([
      ["terms", "jieba"],
      ["terms", "characters"],
      ["keyness", "jieba"],
      ["keyness", "characters"],
    ]);
    expect(rows[2]).toMatchObject({ spearman: 1, shared: 5 });
  });
  test("what enters and leaves a head is named", () => {
    const table = (line: string) => byRate(countTerms([{ id: "a", terms: line.split(" ") }]));
    const c = compareRankings(table("a a a b b c"), table("a a a c c b"), { top: 2 });
    expect(c).toMatchObject({ shared: 1, entered: ["c"], left: ["b"] });
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
