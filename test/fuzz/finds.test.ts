// What fuzzing found, each as the shortest text or file that showed it.
import { expect, test } from "vitest";
import { fromBrat } from "../../src/evaluation/brat.js";
import { fromLabelStudio, type LabelStudioTask } from "../../src/evaluation/label-studio.js";
import { parseNotebook } from "../../src/notebooks/notebook.js";
import { parseRules } from "../../src/provisions/read-rules.js";
import { isConsequenceType } from "../../src/provisions/records.js";
import { readNumeral } from "../../src/quantities/numerals.js";
import { quantities } from "../../src/quantities/quantities.js";
import { readLexicon } from "../../src/repair/lexicon.js";
import { audit } from "../../src/targets/audit.js";
import { shortened } from "../../src/targets/names.js";
import { targets } from "../../src/targets/targets.js";
import { structured } from "../structure/document.js";
import { LONG_TEXTS } from "./mutations.js";
import { checkText } from "./stages.js";

test("a numeral too large for a number is none: no amount is infinite", () => {
  for (const digits of ["9".repeat(400), "九".repeat(400), `9万${"亿".repeat(40)}`, `1${"0".repeat(16)}`]) {
    expect(readNumeral(digits, 0)).toBeNull();
    expect(quantities(`罚款${digits}元`).filter(({ max }) => max !== null && max > 1e15)).toEqual([]);
    checkText(`违反规定的，罚款${digits}元。`, "");
  }
  expect(readNumeral("0百", 0)).toMatchObject({ value: 0, scale: 100 });
  expect(readNumeral("9万亿元", 0)).toMatchObject({ value: 9e12, end: 3, scale: 1e12 });
  expect(readNumeral("999999999999999", 0)?.value).toBe(999999999999999);
});

test("a numeral does not begin in the middle of another", () => {
  expect(readNumeral("1234", 1)).toBeNull();
});

test("lists that begin again below each other end at twenty levels", () => {
  const { outline } = structured("一、（一）1、(1)①\n".repeat(200));
  expect(Math.max(...outline.map(({ level }) => level))).toBe(20);
});

test("a number in markup reads a character of Unicode or is only flagged", () => {
  const read = (markup: string) => structured(`甲${markup}乙`).repaired.text;
  expect(read("&#24179;")).toBe("甲平乙");
  for (const markup of ["&#xd800;", "&#xdfff;", "&#x110000;", "&#0;", "&#27;"])
    expect(read(markup)).toBe(`甲${markup}乙`);
});

test("a printed name is not cut in the middle of a character", () => {
  const words = `a${"𠮷".repeat(30)}b`;
  expect(shortened(words, "head")).not.toMatch(/\p{Surrogate}/u);
  expect(shortened(words, "tail")).not.toMatch(/\p{Surrogate}/u);
});

test("page marks after blanks, and lost words at the beginning of a line, are still found", () => {
  const kinds = (text: string) =>
    structured(text).noise.map(({ start, end, note }) => [text.slice(start, end), note]);
  expect(kinds("工作 总第53页 总第54页 要求。")).toEqual([
    [" 总第53页 ", "page mark inside a line"],
    ["总第54页 ", "page mark inside a line"],
  ]);
  expect(
    readLexicon("lost-values", ["form", "pattern", "note"]).filter(({ form }) => form === "inside"),
  ).toHaveLength(1);
  expect(kinds("  一、内新生儿都要登记。").map(([text]) => text)).toContain("内");
});

test("a name that every object has is no type and no field of a rule", () => {
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    expect(isConsequenceType(name)).toBe(false);
    const cue = `layer: own\nversion: "1"\ncues:\n- { id: a, note: b, type: fine, match: [罚], ${name}: 1 }\n`;
    expect(() => parseRules(cue, "own.yaml")).toThrow(`own.yaml:4: rule a: unknown field ${name}`);
    const type = `layer: own\nversion: "1"\ncues:\n- { id: a, note: b, type: ${name}, match: [罚] }\n`;
    expect(() => parseRules(type, "own.yaml")).toThrow("expected type to be a type of the codebook");
  }
});

test("a coder's file that is not what it should be is refused in words", () => {
  const task = (region: unknown) => ({
    data: { text: "罚款", source: "a.txt" },
    annotations: [{ result: [region] }],
  });
  const region = {
    id: "c",
    from_name: "type",
    type: "labels",
    value: { start: 0, end: 2, labels: ["fine"] },
  };
  for (const [given, found] of [
    [null, "expected a Label Studio task"],
    [{ data: null }, "expected a Label Studio task"],
    [task(null), "a.txt: expected regions"],
    [task({ ...region, value: null }), "a.txt: expected regions"],
    [task({ ...region, value: { start: 0, end: 2 } }), "a.txt: expected a label"],
    [
      task({ ...region, type: "textarea", value: { start: 0, end: 2, text: ["{"] } }),
      "a.txt: expected numbers as JSON",
    ],
  ] as const) {
    expect(() => fromLabelStudio(given as unknown as LabelStudioTask)).toThrow(found);
  }
  const named = task({
    ...region,
    from_name: "__proto__",
    type: "choices",
    value: { start: 0, end: 2, choices: ["x"] },
  });
  expect(() => fromLabelStudio(named as unknown as LabelStudioTask)).toThrow("expected a label");
  for (const note of ["{", "[1]", "null", ""]) {
    expect(() => fromBrat(`T1\tfine 0 2\t罚款\n#1\tAnnotatorNotes T1\t${note}\n`, "罚款", "a.txt")).toThrow(
      "a.txt, line 2: expected a brat annotation",
    );
  }
  const [record] = fromBrat("T1\tfine 0 2\t罚款\nA1\t__proto__ T1 x\nA2\tsource T1 b.txt\n", "罚款", "a.txt");
  expect(record).toMatchObject({ source: "a.txt", type: "fine" });
});

test("JSON that is no notebook, and cells that are none, are refused in words", () => {
  for (const text of ["null", "[]", "1", '"a"'])
    expect(() => parseNotebook(text, "a")).toThrow("a requires a notebook of format 4");
  for (const cell of ["null", "1", "[]", '{"cell_type":"x"}', "{}"]) {
    expect(() => parseNotebook(`{"nbformat":4,"cells":[${cell}]}`, "a")).toThrow(
      "a requires cells of code, markdown, raw",
    );
  }
  const odd = parseNotebook(
    '{"nbformat":4,"cells":[{"cell_type":"code","outputs":[null,1],"metadata":3}],"metadata":null}',
    "a",
  );
  expect(odd.cells[0]).toMatchObject({ outputs: [], metadata: {} });
});

test.each([
  ["targets", targets],
  ["audit", audit],
] as const)(
  "%s of one clause of percentages takes four times as long where it is four times as long",
  (_, stage) => {
    const milliseconds = (length: number): number => {
      const document = structured(LONG_TEXTS.percentages!(length));
      const began = process.cpuUsage();
      expect(stage(document).length).toBeGreaterThan(0);
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1000;
    };
    milliseconds(1000); // rules and words are read once
    // words were looked for from the beginning of the clause, and semicolons in the whole text, for each value: 7 to 10 times
    expect(milliseconds(480_000)).toBeLessThan(6 * milliseconds(120_000));
  },
  240_000,
);
