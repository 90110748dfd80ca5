import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SANCTION_TYPES, type SanctionType } from "../../src/provisions/records.js";
import { parseScale, scale, scales } from "../../src/severity/scales.js";
import { scores } from "../../src/severity/scores.js";
import { mean } from "../../src/stats/mean.js";
import { expectClose, vectors } from "../fixtures/severity/expected.js";
import { atLevels, made } from "./made.js";

const HEADER = "scale,measure,unit,type,value,rationale\n";

test("every scale has a row with a rationale for every sanction type, and is named as its file", () => {
  for (const file of readdirSync("data/scales")) {
    const parsed = parseScale(readFileSync(`data/scales/${file}`, "utf8"), file);
    expect(parsed.name).toBe(file.replace(/\.csv$/, ""));
    expect([...parsed.rationale.keys()].sort()).toEqual(Object.keys(SANCTION_TYPES).sort());
  }
  expect(scales().map((s) => s.name)).toEqual([
    "amount",
    "binary",
    "concave",
    "document_maximum",
    "family_rank",
    "geometric",
    "months",
    "ordinal",
  ]);
});

test("ordinal, geometric, concave and binary follow from the codebook's levels", () => {
  for (const [type, { level }] of Object.entries(SANCTION_TYPES)) {
    const at = (name: string) => scale(name).values.get(type as SanctionType) ?? null;
    expect(at("ordinal")).toBe(level);
    expect(at("geometric")).toBe(level === null ? null : 2 ** (level - 1));
    expect(at("concave")).toBe(level === null ? null : Math.sqrt(level));
    expect(at("binary")).toBe(level === null ? null : level >= 4 ? 1 : 0);
  }
});

test("means under each scale agree with the vectors: three documents that tie at ordinal 3 part under the others", () => {
  const names = {
    ordinal: "ordinal",
    geometric: "geometric2",
    binary: "binary_ge4",
    concave: "concave_sqrt",
  };
  const { doc_levels, mean: means } = vectors.scales;
  for (const [name, key] of Object.entries(names)) {
    for (const document of ["A", "B", "C"]) {
      const { groups } = scores(atLevels(doc_levels[document]), "all", scale(name));
      expectClose(mean(groups.get("all")!.map((score) => score.value)), means[key][document]);
    }
  }
  for (const document of ["A", "B", "C"]) {
    const { groups } = scores(atLevels(doc_levels[document]), "all", scale("document_maximum"));
    expect(groups.get("all")!.map((score) => score.value)).toEqual([vectors.scales.max[document]]);
  }
});

test("family_rank is the place among all records compared: half of a level and everything below it", () => {
  const { groups } = scores(atLevels([1, 3, 3, 6]), "all", scale("family_rank"));
  expect(groups.get("all")!.map((score) => score.value)).toEqual([0.125, 0.5, 0.5, 0.875]);
});

test("amount and months read the printed numbers, at the end that is asked for", () => {
  const fines = [
    made({ amount: { min: 100, max: 10_000 } }),
    made({ amount: { min: null, max: 500 } }),
    made({ amount: { min: 1000, max: null } }),
    made(),
    made({ flags: ["masked"] }),
    made({ amount: { min: 2025, max: 2025 }, flags: ["year_artifact"] }),
    made({ type: "criticism" }),
    made({ type: "liability" }),
  ];
  const at = (amounts: "lower" | "middle" | "upper") =>
    scores(fines, "all", scale("amount"), { amounts })
      .groups.get("all")!
      .map((score) => score.value);
  expectClose(at("middle"), [3]);
  expectClose(at("lower"), [2, 3]);
  expectClose(at("upper"), [4, Math.log10(500)]);
  expect(scores(fines, "all", scale("amount")).left_out).toEqual({
    "open range": 2,
    "no amount": 1,
    masked: 1,
    "number that reads as a year": 1,
    "type is not measured by this scale": 1,
    "no sanction named (liability)": 1,
  });
  const shown = scores(fines, "all", scale("amount"), { flagged: "in" });
  expect(shown.groups.get("all")!.length).toBe(2);
  const bar = made({ type: "promotion_bar", months: { min: 12, max: 12 } });
  expect(scores([bar], "all", scale("months")).groups.get("all")![0]!.value).toBe(12);
});

test("a scale that lacks a type leaves its records out and counts them", () => {
  const own = parseScale(`${HEADER}mine,value,record,fine,1,hurts the purse\n`, "mine.csv");
  const { groups, left_out } = scores(atLevels([3, 6]), "all", own);
  expect(groups.get("all")!.length).toBe(1);
  expect(left_out).toEqual({ "scale has no row for the type": 1 });
});

test("a faulty scale is refused with file, line, what was expected and what was found", () => {
  const refuse = (rows: string, message: string) =>
    expect(() => parseScale(HEADER + rows, "mine.csv")).toThrow(message);
  refuse("", "mine.csv: expected a row per sanction type, found none");
  refuse("mine,value,record,fien,1,x\n", "mine.csv, line 2, type: expected one of rectification");
  refuse("mine,value,record,fine,much,x\n", 'mine.csv, line 2, value: expected number, found "much"');
  refuse("mine,size,record,fine,1,x\n", "mine.csv, line 2, measure: expected one of value, rank");
  refuse("mine,value,record,fine,1,\n", "mine.csv, line 2, rationale: expected the reason");
  refuse("mine,value,record,fine,1,x\nmine,value,record,fine,2,x\n", "line 3, type: expected each type once");
  refuse(
    "mine,value,record,fine,1,x\nyours,value,record,veto,2,x\n",
    "line 3, scale: expected mine as in line 2",
  );
  expect(() => parseScale("type,value\nfine,1\n", "mine.csv")).toThrow("mine.csv requires a column scale");
  expect(() => scale("ordinary")).toThrow("scale requires one of amount, binary");
});
