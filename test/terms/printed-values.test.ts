// Values printed in the literature, to the digits printed there, beyond those of fixtures/vectors.json.
import { expect, test } from "vitest";
import { association } from "../../src/terms/association.js";
import { signedChiSquare, signedG2 } from "../../src/terms/contingency.js";
import { dispersion } from "../../src/terms/dispersion.js";
import { frequenciesOf, lexicalDiversity } from "../../src/terms/diversity.js";
import { hdd, mattr, msttr } from "../../src/terms/moving-diversity.js";
import { expectedTypes } from "../../src/terms/rarefaction.js";

type Measure =
  | "carroll_um"
  | "juilland_u"
  | "rosengren_kf"
  | "engwall_fm"
  | "kromer_ur"
  | "juilland_d"
  | "lyne_d3";

test.each<[Measure, number[], number, number, string]>([
  ["carroll_um", [2, 1, 1, 1, 0], 4.31, 2, "Carroll 1970, p. 13"],
  ["carroll_um", [4, 2, 1, 1, 0], 6.424, 3, "Engwall 1974, p. 122"],
  ["carroll_um", [1, 2, 3, 4, 5], 14.108, 3, "Gries 2008, p. 409"],
  ["juilland_u", [0, 4, 3, 2, 1], 6.46, 2, "Carroll 1970, p. 14"],
  ["juilland_u", [2, 2, 2, 2, 2], 10, 0, "Rosengren 1971, p. 115"],
  ["juilland_u", [4, 2, 1, 1, 0], 4.609, 3, "Engwall 1974, p. 122"],
  ["rosengren_kf", [2, 2, 2, 2, 1], 8.86, 2, "Rosengren 1971, p. 117"],
  ["rosengren_kf", [4, 2, 1, 1, 0], 5.863, 3, "Engwall 1974, p. 122"],
  ["engwall_fm", [4, 2, 1, 1, 0], 6.4, 1, "Engwall 1974, p. 122"],
  ["kromer_ur", [2, 1, 1, 1, 0], 4.5, 1, "Gries 2008, p. 409"],
  ["juilland_d", [0, 4, 3, 2, 1], 0.6464, 4, "Carroll 1970, p. 14"],
  ["lyne_d3", [1, 2, 3, 4, 5], 0.944, 3, "Gries 2008, p. 408"],
])("%s of %j is %f (%i digits; %s)", (measure, counts, printed, digits) => {
  expect(dispersion(counts)[measure]).toBeCloseTo(printed, digits);
});

test("G² of Dunning 1993, p. 72, and χ², p. 73", () => {
  expect(signedG2({ o11: 10, o12: 0, o21: 3, o22: 31764 })).toBeCloseTo(167.23, 2);
  expect(signedChiSquare({ o11: 3, o12: 0, o21: 0, o22: 31774 })).toBeCloseTo(31777, 0);
});

test.each([
  [7, 0.764],
  [997, 0.021],
])("mutual information of 2 0 / 0 %i is %f bits (Dunning 1998, p. 51)", (o22, printed) => {
  expect(association({ o11: 2, o12: 0, o21: 0, o22 }).mutual_information).toBeCloseTo(printed, 3);
});

test("ΔP both ways of Gries 2013, p. 144: of course", () => {
  const table = { o11: 5610, o12: 168938, o21: 2257, o22: 10233063 };
  expect(association(table).delta_p).toBeCloseTo(0.032, 3);
  expect(association(table).delta_p_reverse).toBeCloseTo(0.697, 2);
});

test("log ratio of one word beside another doubles with the rate", () => {
  expect(association({ o11: 20, o12: 80, o21: 100, o22: 900 }).log_ratio).toBeCloseTo(1, 12);
});

test("measures of five types twenty times each, by their formulas", () => {
  const terms = Array.from({ length: 20 }, () => ["this", "is", "a", "sentence", "."]).flat();
  const d = lexicalDiversity(frequenciesOf(terms));
  expect(d.brunet_w).toBeCloseTo(100 ** (5 ** -0.172), 12);
  expect(d.honore_r).toBeCloseTo(100 * Math.log(100), 12);
  expect(d.rubet_k).toBeCloseTo(Math.log(5) / Math.log(Math.log(100)), 12);
  expect(d.maas_log_v0).toBeCloseTo(Math.log(5) / Math.sqrt(1 - (Math.log(5) / Math.log(100)) ** 2), 12);
  expect([mattr(terms, 100), msttr(terms, 100)]).toEqual([0.05, 0.05]);
  expect(hdd(terms)).toBeCloseTo(expectedTypes([20, 20, 20, 20, 20], 42)!.types / 42, 14);
});

test("with base 10 the measures are quanteda's (textstat_lexdiv, log.base = 10)", () => {
  const d = lexicalDiversity([4, 4], { logBase: 10 });
  expect(Math.sqrt(d.maas_a2!)).toBeCloseTo(
    Math.sqrt((Math.log10(8) - Math.log10(2)) / Math.log10(8) ** 2),
    12,
  );
  expect(d.dugast_u).toBeCloseTo(Math.log10(8) ** 2 / (Math.log10(8) - Math.log10(2)), 12);
  expect(d.summer_s).toBeCloseTo(Math.log10(Math.log10(2)) / Math.log10(Math.log10(8)), 12);
  expect(() => lexicalDiversity([1], { logBase: 1 })).toThrow(RangeError);
});
