// Expected values: test/fixtures/severity (published examples, scipy) unless a test counts by hand.
import { expect, test } from "vitest";
import { cliffsDelta } from "../../src/stats/cliffs-delta.js";
import { kendall, spearman } from "../../src/stats/correlation.js";
import { dunn } from "../../src/stats/dunn.js";
import { kruskalWallis } from "../../src/stats/kruskal-wallis.js";
import { mannWhitney } from "../../src/stats/mann-whitney.js";
import { ranks, tieTerm } from "../../src/stats/ranks.js";
import { expectClose, recomputed, vectors } from "../fixtures/severity/expected.js";

test("ranks share the mean of the places that equal values fill", () => {
  for (const { values, ranks: expected } of recomputed.ranks) expect(ranks(values)).toEqual(expected);
  expect(ranks(vectors.kruskal_wallis.groups.flat())).toEqual(vectors.kruskal_wallis.ranks);
  expect(ranks([])).toEqual([]);
  expect(tieTerm([5, 5, 5])).toBe(24);
  expect(() => ranks([1, Number.NaN])).toThrow("ranks requires finite numbers, got NaN");
});

test("Mann–Whitney agrees with scipy and with the vectors", () => {
  for (const { x, y, u, p } of recomputed.mann_whitney) {
    const result = mannWhitney(x, y);
    expect(result.u).toBe(u);
    expectClose(result.p, p);
  }
  const { x, y, ...expected } = vectors.cliffs_delta;
  expect(mannWhitney(x, y).u).toBe(expected.mann_whitney_U_x);
  expectClose(mannWhitney(x, y).p, expected.p_two_sided_asymptotic_tie_corrected_continuity);
});

test("Cliff's delta is 2U/(mn) − 1", () => {
  const { x, y, delta, extremes } = vectors.cliffs_delta;
  expectClose(cliffsDelta(x, y).delta, delta);
  for (const row of extremes) expect(cliffsDelta(row.x, row.y).delta).toBe(row.delta);
  for (const pair of recomputed.mann_whitney) {
    const m = pair.x.length;
    const n = pair.y.length;
    expectClose(cliffsDelta(pair.x, pair.y).delta, (2 * pair.u) / (m * n) - 1, 1e-12);
  }
});

test("swapping the groups changes the sign only", () => {
  for (const { x, y } of recomputed.mann_whitney) {
    const there = cliffsDelta(x, y);
    const back = cliffsDelta(y, x);
    expect(back.delta! + there.delta!).toBe(0);
    expect([back.greater, back.less, back.ties]).toEqual([there.less, there.greater, there.ties]);
    expectClose(mannWhitney(y, x).p, mannWhitney(x, y).p!, 1e-12);
    expect(mannWhitney(y, x).z! + mannWhitney(x, y).z!).toBe(0);
  }
});

test("Kruskal–Wallis with ties agrees with scipy and the vectors", () => {
  for (const { groups, h, p } of recomputed.kruskal_wallis) {
    const result = kruskalWallis(groups);
    expectClose(result.h, h);
    expectClose(result.p, p);
  }
  const expected = vectors.kruskal_wallis;
  const result = kruskalWallis(expected.groups);
  expectClose(result.h, expected.H_tie_corrected);
  expectClose(result.p, expected.p_chi2);
  expectClose(result.epsilon_squared, expected.epsilon_squared);
  expectClose(result.eta_squared, expected.eta_squared_H);
  expect(result.df).toBe(expected.df);
});

test("Dunn's pairs agree with the vectors under Holm and under Benjamini–Hochberg", () => {
  const holm = dunn(vectors.kruskal_wallis.groups);
  const bh = dunn(vectors.kruskal_wallis.groups, "bh");
  vectors.dunn.pairs.forEach((pair: Record<string, number>, k: number) => {
    expect([holm[k]!.i, holm[k]!.j]).toEqual([pair.i, pair.j]);
    expectClose(holm[k]!.z, pair.z!);
    expectClose(holm[k]!.p, pair.p!);
    expectClose(holm[k]!.p_adjusted, pair.p_holm!);
    expectClose(bh[k]!.p_adjusted, pair.p_bh!);
  });
  for (const { groups, dunn: pairs } of recomputed.kruskal_wallis) {
    dunn(groups).forEach((row, k) => {
      expectClose(row.z, pairs[k].z);
      expectClose(row.p, pairs[k].p);
    });
  }
});

test("rank correlations agree with scipy and the vectors", () => {
  const { x, y, spearman_midrank, kendall_tau_b } = vectors.rank_correlation;
  expectClose(spearman(x, y), spearman_midrank);
  expectClose(kendall(x, y), kendall_tau_b);
  for (const row of recomputed.correlation) {
    expectClose(spearman(row.x, row.y), row.spearman);
    expectClose(kendall(row.x, row.y), row.kendall);
  }
  expect(spearman([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(kendall([1], [1])).toBeNull();
  expect(() => spearman([1], [1, 2])).toThrow("spearman requires as many x as y, got 1 and 2");
});

test("empty, equal and single groups are answered with null and a reason", () => {
  expect(mannWhitney([], [1])).toMatchObject({ u: null, p: null, note: "a group is empty" });
  expect(mannWhitney([2, 2], [2])).toMatchObject({ u: 1, p: null, note: "all values are equal" });
  expect(cliffsDelta([], [])).toMatchObject({ delta: null, note: "a group is empty" });
  expect(kruskalWallis([[1, 2], []])).toMatchObject({ h: null, groups: 1 });
  expect(kruskalWallis([[3], [3, 3]])).toMatchObject({ h: null, note: "all values are equal" });
  expect(kruskalWallis([])).toMatchObject({ h: null, n: 0 });
  expect(dunn([[1, 2], []])[0]).toMatchObject({ z: null, p_adjusted: null, note: "a group is empty" });
  expect(dunn([[1], [1]])[0]).toMatchObject({ z: null, note: "all values are equal" });
});
