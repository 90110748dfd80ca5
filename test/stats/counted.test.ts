// The same statistics on the values written out are the oracle; these agree with scipy (distributions.test.ts).
import { expect, test } from "vitest";
import { countedMean, countedQuantile, tally } from "../../src/stats/counted.js";
import { mean } from "../../src/stats/mean.js";
import { quantile } from "../../src/stats/quantile.js";
import { seededRandom } from "../../src/stats/random.js";

test("counted values have the mean and quantiles of the values written out", () => {
  const random = seededRandom(8);
  for (let round = 0; round < 200; round++) {
    const values = Array.from({ length: 1 + random.below(30) }, () => random.below(7) / 2);
    const half = random.below(values.length + 1);
    const items = [...tally(values.slice(0, half)), ...tally(values.slice(half))];
    expect(countedMean(items)).toBeCloseTo(mean(values)!, 12);
    for (const p of [0, 0.025, 0.25, 0.5, 0.9, 1])
      expect(countedQuantile(items, p)).toBe(quantile(values, p));
  }
});

test("nothing counted has neither", () => {
  expect([countedMean([]), countedQuantile([], 0.5), tally([])]).toEqual([null, null, []]);
  expect(() => countedQuantile([], 2)).toThrow("countedQuantile requires p in [0, 1], got 2");
});
