import { describe, expect, test } from "vitest";
import { type Belief, expectedLoss } from "../../src/targets/expected-loss.js";
import { incentives } from "../../src/targets/incentives.js";
import type { Scorecard } from "../../src/targets/scorecard-records.js";
import { card, full, read, TEXT } from "./contract.js";

describe("incentives", () => {
  const described = incentives(card);
  test("the price of a percentage point and where the item is exhausted", () => {
    expect(described.margins.map((m) => [m.points_per_unit, m.exhausted_after, m.exhausted_at])).toEqual([
      [5, 8, 92],
      [2, 25, 70],
    ]);
  });
  test("cliffs stand at the printed thresholds, from the top", () => {
    expect(described.cliffs.map((c) => [c.threshold, c.inclusive])).toEqual([
      [90, true],
      [80, true],
      [70, true],
    ]);
  });
  test("a lower band that loses less than a higher one is found", () => {
    const last = described.cliffs.at(-1);
    expect(last?.spared.join()).toContain("pay_deduction");
    expect(described.inconsistencies.join("\n")).toContain("read literally, the lower band loses less");
  });
  test("items that make less than the printed total are found", () => {
    expect(described.inconsistencies[0]).toBe("the items make 90, the printed total is 100");
    expect(described.attainable).toBe(90);
  });
  test("gaps and overlaps of bands are found", () => {
    const gap = read(
      TEXT.replace("低于80分（不含80分）—70分（含70分）", "低于75分（不含75分）—70分（含70分）"),
    )[0] as Scorecard;
    expect(incentives(gap).inconsistencies).toContain("no band holds scores between 75 and 80");
  });
  test("expected loss under certain beliefs is the loss of the run", () => {
    const beliefs = { "（一）": { mean: 97, sd: 0 }, "（二）": { mean: 95, sd: 0 } };
    const expected = expectedLoss(card, beliefs, { runs: 10, fixed: { components: full } });
    expect(expected.lost_by_item["（一）"]).toBe(15);
    expect(expected.mean_total).toBeCloseTo(60 + 0.4 * 75, 9);
  });
  test("the mean loss is on the scale of the total: the weight of the items times what they lose", () => {
    const beliefs = { "（一）": { mean: 97, sd: 0 }, "（二）": { mean: 95, sd: 0 } };
    expect(expectedLoss(card, beliefs, { runs: 10, fixed: { components: full } }).mean_lost).toBeCloseTo(
      0.4 * 15,
      9,
    );
  });
  test("runs that determine nothing give no mean, no loss of that item and no share of a band", () => {
    const expected = expectedLoss(card, { "（一）": { mean: 97, sd: 0 } }, { runs: 10 });
    expect(expected).toMatchObject({
      mean_total: null,
      mean_lost: null,
      lost_by_item: { "（一）": 15, "（二）": null },
      band_shares: card.bands.map(() => null),
      undetermined_runs: 10,
    });
  });
  test("the spread of the total, its simulation error and its quantiles", () => {
    const certain = expectedLoss(
      card,
      { "（一）": { mean: 97, sd: 0 }, "（二）": { mean: 95, sd: 0 } },
      { runs: 10, fixed: { components: full } },
    );
    expect([certain.sd_total, certain.standard_error, certain.quantiles]).toEqual([0, 0, [90, 90, 90]]);
    const at = (runs: number) =>
      expectedLoss(
        card,
        { "（一）": { mean: 97, sd: 1 }, "（二）": { mean: 95, sd: 0 } },
        { runs, fixed: { components: full }, steps: "proportional" },
      );
    const many = at(1600);
    expect(many.sd_total as number).toBeCloseTo(0.4 * 5, 1);
    expect(many.standard_error as number).toBeCloseTo((many.sd_total as number) / 40, 9);
    const [low, middle, high] = many.quantiles as readonly [number, number, number];
    expect(low < middle && middle < high).toBe(true);
    expect(middle).toBeCloseTo(60 + 0.4 * (90 - 15), 0);
  });
  test("a belief without a mean, with a negative spread, with crossed bounds or of no item is refused", () => {
    const of = (belief: Belief) => () => expectedLoss(card, { "（一）": belief }, { runs: 1 });
    expect(of({ mean: Number.NaN, sd: 1 })).toThrow(RangeError);
    expect(of({ mean: 1, sd: -1 })).toThrow(RangeError);
    expect(of({ mean: 1, sd: 1, min: 5, max: 2 })).toThrow(RangeError);
    expect(() => expectedLoss(card, { 满意率: { mean: 1, sd: 1 } }, { runs: 1 })).toThrow(TypeError);
  });
  test("the same seed gives the same expectation, more spread costs more where only shortfall counts", () => {
    const at = (sd: number, seed: number) =>
      expectedLoss(
        card,
        { "（一）": { mean: 100, sd }, "（二）": { mean: 95, sd: 0 } },
        { runs: 400, seed, fixed: { components: full }, steps: "proportional" },
      );
    expect(at(2, 3)).toEqual(at(2, 3));
    expect(at(4, 3).lost_by_item["（一）"] as number).toBeGreaterThan(
      at(1, 3).lost_by_item["（一）"] as number,
    );
  });
});
