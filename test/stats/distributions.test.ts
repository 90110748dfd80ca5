// Quantiles, money, inequality, shares, diversity and dominance. Expected values: test/fixtures/severity.
import { expect, test } from "vitest";
import { diversity } from "../../src/stats/diversity.js";
import { cumulativeShares, dominance } from "../../src/stats/dominance.js";
import { gini, lorenz, topShare } from "../../src/stats/inequality.js";
import { geometricMean, geometricSd, mean } from "../../src/stats/mean.js";
import { median, quantile } from "../../src/stats/quantile.js";
import { seededRandom } from "../../src/stats/random.js";
import { wilson } from "../../src/stats/wilson.js";
import { expectClose, recomputed, vectors } from "../fixtures/severity/expected.js";

test("quantiles are those of numpy's default (type 7)", () => {
  for (const { values, p, expected } of recomputed.quantiles) {
    p.forEach((at: number, i: number) => {
      expectClose(quantile(values, at), expected[i]);
    });
  }
  expect(quantile([], 0.5)).toBeNull();
  expect(() => quantile([1], 1.3)).toThrow("quantile requires p in [0, 1], got 1.3");
});

test("means of amounts agree with the vectors and with scipy", () => {
  const { yuan, iqr_type7, ...expected } = vectors.money;
  expect(median(yuan)).toBe(expected.median);
  expectClose(mean(yuan), expected.arithmetic_mean);
  expectClose(geometricMean(yuan), expected.geometric_mean);
  expectClose(geometricSd(yuan), expected.geometric_sd);
  expect([quantile(yuan, 0.25), quantile(yuan, 0.75)]).toEqual(iqr_type7);
  const range = expected.range_midpoint["2000..5000"];
  expectClose(geometricMean([range.min, range.max]), range.geo);
  expectClose(mean([range.min, range.max]), range.arith);
  for (const row of recomputed.money) {
    expectClose(geometricMean(row.values), row.geometric_mean);
    expectClose(geometricSd(row.values), row.geometric_sd);
    expectClose(gini(row.values), row.gini);
  }
  expect(geometricMean([])).toBeNull();
  expect(geometricSd([5])).toBeNull();
  expect(() => geometricMean([0])).toThrow("geometricMean requires positive numbers, got 0");
});

test("inequality: hand counts, and the Gini is twice the area above the Lorenz curve", () => {
  expect(gini([0, 0, 0, 8])).toBe(0.75);
  expect(gini([])).toBeNull();
  expect(gini([0, 0])).toBeNull();
  expect(topShare([1, 2, 3, 4], 0.5)).toBe(0.7);
  expect(lorenz([0])).toEqual([]);
  const values = recomputed.money[2].values;
  const points = lorenz(values);
  let area = 0;
  for (let i = 1; i < points.length; i++) {
    area += ((points[i]!.part + points[i - 1]!.part) / 2) * (points[i]!.share - points[i - 1]!.share);
  }
  expectClose(gini(values), 1 - 2 * area, 1e-12);
});

test("Wilson's interval agrees with scipy and the vectors", () => {
  for (const { k, n, ci } of vectors.wilson.cases) {
    const { lower, upper } = wilson(k, n);
    expectClose([lower, upper], ci);
  }
  for (const row of recomputed.wilson) {
    const { lower, upper } = wilson(row.count, row.n);
    expectClose([lower, upper], [row.lower, row.upper]);
  }
  expect(() => wilson(3, 2)).toThrow("wilson requires 0 <= count <= n, got 3 of 2");
});

test("diversity agrees with the vectors", () => {
  const { shares, shannon_nat, simpson_1_minus_sum_p2, normalised_shannon } = vectors.diversity;
  expectClose(diversity(shares).shannon, shannon_nat);
  expectClose(diversity(shares).simpson, simpson_1_minus_sum_p2);
  expectClose(diversity(shares).evenness, normalised_shannon);
  expect(diversity([0])).toEqual({ shannon: null, simpson: null, evenness: null });
});

test("cumulative shares and dominance agree with the vectors", () => {
  const documents = vectors.scales.doc_levels;
  const { cdf } = vectors.stochastic_dominance;
  for (const name of ["A", "B", "C"]) {
    expectClose(cumulativeShares(documents[name], [1, 2, 3, 4, 5, 6])!, cdf[name], 1e-12);
  }
  expect(dominance(documents.A, documents.B)).toBe("none");
  expect(dominance(documents.B, documents.C)).toBe("none");
  expect(dominance(documents.A, documents.C)).toBe("none");
  expect(dominance([1, 2], [2, 1])).toBe("equal");
  expect(dominance([], [1])).toBeNull();
});

test("dominance implies the order of means under 1,000 random monotone scales, and none means that two disagree", () => {
  const random = seededRandom(6);
  const verdicts = { x: 0, y: 0, equal: 0, none: 0 };
  for (let round = 0; round < 1000; round++) {
    const draw = (n: number) => Array.from({ length: n }, () => 1 + random.below(6));
    const x = draw(1 + random.below(8));
    const y = draw(1 + random.below(8));
    const verdict = dominance(x, y)!;
    verdicts[verdict]++;
    const steps = [0, 0, 0, 0, 0].map(() => random.uniform());
    const weights = [0];
    for (const step of steps) weights.push(weights[weights.length - 1]! + step);
    const difference = mean(x.map((l) => weights[l - 1]!))! - mean(y.map((l) => weights[l - 1]!))!;
    if (verdict === "x") expect(difference).toBeGreaterThan(0);
    if (verdict === "y") expect(difference).toBeLessThan(0);
    if (verdict === "equal") expect(Math.abs(difference)).toBeLessThan(1e-12);
    if (verdict === "none") {
      const signs = [2, 3, 4, 5, 6].map((k) => {
        const at = (list: number[]) => list.filter((l) => l >= k).length / list.length;
        return Math.sign(Math.round((at(x) - at(y)) * 1e9));
      });
      expect(signs).toContain(1);
      expect(signs).toContain(-1);
    }
    expect(dominance(y, x)).toBe(verdict === "x" ? "y" : verdict === "y" ? "x" : verdict);
  }
  for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(5);
});
