import fc from "fast-check";
import { expect, test } from "vitest";
import { type Column, fromCsv, toCsv } from "../src/csv.js";

const COLUMNS: readonly Column[] = [
  { name: "term", type: "string", description: "" },
  { name: "count", type: "integer", description: "" },
  { name: "rate", type: "number", description: "" },
  { name: "kept", type: "boolean", description: "" },
  { name: "flags", type: "json", description: "" },
];

test("what is written is read back, whatever the characters", () => {
  const row = fc.record({
    term: fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.constantFrom('a,"b"', "一\n二", "一\r\n二", "007"),
    ),
    count: fc.option(fc.integer()),
    rate: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)),
    kept: fc.option(fc.boolean()),
    flags: fc.option(fc.array(fc.string({ unit: "grapheme" }))),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const same = rows.map((r) => ({ ...r, rate: r.rate === 0 ? 0 : r.rate }));
      expect(fromCsv(toCsv(same, COLUMNS), COLUMNS)).toEqual(same);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("errors name file, line, column, what was expected and what was found", () => {
  expect(() => fromCsv("term,count\n罚款,1\n罚款,x\n", COLUMNS.slice(0, 2), "terms.csv")).toThrow(
    'terms.csv, line 3, count: expected integer, found "x"',
  );
  expect(() => fromCsv("term\n", COLUMNS.slice(0, 2), "terms.csv")).toThrow("requires a column count");
  expect(() => fromCsv("", COLUMNS.slice(0, 1), "terms.csv")).toThrow("terms.csv requires a column term");
  expect(() => fromCsv('a,b\n"1,2\n', [], "broken.csv")).toThrow("broken.csv: expected CSV");
  expect(() => toCsv([{ rate: Number.NaN }], COLUMNS.slice(2, 3))).toThrow("finite");
});

test("a closed list of values is enforced", () => {
  const column: Column = { name: "kind", type: "string", description: "", values: ["a", "b"] };
  expect(() => fromCsv("kind\nc\n", [column], "x.csv")).toThrow(
    "x.csv, line 2, kind: expected one of a, b, found c",
  );
});
