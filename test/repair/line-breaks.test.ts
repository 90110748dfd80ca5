import { expect, test } from "vitest";
import { repaired } from "./found.js";

test.each([
  ["《流动人口管理\n办法》已印发。", "《流动人口管理办法》已印发。"],
  ["加强领导，强化责任，\n狠抓落实。", "加强领导，强化责任，狠抓落实。"],
  ["明确责任。要进一步\n加强领导。", "明确责任。要进一步加强领导。"],
  ["各项资料\n及表格齐全。", "各项资料及表格齐全。"],
  ["计划生育、计划生育。\n一、提高计划\n生育水平", "计划生育、计划生育。\n一、提高计划生育水平"],
  ["某局2013年工作总结\n和2014年工作打算\n去年，全局", "某局2013年工作总结和2014年工作打算\n去年，全局"],
  ["（不\n\n含开发区）除外。", "（不含开发区）除外。"],
  ["1、甲完成，乙上报，丙汇\n总分析。\n2、丁完成。", "1、甲完成，乙上报，丙汇总分析。\n2、丁完成。"],
])("a line broken inside a sentence is joined: %j", (text, joined) => {
  expect(repaired(text)).toBe(joined);
});

test.each([
  "各科室：\n现将有关事项通知如下。",
  "一、工作职责\n负责全县统计工作。",
  "直到完成工作\n⑹违反规定的，罚款。",
  "会受到什么处罚？\n一是罚款。",
  "安全生产监督局\n关于分工的通知",
  "委员长，\n副委员长若干人，\n秘书长，",
  "出席会议的有李某，王某\n 会议听取了汇报。",
  "张三 主任\n李四 副主任",
  "第一章 总则\n第一条 为了防火。",
])("a paragraph end stays: %j", (text) => {
  expect(repaired(text)).toBe(text);
});

test.each([
  "抄送：县委办，县政府办，县人大办\n某县政府办公室2010年印发",
  "各乡镇人民政府，县直各单位\n现将消防工作通知如下，请认真执行。",
  "同志们，朋友们\n今天我们召开消防工作会议，主要任务是总结工作。",
  "坚持预防为主，防消结合\n坚持单位全面负责，公民积极参与",
  "罚款标准如下，请对照执行\n第一次罚款100元\n第二次罚款200元",
  "谢谢大家，祝工作顺利\n二〇一〇年五月",
  "经研究，同意你局意见\n此复",
  "严格执行规定，落实责任；对违反规定的，追究责任\n某县安全生产监督局",
  "严格执行规定，落实责任；对违反规定的，追究责任\n为进一步做好工作，现提出以下意见。",
  "甲村，十二户，\n乙村，十五户，\n丙村，九户。",
])("a paragraph without an end sign stays: %j", (text) => {
  expect(repaired(text)).toBe(text);
});

test("in a text cut at a fixed width, full lines are joined and paragraphs kept", () => {
  const paragraph =
    "　　各级党委和政府要把消防工作摆上重要位置切实加强组织领导层层落实责任逐级签订责任书确保各项措施落实到位促进全县消防工作健康发展维护社会稳定保障人民群众生命财产安全。";
  const cut = (text: string): string => text.match(/.{1,20}/gu)?.join("\n") ?? "";
  const text = [paragraph, paragraph, paragraph].map(cut).join("\n");
  expect(repaired(text)).toBe([paragraph, paragraph, paragraph].join("\n"));
});

test("indentation marks paragraphs unless every line is indented", () => {
  const broken = "各单位要加强领导，落实责任，切实做到措施到\n位，确保按时完成。措施到位，人员到位。";
  expect(repaired(broken.replaceAll(/^/gmu, "　　"))).not.toContain("\n");
  expect(repaired(`第一段。\n${broken.replace("\n", "\n　　")}`)).toContain("\n　　位，");
});

test("a line that opens like another line begins a paragraph, whatever stands above it", () => {
  const title = "不断提高消防安全服务水平的做法\n现将做法汇报如下。";
  expect(repaired(`${title}\n措施到位，责任到位，不断\n${title}`)).toContain("不断\n不断提高");
});

test("blanks inside a word of running text are closed, letter-spaced headings stay", () => {
  const text = "目 标\n满足群众需求，服务群众，方便群   众，依靠群众。\n目标明确，目标具体。";
  expect(repaired(text)).toBe("目 标\n满足群众需求，服务群众，方便群众，依靠群众。\n目标明确，目标具体。");
});
