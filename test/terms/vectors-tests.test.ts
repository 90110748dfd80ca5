// Reference values of other software and of the literature, with their sources: fixtures/vectors.json, group "tests".
import { describe, test } from "vitest";
import { adjust } from "../../src/stats/adjust.js";
import { clusterBootstrap } from "../../src/stats/bootstrap.js";
import { chiSquareTail } from "../../src/stats/chi-square.js";
import { chiSquareTable } from "../../src/stats/chi-square-table.js";
import { cliffsDelta } from "../../src/stats/cliffs-delta.js";
import { kendall, spearman } from "../../src/stats/correlation.js";
import { dunn } from "../../src/stats/dunn.js";
import { clopperPearson, poissonInterval } from "../../src/stats/exact-intervals.js";
import { fisherExact } from "../../src/stats/fisher.js";
import { kruskalWallis } from "../../src/stats/kruskal-wallis.js";
import { mannWhitney } from "../../src/stats/mann-whitney.js";
import { mannWhitneyExact } from "../../src/stats/mann-whitney-exact.js";
import { geometricMean } from "../../src/stats/mean.js";
import { median, quantile } from "../../src/stats/quantile.js";
import { type QuantileType, quantileOfType } from "../../src/stats/quantile-types.js";
import { type Random, seededRandom } from "../../src/stats/random.js";
import { rateRatio } from "../../src/stats/rate-ratio.js";
import { wilson } from "../../src/stats/wilson.js";
import { checksOf, type Loose, near } from "./fixtures/vectors.js";

const check = checksOf("tests");

/** The linear congruential generator of the vector: x ← 1664525 x + 1013904223 mod 2³², index ⌊u n⌋. */
function congruential(seed: number): Random {
  let state = seed;
  const bits = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  const uniform = () => bits() / 2 ** 32;
  return { bits, uniform, below: (bound) => Math.floor(uniform() * bound) };
}

