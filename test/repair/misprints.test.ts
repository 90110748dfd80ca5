import { expect, test } from "vitest";
import { of, repaired } from "./found.js";

test("letters among digits and mistaken characters are repaired character for character", () => {
  expect(repaired("等l3个文件，29OO户，率1OO％，书记撒职，诫免谈话，放臵")).toBe(
    "等13个文件，2900户，率100％，书记撤职，诫勉谈话，放置",
  );
  expect(of("ocr_error", "自己经营，视野30o以下，撒网，海拔高度")).toEqual([]);
});

test("a word printed twice is flagged, a pair that only looks so is not", () => {
  expect(of("ocr_error", "技术服务服务机构提供服务")).toEqual(["服务服务"]);
  expect(of("ocr_error", "运用信用信息，公布信用信息，信息公开")).toEqual([]);
});

test.each([
  ["1O0％，95.O％，O.5％，２OO％", "100％，95.0％，0.5％，２00％"],
  ["检査髙度，毎年渉及", "检查高度，每年涉及"],
  ["⼈⼝与计划⽣育", "人口与计划生育"],
  ["入口与计划生育，签订贵任书", "人口与计划生育，签订责任书"],
  ["育玲妇女，末婚、己婚青年，孕捡率98。5％", "育龄妇女，未婚、已婚青年，孕检率98.5％"],
  ["预箅，台怅，纠份，抛酒，拉圾，坏境，仲栽，气侯", "预算，台帐，纠纷，抛洒，垃圾，环境，仲裁，气候"],
  ["领导小姐，责任壮，迸行考孩，追宄责任，一票否诀", "领导小组，责任状，进行考核，追究责任，一票否决"],
  ["加强管埋，综合洽理，千部、职工", "加强管理，综合治理，干部、职工"],
])("scanning slips in %j are read %j", (text, right) => {
  expect(repaired(text)).toBe(right);
});

test("misread brackets of a document number are flagged and left", () => {
  const text = "某安监发,,2007“12号";
  expect(of("ocr_error", text)).toEqual([",,2007“12"]);
  expect(repaired(text)).toBe(text);
  expect(of("ocr_error", "某安监发〔2007〕12号，某政办发[2009]第3号")).toEqual([]);
});

test.each([
  "出入口设岗",
  "构建共建共治共享的格局",
  "WTO、IP100、PM2.5",
  "千部手机",
  "第l册",
  "供水管埋设",
  "上门接洽理赔",
  "发放手机三千部，",
  "周末婚礼，期末按时交卷",
  "捡拾垃圾，火花迸溅",
  "士兵、护士地位",
  "读者诵曰：善",
  "自己婚前的财产",
  "就其部分折价的，每分折工资八十元",
  "不了了之，结果不了了。",
  "时值春日，桂花、山惠",
])("no slip in %j", (text) => {
  expect(of("ocr_error", text)).toEqual([]);
});
