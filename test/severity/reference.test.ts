// Hand counts on made records; the committed tables against their own statements.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Consequence, isConsequenceType } from "../../src/provisions/records.js";
import { codings } from "../../src/severity/codings.js";
import { compareWithCounts } from "../../src/severity/compare-with-counts.js";
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

test("the statutes' table is the one that its description names", () => {
  const text = readFileSync("data/reference/statute-sanctions.csv", "utf8");
  const about = JSON.parse(readFileSync("data/reference/statute-sanctions.json", "utf8"));
  expect(createHash("sha256").update(text).digest("hex")).toBe(about.table_sha256);
  const rows = statuteSanctions();
  expect(rows.length).toBe(about.rows);
  expect(rows.reduce((sum, row) => sum + row.records, 0)).toBe(about.sanctions);
  for (const row of rows) expect(row.documents <= row.records && row.ranged <= row.records).toBe(true);
});

test("hand codings hold codes and offsets only", () => {
  for (const name of ["gold/consequences.jsonl", "gold/statutes-sample.jsonl", "teaching/records.csv"]) {
    for (const record of codings(name)) {
      expect(isConsequenceType(record.type), record.type).toBe(true);
      expect(record.start < record.end).toBe(true);
      expect(Array.isArray(record.flags)).toBe(true);
    }
  }
  expect(codings("gold/consequences.jsonl").length).toBe(202);
  expect(() => codings("gold/none.jsonl")).toThrow("data/gold/none.jsonl: expected a file, found none");
});
