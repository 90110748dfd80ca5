import { expect, test } from "vitest";
import { frame } from "../../src/frames/frame.js";

test("a frame keeps field order, values and Chinese text; lists become JSON; missing fields null", () => {
  const made = frame([
    { term: "罚款", count: 2, flags: ["masked"] },
    { term: "警告", rate: 0.1 },
  ]);
  expect(made.columns).toEqual(["term", "count", "flags", "rate"]);
  expect(made.values).toEqual([
    ["罚款", 2, '["masked"]', null],
    ["警告", null, null, 0.1],
  ]);
  expect(made.toString()).toContain("罚款");
});

test("no record with named columns is an empty frame, without columns an error", () => {
  expect(frame([], ["term"]).shape).toEqual([0, 1]);
  expect(() => frame([])).toThrow("frame requires at least one record or column");
});
