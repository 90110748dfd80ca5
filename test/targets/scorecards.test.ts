import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { consequences } from "../../src/provisions/consequences.js";
import { fold } from "../../src/quantities/fold.js";
import { structure } from "../../src/structure/structure.js";
import { type Belief, expectedLoss } from "../../src/targets/expected-loss.js";
import { incentives } from "../../src/targets/incentives.js";
import { leafItems } from "../../src/targets/item-outcomes.js";
import type { Results } from "../../src/targets/results.js";
import { runScorecard } from "../../src/targets/run-scorecard.js";
import { letterOf } from "../../src/targets/scorecard-items.js";
import type { Scorecard, ScorecardItem } from "../../src/targets/scorecard-records.js";
import { scorecards } from "../../src/targets/scorecards.js";
import { structured } from "../structure/document.js";
import { CORPUS } from "./matching.js";

const TEXT = `某镇消防工作目标管理责任书
为落实责任，特制定本责任书。
一、责任内容（分值100分）
（一）器材完好率达100％，每低于一个百分点扣5分，扣完为止。（40分）
（二）隐患整改率达95％以上，每低于一个百分点扣2分，扣完为止。（50分）
二、考核办法
平时抽查由镇消防办进行，以30％的比例计入综合评分；半年考核以30％的比例计入综合评分；年终考核按40％的比例进入综合评分。
三、奖惩
年终综合评分90分以上的，奖励5000元。综合评分低于90分（不含90分）—80分（含80分）的，取消评先资格，只按照50％计发奖金；综合评分低于80分（不含80分）—70分（含70分）的，对主要负责人进行诫勉谈话，取消评先资格，取消奖金；综合评分在70以下的，责令主要负责人辞去领导职务。若发生重大火灾事故的，实行“一票否决”，并追究有关人员责任。
`;
const read = (text: string): Scorecard[] => {
  const document = structured(text);
  return scorecards(document, consequences(document));
};
const card = read(TEXT)[0] as Scorecard;
const full = { 平时抽查: 100, 半年考核: 100 };

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

const WRITTEN = readCorpus(["data/gold/written"])
  .documents.filter((d) => d.source.endsWith(".txt"))
  .map((d) => ({ text: d.text, structured: structure(d) }))
  .map(({ text, structured: made }) => ({ text, cards: scorecards(made, consequences(made)) }));
const CARDS = WRITTEN.flatMap(({ cards }) => cards).filter((c) => c.items.length > 0);

const numbersIn = (text: string): number[] =>
  (fold(text).match(/\d+(?:\.\d+)?/g) ?? [])
    .map(Number)
    .concat([..."零一二三四五六七八九十"].map((c, i) => (text.includes(c) ? i : -1)))
    .concat(text.includes("百分制") ? 100 : [], text.includes("千分制") ? 1000 : []);

function printedNumbers(text: string, cards: readonly Scorecard[]): string[] {
  const wrong: string[] = [];
  const check = (number: number | null, span: { start: number; end: number }, what: string): void => {
    if (number === null) return;
    const printed = numbersIn(text.slice(span.start, span.end));
    const near = (p: number): boolean =>
      [1, 100, 10000, 0.0001].some((f) => Math.abs(p * f - number) < 1e-9 || Math.abs(p - number * f) < 1e-9);
    if (!printed.some(near) && number !== 0) wrong.push(`${what} ${number} at ${span.start}-${span.end}`);
  };
  const item = (i: ScorecardItem): void => {
    check(i.points, i, "points");
    check(i.value, i, "value");
    for (const d of i.deductions) check(d.points, d, "deduction");
    i.children.forEach(item);
  };
  for (const c of cards) {
    c.items.forEach(item);
    for (const w of c.components) check(w.weight, w, "weight");
    for (const b of c.bands) for (const n of [b.min, b.max]) check(n, b, "band");
    if (c.total_stated) check(c.total_stated.points, c.total_stated, "total");
    if (c.conversion)
      for (const n of [c.conversion.from, c.conversion.to]) check(n, c.conversion, "conversion");
  }
  return wrong;
}

