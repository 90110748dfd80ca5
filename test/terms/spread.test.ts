// Dispersion and diversity: properties and edge cases (values: vectors-spread, printed-values, other-statistics).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countTerms } from "../../src/terms/counts.js";
import { dispersion } from "../../src/terms/dispersion.js";
import { lexicalDiversity } from "../../src/terms/diversity.js";
import { documentFeatureMatrix } from "../../src/terms/matrix.js";
import { hdd, mattr, mtld } from "../../src/terms/moving-diversity.js";
import { positionDispersion } from "../../src/terms/position-dispersion.js";
import { expectedTypes } from "../../src/terms/rarefaction.js";
import { termDispersions } from "../../src/terms/term-dispersion.js";

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

describe("expected types", () => {
  test("a sample of everything holds every type, one of a single token one type", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 }),
        (frequencies) => {
          const N = frequencies.reduce((a, b) => a + b, 0);
          expect(expectedTypes(frequencies, N)?.types).toBeCloseTo(frequencies.length, 9);
          expect(expectedTypes(frequencies, N)?.sd).toBeCloseTo(0, 6);
          expect(expectedTypes(frequencies, 1)?.types).toBeCloseTo(1, 9);
          expect(expectedTypes(frequencies, N + 1)).toBeNull();
        },
      ),
    );
  });
  test("samples below 1 and counts below 1 are refused, an empty text has no sample", () => {
    expect(() => expectedTypes([2], 0)).toThrow(RangeError);
    expect(() => expectedTypes([0], 1)).toThrow(RangeError);
    expect(expectedTypes([], 1)).toBeNull();
  });
});

describe("dispersion of the terms of a matrix", () => {
  test("it is that of the counts and sizes of documents that count", () => {
    const m = documentFeatureMatrix([
      { id: "1", terms: ["a", "a", "b"] },
      { id: "2", terms: ["b", "c"] },
      { id: "copy", terms: ["a"], weight: 0 },
    ]);
    const [a, none] = termDispersions(m, ["a", "z"]);
    expect(a).toEqual({ term: "a", ...dispersion([2, 0], [3, 2]) });
    expect(none?.note).toBe("the term does not occur");
  });
});
