// Figures of scorecards and claims on the teaching corpus: plotly accepts them, and what they draw is what the records say.
import { expect, test } from "vitest";
import { bandBars } from "../../src/figures/band-bars.js";
import { claimVerdicts } from "../../src/figures/claim-verdicts.js";
import { contractCurves } from "../../src/figures/contract-curves.js";
import { type FigureSpec, renderFigure } from "../../src/figures/figure.js";
import { lossCurves } from "../../src/figures/loss-curves.js";
import { pointsIcicle } from "../../src/figures/points-icicle.js";
import { analyse } from "../../src/study/analyse.js";
import { dataPath } from "../../src/study/tables.js";
import { incentives } from "../../src/targets/incentives.js";
import type { Scorecard } from "../../src/targets/scorecard-records.js";
import { shortfallCurve } from "../../src/targets/shortfall-curve.js";

const study = analyse(dataPath("teaching"));
const card = study.scorecards.find((c) => c.source.startsWith("01")) as Scorecard;
const margins = incentives(card).margins.map((margin) => ({ name: "01", margin }));
const rows = shortfallCurve(card, [0, 1, 5, 10]);
const specs = {
  icicle: pointsIcicle([{ name: "01", card }]),
  loss: lossCurves(margins.filter(({ margin }) => margin.per === "percentage_point")),
  contracts: contractCurves([
    { name: "a", rows, thresholds: [90] },
    { name: "b", rows, thresholds: [70] },
  ]),
  bands: bandBars(card),
  claims: claimVerdicts(study.claims, (c) => c.source.slice(0, 2)),
};

test.each(Object.keys(specs))("%s is drawn without a complaint", async (name) => {
  const drawn = await renderFigure(name, specs[name as keyof typeof specs] as FigureSpec, {
    caption: "c",
    source: "s",
  });
  expect(drawn.svg.length).toBeGreaterThan(1000);
});

test("the icicle's items and its unassigned points make the printed total", () => {
  const [trace] = specs.icicle.data as unknown as { values: number[]; parents: string[] }[];
  const inside = (trace?.values ?? []).filter((_, i) => trace?.parents[i] === "01");
  expect(inside.reduce((s, v) => s + v, 0)).toBe(100);
});

test("a loss curve ends at the item's points", () => {
  const lines = (specs.loss.data as unknown as { mode: string; y: number[] }[]).filter(
    (t) => t.mode === "lines",
  );
  expect(lines.map((l) => l.y.at(-1))).toEqual([25, 20]);
});

test("verdicts drawn are the verdicts counted", () => {
  const sums = (specs.claims.data as unknown as { x: number[] }[]).map((t) => t.x.reduce((s, v) => s + v, 0));
  const count = (holds: boolean | null): number => study.claims.filter((c) => c.holds === holds).length;
  expect(sums).toEqual([count(true), count(false), count(null)]);
});
