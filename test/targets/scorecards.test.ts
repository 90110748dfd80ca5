import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { consequences } from "../../src/provisions/consequences.js";
import { structure } from "../../src/structure/structure.js";
import { leafItems } from "../../src/targets/item-outcomes.js";
import { runScorecard } from "../../src/targets/run-scorecard.js";
import { letterOf } from "../../src/targets/scorecard-items.js";
import type { Scorecard } from "../../src/targets/scorecard-records.js";
import { scorecards } from "../../src/targets/scorecards.js";
import { card, full, read, TEXT } from "./contract.js";
import { CORPUS } from "./matching.js";

describe("a scorecard as data", () => {
  test("items, weights, bands, vetoes stand as printed", () => {
    expect(card.total_stated?.points).toBe(100);
    expect(card.total_of_items).toBe(90);
    expect(card.items.map((i) => [i.points, i.value, i.deductions.map((d) => d.points)])).toEqual([
      [40, 100, [5]],
      [50, 95, [2]],
    ]);
    expect(card.components.map((c) => [c.name, c.weight])).toEqual([
      ["平时抽查", 0.3],
      ["半年考核", 0.3],
      ["年终考核", 0.4],
    ]);
    expect(card.bands.map((b) => [b.min, b.min_inclusive, b.max, b.max_inclusive])).toEqual([
      [90, true, null, null],
      [80, true, 90, false],
      [70, true, 80, false],
      [null, null, 70, false],
    ]);
    expect(card.vetoes).toHaveLength(1);
    expect(card.notes).toEqual(["the items make 90, the printed total is 100"]);
  });
  test("bands and vetoes are linked to what follows from them", () => {
    const types = card.bands.map((b) => b.consequences.map((c) => c.type));
    expect(types[0]).toContain("cash_reward");
    expect(types[1]).toContain("award_ineligibility");
    expect(types[3]).toContain("removal");
    expect(card.vetoes[0]?.consequences.map((c) => c.type)).toContain("veto");
  });
  test("several contracts in one file are several scorecards", () => {
    expect(read(`第一篇：某镇责任书\n${TEXT}\n第二篇：某乡责任书\n${TEXT}`).length).toBe(2);
  });
  test("contracts that follow each other without a heading are several scorecards too", () => {
    const two = read(`${TEXT}某镇人民政府\n2010年3月1日\n${TEXT.replace("某镇", "某乡")}`);
    expect(two.map((c) => [c.total_of_items, c.items.length, c.bands.length])).toEqual([
      [90, 2, 4],
      [90, 2, 4],
    ]);
  });
  test("parts that one line announces and the items of their sections count once", () => {
    const [announced] = read(
      "某县考核办法\n第一条　实行百分制，其中器材管护40分、宣传培训60分。\n第二条　器材管护考核：\n（一）完好率达到95％（25分）；\n（二）上报率100％（15分）。\n第三条　宣传培训考核：\n（一）知晓率达到90％（35分）；\n（二）参训率达到90％（25分）。\n",
    );
    expect([announced?.total_stated?.points, announced?.total_of_items]).toEqual([100, 100]);
    expect(announced?.items.map((i) => [i.points, i.children.map((c) => c.points)])).toEqual([
      [40, [25, 15]],
      [60, [35, 25]],
    ]);
    expect(new Set(announced?.items.flatMap((i) => [i.id, ...i.children.map((c) => c.id)])).size).toBe(6);
  });
  test("a band of the total is no total, and 千分制 is one of 1000", () => {
    const [thousand] = read(
      "某镇考核办法\n实行千分制。\n一、考核内容\n（一）完好率达到95％（600分）；\n（二）知晓率达到90％（400分）。\n二、奖惩\n总分900分以上的，奖励1000元。\n",
    );
    expect([thousand?.total_stated?.points, thousand?.total_of_items, thousand?.notes]).toEqual([
      1000,
      1000,
      [],
    ]);
  });
  test("a text without points, bands or vetoes gives none", () => {
    expect(read("今天下雨。")).toEqual([]);
  });
  test("conversion to another scale is read", () => {
    const text = `某市意见\n（一）每季度抽查。抽查内容包括：\n1、日常工作60分；\n2、宣传工作40分。每次抽查满分为100分，折合为25分计入总积分。\n`;
    expect(read(text)[0]?.conversion).toMatchObject({ from: 100, to: 25 });
  });
});

