// Collocations, neighbours, n-grams: toy texts counted by hand.
import { describe, expect, test } from "vitest";
import { chiSquareTail } from "../../src/stats/chi-square.js";
import { collocations, splitRuns } from "../../src/terms/collocations.js";
import { pairTable, signedG2 } from "../../src/terms/contingency.js";
import { cooccurrences } from "../../src/terms/cooccurrence.js";
import { mutualIndependence } from "../../src/terms/independence.js";
import { nGrams } from "../../src/terms/n-grams.js";
import { clauseNeighbours, windowNeighbours } from "../../src/terms/neighbours.js";

describe("collocations", () => {
  const runs = ["a b x", "a b y", "x a b", "y x", "x y"].map((run) => run.split(" "));
  // pairs: ab bx ab by xa ab yx xy = 8; ab 3, first a 3, second b 3
  test("a pair's table is made from the places in the pairs", () => {
    const [ab] = collocations(runs);
    expect(ab).toMatchObject({ terms: ["a", "b"], count: 3 });
    expect(ab?.pmi).toBeCloseTo(Math.log2(3 / (9 / 8)), 12);
    expect(ab?.t_score).toBeCloseTo((3 - 9 / 8) / Math.sqrt(3), 12);
    expect(ab?.log_dice).toBeCloseTo(14, 12);
    // cells 3, 0, 0, 5: λ = ln(3.5 · 5.5/(0.5 · 0.5))
    expect(ab?.lambda).toBeCloseTo(Math.log((3.5 * 5.5) / 0.25), 12);
    expect(ab?.z).toBeCloseTo(ab!.lambda / Math.sqrt(1 / 3.5 + 1 / 5.5 + 4), 12);
  });

  test("nothing crosses a run", () => {
    expect(collocations([["a"], ["b"]], { minCount: 1 })).toEqual([]);
    expect(splitRuns(["a", "b", null, "c", null])).toEqual([["a", "b"], ["c"]]);
  });

  test("four words at most, no runs, one word", () => {
    expect(() => collocations(runs, { sizes: [5] })).toThrow(RangeError);
    expect(collocations([])).toEqual([]);
    expect(collocations([["a"]], { minCount: 1 })).toEqual([]);
    expect(collocations([["a", "b", "c", "d"]], { sizes: [4], minCount: 1 })[0]?.count).toBe(1);
  });

  test("a window counts pairs in order that stand up to so many words apart", () => {
    const [pair] = collocations(
      [
        ["a", "x", "b"],
        ["a", "y", "b"],
      ],
      { window: 2 },
    );
    expect(pair).toMatchObject({ terms: ["a", "b"], count: 2, count_nested: 0 });
    expect(collocations([["a", "x", "b"]], { window: 1, minCount: 1 }).map((r) => r.terms.join(""))).toEqual([
      "ax",
      "xb",
    ]);
    expect(() => collocations([], { window: 0 })).toThrow(RangeError);
  });

  test("G² of a pair is that of its table, G² of three words has four degrees of freedom", () => {
    const [ab] = collocations(runs);
    expect(ab?.g2).toBeCloseTo(signedG2(pairTable(3, 3, 3, 8))!, 12);
    const abc = collocations([...runs, ["a", "b", "c"], ["a", "b", "c"]], { sizes: [3] })[0]!;
    expect(abc.terms).toEqual(["a", "b", "c"]);
    expect(abc.p).toBeCloseTo(chiSquareTail(abc.g2!, 4), 14);
  });

  test("a word that fills its place everywhere has no G²", () => {
    const [only] = collocations([
      ["a", "b"],
      ["a", "b"],
      ["a", "c"],
    ]);
    expect(only).toMatchObject({ g2: null, p: null, note: "a word fills its place in every n-gram" });
    expect(() => mutualIndependence([1, 2, 3])).toThrow(RangeError);
  });

  test("the order of the runs changes nothing", () => {
    expect(collocations([...runs].reverse(), { minCount: 1 })).toEqual(collocations(runs, { minCount: 1 }));
  });
});

describe("neighbours", () => {
  const clauses = ["处罚 罚款 单位", "处罚 罚款", "单位 服务", "服务 罚款", "处罚"].map((c) => c.split(" "));
  test("by clause: clauses with both, with the node, with the word, all", () => {
    const [first] = clauseNeighbours(clauses, "处罚", 1);
    expect(first).toMatchObject({ term: "罚款", count: 2, node_count: 3, term_count: 3, total: 5 });
    expect(first?.pmi).toBeCloseTo(Math.log2(2 / (9 / 5)), 12);
  });
  test("by window: tokens near the node, each once", () => {
    const [near] = windowNeighbours([["b", "a", "n", "a", "n", "c", "d"]], "n", 1, 1);
    expect(near).toMatchObject({ term: "a", count: 2, node_count: 3, term_count: 2, total: 5 });
  });
  test("a window may look to one side only", () => {
    const runs = [
      ["b", "n", "a"],
      ["b", "n", "c"],
      ["d", "e"],
    ];
    const words = (window: readonly [number, number]) =>
      windowNeighbours(runs, "n", window, 1).map((r) => r.term);
    expect(words([1, 0])).toEqual(["b"]);
    expect(words([0, 1])).toEqual(["a", "c"]);
    expect(() => windowNeighbours(runs, "n", [0, 0])).toThrow(RangeError);
  });
  test("a node that does not occur has no neighbours", () => {
    expect(clauseNeighbours(clauses, "奖励", 1)).toEqual([]);
  });
});

describe("n-grams and co-occurrence", () => {
  test("skip-grams count every way to pass over terms", () => {
    expect(nGrams(["a", "b", "c", "d"], 3, [0, 1]).map((g) => g.join(""))).toEqual([
      "abc",
      "abd",
      "acd",
      "bcd",
    ]);
    expect(nGrams(["a"], 2)).toEqual([]);
    expect(() => nGrams(["a"], 0)).toThrow(RangeError);
  });
  test("unordered pairs of different terms count once, pairs of one term twice", () => {
    expect(cooccurrences([["a", "b", "a"]])).toEqual([
      { first: "a", second: "a", count: 2 },
      { first: "a", second: "b", count: 2 },
    ]);
  });
});
