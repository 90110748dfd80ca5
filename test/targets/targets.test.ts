import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { fromCsv } from "../../src/csv.js";
import { structure } from "../../src/structure/structure.js";
import type { TargetRecord } from "../../src/targets/records.js";
import { targets } from "../../src/targets/targets.js";
import { structured } from "../structure/document.js";
import { CORPUS, f1, lines, paired } from "./matching.js";

const CONTRACT = (items: string): string =>
  `某镇消防工作目标管理责任书\n为落实责任，特制定本责任书。\n一、责任目标\n${items}\n`;
const short = (items: string): unknown[] =>
  targets(structured(CONTRACT(items))).map((r) => [r.comparator, r.value, r.unit, r.points]);

describe("values and points", () => {
  test("an item with one indicator carries value, points and deduction", () => {
    const [one, ...rest] = targets(
      structured(CONTRACT("1、器材完好率达到95％以上，每低于1个百分点扣2分，扣完为止。（20分）")),
    );
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      item: "器材完好率",
      comparator: ">=",
      value: 95,
      unit: "percent",
      points: 20,
      deduction: { per: "percentage_point", points: 2, floor: 0 },
    });
  });
  test("an item with several indicators is a record of its own, and they name it as parent", () => {
    const found = targets(structured(CONTRACT("1、演练率、培训率分别达到95％和90％以上（10分）。")));
    expect(found.map((r) => [r.value, r.points, r.parent])).toEqual([
      [null, 10, "责任目标"],
      [95, null, "1"],
      [90, null, "1"],
    ]);
  });
  test("half points are read", () => {
    expect(short("1、无瞒报火情现象（0.5分）。")).toEqual([["=", 0, "count", 0.5]]);
  });
  test("points in one line without brackets are read where several items end so", () => {
    expect(
      short("1、日常巡查25分；\n2、台账资料10分；\n3、应急演练15分。").map((r) => (r as unknown[])[3]),
    ).toEqual([25, 10, 15]);
  });
  test("不扣分 is no deduction", () => {
    const [one] = targets(structured(CONTRACT("1、器材完好率达到95％（20分），因天灾未达到的不扣分。")));
    expect(one?.deduction).toBeNull();
  });
  test("an item without points and without a value is no record", () => {
    expect(short("1、加强日常巡查。")).toEqual([]);
  });
  test("quotas name who owes them", () => {
    const found = targets(structured(CONTRACT("1、全年检查不少于9件，其中东乡5件、西镇4件（5分）。")));
    expect(found.filter((r) => r.role === "quota").map((r) => [r.addressee, r.value])).toEqual([
      ["东乡", 5],
      ["西镇", 4],
    ]);
  });
  test("a stripped percent sign is inferred and flagged", () => {
    const [one] = targets(structured(CONTRACT("1、器材完好率达95以上。")));
    expect(one).toMatchObject({ value: 95, unit: "percent", flags: ["truncated"] });
  });
  test("a deleted value is null with its cause", () => {
    const found = targets(structured(CONTRACT("1、火灾发生率不超过‰，完好率、到位率分别保持在、以上。")));
    expect(found.map((r) => [r.comparator, r.value, r.flags])).toEqual([
      ["<=", null, ["truncated"]],
      [">=", null, ["truncated"]],
      [">=", null, ["truncated"]],
    ]);
  });
  test("shares of pay, weights and benefits are no targets", () => {
    expect(short("1、综合评分以30％的比例计入，只按照50％计发奖金，减免60％的费用。")).toEqual([]);
  });
  test("frequencies and durations are no targets", () => {
    expect(short("1、每月培训不少于一次，每季度检查一次，外出三个月以上须报告。")).toEqual([]);
  });
});

describe("roles", () => {
  test("a threshold of a veto carries the value that must be kept", () => {
    const [one] = targets(
      structured("某镇办法\n一、有下列情形之一的，一票否决：\n1、器材完好率低于70％的；\n"),
    );
    expect(one).toMatchObject({ role: "veto_threshold", comparator: ">=", value: 70 });
  });
  test("a threshold relative to a target is that distance", () => {
    const [one] = targets(
      structured("某镇办法\n一、管理\n完好率低于目标责任10个百分点的村，按照后进管理。\n"),
    );
    expect(one).toMatchObject({
      role: "watchlist_threshold",
      comparator: ">=",
      value: -10,
      flags: ["relative"],
    });
  });
  test("results of a report are no targets, quoted plans are", () => {
    const found = targets(
      structured(
        "某县工作情况报告\n现将情况报告如下：\n上级下达的计划是：火灾起数控制在60起以内。全县完好率达到99％，整改率为92％。\n",
      ),
    );
    expect(found.map((r) => [r.role, r.value])).toEqual([["reported", 60]]);
  });
  test("a text without any target gives none", () => {
    expect(targets(structured("今天下雨。"))).toEqual([]);
    expect(targets(structured(""))).toEqual([]);
  });
});

test("every number of the teaching corpus that is planted as a target is found", () => {
  const column = (name: string, type: "string" | "integer" | "number") =>
    ({ name, type, description: "" }) as const;
  const truth = fromCsv(readFileSync("data/teaching/targets.csv", "utf8"), [
    column("source", "string"),
    column("start", "integer"),
    column("end", "integer"),
    column("value", "number"),
    column("points", "number"),
    column("unit", "string"),
  ]) as unknown as TargetRecord[];
  const found = readCorpus(["data/teaching"]).documents.flatMap((d) => targets(structure(d)));
  const result = paired(
    found,
    truth,
    (a, b) => a.value === b.value && a.points === b.points && a.unit === b.unit,
  );
  expect(result.missed).toEqual([]);
  expect(result.extra).toEqual([]);
});

test.skipIf(CORPUS === null)("gold targets of the collections (needs the originals)", () => {
  const gold = lines<TargetRecord>("data/gold/targets.jsonl");
  const sources = new Set(gold.map((g) => g.source));
  const found = readCorpus([CORPUS as string])
    .documents.filter((d) => sources.has(d.source))
    .flatMap((d) => targets(structure(d)));
  const valued = (list: readonly TargetRecord[]) => list.filter((r) => r.value !== null);
  const result = paired(valued(found), valued(gold), (a, b) => a.value === b.value && a.unit === b.unit);
  const same = (a: string | null, b: string | null): boolean =>
    (a === "=" ? ">=" : a) === (b === "=" ? ">=" : b);
  const agreed = result.pairs.filter(([a, b]) => same(a.comparator, b.comparator)).length;
  expect(f1(result)).toBeGreaterThanOrEqual(0.98);
  expect(agreed / result.pairs.length).toBeGreaterThanOrEqual(0.99);
});
