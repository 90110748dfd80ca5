// Tables that lost their lines: rows as items with points, and the row that sums up a column.
import { describe, expect, test } from "vitest";
import { audit } from "../../src/targets/audit.js";
import { targets } from "../../src/targets/targets.js";
import { structured } from "../structure/document.js";

const SCORES = `某县卫生工作考核评分表

序号 考核项目 考核内容 分值 扣分办法 得分
一 公共卫生 14
1 健康档案 建档率达75%以上 8 每低1个百分点扣0.5分
2 预防接种 接种率不低于95% 6 低于95%不得分
二 综合管理 16
3 信息报送 全年报送信息不少于12条 5 每少1条扣0.5分
4 财务管理 制度健全，账目清楚 10
合计 30
`;
const QUOTAS = `任务分解表
村名 造林（亩） 参保（人） 备注
东桥村 120 260
上坝村 95 180
石佛村 140 310
合计 355 760
`;

describe("a scoring table", () => {
  const document = structured(SCORES);
  test("each row is an item with its value, points and deduction", () => {
    const rows = targets(document).map((t) => [
      t.label,
      t.parent,
      t.item,
      t.value,
      t.points,
      t.deduction?.per ?? null,
    ]);
    expect(rows).toEqual([
      ["一", null, "公共卫生", null, 14, null],
      ["1", "一", "建档率", 75, 8, "percentage_point"],
      ["2", "一", "接种率", 95, 6, null],
      ["二", null, "综合管理", null, 16, null],
      ["3", "二", "全年报送信息", 12, 5, "occurrence"],
      ["4", "二", "财务管理制度健全", null, 10, null],
    ]);
  });
  test("points are printed at their spans", () => {
    for (const t of targets(document)) expect(SCORES.slice(t.start, t.end)).toContain(String(t.points));
  });
  test("sections and the whole are checked: 15 of 16 points are given", () => {
    const sums = audit(document).map((c) => [c.stated, c.computed, c.holds]);
    expect(sums).toContainEqual([14, 14, true]);
    expect(sums).toContainEqual([16, 15, false]);
    expect(sums).toContainEqual([30, 30, true]);
  });
});

test("columns of a quota table are summed", () => {
  const sums = audit(structured(QUOTAS)).map((c) => [c.stated, c.computed, c.holds]);
  expect(sums).toContainEqual([355, 355, true]);
  expect(sums).toContainEqual([760, 750, false]);
});

test("points in words under a sentence that names the item and its points", () => {
  const text = `考核办法\n\n一、考核内容\n1．计划生育，20分。政策生育率达96%以上，12分；持证率达92%以上，8分。\n2．社区治安，25分。调处率100%，得10分；发案率控制在5‰以下，得15分。\n`;
  const read = targets(structured(text)).map((t) => [t.item, t.value, t.points]);
  expect(read).toEqual([
    ["计划生育", null, 20],
    ["政策生育率", 96, 12],
    ["持证率", 92, 8],
    ["社区治安", null, 25],
    ["调处率", 100, 10],
    ["发案率", 5, 15],
  ]);
});

test("rows that name what each owes of several things are quotas of the named", () => {
  const text = `实施方案\n\n一、任务分解\n完成上环30例、结扎13例，分配如下：\n甲坝镇：上环12例，结扎5例；\n乙河镇：上环10例，结扎4例；\n丙山乡：上环8例，结扎4例。\n`;
  const quotas = targets(structured(text)).filter((t) => t.role === "quota");
  expect(quotas.map((t) => [t.addressee, t.item, t.value])).toEqual([
    ["甲坝镇", "上环", 12],
    ["甲坝镇", "结扎", 5],
    ["乙河镇", "上环", 10],
    ["乙河镇", "结扎", 4],
    ["丙山乡", "上环", 8],
    ["丙山乡", "结扎", 4],
  ]);
});

test("a limit that is quoted to say how things stand is reported, what the rate is of is no target", () => {
  const text = `实施方案\n\n1至9月出生274人，出生率7.44‰；死亡169人，死亡率4.38‰；多孩率3.3％，突破了市定3％的上限。\n`;
  expect(targets(structured(text)).map((t) => [t.value, t.role, t.comparator])).toEqual([
    [3, "reported", "<="],
  ]);
});

describe("a table whose header closes a line of prose", () => {
  const rows = (rate: string): string =>
    `某街道通报\n各单位数字如下（单位　应建档　已建档　建档率％）：\n青石　120　114　95.0\n白沙　80　72　90.0\n柳林　60　51　${rate}\n西桥　40　30　75.0\n合计　300　267　89.0\n`;
  const rates = (rate: string) =>
    audit(structured(rows(rate)))
      .filter((c) => c.type === "rate")
      .map((c) => [c.stated, c.holds]);
  test("prints rates that its own columns give", () => {
    expect(rates("85.0")).toEqual([
      [95, true],
      [90, true],
      [85, true],
      [75, true],
      [89, true],
    ]);
  });
  test("shows by its other rows that one of them is wrong", () => {
    expect(rates("86.0")).toContainEqual([86, false]);
  });
  test("sums up its columns of counts", () => {
    const sums = audit(structured(rows("85.0"))).filter((c) => c.type === "sum");
    expect(sums.map((c) => [c.stated, c.holds])).toEqual([
      [300, true],
      [267, true],
    ]);
  });
  test("says nothing of rates that no two columns give", () => {
    const other = rows("85.0").replace("95.0", "61.0").replace("90.0", "62.0");
    expect(audit(structured(other)).filter((c) => c.type === "rate")).toEqual([]);
  });
});

test("points of a table against the total in the line above it; a table that ends early accuses nobody", () => {
  const table = (last: number): string =>
    `某院细则\n扣分标准（满分30分）\n序号　项目　分值　扣分办法\n1　病历　12　缺一份扣1分\n2　值班　10　缺一次扣2分\n3　卫生　${last}　一处扣1分\n`;
  const sums = (last: number) => audit(structured(table(last))).map((c) => [c.stated, c.computed, c.holds]);
  expect(sums(8)).toContainEqual([30, 30, true]);
  expect(sums(9)).toContainEqual([30, 31, false]);
  expect(sums(5).filter(([, , holds]) => holds === false)).toEqual([]);
});
