// Figures of severity on made records: plotly accepts them, and what they draw is what the rows say.
import { expect, test } from "vitest";
import { dominanceFigure } from "../../src/figures/dominance-figure.js";
import { type FigureSpec, renderFigure } from "../../src/figures/figure.js";
import { finesAxis } from "../../src/figures/fines-axis.js";
import { levelProfile } from "../../src/figures/level-profile.js";
import { sanctionHeatmap } from "../../src/figures/sanction-heatmap.js";
import { specificationCurve } from "../../src/figures/specification-curve.js";
import { triggerLadder } from "../../src/figures/trigger-ladder.js";
import { dominanceMatrix } from "../../src/severity/dominance-matrix.js";
import { triggerSummaries } from "../../src/severity/ladders.js";
import { multiverse } from "../../src/severity/multiverse.js";
import { profile } from "../../src/severity/profile.js";
import { scale } from "../../src/severity/scales.js";
import { atLevels, made } from "../severity/made.js";

const list = [
  ...atLevels([1, 3, 3, 6], { addressee: "leader", trigger: "reporting", document: "a#1" }),
  ...atLevels([4, 4, 3], { addressee: "staff", document: "a#1" }),
  ...atLevels([2, 5], { addressee: "staff", document: "b#1" }),
  made({ addressee: "leader", type: "liability" }),
  made({ addressee: "leader", amount: { min: 100, max: 1000 } }),
  made({ addressee: "staff", amount: { min: 500, max: null } }),
  made({ addressee: "staff", amount: { min: null, max: 5000 } }),
  made({ addressee: "staff", amount: { min: 200, max: 200 } }),
  made({ addressee: "staff", amount: { min: 2025, max: 2025 }, flags: ["year_artifact"] }),
];

type Trace = Record<string, unknown> & { x: (number | null)[]; name: string };
const traces = (spec: FigureSpec) => spec.data as unknown as Trace[];

test("every figure of severity is accepted by plotly and drawn without cut text", async () => {
  const figures: Record<string, FigureSpec> = {
    heat: sanctionHeatmap(profile(list, { by: "addressee", of: "type" })),
    levels: levelProfile(profile(list, { by: "addressee", of: "severity_level" })),
    fines: finesAxis(list),
    ladder: triggerLadder(triggerSummaries(list)),
    dominance: dominanceFigure(dominanceMatrix(list, "addressee")),
    curve: specificationCurve(multiverse(list, "addressee", "leader", "staff", [scale("ordinal")])),
  };
  for (const [id, spec] of Object.entries(figures)) {
    const { svg } = await renderFigure(id, spec, { caption: `A figure\n一幅图`, source: "made records" });
    expect(svg).toContain("一幅图");
  }
});

test("the shares of a group add up to one", () => {
  const bars = traces(levelProfile(profile(list, { by: "addressee", of: "severity_level" })));
  for (const i of [0, 1]) {
    expect(bars.reduce((sum, bar) => sum + bar.x[i]!, 0)).toBeCloseTo(1, 12);
  }
});

test("fines: every amount is drawn once, ranges as ranges, open ends and years apart", () => {
  expect(traces(finesAxis(list)).map((trace) => [trace.name, trace.x])).toEqual([
    ["one figure 定额 (1)", [200]],
    ["range 区间 (1)", [100, 1000, null]],
    ["at most, no lower end 以下 (1)", [5000]],
    ["at least, no upper end 以上 (1)", [500]],
    ["reads as a year, left out 疑为年份 (1)", [2025]],
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
  expect(traces(finesAxis([]))).toEqual([]);
  expect(triggerLadder([]).data.length).toBe(2);
});