describe("tests and intervals", () => {
  check("padjust", (i) => ({
    bonferroni: adjust(i.p, "bonferroni"),
    holm: adjust(i.p, "holm"),
    BH: adjust(i.p, "bh"),
    BY: adjust(i.p, "by"),
    hochberg: adjust(i.p, "hochberg"),
  }));
  // R's odds ratio and limits come from uniroot with its default tolerance of 1.2e-4: they are right to four digits
  check(
    "fisher-R-conditional-or",
    (i) => {
      const [[a, b], [c, d]] = i.table;
      const f = fisherExact(a, b, c, d);
      const inverse = fisherExact(c, d, a, b).odds_ratio;
      return { oddsRatioCMLE: f.odds_ratio, ci95: [f.lower, f.upper], p: f.p, inverse };
    },
    2.5e-4,
  );
  test("conditional odds ratio and limits as scipy 1.10.1 contingency.odds_ratio gives them", () => {
    const f = fisherExact(7, 3, 2, 7);
    near([f.odds_ratio, f.lower, f.upper], [7.166306303557892, 0.752014673321612, 113.44437123517064], 1e-9);
    near(f.p, 0.06977851869489, 1e-11);
  });
  const mwu = (i: Loose, continuity: boolean) => {
    const t = mannWhitney(i.x, i.y, { continuity });
    const delta = cliffsDelta(i.x, i.y).delta;
    const effect = t.u! / (t.n_x * t.n_y);
    return {
      U1: t.u,
      U2: t.n_x * t.n_y - t.u!,
      pTwoSided: t.p,
      commonLanguageEffect: effect,
      cliffsDelta: delta,
      rankBiserial: 2 * effect - 1,
    };
  };
  check("mwu-penalty-cc", (i) => mwu(i, true));
  check("mwu-penalty-nocc", (i) => mwu(i, false));
  check("mwu-R", (i) => ({
    W: mannWhitney(i.x, i.y).u,
    pContinuity: mannWhitney(i.x, i.y).p,
    pNoContinuity: mannWhitney(i.x, i.y, { continuity: false }).p,
  }));
  check("mwu-R-exact", (i) => ({ W: mannWhitney(i.x, i.y).u, p: mannWhitneyExact(i.x, i.y) }));
  check("mwu-kilgarriff", (i) => {
    const u = mannWhitney(i.x, i.y).u!;
    return { rankSum: u + (i.x.length * (i.x.length + 1)) / 2, U1: u };
  });
  check("kruskal-penalty", (i) => {
    const k = kruskalWallis(i.groups);
    return { H: k.h, df: k.df, p: k.p, epsilon2: k.epsilon_squared, eta2H: k.eta_squared };
  });
  check("kruskal-R", (i) => ({ H: kruskalWallis(i.groups).h, p: kruskalWallis(i.groups).p }));
  check("dunn-penalty", (i) => {
    const pairs = dunn(i.groups);
    const named = (value: (pair: (typeof pairs)[number]) => number | null) =>
      Object.fromEntries(pairs.map((pair) => [`${pair.i + 1}-${pair.j + 1}`, value(pair)]));
    return { z: named((d) => d.z), p: named((d) => d.p), holm: pairs.map((d) => d.p_adjusted) };
  });
  check("robust-amounts", (i) => {
    const centre = median(i.x)!;
    const mad = median(i.x.map((x: number) => Math.abs(x - centre)))!;
    const spread = quantile(i.x, 0.75)! - quantile(i.x, 0.25)!;
    return { geometricMean: geometricMean(i.x), madScaled: 1.4826 * mad, madRaw: mad, IQR: spread };
  });
  const bootstrapMedian = (i: Loose, random: Random, draws: number, method: "percentile" | "bca") =>
    clusterBootstrap(
      i.x.map((x: number) => [x]),
      (items: readonly number[]) => median(items),
      { random, draws, minimumClusters: 2, method },
    );
  check("bootstrap-median-lcg", (i) => {
    const b = bootstrapMedian(i, congruential(i.seed), i.B, "percentile");
    const draw = congruential(i.seed);
    const first5 = Array.from({ length: 5 }, () => median(i.x.map(() => i.x[draw.below(i.x.length)])));
    return { mean: b.mean, q025_type7: b.lower, q975_type7: b.upper, first5 };
  });
  check("bootstrap-bca-scipy", (i) => {
    const b = bootstrapMedian(i, seededRandom(1), 9999, "bca");
    return { low: b.lower, high: b.upper };
  });
  check("proportion-ci", (i) => {
    const [w, exact] = [wilson(i.k, i.n), clopperPearson(i.k, i.n)];
    return { wilson: [w.lower, w.upper], clopperPearson: [exact.lower, exact.upper] };
  });
  check("poisson-rate-ratio", (i) => {
    const r = rateRatio(i.k[0], i.T[0], i.k[1], i.T[1]);
    return { ratio: r.ratio, ci95: [r.lower, r.upper], p: r.p };
  });
  check("poisson-ci", (i) => {
    const { lower, upper } = poissonInterval(i.k);
    return [lower, upper];
  });
  check("chi2-tail", (i) => i.x.map((x: number) => chiSquareTail(x, 1)));
  check("chi2-rxc", (i) => {
    const t = chiSquareTable(i.table);
    return {
      chi2: t.chi2,
      p: t.p,
      df: t.df,
      G: t.g2,
      pG: t.p_g2,
      cramersV: t.cramers_v,
      expected00: t.expected[0]![0],
    };
  });
  check("rankcor", (i) => ({ spearman: spearman(i.x, i.y), kendall: kendall(i.x, i.y) }));
  check("quantile-types", (i) =>
    Object.fromEntries(
      ([2, 5, 6, 7, 8, 9] as QuantileType[]).map((type) => [
        `R${type}`,
        [0.25, 0.5, 0.75, 0.9].map((p) => quantileOfType(i.x, p, type)),
      ]),
    ),
  );
});
