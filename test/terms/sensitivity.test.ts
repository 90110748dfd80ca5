import { describe, expect, test } from "vitest";
import { countTerms } from "../../src/terms/counts.js";
import { byRate, compareRankings } from "../../src/terms/rankings.js";
import { createSegmenter } from "../../src/terms/segmenter.js";
import { segmenterSensitivity } from "../../src/terms/sensitivity.js";

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
  test("neighbours of a node word are compared by clause, its forms standing for it", () => {
    const text = "处罚单位。罚款单位。处罚单位和个人。";
    const clauses = [0, 5, 10].map((start) => ({ start, end: start === 10 ? text.length : start + 5 }));
    const rows = segmenterSensitivity(
      [{ id: "1", text, clauses }],
      { jieba: createSegmenter(), characters: createSegmenter({ engine: "characters" }) },
      {
        nodes: [
          { term: "处罚", forms: ["处罚", "罚款"] },
          { term: "奖励", forms: ["奖励"] },
        ],
      },
    );
    expect(rows.map((r) => [r.table, r.segmenter, r.shared])).toEqual([
      ["terms", "jieba", rows[0]!.shared],
      ["terms", "characters", rows[1]!.shared],
      ["neighbours of 处罚", "jieba", 1],
      ["neighbours of 处罚", "characters", 0],
    ]);
    expect(rows[3]?.left).toEqual(["单位"]);
  });
  test("what enters and leaves a head is named", () => {
    const table = (line: string) => byRate(countTerms([{ id: "a", terms: line.split(" ") }]));
    const c = compareRankings(table("a a a b b c"), table("a a a c c b"), { top: 2 });
    expect(c).toMatchObject({ shared: 1, entered: ["c"], left: ["b"] });
  });
});
