import { expect, test } from "vitest";
import { type RepairOptions, repair } from "../../src/repair/repair.js";
import type { NoiseKind } from "../../src/repair/repaired-text.js";
import { documentOf } from "../structure/document.js";

/** kind and printed text of every finding */
const found = (text: string): string[] =>
  repair(documentOf(text)).noise.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
const of = (kind: NoiseKind, text: string): string[] =>
  found(text).flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []));
const repaired = (text: string, options?: RepairOptions): string =>
  repair(documentOf(text), options).repaired.text;

const WORDS = "各单位要求报送材料，按要求报送，要求明确。";

test.each([
  ["前文。\n—1—\n后文。", ["—1—"]],
  ["前文。\n- 12 -\n后文。", ["- 12 -"]],
  ["前文。\n第3页 共9页\n后文。", ["第3页 共9页"]],
  ["前文。\n总第50页\n后文。", ["总第50页"]],
  ["前文。\n17\n后文。", ["17"]],
  ["前文的原则，—8—\n后文。", ["—8—"]],
  [`${WORDS}按要 3 求报送。`, [" 3 "]],
])("page marks in %j", (text, marks) => {
  expect(of("page_mark", text)).toEqual(marks);
});

test.each([
  "今年共否决 3 个单位。",
  "序号\n1\n2\n3\n完",
  "2010—2011年度",
  "苯基—2—丙酮",
  "每季度1—3次",
  "第3页的表格",
])("no page mark in %j", (text) => {
  expect(of("page_mark", text)).toEqual([]);
});

test("a page mark is removed and the line that it broke is joined", () => {
  expect(repaired("对未完成目标的三\n—3—\n个村，给予批评，并通报。")).toBe(
    "对未完成目标的三\n\n个村，给予批评，并通报。",
  );
  expect(repaired("对未完成目标，排名靠后的三\n—3—\n个村，给予批评。")).toBe(
    "对未完成目标，排名靠后的三个村，给予批评。",
  );
});

test.each([
  ["《流动人口管理\n办法》已印发。", "《流动人口管理办法》已印发。"],
  ["加强领导，强化责任，\n狠抓落实。", "加强领导，强化责任，狠抓落实。"],
  ["明确责任。要进一步\n加强领导。", "明确责任。要进一步加强领导。"],
  ["各项资料\n及表格齐全。", "各项资料及表格齐全。"],
  ["计划生育、计划生育。\n一、提高计划\n生育水平", "计划生育、计划生育。\n一、提高计划生育水平"],
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
  ["副组长：县委书记 同志；", [" "]],
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
  "县委书记同志讲话",
])("nothing masked in %j", (text) => {
  expect(of("masked", text)).toEqual([]);
});

test("markup is found, removed or decoded; table tags are only flagged", () => {
  const text = "甲[bookmark: _Toc1]乙<br>丙&nbsp;丁<!-- x -->戊 />-->己?/p><td>庚</td>";
  expect(of("html_residue", text)).toEqual([
    "[bookmark: _Toc1]",
    "<br>",
    "&nbsp;",
    "<!-- x -->",
    " />-->",
    "?/p>",
    "<td>",
    "</td>",
  ]);
  expect(repaired(text)).toBe("甲乙\n丙 丁戊己<td>庚</td>");
});

test("mojibake is flagged whole and never changed", () => {
  const outOfStep = "准确率蔚轿弧⒋胧┑轿弧⑼度氲轿弧⒐ぷ鞯轿弧。";
  expect(of("mojibake", `目标，${outOfStep}`)).toHaveLength(1);
  const utf8 = "本规定鐢辩ぞ鍖哄眳濮斾細璐熻矗璇存槑。";
  expect(of("mojibake", utf8)).toEqual(["鐢辩ぞ鍖哄眳濮斾細璐熻矗璇存槑"]);
  expect(of("mojibake", "锟斤拷通知\ufffd\ufffd")).toEqual(["锟斤拷", "\ufffd\ufffd"]);
  expect(repaired(utf8)).toBe(utf8);
});

test.each(["查处卖淫、嫖娼活动", "│姓名│性别│", "の店", "鞯、氲、胧是生僻字", "Ⅰ类、Ⅱ类；⑴⑵"])(
  "no mojibake in %j",
  (text) => {
    expect(of("mojibake", text)).toEqual([]);
  },
);

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

test("words of a site are flagged; those inside a sentence are removed", () => {
  const text =
    "来源：网络  作者：某人  更新时间：2025-05-17\n市场经济的发好范文版权所有展。更多范文，敬请登陆范文大全网（www.a.com）！";
  expect(of("boilerplate", text)).toEqual([
    "来源：网络  作者：某人  更新时间：2025-05-17",
    "好范文版权所有",
    "更多范文，敬请登陆范文大全网（www.a.com）！",
  ]);
  expect(repaired(text)).toBe("来源：网络  作者：某人  更新时间：2025-05-17\n市场经济的发展。");
});

test("every repair can be switched off: flagged still, but not edited", () => {
  const text = "前文，好范文版权所有共l3个，\n后文&nbsp;完。\n—1—";
  const kinds: NoiseKind[] = ["boilerplate", "ocr_error", "line_break_join", "html_residue", "page_mark"];
  expect(repaired(text)).not.toBe(text);
  expect(repaired(text, { off: kinds })).toBe(text);
  for (const kind of kinds) {
    const { repaired: one, noise } = repair(documentOf(text), { off: [kind] });
    expect(one.edits.filter((edit) => edit.kind === kind)).toEqual([]);
    expect(one.edits.length).toBeGreaterThan(0);
    expect(noise.some((record) => record.kind === kind)).toBe(true);
  }
});

test("the log of edits rebuilds the repaired text", () => {
  const text = "全镇共l3个村，\n—2—\n其中完成任务的比例达到1OO％。";
  const { repaired: result } = repair(documentOf(text));
  let rebuilt = "";
  let at = 0;
  for (const edit of result.edits) {
    rebuilt += text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  expect(rebuilt + text.slice(at)).toBe(result.text);
  expect(result.text).toBe("全镇共13个村，其中完成任务的比例达到100％。");
});

test("clean text has no noise and no edits", () => {
  const text =
    "关于加强消防工作的通知\n各科室：\n为加强消防工作，现通知如下。\n一、明确责任。\n二、按时报送。\n2011年5月6日";
  const { repaired: result, noise } = repair(documentOf(text));
  expect(noise).toEqual([]);
  expect(result.edits).toEqual([]);
  expect(result.text).toBe(text);
});
