import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cueAtEnd, cues } from "../../src/targets/cues.js";

const rows = readFileSync("data/lexicon/target-cues.csv", "utf8").trimEnd().split("\n").slice(1);

test("the cues are sorted, without repetition, in NFC, each with a source", () => {
  expect(rows).toEqual([...new Set(rows)].sort());
  expect(rows.filter((r) => r !== r.normalize("NFC") || r.split(",").at(-1) === "")).toEqual([]);
});

test("the longest cue is read first", () => {
  expect(cueAtEnd("at_least_before", "完好率不得低于")).toBe("不得低于");
  expect(cueAtEnd("at_most_before", "事故不超过")).toBe("不超过");
});

test("an unknown class is refused by name", () => {
  expect(() => cues("none")).toThrow("data/lexicon/target-cues.csv: expected rows of class none");
});
