import { expect, test } from "vitest";
import { flatten, unflatten } from "../../src/study/flatten.js";
import { TABLES } from "../../src/study/schema.js";

test("a consequence record survives flattening and back", () => {
  const record = {
    source: "a.txt",
    start: 1,
    end: 9,
    amount: { min: 500, max: null },
    multiple: null,
    months: { min: 12, max: 12 },
    flags: ["masked"],
  };
  const back = unflatten(flatten(record, TABLES.consequences.columns));
  expect(back).toMatchObject(record);
});

test("a pair of duplicates keeps both sides", () => {
  const a = { source: "a.txt", part: "1", start: 0, end: 5 };
  const b = { source: "b.txt", part: "2", start: 3, end: 8 };
  expect(unflatten(flatten({ a, b, kind: "copy" }, TABLES.duplicates.columns))).toMatchObject({
    a,
    b,
    kind: "copy",
  });
});

test("column names are unique within a table and every column is described", () => {
  for (const { name, columns } of Object.values(TABLES)) {
    expect([name, new Set(columns.map((c) => c.name)).size]).toEqual([name, columns.length]);
    expect(columns.filter((c) => c.description === "")).toEqual([]);
  }
});
