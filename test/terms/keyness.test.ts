import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { documentKeyness } from "../../src/terms/document-keyness.js";
import { keyness, keynessFisher } from "../../src/terms/keyness.js";
import { documentFeatureMatrix } from "../../src/terms/matrix.js";

const counts = (record: Record<string, number>) => ({ counts: new Map(Object.entries(record)) });
const anyCounts = fc.dictionary(
  fc.constantFrom("罚款", "处罚", "考核", "服务", "责任"),
  fc.integer({ min: 1, max: 60 }),
  {
    minKeys: 1,
  },
);

describe("keyness", () => {
  test("|G²| is at least 0, and signs flip when target and reference swap", () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (x, y) => {
        const there = keyness(counts(x), counts(y));
        const back = new Map(keyness(counts(y), counts(x)).map((row) => [row.term, row]));
        for (const row of there) {
          const other = back.get(row.term)!;
          if (row.g2 === null) expect(other.g2).toBeNull();
          else {
            expect(row.g2).toBeCloseTo(-other.g2!, 9);
            expect(row.chi2).toBeCloseTo(-other.chi2!, 9);
            expect(Math.sign(row.g2)).toBe(
              Math.sign(row.target_count / row.target_total - row.reference_count / row.reference_total) || 0,
            );
          }
          expect(row.log_ratio).toBeCloseTo(-other.log_ratio!, 9);
          if (row.log_ratio_lower !== null)
            expect(row.log_ratio_lower).toBeCloseTo(-other.log_ratio_upper!, 7);
        }
      }),
    );
  });

  test("the interval holds the log ratio, and p, log10 p and the adjusted p agree", () => {
    fc.assert(
      fc.property(anyCounts, anyCounts, (x, y) => {
        for (const row of keyness(counts(x), counts(y))) {
          if (row.log_ratio_lower !== null)
            expect(row.log_ratio_lower).toBeLessThanOrEqual(row.log_ratio! + 1e-9);
          if (row.log_ratio_upper !== null)
            expect(row.log_ratio_upper).toBeGreaterThanOrEqual(row.log_ratio! - 1e-9);
          if (row.p !== null) {
            expect(row.p_adjusted!).toBeGreaterThanOrEqual(row.p);
            expect(10 ** row.log10_p!).toBeCloseTo(row.p, 9);
          }
        }
      }),
    );
  });

  test("the order in which terms come changes nothing", () => {
    const [x, y] = [counts({ a: 3, b: 5, c: 5 }), counts({ a: 9, b: 1, d: 5 })];
    const turned = { counts: new Map([...x.counts].reverse()) };
    expect(keyness(turned, y)).toEqual(keyness(x, y));
  });

  test("without a reference, statistics are null and the note says why", () => {
    const [row] = keyness(counts({ a: 3 }), counts({}));
    expect(row).toMatchObject({
      g2: null,
      p: null,
      p_adjusted: null,
      log_ratio: null,
      note: "the reference is empty",
    });
  });

  test("two empty corpora give no rows", () => {
    expect(keyness(counts({}), counts({}))).toEqual([]);
  });

  test("a term absent from the target has a negative G² and an interval open below", () => {
    const row = keyness(counts({ a: 30, b: 10 }), counts({ a: 30, z: 10 })).find((r) => r.term === "z");
    expect(row?.g2).toBeLessThan(0);
    expect(row).toMatchObject({ target_count: 0, log_ratio_lower: null });
    expect(row?.note).toContain("not in the target");
  });

  test("a p-value too small for a number keeps its logarithm", () => {
    const [row] = keyness(
      { counts: new Map([["a", 5000]]), total: 10_000 },
      { counts: new Map([["b", 9000]]), total: 10_000 },
    );
    expect(row?.p).toBe(0);
    expect(row?.log10_p).toBeLessThan(-1000);
  });

  test("a count above its total is refused", () => {
    expect(() => keyness({ counts: new Map([["a", 5]]), total: 4 }, counts({ a: 1 }))).toThrow(RangeError);
  });

  test("more terms widen the interval", () => {
    const pair = (n: number) => {
      const filler = Object.fromEntries(Array.from({ length: n }, (_, i) => [`w${i}`, 1]));
      const size = { total: 10_000 };
      return keyness(
        { ...counts({ a: 40, ...filler }), ...size },
        { ...counts({ a: 10, ...filler }), ...size },
      ).find((r) => r.term === "a")!;
    };
    expect(pair(500).log_ratio_lower!).toBeLessThan(pair(1).log_ratio_lower!);
  });

  test("Fisher's test of a row agrees with the direction of G²", () => {
    const row = keyness(counts({ a: 7, b: 3 }), counts({ a: 2, b: 7 })).find((r) => r.term === "a")!;
    const fisher = keynessFisher(row);
    expect(fisher.p).toBeCloseTo(0.0697785186949, 12); // R 4.2.2 fisher.test
    expect(fisher.odds_ratio).toBeGreaterThan(1);
  });
});

describe("documentKeyness", () => {
  const matrix = (...lines: string[]) =>
    documentFeatureMatrix(
      lines.map((line, i) => ({ id: String(i), terms: line.split(" ").filter(Boolean) })),
    );

  test("sixty occurrences in one document of ten are no evidence, two in each are", () => {
    const filler = "x ".repeat(20);
    const target = matrix(
      `${"burst ".repeat(60)}${filler}even even`,
      ...Array.from({ length: 9 }, () => `${filler}even even`),
    );
    const reference = matrix(...Array.from({ length: 10 }, () => filler));
    const rows = new Map(documentKeyness(target, reference).map((row) => [row.term, row]));
    expect(rows.get("even")?.p_adjusted).toBeLessThan(0.01);
    expect(rows.get("even")?.cliffs_delta).toBe(1);
    expect(rows.get("burst")?.p_adjusted).toBeGreaterThan(0.3);
    expect(rows.get("burst")?.target_documents).toBe(1);
  });

  test("the same seed gives the same interval, which holds the log ratio", () => {
    const target = matrix("a a b", "a b b b", "a c", "b b c");
    const reference = matrix("b c c", "c c a", "b c");
    const rows = documentKeyness(target, reference);
    expect(documentKeyness(target, reference)).toEqual(rows);
    const a = rows.find((row) => row.term === "a")!;
    expect(a.log_ratio_lower!).toBeLessThanOrEqual(a.log_ratio!);
    expect(a.log_ratio_upper!).toBeGreaterThanOrEqual(a.log_ratio!);
  });

  test("documents of weight 0 and empty documents are no sampling units", () => {
    const target = documentFeatureMatrix([
      { id: "a", terms: ["x"] },
      { id: "copy", terms: ["x"], weight: 0 },
      { id: "empty", terms: [] },
    ]);
    const [row] = documentKeyness(target, matrix("x y"));
    expect(row).toMatchObject({ target_n: 1, reference_n: 1, log_ratio_lower: null });
  });

  test("no documents on one side: nulls with a note", () => {
    const [row] = documentKeyness(matrix("a"), matrix());
    expect(row).toMatchObject({ p: null, cliffs_delta: null, log_ratio: null, note: "a group is empty" });
  });
});
