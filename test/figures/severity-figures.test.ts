// Figures of severity on made records: their specifications, what plotly says of them, and what they draw of the rows.
import { describe, expect, test } from "vitest";
import { balanceBars } from "../../src/figures/balance-bars.js";
import { dominanceFigure } from "../../src/figures/dominance-figure.js";
import { type FigureSpec, renderFigure } from "../../src/figures/figure.js";
import { finesCompared } from "../../src/figures/fines-compared.js";
import { levelProfile } from "../../src/figures/level-profile.js";
import { LEVEL_COLORS, NO_LEVEL_COLOR } from "../../src/figures/levels.js";
import { sanctionHeatmap } from "../../src/figures/sanction-heatmap.js";
import { sizeAxis } from "../../src/figures/size-axis.js";
import { specificationCurve } from "../../src/figures/specification-curve.js";
import { triggerFlows } from "../../src/figures/trigger-flows.js";
import { triggerLadder } from "../../src/figures/trigger-ladder.js";
import { rewardBalance } from "../../src/severity/balance.js";
import { compareFines } from "../../src/severity/compare-fines.js";
import { dominanceMatrix } from "../../src/severity/dominance-matrix.js";
import type { FineCount } from "../../src/severity/fine-counts.js";
import { triggerSummaries } from "../../src/severity/ladders.js";
import { multiverse } from "../../src/severity/multiverse.js";
import type { Observation } from "../../src/severity/observations.js";
import { profile } from "../../src/severity/profile.js";
import { scale } from "../../src/severity/scales.js";
import { atLevels, made } from "../severity/made.js";
import { distance, seen, VISION } from "./colour-vision.js";
import { expectSnapshot } from "./snapshots.js";

/** Each record at a place of its own, whatever other tests have made before. */
const placed = (observations: readonly Observation[]): Observation[] =>
  observations.map((o, i) => ({ ...o, record: { ...o.record, start: 10 * i, end: 10 * i + 5 } }));

const list = placed([
  ...atLevels([1, 3, 3, 6], { addressee: "leader", trigger: "reporting", document: "a#1" }),
  ...atLevels([4, 4, 3], { addressee: "staff", document: "a#1" }),
  ...atLevels([2, 5], { addressee: "staff", document: "b#1" }),
  ...atLevels([4], { addressee: "staff", document: "c#1", cluster: "a#1", kept: false }),
  made({ addressee: "leader", type: "liability" }),
  made({ addressee: "leader", amount: { min: 100, max: 1000 }, year: "2009" }),
  made({ addressee: "staff", amount: { min: 500, max: null }, year: "2009" }),
  made({ addressee: "staff", amount: { min: null, max: 5000 } }),
  made({ addressee: "staff", amount: { min: 200, max: 200 } }),
  made({ addressee: "staff", amount: { min: 2025, max: 2025 }, flags: ["year_artifact"] }),
  made({ addressee: "leader", type: "promotion_bar", months: { min: 12, max: 24 } }),
  made({ polarity: "reward", type: "subsidy", addressee: "family", months: { min: 168, max: 168 } }),
]);
const statutes: FineCount[] = [
  [500, 2000],
  [1000, 10_000],
  [null, 50_000],
].map(([min, max], i) => ({
  document: i,
  issuer: "national",
  year: "2009",
  trigger: "other",
  addressee: "party",
  min: min!,
  max: max!,
  records: 2,
}));
const kept = list.filter((observation) => observation.kept);

const figures: Readonly<Record<string, FigureSpec>> = {
  "sanction-heatmap": sanctionHeatmap(profile(list, { by: "addressee", of: "type" })),
  "level-profile": levelProfile(profile(list, { by: "addressee", of: "severity_level" })),
  "trigger-flows": triggerFlows(profile(list, { by: "trigger", of: "type" })),
  "trigger-ladder": triggerLadder(triggerSummaries(list)),
  fines: sizeAxis(kept.filter(({ record }) => record.type === "fine")),
  durations: sizeAxis(kept, { of: "months", by: "type" }),
  "fines-compared": finesCompared(compareFines(list, statutes).rows),
  "balance-bars": balanceBars(rewardBalance(list, "part")),
  "dominance-matrix": dominanceFigure(dominanceMatrix(list, "addressee")),
  "specification-curve": specificationCurve(
    multiverse(list, "addressee", "leader", "staff", [scale("ordinal"), scale("amount")]),
  ),
};

