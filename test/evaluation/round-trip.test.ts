import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromBrat, toBrat } from "../../src/evaluation/brat.js";
import { offsetUnits } from "../../src/evaluation/code-points.js";
import { fromCodingCsv, toCodingCsv } from "../../src/evaluation/coding-csv.js";
import { fromLabelStudio, toLabelStudio } from "../../src/evaluation/label-studio.js";
import type { CodedConsequence } from "../../src/severity/observations.js";
import { coded } from "../severity/made.js";

// 𠮷 lies outside the basic plane: two code units, one code point.
const text = "𠮷村对乱倒的住户\n罚款200元，𠮷并给予警告。";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const record = (words: string, over: Partial<CodedConsequence>): CodedConsequence =>
  coded({ source: "a.txt", ...at(words), ...over });
const records = [
  record("罚款200元", { amount: { min: 200, max: 200 }, per: "occurrence", flags: ["masked"] }),
  record("警告", { type: "criticism", trigger: "technical" }),
];

describe("a coding comes back the same", () => {
  it("from brat standoff", () => {
    expect(fromBrat(toBrat(records, text), text, "a.txt")).toEqual(records);
  });

  it("from Label Studio predictions", () => {
    expect(fromLabelStudio(toLabelStudio(records, text, "a.txt", "base@1"))).toEqual(records);
  });

  it("from a sheet", () => {
    expect(fromCodingCsv(toCodingCsv(records))).toEqual(records);
  });
});

describe("offsets", () => {
  it("count 𠮷 once for brat and Label Studio", () => {
    expect(toBrat(records, text)).toContain("T1\tfine 9 15\t罚款200元");
    expect(toLabelStudio(records, text, "a.txt", "v").predictions?.[0]?.result[0]?.value.start).toBe(9);
  });

  it("map to code points and back for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("罚", "a", "𠮷", "😀", "\n")), (list) => {
        const whole = list.join("");
        const { toPoints, toUnits } = offsetUnits(whole);
        let units = 0;
        for (let points = 0; points <= list.length; points++) {
          expect(toPoints(units)).toBe(points);
          expect(toUnits(points)).toBe(units);
          units += list[points]?.length ?? 0;
        }
      }),
    );
  });

  it("beyond the text are an error", () => {
    expect(() => offsetUnits("罚").toUnits(2)).toThrow("offset requires 0 to 1, got 2");
  });
});

describe("corrections", () => {
  it("of a coder in Label Studio come before the prediction", () => {
    const task = toLabelStudio(records, text, "a.txt", "v");
    const corrected = { ...task, annotations: [{ result: task.predictions?.[0]?.result.slice(0, 5) ?? [] }] };
    expect(fromLabelStudio(corrected)).toEqual(records.slice(0, 1));
  });

  it("in a broken brat line are named", () => {
    expect(() => fromBrat("T1\tfine x 3\t罚\n", text, "a.txt")).toThrow(
      "a.txt, line 1: expected a brat annotation",
    );
  });
});
