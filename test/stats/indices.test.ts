// Monotone weights, count balance, ordinal indices, precision and recall. Expected values: test/fixtures/severity.
import { expect, test } from "vitest";
import { countBalance } from "../../src/stats/count-balance.js";
import { dominance } from "../../src/stats/dominance.js";
import { monotoneWeights } from "../../src/stats/monotone-weights.js";
import { ordinalIndex, ordinalSubIndex } from "../../src/stats/ordinal-index.js";
import { precisionRecall } from "../../src/stats/precision-recall.js";
import { seededRandom } from "../../src/stats/random.js";
import { expectClose, recomputed, vectors } from "../fixtures/severity/expected.js";

test("Monte Carlo over monotone weights: exact expectation, share of draws within the stated tolerance", () => {
  const { A, B } = vectors.scales.doc_levels;
  const block = vectors.monte_carlo_monotone.A_minus_B;
  const [row] = monotoneWeights({ A, B }, { random: seededRandom(1), draws: 100_000 }).comparisons;
  expect(Math.abs(row!.expected_difference - block.exact_expectation)).toBeLessThan(1e-12);
  expect(Math.abs(row!.share_x_above - block.mc_P_gt_0)).toBeLessThan(block.tolerance);
  for (const expected of recomputed.monte_carlo) {
    const groups = { x: expected.x, y: expected.y };
    const [result] = monotoneWeights(groups, { random: seededRandom(2), draws: 50_000 }).comparisons;
    expect(Math.abs(result!.expected_difference - expected.exact_expectation)).toBeLessThan(1e-12);
    expect(Math.abs(result!.share_x_above - expected.share_positive)).toBeLessThan(2 * expected.tolerance);
    expect(Math.abs(result!.mean_difference - expected.exact_expectation)).toBeLessThan(0.01);
    const verdict = dominance(expected.x, expected.y);
    if (verdict === "x") expect(result!.share_x_above).toBe(1);
    if (verdict === "y") expect(result!.share_x_above).toBe(0);
  }
});

test("the same seed gives the same draws, ranks add up to one, empty groups are left out", () => {
  const groups = { a: [1, 6], b: [3, 4], c: [3, 4], none: [] };
  const run = () => monotoneWeights(groups, { random: seededRandom(9), draws: 500 });
  expect(run()).toEqual(run());
  expect(run().ranks.map((row) => row.group)).toEqual(["a", "b", "c"]);
  for (const row of run().ranks)
    expectClose(
      row.ranks.reduce((a, b) => a + b, 0),
      1,
      1e-9,
    );
  const tied = run().comparisons.find((row) => row.x === "b" && row.y === "c")!;
  expect([tied.share_x_above, tied.expected_difference]).toEqual([0.5, 0]);
  expect(monotoneWeights({ a: [1] }, { random: seededRandom(1) }).note).toBe(
    "fewer than two groups with levels",
  );
  expect(() => monotoneWeights({ a: [7] }, { random: seededRandom(1) })).toThrow(
    "whole levels in 1..6, got 7",
  );
});

test("balance of sanctions and rewards agrees with the vectors", () => {
  const { sanctions, rewards, haldane, sanctions2, rewards2, plain } = vectors.log_ratio;
  expectClose(countBalance(sanctions, rewards).log_ratio, haldane);
  expectClose(countBalance(sanctions2, rewards2).log_ratio, plain);
  expect(countBalance(0, 0)).toMatchObject({ log_ratio: null, note: "both counts are 0" });
});

test("ordinal indices reproduce the tracker's published example", () => {
  const toIndicator = (row: { v: number | null; N: number; F: number; f: number | null }) => ({
    value: row.v,
    highest: row.N,
    has_flag: row.F === 1,
    flag: row.f === null ? null : row.f === 1,
  });
  for (const row of vectors.oxcgrt_subindex.cases) expectClose(ordinalSubIndex(toIndicator(row)), row.I);
  const { rows, stringency } = vectors.oxcgrt_published_example;
  expectClose(ordinalIndex(rows.map(toIndicator), "zero").index, stringency);
  for (const row of rows) expectClose(ordinalSubIndex(toIndicator(row)) ?? 0, row.I);
  expect(ordinalIndex(rows.map(toIndicator))).toMatchObject({ indicators: 9, missing: 1 });
});

test("precision, recall and F1 agree with the vectors", () => {
  const { tp, fp, fn, precision, recall, f1 } = vectors.prf;
  const result = precisionRecall(tp, fp, fn);
  expectClose([result.precision, result.recall, result.f1], [precision, recall, f1]);
  expect(precisionRecall(0, 0, 0)).toMatchObject({ precision: null, recall: null, f1: null });
});
