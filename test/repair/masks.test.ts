import { expect, test } from "vitest";
import { of } from "./found.js";

test("emphasis in Markdown is no mask", () => {
  expect(of("masked", "# 标题\n\n**重点**内容")).toEqual([]);
});

test.each([
  ["某某省条例", ["某某"]],
  ["出生人口**万人，率为**‰", ["**", "**"]],
  ["截止*年9月", ["*"]],
  ["罚款XX元，党的xx届，××镇", ["XX", "xx", "××"]],
  ["X月份考核表", ["X"]],
  ["宣传～作用，（～）44号", ["～", "～"]],
  ["联系电话：********", ["********"]],
])("masked values in %j", (text, masks) => {
  expect(of("masked", text)).toEqual(masks);
});

test.each([
  "3～5天，1月～3月，一～三级，A～C类",
  "长2×3米",
  "X光检查，维生素X",
  "某些单位，某种情形",
  "* 列表项\n* 列表项",
  "********\n正文",
])("nothing masked in %j", (text) => {
  expect(of("masked", text)).toEqual([]);
});

test.each([
  ["20XX年3月，201X年，20**年", ["XX", "X", "**"]],
  ["率达x%，投入×万元", ["x", "×"]],
  ["刘某、李某某", ["某", "某某"]],
  ["于某年某月某日", ["某", "某", "某"]],
  ["○○县，△△镇", ["○○", "△△"]],
  ["赏某百元，投入……万元，下降N个百分点", ["某", "……", "N"]],
  ["舆■导向，由&&负责，村民王×、刘某", ["■", "&&", "×", "某"]],
  ["奖〓〓元", ["〓〓"]],
  ["某局、某厂的职工", ["某", "某"]],
  ["罚款____元，编号：______。", ["____", "______"]],
])("other signs of masks in %j", (text, masks) => {
  expect(of("masked", text)).toEqual(masks);
});

test.each([
  "某局部地区，某些厂",
  "等等……元旦后再议",
  "期限____年____月",
  "二○○七年三月",
  "二〇〇七年",
  "某年份的数据",
  "____\n正文",
  "2×3×4厘米",
])("nothing masked in %j either", (text) => {
  expect(of("masked", text)).toEqual([]);
});
