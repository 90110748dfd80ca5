// Hand counts on made records; the committed tables against their own statements.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Consequence, isConsequenceType } from "../../src/provisions/records.js";
import { codings } from "../../src/severity/codings.js";
import { compareFines } from "../../src/severity/compare-fines.js";
import { compareWithCounts } from "../../src/severity/compare-with-counts.js";
import { type FineCount, fineCounter, statuteFines } from "../../src/severity/fine-counts.js";
import { parsePriceIndex } from "../../src/severity/prices.js";
import { sanctionCounter, statuteSanctions } from "../../src/severity/sanction-counts.js";
import { atLevels, made } from "./made.js";

const records = (list: ReturnType<typeof made>[]) => list.map(({ record }) => record as Consequence);

test("sanctions are counted by issuer, trigger, addressee and type; documents once each", () => {
  const counter = sanctionCounter();
  const fine = made({ amount: { min: 100, max: 300 }, optional: true });
  counter.add(records([fine, made(), made({ polarity: "reward", type: "honour" })]), "county");
  counter.add(records([made({ amount: { min: null, max: 500 } })]), "county");
  counter.add(records([made()]), "national");
  expect(counter.rows()).toEqual([
    {
      issuer: "county",
      trigger: "other",
      addressee: "party",
      type: "fine",
      records: 3,
      documents: 2,
      optional: 1,
      ranged: 1,
      median_lower: 100,
      median_upper: 300,
    },
    expect.objectContaining({ issuer: "national", records: 1, documents: 1, ranged: 0, median_lower: null }),
  ]);
});

test("the same trigger is compared: levels, whom it hits, exact dominance", () => {
  const list = [...atLevels([2, 3], { trigger: "reporting", addressee: "staff" }), made({ kept: false })];
  const counter = sanctionCounter();
  counter.add(records(atLevels([4, 5, 5], { trigger: "reporting" })), "national");
  const [row, ...rest] = compareWithCounts(list, counter.rows());
  expect(rest).toEqual([]);
  expect(row).toMatchObject({
    value: "reporting",
    here: { records: 2, median_level: 2.5, share_4: 0, addressees: { staff: 1 } },
    reference: { records: 3, levels: [0, 0, 0, 1, 2, 0], share_4: 1, addressees: { party: 1 } },
    dominance: "y",
  });
  expect(compareWithCounts(list, [])[0]).toMatchObject({ dominance: null, reference: { records: 0 } });
});

test("fines are counted by document and printed amount; rates, masks and years are no plain fines", () => {
  const counter = fineCounter();
  const fine = (min: number | null, max: number | null, changes = {}) =>
    made({ amount: { min, max }, ...changes });
  const rates = [fine(5, 5, { per: "day" }), fine(5, 5, { flags: ["year_artifact"] }), made()];
  counter.add(records([fine(100, 300), ...rates, fine(null, 500), fine(100, 300)]), "county", "2009");
  counter.add(records([made()]), "county", "2010");
  counter.add(records([fine(100, 300, { per: "person" })]), "national", null);
  const row = { trigger: "other", addressee: "party" };
  expect(counter.rows()).toEqual([
    { document: 1, issuer: "county", year: "2009", ...row, min: null, max: 500, records: 1 },
    { document: 1, issuer: "county", year: "2009", ...row, min: 100, max: 300, records: 2 },
    { document: 3, issuer: "national", year: null, ...row, min: 100, max: 300, records: 1 },
  ]);
});

const fineOf = (year: string | null, min: number | null, max: number | null, changes = {}) =>
  made({ year, amount: { min, max }, trigger: "technical", ...changes });
const counted = (year: string | null, min: number | null, max: number | null, records = 1): FineCount => {
  return {
    document: 1,
    issuer: "national",
    year,
    trigger: "technical",
    addressee: "unit",
    min,
    max,
    records,
  };
};

test("fines are compared within a ground and a trusted year only; the rest is counted with its reason", () => {
  const list = [
    fineOf("2009", 100, 300),
    fineOf("2009", 1000, null, { document: "e.txt#1" }),
    fineOf("2010", 100, 100),
    fineOf(null, 100, 100),
    fineOf("2009", 5, 5, { per: "day" }),
    fineOf("2009", 100, 100, { trigger: "reporting" }),
    fineOf("2009", 100, 100, { kept: false }),
    fineOf("2009", 100, 100, { type: "levy" }),
  ];
  const { rows, left_out } = compareFines(list, [counted("2009", 200, 200, 3), counted(null, 1, 1)]);
  expect(rows).toMatchObject([
    {
      trigger: "technical",
      year: "2009",
      here: { fines: 2, documents: 2, lower: { n: 2, median: 550 }, upper: { n: 1, median: 300 } },
      reference: { fines: 3, documents: 1, lower: { n: 3, median: 200 } },
      delta_lower: 0, // one below the three, one above
      delta_upper: 1,
    },
  ]);
  expect(left_out).toEqual({
    "the reference has no fine for this ground and year": 2,
    "no trusted year": 1,
    "no amount for one occasion that reads as money": 1,
  });
  expect(compareFines([], [])).toEqual({ rows: [], left_out: {} });
});

test("with the user's index all fines are compared in the prices of one year", () => {
  const index = parsePriceIndex("year,index\n2009,100\n2019,150\n");
  const list = [fineOf("2009", 200, 200), fineOf("2019", 300, 300), fineOf("1999", 9, 9)];
  const { rows, left_out } = compareFines(list, [counted("2009", 200, 400)], { index, year: "2019" });
  expect(rows).toMatchObject([
    {
      year: "2019",
      here: { lower: { median: 300 } },
      reference: { lower: { median: 300 }, upper: { median: 600 } },
    },
  ]);
  expect(left_out).toEqual({ "year not in the price index": 1 });
});

test("the statutes' tables are the ones that their description names", () => {
  const about = JSON.parse(readFileSync("data/reference/statute-sanctions.json", "utf8"));
  for (const [name, { rows, sha256 }] of Object.entries<{ rows: number; sha256: string }>(about.tables)) {
    const text = readFileSync(`data/reference/${name}`, "utf8");
    expect(createHash("sha256").update(text).digest("hex"), name).toBe(sha256);
    expect(text.trim().split("\n").length - 1, name).toBe(rows);
  }
  const rows = statuteSanctions();
  expect(rows.reduce((sum, row) => sum + row.records, 0)).toBe(about.sanctions);
  for (const row of rows) expect(row.documents <= row.records && row.ranged <= row.records).toBe(true);
  const fines = statuteFines();
  expect(fines.reduce((sum, row) => sum + row.records, 0)).toBe(about.fines);
  for (const { min, max } of fines) expect(min === null || max === null || min <= max).toBe(true);
});

test("hand codings hold codes and offsets only", () => {
  const files = ["gold/consequences.jsonl", "gold/statutes-sample.jsonl", "teaching/records.csv"];
  for (const name of [...files, "reference/statute-sample.csv"]) {
    for (const record of codings(name)) {
      expect(isConsequenceType(record.type), record.type).toBe(true);
      expect(record.start < record.end).toBe(true);
      expect(Array.isArray(record.flags)).toBe(true);
    }
  }
  expect(codings("gold/consequences.jsonl").length).toBe(202);
  expect(() => codings("gold/none.jsonl")).toThrow("data/gold/none.jsonl: expected a file, found none");
});
