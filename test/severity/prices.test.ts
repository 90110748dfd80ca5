// Amounts in the prices of one year, by an index that the user brings.
import { expect, test } from "vitest";
import { inPricesOf, parsePriceIndex, priceFactor } from "../../src/severity/prices.js";
import { scale } from "../../src/severity/scales.js";
import { scores } from "../../src/severity/scores.js";
import { severityTable } from "../../src/severity/severity-table.js";
import { sizes } from "../../src/severity/sizes.js";
import { made } from "./made.js";

const index = parsePriceIndex("year,index\n2009,100\n2019,126\n");
const fine = (year: string | null) => made({ year, amount: { min: 100, max: null } });

test("an amount is multiplied by the ratio of the indices, at the ends that are printed", () => {
  const [then, now] = inPricesOf([fine("2009"), fine("2019")], index, "2019");
  expect(then!.record.amount).toEqual({ min: 126, max: null });
  expect(then!.price_year).toBe("2019");
  expect(now!.record.amount).toEqual({ min: 100, max: null });
  expect(priceFactor(index, "2019", "2009")).toBeCloseTo(1 / 1.26, 12);
  expect(priceFactor(index, null, "2009")).toBeNull();
});

test("an amount without a trusted year, or of a year that the index lacks, is left out and counted", () => {
  const list = inPricesOf([fine(null), fine("1999"), fine("2009"), made()], index, "2019");
  expect(scores(list, "all", scale("amount"), { amounts: "lower" }).left_out).toEqual({
    "no price index for its year": 2,
    "no amount": 1,
  });
  expect(sizes(list)[0]).toMatchObject({ records: 4, sized: 1, lower: { n: 1, median: 126 } });
});

test("a table of printed amounts says when they are of different or unknown years", () => {
  const exact = (year: string | null, document: string) =>
    made({ year, document, amount: { min: 100, max: 100 } });
  const note = (list: ReturnType<typeof made>[]) =>
    severityTable(list, { by: "all", scale: scale("amount") })[0]!.note;
  const said = "amounts of different or unknown years, as printed";
  expect(note([exact("2009", "a#1"), exact("2019", "b#1")])).toContain(said);
  expect(note([exact(null, "a#1"), exact(null, "b#1")])).toContain(said);
  expect(note([exact("2009", "a#1"), exact("2009", "b#1")])).not.toContain(said);
  expect(note([exact(null, "a#1"), exact(null, "a#1")])).not.toContain(said);
  expect(note(inPricesOf([exact("2009", "a#1"), exact("2019", "b#1")], index, "2009"))).not.toContain(said);
});

test("a faulty index is refused with file, line, what was expected and what was found", () => {
  const refuse = (rows: string, message: string) =>
    expect(() => parsePriceIndex(`year,index\n${rows}`, "cpi.csv")).toThrow(message);
  refuse("", "cpi.csv: expected a row per year, found none");
  refuse("09,100\n", "cpi.csv, line 2, year: expected four digits, found 09");
  refuse("2009,0\n", "cpi.csv, line 2, index: expected a number above 0, found 0");
  refuse("2009,1\n2009,2\n", "cpi.csv, line 3, year: expected each year once, found 2009 again");
  expect(() => inPricesOf([], index, "2020")).toThrow("a year of the index (2009, 2019), got 2020");
});
