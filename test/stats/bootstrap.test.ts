// Expected values: full enumeration in test/fixtures/severity (vectors.json; recomputed.json with scipy's normal quantiles).
import { expect, test } from "vitest";
import { clusterBootstrap } from "../../src/stats/bootstrap.js";
import { mean } from "../../src/stats/mean.js";
import { quantile } from "../../src/stats/quantile.js";
import { seededRandom } from "../../src/stats/random.js";
import { expectClose, recomputed, vectors } from "../fixtures/severity/expected.js";

const random = seededRandom(1);

test("few clusters are enumerated: mean, spread and quantiles of the 27 resamples", () => {
  const block = vectors.cluster_bootstrap_exact;
  const clusters: number[][] = Object.values(block.clusters);
  const result = clusterBootstrap(clusters, mean, { random, minimumClusters: 2 });
  expect(result).toMatchObject({ exact: true, resamples: block.n, clusters: 3 });
  expectClose(result.estimate, block.point);
  expectClose(result.mean, block.mean);
  expectClose(result.sd, block.sd_population);
  expectClose([result.lower, result.upper], [block.quantiles_type7["2.5%"], block.quantiles_type7["97.5%"]]);
  expectClose(mean(clusters.map((values) => mean(values)!)), block.equal_weight_cluster_mean);
});

test("percentile and BCa limits agree with the enumeration done in numpy and scipy", () => {
  const block = recomputed.bootstrap_enumerated;
  const clusters = block.values.map((value: number) => [value]);
  const limits = (method: "percentile" | "bca") => {
    const { lower, upper } = clusterBootstrap<number>(clusters, mean, { random, minimumClusters: 5, method });
    return [lower, upper];
  };
  expectClose(limits("percentile"), block.percentile);
  expectClose(limits("bca"), block.bca);
});

test("one cluster refuses, and fewer than ten say how many there are", () => {
  const one = clusterBootstrap([[3, 4, 5]], mean, { random, minimumClusters: 2 });
  expect(one).toMatchObject({ estimate: 4, lower: null, upper: null, resamples: 0 });
  expect(one.note).toBe("1 cluster, fewer than 2: no interval is credible, show the clusters");
  const five = clusterBootstrap([[1], [2], [3], [4], [5]], mean, { random });
  expect(five).toMatchObject({ lower: null, upper: null });
  expect(five.note).toContain("5 clusters, fewer than 10");
});

test("the same seed gives the same limits, and random resamples come near the exact ones", () => {
  const clusters = recomputed.bca[0].values.map((value: number) => [value]);
  const run = (seed: number) =>
    clusterBootstrap<number>(clusters, mean, { random: seededRandom(seed), draws: 4000 });
  expect(run(5)).toEqual(run(5));
  expect(run(5)).not.toEqual(run(6));
  const { estimate, sd } = run(5);
  const values: number[] = recomputed.bca[0].values;
  const spread = Math.sqrt(mean(values.map((v) => (v - estimate!) ** 2))! / values.length);
  expect(Math.abs(sd! / spread - 1)).toBeLessThan(0.05);
});

test("undefined statistics are answered with null and a reason", () => {
  expect(clusterBootstrap<number>([], mean, { random })).toMatchObject({
    estimate: null,
    note: "the statistic is undefined",
  });
  const sparse = Array.from({ length: 12 }, (_, i) => (i === 0 ? [4] : []));
  const result = clusterBootstrap<number>(sparse, (items) => quantile(items, 0.5), {
    random: seededRandom(1),
  });
  expect(result.lower === null || /resamples are undefined/.test(result.note)).toBe(true);
  expect(() => clusterBootstrap([[1]], mean, { random, level: 1 })).toThrow(
    "requires level in (0, 1), got 1",
  );
});
