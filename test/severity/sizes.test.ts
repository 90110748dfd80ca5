// Money, durations, multiples, ladders and discretion: vectors where named, else hand counts on made records.
import { expect, test } from "vitest";
import { discretion } from "../../src/severity/discretion.js";
import { ladders, triggerSummaries } from "../../src/severity/ladders.js";
import { multiples } from "../../src/severity/multiples.js";
import { sizeIntervals } from "../../src/severity/size-intervals.js";
import { sizes } from "../../src/severity/sizes.js";
import { seededRandom } from "../../src/stats/random.js";
import { expectClose, vectors } from "../fixtures/severity/expected.js";
import { atLevels, made } from "./made.js";

const fine = (min: number | null, max: number | null, changes = {}) =>
  made({ amount: { min, max }, ...changes });

test("open ends are kept open: bounds agree with the vectors", () => {
  const block = vectors.bounds;
  const [row] = sizes(block.records.map(([min, max]: [number | null, number | null]) => fine(min, max)));
  expectClose(row!.mean_lower, block.mean_lower_with_0);
  expectClose(row!.mean_upper, block.mean_upper_closed_only);
  expect(row).toMatchObject({ sized: 4, exact: 1, ranges: 1, open_below: 1, open_above: 1 });
  expect(row!.middle.n).toBe(block.n_closed);
});

test("exact fines give the vectors' median, geometric mean and quartiles at every end", () => {
  const { yuan, median, geometric_mean, geometric_sd, iqr_type7 } = vectors.money;
  const [row] = sizes(yuan.map((y: number) => fine(y, y)));
  for (const end of [row!.lower, row!.middle, row!.upper]) {
    expect(end).toMatchObject({ n: 9, median, quarter_1: iqr_type7[0], quarter_3: iqr_type7[1] });
    expectClose(end.geometric_mean, geometric_mean);
    expectClose(end.geometric_sd, geometric_sd);
  }
  const range = vectors.money.range_midpoint["2000..5000"];
  expectClose(sizes([fine(2000, 5000)])[0]!.middle.median, range.geo);
});

test("masked and year-like numbers are left out, counted, and shown again with them in", () => {
  const list = [
    fine(500, 500),
    fine(2025, 2025, { flags: ["year_artifact"] }),
    made({ flags: ["masked"] }),
    made(),
  ];
  expect(sizes(list)[0]).toMatchObject({ records: 4, sized: 1, masked: 1, year_artifact: 1, without: 2 });
  expect(sizes(list, { flagged: "in" })[0]!.lower).toMatchObject({ n: 2, median: 1262.5 });
});

test("no fines, all masked, only open ranges", () => {
  expect(sizes(atLevels([1, 4]))).toEqual([]);
  expect(sizes([made({ flags: ["masked"] })])[0]).toMatchObject({
    sized: 0,
    note: "no amount that is counted",
  });
  const open = sizes([fine(null, 500), fine(300, null)])[0]!;
  expect(open.note).toBe("only open ranges: no middle");
  expect(open.middle).toMatchObject({ n: 0, median: null, geometric_mean: null });
  expect([open.lower.median, open.upper.median, open.gini]).toEqual([300, 500, null]);
});

test("durations are summed up in months, for every type that has them", () => {
  const bar = made({ type: "promotion_bar", months: { min: 12, max: 24 } });
  const [row] = sizes([bar, made()], { of: "months", by: "type" });
  expect(row).toMatchObject({ group: "promotion_bar", records: 1, ranges: 1 });
});

test("geometric means get an interval by cluster, or the reason why not", () => {
  const few = sizeIntervals([fine(100, 100), fine(10_000, 10_000)], "middle", seededRandom(1));
  expect(few[0]).toMatchObject({ estimate: 1000, lower: null, n: 2, clusters: 1 });
  expect(few[0]!.note).toContain("1 cluster, fewer than 10");
  const many = Array.from({ length: 12 }, (_, i) => fine(100 + i, 100 + i, { document: `d${i}#1` }));
  const [row] = sizeIntervals(many, "middle", seededRandom(1));
  expect(row!.lower! < row!.estimate! && row!.estimate! < row!.upper!).toBe(true);
});

test("multiples stay in their own unit", () => {
  const twice = made({ multiple: { min: 2, max: 6 }, base: "illegal_gains" });
  expect(multiples([twice, made({ multiple: { min: 0.5, max: 0.5 } })])).toEqual([
    { base: "illegal_gains", records: 1, clusters: 1, lower_median: 2, upper_median: 6, least: 2, most: 6 },
    { base: "none", records: 1, clusters: 1, lower_median: 0.5, upper_median: 0.5, least: 0.5, most: 0.5 },
  ]);
});

test("a ladder runs from the first step to the worst, in the order of the document", () => {
  const article = { trigger: "reporting" as const, path: "第五条" };
  const list = [
    ...atLevels([3], article),
    ...atLevels([1], article),
    ...atLevels([4], { ...article, tier: "拒不改正" }),
    ...atLevels([5, 6], { ...article, tier: "情节严重" }),
    ...atLevels([2], { trigger: "procedure" }),
    made({ ...article, type: "liability" }),
  ];
  const [procedure, reporting] = ladders(list);
  expect(procedure).toMatchObject({ trigger: "procedure", climb: null });
  expect(reporting!.rungs.map((rung) => [rung.tier, rung.least, rung.worst])).toEqual([
    [null, 1, 3],
    ["拒不改正", 4, 4],
    ["情节严重", 5, 6],
  ]);
  expect(reporting!.climb).toBe(3);
  expect(triggerSummaries(list)[0]).toMatchObject({
    trigger: "reporting",
    records: 6,
    least: 1,
    median: 4,
    worst: 6,
    levels: [1, 0, 1, 1, 1, 1],
    unspecified: 1,
    escalating: 1,
    median_climb: 3,
  });
});

test("a step of one article is no step above another article, and a milder last step climbs down", () => {
  const list = [
    ...atLevels([6], { path: "第一条" }),
    ...atLevels([3], { path: "第二条", tier: "拒不改正" }),
    ...atLevels([5], { path: "第三条" }),
    ...atLevels([1], { path: "第三条", tier: "情节较轻" }),
  ];
  expect(ladders(list).map(({ path, climb }) => [path, climb])).toEqual([
    ["第一条", null],
    ["第二条", null],
    ["第三条", -4],
  ]);
});

test("discretion counts optional sanctions, alternatives, and the width of ranges", () => {
  const list = [
    fine(2000, 5000, { optional: true, alternatives: 1 }),
    fine(100, 100, { optional: false }),
    fine(null, 500, { optional: false }),
  ];
  expect(discretion(list)[0]).toMatchObject({
    records: 3,
    optional: 1,
    share: 1 / 3,
    alternatives: 1,
    exact: 1,
    ranges: 1,
    median_width: 2.5,
    open: 1,
    note: "",
  });
  expect(discretion([made()])[0]).toMatchObject({
    share: null,
    note: "the records do not state whether they are optional",
  });
});
