import { expect, test } from "vitest";
import { of, repaired } from "./found.js";

const WORDS = "各单位要求报送材料，按要求报送，要求明确。";

test.each([
  ["前文。\n—1—\n后文。", ["—1—"]],
  ["前文。\n- 12 -\n后文。", ["- 12 -"]],
  ["前文。\n第3页 共9页\n后文。", ["第3页 共9页"]],
  ["前文。\n总第50页\n后文。", ["总第50页"]],
  ["前文。\n17\n后文。", ["17"]],
  ["前文的原则，—8—\n后文。", ["—8—"]],
  [`${WORDS}按要 3 求报送。`, [" 3 "]],
])("page marks in %j", (text, marks) => {
  expect(of("page_mark", text)).toEqual(marks);
});

test.each([
  "今年共否决 3 个单位。",
  "序号\n1\n2\n3\n完",
  "2010—2011年度",
  "苯基—2—丙酮",
  "每季度1—3次",
  "第3页的表格",
])("no page mark in %j", (text) => {
  expect(of("page_mark", text)).toEqual([]);
});

test("a page mark is removed and the line that it broke is joined", () => {
  expect(repaired("对未完成目标的三\n—3—\n个村，给予批评，并通报。")).toBe(
    "对未完成目标的三\n\n个村，给予批评，并通报。",
  );
  expect(repaired("对未完成目标，排名靠后的三\n—3—\n个村，给予批评。")).toBe(
    "对未完成目标，排名靠后的三个村，给予批评。",
  );
});

test.each([
  ["前文。\n—第三页—\n后文。", ["—第三页—"]],
  ["前文。\n第3页/共9页\n后文。", ["第3页/共9页"]],
  ["前文。\n共9页，第3页\n后文。", ["共9页，第3页"]],
  ["前文。\n页码：3\n后文。", ["页码：3"]],
  ["前文。\n[3]\n后文。", ["[3]"]],
  ["前文。\nPage 3 of 9\n后文。", ["Page 3 of 9"]],
  ["前文。\n－３－\n后文。", ["－３－"]],
  ["按月报送到此 - 2 -\n后文。", [" - 2 -"]],
])("other forms of page marks in %j", (text, marks) => {
  expect(of("page_mark", text)).toEqual(marks);
});

test("numbers alone on a line are page marks where they count on, not where they are the figures of a table", () => {
  const lines = (...numbers: number[]) => numbers.map((n) => `指标的说明，依次列出。\n${n}\n`).join("");
  expect(of("page_mark", lines(3, 4, 5))).toEqual(["3", "4", "5"]);
  expect(of("page_mark", lines(1, 2, 1, 2))).toEqual(["1", "2", "1", "2"]);
  expect(of("page_mark", lines(10, 15, 10, 20))).toEqual([]);
  expect(of("page_mark", "村名\n户数\n东村\n12\n西村\n13")).toEqual([]);
});