describe("every number of a scorecard is printed at its span", () => {
  test("in the example", () => {
    expect(printedNumbers(TEXT, [card])).toEqual([]);
  });
  test("in the teaching corpus", () => {
    for (const document of readCorpus(["data/teaching"]).documents) {
      expect(printedNumbers(document.text, scorecards(structure(document)))).toEqual([]);
    }
  });
  test("in the documents written for measuring", () => {
    for (const { text, cards } of WRITTEN) expect(printedNumbers(text, cards)).toEqual([]);
  });
  test.skipIf(CORPUS === null)("in the collections (needs the originals)", () => {
    for (const document of readCorpus([CORPUS as string]).documents) {
      expect(printedNumbers(document.text, scorecards(structure(document)))).toEqual([]);
    }
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

describe("properties of every scorecard of the documents written for measuring", () => {
  /** results that miss every target by its own distance, everything that is not measured as given */
  const missed = (c: Scorecard, by: readonly number[], share: number): Results => {
    const leaves = c.items.flatMap(leafItems);
    const measured = leaves.filter((i) => i.value !== null);
    const beyond = (i: ScorecardItem): boolean =>
      i.comparator === "<=" || i.comparator === "<" || i.value === 0;
    return {
      indicators: Object.fromEntries(
        measured.map((i, n) => [
          i.id,
          (i.value as number) + (beyond(i) ? 1 : -1) * (by[n % by.length] as number),
        ]),
      ),
      events: Object.fromEntries(leaves.map((i, n) => [i.id, Math.floor(by[n % by.length] as number)])),
      points: Object.fromEntries(
        leaves
          .filter((i) => i.value === null || i.deductions.length === 0)
          .map((i) => [i.id, share * (i.points as number)]),
      ),
      components: Object.fromEntries(c.components.map((w) => [w.name, 80])),
    };
  };
  const distances = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 6 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  test("there are some, with items and with vetoes", () => {
    expect(CARDS.length).toBeGreaterThanOrEqual(5);
    expect(CARDS.some((c) => c.vetoes.length > 0)).toBe(true);
  });
  test("items that fall short by more never keep more points, and the score is their sum", () => {
    fc.assert(
      fc.property(distances, share, fc.double({ min: 1, max: 3, noNaN: true }), (by, kept, worse) => {
        for (const c of CARDS) {
          const better = runScorecard(c, missed(c, by, kept));
          const poorer = runScorecard(
            c,
            missed(
              c,
              by.map((d) => d * worse),
              kept / worse,
            ),
          );
          for (const [n, item] of better.items.entries()) {
            const other = poorer.items[n];
            if (item.score === null || other?.score == null) continue;
            expect(other.score).toBeLessThanOrEqual(item.score + 1e-9);
            expect(item.score).toBeGreaterThanOrEqual(0);
            expect(item.score).toBeLessThanOrEqual(item.points);
          }
          const sum = better.items.reduce((s, i) => s + (i.score ?? 0), 0);
          if (better.score !== null) expect(better.score).toBeCloseTo(sum, 6);
          const weighted = better.components.reduce((s, w) => s + w.weight * (w.score ?? Number.NaN), 0);
          if (better.total !== null)
            expect(better.total).toBeCloseTo(c.components.length > 0 ? weighted : sum, 6);
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });
  test("deleting a veto never worsens", () => {
    fc.assert(
      fc.property(distances, share, fc.nat(), (by, kept, n) => {
        for (const c of CARDS.filter((o) => o.vetoes.length > 0)) {
          const results = missed(c, by, kept);
          const free = runScorecard(c, results);
          const vetoed = runScorecard(c, { ...results, vetoes: [n % c.vetoes.length] });
          const of = (list: typeof free.consequences, polarity: string): string[] =>
            list.filter((o) => o.polarity === polarity).map((o) => `${o.start}${o.type}${o.addressee}`);
          const [fined, paid] = [of(free.consequences, "sanction"), of(vetoed.consequences, "reward")];
          expect(fined.filter((s) => !of(vetoed.consequences, "sanction").includes(s))).toEqual([]);
          expect(paid.filter((r) => !of(free.consequences, "reward").includes(r))).toEqual([]);
          expect(vetoed.vetoed).toBe(true);
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});

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