describe("running a scorecard", () => {
  test("the total is the weighted sum, its band and consequences follow", () => {
    const outcome = runScorecard(card, {
      indicators: { "（一）": 98, "（二）": 95 },
      components: { 平时抽查: 90, 半年考核: 85 },
    });
    expect(outcome.items.map((i) => i.lost)).toEqual([10, 0]);
    expect(outcome.score).toBe(80);
    expect(outcome.total).toBeCloseTo(0.3 * 90 + 0.3 * 85 + 0.4 * 80, 9);
    expect(outcome.bands.map((b) => b.min)).toEqual([80]);
    expect(outcome.undetermined).toEqual([]);
  });
  test("a started percentage point counts only where asked", () => {
    const run = (steps: "whole" | "started" | "proportional"): number | null | undefined =>
      runScorecard(card, { indicators: { "（一）": 98.5, "（二）": 95 } }, { steps }).items[0]?.lost;
    expect([run("whole"), run("started"), run("proportional")]).toEqual([5, 10, 7.5]);
  });
  test("an item never loses more than its points", () => {
    expect(runScorecard(card, { indicators: { "（一）": 10, "（二）": 95 } }).items[0]?.lost).toBe(40);
  });
  test("what the results do not give is undetermined, with bounds for the total", () => {
    const outcome = runScorecard(card, { indicators: { "（一）": 100 }, components: full });
    expect(outcome.total).toBeNull();
    expect(outcome.undetermined[0]).toContain("no result for");
    expect([outcome.total_least, outcome.total_most]).toEqual([76, 96]);
  });
  test("a name that the scorecard does not know is refused", () => {
    expect(() => runScorecard(card, { indicators: { 满意率: 90 } })).toThrow(TypeError);
  });
  test("better results never score less", () => {
    const value = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(value, value, value, value, value, (a, b, gain, spot, half) => {
        const components = { 平时抽查: spot, 半年考核: half };
        const low = runScorecard(card, { indicators: { "（一）": a, "（二）": b }, components });
        const high = runScorecard(card, {
          indicators: { "（一）": Math.min(100, a + gain), "（二）": b },
          components,
        });
        return (high.total as number) >= (low.total as number);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
  test("the total lies between its bounds whatever is left out", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 60, max: 100, noNaN: true }),
        fc.double({ min: 60, max: 100, noNaN: true }),
        (a, b) => {
          const all = runScorecard(card, { indicators: { "（一）": a, "（二）": b }, components: full });
          const some = runScorecard(card, { indicators: { "（一）": a }, components: full });
          const total = all.total as number;
          return (some.total_least as number) <= total + 1e-9 && total <= (some.total_most as number) + 1e-9;
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });
  test("deleting a veto never worsens: no reward lost, no sanction added", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (score) => {
        const results = {
          points: { "（一）": (40 * score) / 100, "（二）": (50 * score) / 100 },
          components: full,
        };
        const free = runScorecard(card, results).consequences;
        const vetoed = runScorecard(card, { ...results, vetoes: [0] }).consequences;
        const of = (list: typeof free, polarity: string): string[] =>
          list.filter((c) => c.polarity === polarity).map((c) => `${c.start}${c.type}`);
        return (
          of(free, "sanction").every((s) => of(vetoed, "sanction").includes(s)) &&
          of(vetoed, "reward").every((r) => of(free, "reward").includes(r))
        );
      }),
      { seed: 7, numRuns: 101 },
    );
  });
});

test("items without labels are lettered on after z", () => {
  expect([0, 25, 26, 51, 52, 702].map(letterOf)).toEqual(["a", "z", "aa", "az", "ba", "aaa"]);
});

test("leaves carry all points of their item where the nested points add up", () => {
  const nested = read(
    "某镇目标管理责任书\n一、责任目标（满分20分）\n（一）基础工作（12分）\n1、台账齐全（4分）。\n2、按月例会（8分）。\n（二）宣传工作（8分）。\n",
  )[0] as Scorecard;
  expect(nested.items.flatMap(leafItems).map((i) => i.points)).toEqual([4, 8, 8]);
});

test.skipIf(CORPUS === null)("the hand-coded scorecard of the first contract (needs the originals)", () => {
  // hand-coded: points, weights, bands with their ends, and the types that follow from each (data/gold, structure notes)
  const source = "000_4de33fd8084a4f1a.txt";
  const document = readCorpus([`${CORPUS}/${source}`]).documents[0];
  if (!document) throw new Error(`${source} is missing`);
  const made = structure(document);
  const first = scorecards(made, consequences(made)).find((c) => c.part === "1");
  expect(first?.items.map((i) => i.points)).toEqual([5, 10, 10, 20, 20, 10, 10, 5]);
  expect(first?.items.map((i) => i.end)).toEqual([364, 427, 467, 520, 573, 662, 714, 765]);
  expect([first?.total_stated?.points, first?.total_of_items]).toEqual([100, 90]);
  expect(first?.components.map((c) => c.weight)).toEqual([0.3, 0.3, 0.4]);
  expect(first?.bands.map((b) => [b.min, b.min_inclusive, b.max, b.max_inclusive])).toEqual([
    [90, true, null, null],
    [80, true, 90, false],
    [70, true, 80, false],
    [null, null, 70, false],
  ]);
  expect(first?.bands.map((b) => b.consequences[0]?.type)).toEqual([
    "honour",
    "award_ineligibility",
    "admonition",
    "removal",
  ]);
  expect(first?.vetoes[0]?.consequences.map((c) => c.type)).toEqual(["veto", "liability"]);
});

test("bands that only name a grade are bands too", () => {
  const text =
    "考核办法\n\n第一条 考核得分90分以上（含90分）为优秀，60分以上不足90分为合格，60分以下为不合格。\n第二条 优秀的奖励3000元。\n";
  const document = structure({ source: "a.txt", text, encoding: "utf-8", bytes: 0, sha256: "" });
  const [graded] = scorecards(document, consequences(document));
  expect(graded?.bands.map((b) => [b.min, b.min_inclusive, b.max, b.max_inclusive])).toEqual([
    [90, true, null, null],
    [60, true, 90, false],
    [null, null, 60, false],
  ]);
});
