import { expect, test } from "vitest";
import { claimVerdicts } from "../../src/figures/claim-verdicts.js";
import { contractCurves } from "../../src/figures/contract-curves.js";
import { levelProfile } from "../../src/figures/level-profile.js";
import { lossCurves } from "../../src/figures/loss-curves.js";
import { orNothing } from "../../src/figures/nothing-to-draw.js";
import { pointsIcicle } from "../../src/figures/points-icicle.js";
import { check } from "../../src/figures/render.js";
import { sanctionHeatmap } from "../../src/figures/sanction-heatmap.js";

test.each([
  ["loss curves", lossCurves([])],
  ["contract curves", contractCurves([])],
  ["points", pointsIcicle([])],
  ["claims", claimVerdicts([], () => "")],
  ["sanction types", sanctionHeatmap([])],
  ["severity levels", levelProfile([])],
])("%s without a row say so instead of a figure without a trace", (_, spec) => {
  expect(spec.data).toHaveLength(1);
  expect(JSON.stringify(spec.data)).toContain("no rows to draw");
  expect(() => check(JSON.parse(JSON.stringify(spec)))).not.toThrow();
});

test("a figure with rows is left as it is", () => {
  const spec = { data: [{ type: "bar" as const, x: [1], y: [2] }], layout: { height: 100 } };
  expect(orNothing(spec)).toBe(spec);
});
