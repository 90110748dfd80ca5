// Expected values: scipy (test/fixtures/severity/recomputed.py) and the hand-computed vectors beside it.
import { expect, test } from "vitest";
import { adjust } from "../../src/stats/adjust.js";
import { chiSquareTail } from "../../src/stats/chi-square.js";
import { logGamma, upperGamma } from "../../src/stats/gamma.js";
import { normalQuantile, normalTail } from "../../src/stats/normal.js";
import { expectClose, recomputed, vectors } from "../fixtures/severity/expected.js";

test("chi-square tails agree with scipy, far out too", () => {
  for (const { x, df, p } of recomputed.chi_square_tail) expectClose(chiSquareTail(x, df), p, 1e-11);
});

test("normal tails and quantiles agree with scipy and undo each other", () => {
  for (const { z, p } of recomputed.normal_tail) expectClose(normalTail(z), p, 1e-11);
  for (const { z, p } of recomputed.normal_quantile) expectClose(normalQuantile(p), z, 1e-13);
  for (const p of [1e-9, 0.2, 0.5, 0.99]) expectClose(normalTail(-normalQuantile(p)), p, 1e-11);
});

test("the gamma function interpolates the factorials", () => {
  let factorial = 1;
  for (let n = 1; n < 20; n++) {
    expectClose(logGamma(n), Math.log(factorial), 1e-12);
    factorial *= n;
  }
  expect(upperGamma(3, 0)).toBe(1);
});

test("adjusted p-values agree with the vectors", () => {
  const { p, holm, bh, bonferroni } = vectors.p_adjust;
  expectClose(adjust(p, "holm"), holm);
  expectClose(adjust(p, "bh"), bh);
  expectClose(adjust(p, "bonferroni"), bonferroni);
});

test("an undefined p stays null and is not counted among the tests", () => {
  expect(adjust([0.01, null, 0.02], "bonferroni")).toEqual([0.02, null, 0.04]);
  expect(adjust([])).toEqual([]);
});

test("arguments outside their range are named", () => {
  expect(() => adjust([1.2])).toThrow("adjust requires p in [0, 1], got 1.2");
  expect(() => normalQuantile(0)).toThrow("normalQuantile requires p in (0, 1), got 0");
  expect(() => chiSquareTail(-1, 1)).toThrow("chiSquareTail requires x >= 0, got -1");
});