describe.each(Object.entries(figures))("%s", (name, spec) => {
  test("has the specification that was looked at", () => expectSnapshot(name, spec));

  test("is accepted by plotly and drawn without cut text", async () => {
    const { svg } = await renderFigure(name, spec, { caption: "A figure\n一幅图", source: "made records" });
    expect(svg).toContain("一幅图");
  });
});

type Trace = Record<string, unknown> & { x: (number | null)[]; y: unknown[]; name: string };
const traces = (spec: FigureSpec) => spec.data as unknown as Trace[];

test("the shares of a group add up to one", () => {
  const bars = traces(figures["level-profile"]!);
  for (const i of [0, 1]) {
    expect(bars.reduce((sum, bar) => sum + bar.x[i]!, 0)).toBeCloseTo(1, 12);
  }
});

test("fines: every amount is drawn once, ranges as ranges, open ends and years apart", () => {
  expect(traces(figures.fines!).map((trace) => [trace.name, trace.x])).toEqual([
    ["one figure 定额 (1)", [200]],
    ["range 区间 (1)", [100, 1000, null]],
    ["at most, no lower end 以下 (1)", [5000]],
    ["at least, no upper end 以上 (1)", [500]],
    ["reads as a year, left out 疑为年份 (1)", [2025]],
  ]);
});

test("durations stand in months, those of rewards too", () => {
  expect(traces(figures.durations!).map((trace) => trace.x)).toEqual([[168], [12, 24, null]]);
});

test("flows: the ribbons of a node add up to it, on both sides", () => {
  const spec = figures["trigger-flows"]!;
  const ribbons = traces(spec).filter((trace) => typeof trace.text === "string");
  const rows = profile(list, { by: "trigger", of: "type" });
  expect(ribbons.map(({ text }) => Number(/\d+$/.exec(text as string)))).toEqual(
    expect.arrayContaining(rows.map((row) => row.count)),
  );
  const heights = (i: number) =>
    ribbons.reduce((sum, { y }) => sum + ((y.at(-1 - i) as number) - (y[i] as number)), 0);
  expect(heights(0)).toBeCloseTo(480, 1);
  expect(heights(24)).toBeCloseTo(480, 1); // the right ends
});

test("the balance draws sanctions to the left, rewards to the right, copies hollow", () => {
  const drawn = traces(figures["balance-bars"]!).filter((trace) => trace.type === "bar");
  expect(drawn.map((trace) => [trace.name, trace.x])).toEqual([
    ["sanctions 制裁", [-7, -2, null, -7]],
    ["sanctions in copies 副本中的制裁", [null, null, -1, null]],
    ["rewards 奖励", [null, null, null, 1]],
  ]);
});

test("the specification curve draws every defined cell once, in rising order", () => {
  const result = multiverse(list, "addressee", "leader", "staff");
  const points = traces(specificationCurve(result)).slice(0, -1) as unknown as { x: number[]; y: number[] }[];
  const drawn = points.flatMap(({ x, y }) => x.map((rank, i) => [rank, y[i]!] as const));
  drawn.sort((a, b) => a[0] - b[0]);
  expect(drawn.length).toBe(result.defined);
  for (let i = 1; i < drawn.length; i++) expect(drawn[i]![1]).toBeGreaterThanOrEqual(drawn[i - 1]![1]);
});

test("figures of nothing are still specifications", () => {
  expect(traces(sizeAxis([]))).toEqual([]);
  expect(triggerLadder([]).data.length).toBe(2);
  expect(triggerFlows([]).data).toEqual([]);
  expect(balanceBars([]).data).toEqual([]);
  expect(finesCompared([]).data).toEqual([]);
});

test.each(Object.keys(VISION))("any two levels differ by at least 14 in CIELAB with %s", (vision) => {
  const colors = [...LEVEL_COLORS, NO_LEVEL_COLOR];
  for (const [i, a] of colors.entries()) {
    for (const b of colors.slice(i + 1)) {
      expect(distance(seen(a, vision), seen(b, vision)), `${a} ${b}`).toBeGreaterThan(14);
    }
  }
});
