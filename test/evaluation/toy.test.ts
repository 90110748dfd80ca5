import { describe, expect, it } from "vitest";
import { codeConfusion } from "../../src/evaluation/confusion.js";
import { sameInterval, scoreFields } from "../../src/evaluation/fields.js";
import { matchConsequences } from "../../src/evaluation/matching.js";
import { scoreConsequences } from "../../src/evaluation/scores.js";
import type { CodedConsequence } from "../../src/severity/observations.js";
import { seededRandom } from "../../src/stats/random.js";
import { coded } from "../severity/made.js";

// Toy codings small enough to count by hand.
const record = (start: number, end: number, over: Partial<CodedConsequence> = {}): CodedConsequence =>
  coded({ source: "a", start, end, ...over });

describe("matching", () => {
  it("is one to one, the larger overlap first", () => {
    const { pairs, missed, extra } = matchConsequences([record(0, 10), record(8, 12)], [record(7, 12)]);
    expect(pairs.map(({ predicted }) => predicted.start)).toEqual([8]);
    expect(missed).toEqual([]);
    expect(extra.map(({ start }) => start)).toEqual([0]);
  });

  it("asks for the same type, unless told otherwise", () => {
    const gold = [record(0, 5, { type: "levy" })];
    expect(matchConsequences([record(0, 5)], gold).pairs).toEqual([]);
    expect(matchConsequences([record(0, 5)], gold, { anyType: true }).pairs).toHaveLength(1);
  });

  it("takes records on one span as one expression with two addressees", () => {
    const two = [record(0, 5), record(0, 5, { addressee: "unit" })];
    const { pairs } = matchConsequences([record(0, 5)], two);
    expect(pairs).toHaveLength(1);
    expect([...(pairs[0]?.gold.addressees ?? [])].sort()).toEqual(["party", "unit"]);
  });

  it("finds nothing to match in nothing", () => {
    expect(matchConsequences([], [])).toEqual({ pairs: [], missed: [], extra: [] });
  });
});

describe("scores", () => {
  const gold = [record(0, 5), record(10, 15), record(20, 25, { type: "levy" })];
  const predicted = [record(0, 5), record(30, 35), record(20, 25, { type: "levy" })];
  const rows = scoreConsequences(matchConsequences(predicted, gold));

  it("are 2/3 where two of three are found and one is false", () => {
    expect(rows[0]).toMatchObject({ group: "all", tp: 2, fp: 1, fn: 1, precision: 2 / 3, recall: 2 / 3 });
  });

  it("are null for a polarity that does not occur", () => {
    expect(rows.find(({ group }) => group === "reward")).toMatchObject({ f1: null, tp: 0 });
  });

  it("give no interval below ten clusters, and say so", () => {
    const [all] = scoreConsequences(matchConsequences(predicted, gold), { random: seededRandom(1) });
    expect(all?.f1_lower).toBeNull();
    expect(all?.note).not.toBe("");
  });

  it("give an interval that holds the estimate when there are enough clusters", () => {
    const many = Array.from({ length: 20 }, (_, i) => record(i * 10, i * 10 + 5, { source: `s${i}` }));
    const found = many.filter((_, i) => i % 4 !== 0);
    const [all] = scoreConsequences(matchConsequences(found, many), { random: seededRandom(1), draws: 500 });
    expect(all?.f1).toBeCloseTo(30 / 35, 10);
    expect(all?.f1_lower).toBeLessThan(30 / 35);
    expect(all?.f1_upper).toBeGreaterThan(30 / 35);
  });
});

describe("fields", () => {
  it("score sets by shared values and kappa by single ones", () => {
    const gold = [record(0, 5), record(10, 15, { addressee: "unit" }), record(20, 25, { addressee: "unit" })];
    const predicted = [record(0, 5), record(10, 15, { addressee: "unit" }), record(20, 25)];
    const row = scoreFields(matchConsequences(predicted, gold)).find(({ field }) => field === "addressee");
    // observed 2/3, expected (2/3·1/3 + 1/3·2/3) = 4/9, kappa = (2/3 − 4/9) / (5/9)
    expect(row).toMatchObject({ n: 3, exact: 2 / 3, f1: 2 / 3 });
    expect(row?.kappa).toBeCloseTo(0.4, 10);
  });

  it("keep open ends apart from numbers and allow 2 %", () => {
    expect(sameInterval({ min: 300, max: null }, { min: 300, max: 300 })).toBe(false);
    expect(sameInterval({ min: 0.3333, max: 0.5 }, { min: 1 / 3, max: 0.5 })).toBe(true);
    expect(sameInterval(null, { min: 1, max: 1 })).toBe(false);
  });

  it("are reported by how they were found", () => {
    const how = { addressee: "default", trigger: "clause" } as const;
    const rows = scoreFields(matchConsequences([record(0, 5, { how })], [record(0, 5)]));
    expect(rows.map(({ field, how: where }) => `${field} ${where}`)).toContain("addressee default");
  });
});

describe("confusion", () => {
  it("counts misses and false alarms as none", () => {
    const cells = codeConfusion(
      [record(0, 5), record(30, 35)],
      [record(0, 5, { type: "levy" }), record(50, 55)],
      "type",
    );
    expect(cells).toEqual([
      { field: "type", gold: "fine", predicted: "none", count: 1 },
      { field: "type", gold: "levy", predicted: "fine", count: 1 },
      { field: "type", gold: "none", predicted: "fine", count: 1 },
    ]);
  });
});
