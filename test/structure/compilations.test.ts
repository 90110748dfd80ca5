// Heading styles of collections: every compilation is made of the same three documents under other headings.
import { expect, test } from "vitest";
import { structured } from "./document.js";

const BODY = "为做好消防工作，经研究，现将有关事项明确如下，请认真遵照执行，确保落到实处。";
const LIST = "一、落实责任。各单位要明确专人负责，定期检查。\n二、严格奖惩。对迟报的单位罚款100元。";
const DOCUMENT = `${BODY}\n${LIST}`;

/** Headings, each with a document below it. */
const under = (...headings: string[]): string => headings.map((words) => `${words}\n${DOCUMENT}`).join("\n");
/** label and first line of every part */
const opened = (text: string): string[] =>
  structured(text).parts.map(({ part, start, end }) => `${part} ${text.slice(start, end).split("\n")[0]}`);

test.each([
  ["digits", ["第1篇：消防通知", "第2篇：消防总结", "第3篇：消防方案"]],
  ["no sign after the number", ["第一篇消防通知", "第二篇消防总结", "第三篇消防方案"]],
  ["comma after the number", ["第一篇、消防通知", "第二篇、消防总结"]],
  ["number alone", ["第一篇", "第二篇", "第三篇"]],
  ["brackets", ["【篇一】消防通知", "【篇二】消防总结", "【篇三】消防方案"]],
  ["brackets with 第", ["【第一篇】消防通知", "【第二篇】消防总结"]],
  ["piece and digit", ["篇1：消防通知", "篇2：消防总结", "篇3：消防方案"]],
  ["sample", ["范文一", "范文二", "范文三"]],
  ["sample in brackets", ["【范文一】消防通知", "【范文二】消防总结"]],
  ["example", ["例文一：消防通知", "例文二：消防总结"]],
  ["model", ["范本1 消防通知", "范本2 消防总结"]],
  ["number last", ["消防责任书篇一", "消防责任书篇二", "消防责任书篇三"]],
  ["number last, in brackets", ["消防责任书（篇1）", "消防责任书（篇2）"]],
  ["selected", ["消防工作总结精选篇1", "消防工作总结精选篇2"]],
  ["template", ["消防责任书模板1", "消防责任书模板2"]],
  ["number in the middle", ["消防文件篇1：消防通知", "消防文件篇2：消防总结"]],
  ["title with a number in brackets", ["消防责任书（一）", "消防责任书（二）", "消防责任书（三）"]],
  ["title with a digit", ["消防责任书1", "消防责任书2"]],
  ["the first title without a number", ["消防责任书", "消防责任书(二)", "消防责任书(三)"]],
  ["titles numbered like items", ["一、消防责任书", "二、食品责任书", "三、交通责任书"]],
  ["titles numbered in brackets", ["（一）消防责任书", "（二）食品责任书"]],
  ["stars", ["★第一篇：消防通知", "★第二篇：消防总结"]],
  ["rules on both sides", ["——第一篇：消防通知——", "——第二篇：消防总结——"]],
  ["Markdown", ["## 篇一：消防通知", "## 篇二：消防总结"]],
  ["bold", ["**篇一：消防通知**", "**篇二：消防总结**"]],
])("headings with %s open parts", (_name, headings) => {
  expect(opened(under(...headings))).toEqual(headings.map((words, i) => `${i + 1} ${words}`));
});

test.each([
  ["第一篇：消防通知", "第二篇：消防总结"],
  ["篇一：消防通知", "篇二：消防总结"],
  ["【篇一】消防通知", "【篇二】消防总结"],
  ["范文一：消防通知", "范文二：消防总结"],
  ["消防文件篇一", "消防文件篇二"],
])("「%s」, glued to the text before it, opens a part", (one, two) => {
  expect(opened(`${one}\n${DOCUMENT}${two}\n${DOCUMENT}`)).toEqual([`1 ${one}`, `2 ${two}`]);
});

test.each([
  ["two headings", ["第二篇：消防总结", "第三篇：消防方案"]],
  ["one heading", ["第二篇：消防总结"]],
])("a lost first heading: the document above %s is part 1, and the loss is flagged", (_name, headings) => {
  const text = `关于做好消防工作的通知\n${DOCUMENT}\n${under(...headings)}`;
  const { parts, noise } = structured(text);
  expect(opened(text)).toEqual([
    "1 关于做好消防工作的通知",
    ...headings.map((words, i) => `${i + 2} ${words}`),
  ]);
  expect(parts[0]).toMatchObject({ title: "关于做好消防工作的通知", heading: null, genre: "notice" });
  expect(noise.filter(({ kind }) => kind === "truncated")).toMatchObject([
    { start: 0, end: 1, note: "heading of the collection missing" },
  ]);
});

