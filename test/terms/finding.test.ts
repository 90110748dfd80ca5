// Concordance, lexicon terms on the characters: toy texts counted by hand.
import { describe, expect, test } from "vitest";
import { dictionary } from "../../src/terms/dictionary.js";
import { keepTerms } from "../../src/terms/keep-terms.js";
import { kwic } from "../../src/terms/kwic.js";
import { matchTerms } from "../../src/terms/match-terms.js";
import { createSegmenter } from "../../src/terms/segmenter.js";

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

describe("keepTerms", () => {
  const lexicon = dictionary("l", ["社会抚养费", "印度", "B超"]);
  test("terms are whole with every engine, the rest of the words stays", () => {
    for (const engine of ["jieba", "icu", "characters"] as const) {
      const kept = keepTerms(createSegmenter({ engine, hmm: false }), lexicon);
      const tokens = kept.segment("征收社会抚养费2,000元。");
      expect(tokens.map((t) => t.term)).toEqual(expect.arrayContaining(["社会抚养费", "2000元"]));
      expect(tokens.map((t) => "征收社会抚养费2,000元。".slice(t.start, t.end)).join("")).toBe(
        "征收社会抚养费2,000元。",
      );
    }
  });
  test("a term in a longer word of the engine is no hit; one that cuts through a word leaves its rest", () => {
    const jieba = keepTerms(createSegmenter({ hmm: false }), lexicon);
    expect(jieba.segment("印度尼西亚").map((t) => t.term)).toEqual(["印度尼西亚"]);
    const cut = keepTerms(createSegmenter({ hmm: false }), dictionary("x", ["会抚养"]));
    expect(cut.segment("社会抚养费").map((t) => t.term)).toEqual(["社", "会抚养", "费"]);
  });
  test("the fingerprint holds the lexicon; tags are kept; bigrams are refused", () => {
    const plain = createSegmenter({ tags: true });
    const kept = keepTerms(plain, lexicon);
    expect(kept.fingerprint).not.toBe(plain.fingerprint);
    expect(kept.segment("做Ｂ超检查").find((t) => t.term === "b超")?.tag).toBe("n");
    expect(() => keepTerms(createSegmenter({ engine: "bigrams" }), lexicon)).toThrow(RangeError);
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
