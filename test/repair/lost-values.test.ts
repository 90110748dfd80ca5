import { expect, test } from "vitest";
import { of } from "./found.js";

test.each([
  ["满意率达95以上，覆盖率100。", ["率达95", "率100"]],
  ["出生率不超过‰，增长率控制在‰以内", ["不超过", "控制在"]],
  ["人均元的标准", ["人均"]],
  ["今后年的思路", ["今后"]],
  ["《决定》（中发号）精神", ["（中发号）"]],
  ["完成2011度目标", ["2011"]],
])("lost values in %j", (text, lost) => {
  expect(of("truncated", text)).toEqual(lost);
});

test.each([
  "出生人流比0.25以下。",
  "达95%以上",
  "参加率达20人次",
  "2011年度考核",
  "近年来，未来五年",
  "人均元旦补贴",
])("nothing lost in %j", (text) => {
  expect(of("truncated", text)).toEqual([]);
});

test.each([
  ["投入万元，增长%，提高个百分点", ["投入", "增长", "提高"]],
  ["于年月日起施行，自月日起", ["于", "自"]],
  ["收到之日起日内答复", ["之日起"]],
  ["违反第条规定的", ["违反第"]],
  ["国发〔〕5号文件", ["〔〕"]],
  ["（三）内新婚夫妇登记率", ["内"]],
  ["完成率为98、合格率达95左右", ["率为98", "率达95"]],
])("other lost values in %j", (text, lost) => {
  expect(of("truncated", text)).toEqual(lost);
});

test.each([
  "之日起三十日内",
  "自年初以来，从年底起",
  "应当在日内瓦召开",
  "（二）内水是指领海基线以内的水域",
  "范围内的单位",
  "县（市）内新建的",
  "比例为3:1",
  "增加人次",
])("nothing lost in %j either", (text) => {
  expect(of("truncated", text)).toEqual([]);
});
