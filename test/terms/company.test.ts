// Collocations, neighbours, n-grams, concordance, matching: toy texts counted by hand.
import { describe, expect, test } from "vitest";
import { collocations, splitRuns } from "../../src/terms/collocations.js";
import { cooccurrences } from "../../src/terms/cooccurrence.js";
import { kwic } from "../../src/terms/kwic.js";
import { matchTerms } from "../../src/terms/match-terms.js";
import { nGrams } from "../../src/terms/n-grams.js";
import { clauseNeighbours, windowNeighbours } from "../../src/terms/neighbours.js";
import { createSegmenter } from "../../src/terms/segmenter.js";

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

describe("kwic", () => {
  const segmenter = createSegmenter();
  const text = "主任负责检查。\n副主任负责考核，主任签字。";
  const tokens = segmenter.segment(text);
  test("spans print the keyword, contexts have no line breaks", () => {
    const lines = kwic(text, tokens, { text: "负责" }, { window: 2 });
    expect(lines.map((l) => text.slice(l.start, l.end))).toEqual(["负责", "负责"]);
    expect(lines.map((l) => l.keyword)).toEqual(["负责", "负责"]);
    expect(lines.some((l) => /\n/.test(l.left + l.right))).toBe(false);
  });
  test("characters are found inside words, terms only as words", () => {
    expect(kwic(text, tokens, { text: "主任" })).toHaveLength(3);
    expect(kwic(text, tokens, { terms: ["副主任"] })).toHaveLength(
      tokens.filter((t) => t.term === "副主任").length,
    );
  });
  test("sequences of terms and expressions", () => {
    expect(kwic(text, tokens, { terms: ["负责", /检查|考核/] }).map((l) => l.keyword)).toEqual([
      "负责检查",
      "负责考核",
    ]);
  });
  test("sorting by the right context puts equal contexts together, code points in order", () => {
    const lines = kwic(text, tokens, { text: "负责" }, { sort: "right" });
    expect(lines.map((l) => l.right[0])).toEqual(["检", "考"].sort());
  });
  test("nothing found, an empty text, an empty query, no context", () => {
    expect(kwic(text, tokens, { text: "奖励" })).toEqual([]);
    expect(kwic("", [], { text: "奖励" })).toEqual([]);
    expect(() => kwic(text, tokens, { text: "" })).toThrow(RangeError);
    expect(() => kwic(text, tokens, { terms: [] })).toThrow(RangeError);
    expect(kwic(text, tokens, { text: "签字" }, { window: 0 })[0]).toMatchObject({ left: "", right: "" });
  });
  test("a dot in a plain query is a dot", () => {
    expect(kwic("a.b acb", segmenter.segment("a.b acb"), { text: "a.b" })).toHaveLength(1);
  });
});

describe("matchTerms", () => {
  test("the longest term wins whatever the segmenter did", () => {
    const found = matchTerms("流动人口计划生育", ["人口", "流动人口", "计划生育"]).map((m) => m.term);
    expect(found).toEqual(["流动人口", "计划生育"]);
  });
  test("印度 in 印度尼西亚 does not count where lexicon, longer words or tokens know the longer word", () => {
    const text = "印度尼西亚";
    expect(matchTerms(text, ["印度", "印度尼西亚"]).map((m) => m.term)).toEqual(["印度尼西亚"]);
    expect(matchTerms(text, ["印度"], { longer: ["印度尼西亚"] })).toEqual([]);
    expect(matchTerms(text, ["印度"], { words: createSegmenter().segment(text) })).toEqual([]);
    expect(matchTerms(text, ["印度"])).toHaveLength(1);
  });
  test("empty text, empty lexicon, empty term", () => {
    expect(matchTerms("", ["甲"])).toEqual([]);
    expect(matchTerms("甲", [])).toEqual([]);
    expect(() => matchTerms("甲", [""])).toThrow(RangeError);
  });
});
