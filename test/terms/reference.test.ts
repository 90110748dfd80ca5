import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readReferenceText } from "../../src/lexicon.js";
import { referenceFrequencies } from "../../src/terms/reference.js";
import { studySegmenter } from "../../src/terms/segmenter.js";
import { termCounter } from "../../src/terms/term-counter.js";

const about = JSON.parse(readReferenceText("statute-terms.json")) as Record<string, number | string>;

test("the reference was cut by the segmenter in use, and its table is the one that it describes", () => {
  expect(about.segmenter).toBe(studySegmenter().fingerprint);
  const sha = createHash("sha256").update(readReferenceText("statute-terms.csv")).digest("hex");
  expect(sha).toBe(about.table_sha256);
});

test("listed terms keep the total, which is that of all words", () => {
  const reference = referenceFrequencies();
  expect(reference.total).toBe(about.tokens);
  expect(reference.counts.size).toBe(about.listed_terms);
  const listed = [...reference.counts.values()].reduce((sum, n) => sum + n, 0);
  expect(listed).toBe(about.listed_tokens);
  expect(Math.min(...reference.counts.values())).toBe(reference.least);
});

test("what a selection leaves out is taken off the total; numbers are refused", () => {
  const all = referenceFrequencies();
  const without = referenceFrequencies({ stopWords: new Set(["罚款"]) });
  expect(without.total).toBe(all.total! - all.counts.get("罚款")!);
  const merged = referenceFrequencies({ variants: new Map([["计生", "计划生育"]]) });
  expect(merged.total).toBe(all.total);
  expect(merged.counts.get("计划生育")).toBe(all.counts.get("计划生育")! + (all.counts.get("计生") ?? 0));
  expect(() => referenceFrequencies({ numbers: true })).toThrow(RangeError);
});

test("the streaming counter gives counts, documents, totals", () => {
  const counter = termCounter();
  for (const text of ["a a b", "a c", ""]) counter.add(text.split(" ").filter(Boolean));
  expect([counter.documents(), counter.tokens(), counter.types()]).toEqual([3, 5, 3]);
  expect(counter.rows()).toEqual([
    { term: "a", count: 3, documents: 2 },
    { term: "b", count: 1, documents: 1 },
    { term: "c", count: 1, documents: 1 },
  ]);
  expect(counter.rows(2).map((row) => row.term)).toEqual(["a"]);
});