test("a missing heading between two documents of other titles is found where the items are numbered anew", () => {
  const items = "第一条 每日巡查，逐户登记。\n第二条 每月汇总，按时上报。\n第三条 每季通报，年终考核";
  const text = `第一篇：消防奖惩\n某县消防奖惩办法\n${items}\n某县消防责任追究规定（试行）\n${items}。\n第三篇：消防总结\n${DOCUMENT}`;
  expect(structured(text).parts.map(({ part, title }) => [part, title])).toEqual([
    ["1", "某县消防奖惩办法"],
    ["2", "某县消防责任追究规定（试行）"],
    ["3", null],
  ]);
});

test("an appeal whose title is glued to the date above it is a document of its own", () => {
  const text = `第一篇：责任书\n消防安全责任书\n${DOCUMENT}\n二〇一一年九月二十八日致全县群众的消防倡议书\n全县群众：\n${DOCUMENT}\n第二篇：消防总结\n${DOCUMENT}`;
  expect(structured(text).parts.map(({ part, title, year }) => [part, title, year])).toEqual([
    ["1a", "消防安全责任书", "2011"],
    ["1b", "致全县群众的消防倡议书", null],
    ["2", null, null],
  ]);
});

test("a site's introduction before a second heading is no document", () => {
  const text = `这里给大家分享一些最新的文件，方便大家学习。\n${under("第二篇：消防总结", "第三篇：消防方案")}`;
  expect(opened(text)).toEqual(["2 第二篇：消防总结", "3 第三篇：消防方案"]);
});

test("a table of contents opens no parts", () => {
  const headings = ["第一篇：消防通知", "第二篇：消防总结", "第三篇：消防方案"];
  const text = `消防文件汇编\n${headings.join("\n")}\n${under(...headings)}`;
  expect(opened(text)).toEqual(headings.map((words, i) => `${i + 1} ${words}`));
  expect(structured(text).parts[0]?.start).toBe(text.lastIndexOf("第一篇"));
});

test("documents stacked without headings are parts, each from its title", () => {
  const text = `关于做好消防工作的通知\n各单位：\n${DOCUMENT}\n2009年3月4日\n消防工作总结\n${DOCUMENT}`;
  expect(opened(text)).toEqual(["1 关于做好消防工作的通知", "2 消防工作总结"]);
  expect(structured(text).parts.map(({ genre, year }) => [genre, year])).toEqual([
    ["notice", "2009"],
    ["report", null],
  ]);
});

test.each([
  [
    "divisions of a plan whose chapters are numbered through",
    `某县发展规划\n第一篇 发展环境\n第一章 现状\n${BODY}\n第二章 形势\n${BODY}\n第二篇 发展目标\n第三章 指标\n${BODY}`,
  ],
  ["headings that name a genre", `消防规定\n${BODY}\n一、巡查制度\n${BODY}\n二、考核办法\n${BODY}`],
  [
    "headings that name a genre, above lists",
    `消防规定\n${BODY}\n一、巡查制度\n（一）每日巡查。\n（二）每月汇总。\n二、考核办法\n（一）百分制。`,
  ],
  ["a letterhead above the title", `某厂文件\n某厂发〔2011〕7号\n关于做好消防工作的决定\n${DOCUMENT}`],
  ["an interpretation that is cited", `${BODY}\n适用消防法的解释（二）\n${BODY}`],
])("%s are one part", (_name, text) => {
  expect(structured(text).parts.map(({ part }) => part)).toEqual(["1"]);
});

test.each([
  ["消防责任书篇二", "responsibility_contract"],
  ["【篇二】消防工作总结", "report"],
  ["第二篇：关于做好消防工作的通知（范文）", "notice"],
  ["消防工作方案2", "implementation_plan"],
])("the genre of 「%s」 is read without its number: %s", (heading, genre) => {
  const first = heading.replace("二", "一").replace("2", "1");
  expect(structured(under(first, heading)).parts[1]?.genre).toBe(genre);
});
