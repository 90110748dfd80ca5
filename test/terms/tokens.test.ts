import { expect, test } from "vitest";
import type { RepairedText } from "../../src/repair/repaired-text.js";
import { createSegmenter } from "../../src/terms/segmenter.js";
import { selectTerms } from "../../src/terms/selection.js";
import { tokenize } from "../../src/terms/tokens.js";

const mark = "\n—1—\n";
const raw = `不按时参加生${mark}产培训的罚款二百元。`;
const at = raw.indexOf(mark);
const repaired: RepairedText = {
  source: "a.txt",
  raw,
  text: raw.replace(mark, ""),
  edits: [{ start: at, end: at + mark.length, replacement: "", kind: "page_mark", note: "" }],
};
const segmenter = createSegmenter();

test("a word that a page mark runs through is one token whose span holds the mark", () => {
  const token = tokenize(repaired, segmenter).find((t) => t.term === "生产");
  expect(token && raw.slice(token.start, token.end)).toBe(`生${mark}产`);
});

test("tokens beside a mark keep their own characters", () => {
  const tokens = tokenize(repaired, segmenter);
  expect(tokens.filter((t) => t.term !== "生产").every((t) => raw.slice(t.start, t.end) === t.term)).toBe(
    true,
  );
});

test("signs and numbers are left out unless asked for, stop words and short terms on demand", () => {
  const tokens = tokenize(repaired, segmenter);
  expect(selectTerms(tokens)).not.toContain("。");
  expect(selectTerms(tokens)).not.toContain("二百元");
  expect(selectTerms(tokens, { numbers: true, signs: true })).toHaveLength(tokens.length);
  expect(selectTerms(tokens, { minLength: 2 })).not.toContain("的");
  expect(selectTerms(tokens, { stopWords: new Set(["罚款"]) })).not.toContain("罚款");
  expect(selectTerms(tokens, { variants: new Map([["罚款", "罚金"]]) })).toContain("罚金");
});

test("selection by part of speech needs tags and uses them", () => {
  expect(() => selectTerms(tokenize(repaired, segmenter), { tags: ["n"] })).toThrow(TypeError);
  const tagged = tokenize(repaired, createSegmenter({ tags: true }));
  expect(selectTerms(tagged, { tags: ["v"] })).toContain("参加");
  expect(selectTerms(tagged, { tags: ["v"] })).not.toContain("的");
});
