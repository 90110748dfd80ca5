import { expect, test } from "vitest";
import { structured } from "./document.js";

/** path of every labelled node */
const paths = (text: string): string[] =>
  structured(text)
    .outline.filter(({ label }) => label !== null)
    .map(({ path }) => path);

test("levels follow nesting: 一、 > （一） > 1、 > ⑴ > ①", () => {
  expect(paths("一、甲\n（一）乙\n1、丙\n⑴丁；\n①戊。\n②己。\n⑵庚。\n2、辛。\n（二）壬。\n二、癸。")).toEqual(
    [
      "一",
      "一/（一）",
      "一/（一）/1",
      "一/（一）/1/（1）",
      "一/（一）/1/（1）/①",
      "一/（一）/1/（1）/②",
      "一/（一）/1/（2）",
      "一/（一）/2",
      "一/（二）",
      "二",
    ],
  );
});

test("levels are learned, not fixed: 1、 may stand above 一、 and （1） above ①", () => {
  expect(paths("1、甲\n一、乙。\n二、丙。\n2、丁\n一、戊。")).toEqual(["1", "1/一", "1/二", "2", "2/一"]);
});

test("编 章 节 条 款 项 nest in their order, items hang on the paragraph before them", () => {
  const text =
    "# 某条例\n\n## 第一章 总则\n\n第一条 甲。\n\n## 第二章 处罚\n\n### 第一节 罚款\n\n第二条 有下列情形之一的，处罚款：\n\n（一）乙；\n\n（二）丙。\n\n情节严重的，吊销许可证。\n\n第三条 丁。\n";
  expect(structured(text).outline.map(({ path }) => path)).toEqual([
    "",
    "第一章",
    "第一章/第一条",
    "第二章",
    "第二章/第一节",
    "第二章/第一节/第二条",
    "第二章/第一节/第二条/第一款",
    "第二章/第一节/第二条/第一款/（一）",
    "第二章/第一节/第二条/第一款/（二）",
    "第二章/第一节/第二条/第二款",
    "第二章/第一节/第三条",
  ]);
});

test("第十条之一 keeps its name", () => {
  expect(paths("第十条 甲。\n第十条之一 乙。")).toEqual(["第十条", "第十条之一"]);
});

test("full-width, half-width and glyph enumerators of a family continue each other", () => {
  expect(paths("一、甲\n⒈乙；\n2.丙；\n３、丁。\n二、戊\n⑴己；(2)庚；（３）辛。")).toEqual([
    "一",
    "一/1",
    "一/2",
    "一/3",
    "二",
    "二/（1）",
    "二/（2）",
    "二/（3）",
  ]);
});

test("a list that goes on in another style stays one list: 9. （10）（11）", () => {
  const text = `${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${n}.甲乙丙。`).join("\n")}\n（10）丁。\n（11）戊。`;
  expect(paths(text).slice(-3)).toEqual(["9", "（10）", "（11）"]);
});

test("a list that starts again hangs below a bare heading, else beside the old list", () => {
  expect(paths("1、甲乙丙。\n2、时间界限\n1、丁。\n2、戊。")).toEqual(["1", "2", "2/1", "2/2"]);
  expect(paths("1、甲乙丙。\n2、丁。\n1、戊。\n2、己。")).toEqual(["1", "2", "1", "2"]);
});

test("a list that opens at （四） or leaves numbers out is kept and flagged", () => {
  const { outline, noise } = structured("一、范围\n（四）甲。\n二、种类\n1、乙；\n3、丙。");
  expect(outline.map(({ path }) => path)).toEqual(["一", "一/（四）", "二", "二/1", "二/3"]);
  expect(noise.map(({ kind, note }) => [kind, note])).toEqual([
    ["truncated", "list opens at （四）"],
    ["truncated", "list goes from 1、 to 3、"],
  ]);
});

test("one loss is one finding: numbers that are missing because of a loss above are none of their own", () => {
  const { noise } = structured("一、范围\n1、甲。\n2、乙，\n（印件\n4、丙。\n三、种类\n1、丁。");
  expect(noise.map(({ note }) => note)).toEqual(["list goes from 2、 to 4、"]);
});

test("a list that starts after 1 under a new number is flagged, one that is numbered through is not", () => {
  const notes = (text: string) => structured(text).noise.map(({ note }) => note);
  const lists = "（一）检查\n1、每日查。\n2、每周查。\n（二）通报\n1、点名。\n2、贴榜。\n（三）发证\n";
  expect(notes(`${lists}3、领证。\n4、换证。`)).toEqual(["list opens at 3、"]);
  expect(notes("（一）检查\n1、每日查。\n2、每周查。\n（二）通报\n3、点名。\n4、贴榜。")).toEqual([]);
});

test("headings between two numbers belong to the loss, which may stand before or after them", () => {
  const text = "第一章 总则\n第一条 甲乙丙。\n第二章 分则\n第三条 丁戊己。";
  expect(structured(text).noise.map(({ start, end }) => text.slice(start, end))).toEqual([
    "。\n第二章 分则\n第三条 ",
  ]);
});

test("a page lost in mid-sentence above missing numbers is flagged where the sentence breaks off", () => {
  const text =
    "一、措施\n（一）抓防火。所有山场，由专人看守，上报火情，并有专人\n灭火机六十台，水枪四十把，帐篷二十顶，全部入库，按时保养。\n（四）抓预警，按日发布。";
  expect(structured(text).noise.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toContainEqual(
    ["truncated", "人\n灭"],
  );
});

test("a document that opens inside a quotation is flagged", () => {
  const notes = (text: string) => structured(text).noise.map(({ note }) => note);
  expect(notes("分级负责、人人动手”的原则。各村要带头。")).toContain(
    "opens inside a quotation whose beginning is lost",
  );
  expect(notes("坚持“分级负责、人人动手”的原则。各村要带头。")).toEqual([]);
});

test("a number without text is flagged, the blank lines of a form are not", () => {
  const notes = (text: string) => structured(text).noise.map(({ note }) => note);
  expect(notes("1、巡查。\n2、\n3、登记。")).toEqual(["number without text"]);
  expect(notes("第一条\n第二条 甲。\n（一）\n1、乙。\n（二）丙。")).toEqual(["number without text"]);
  expect(notes("意见：\n1、\n2、\n3、\n签字：")).toEqual([]);
});

test("the rest of a lost item belongs to the loss", () => {
  const text = "1、要有台账。\n登记表。\n5、认真填写登记本。";
  expect(structured(text).noise.map(({ start, end }) => text.slice(start, end))).toEqual([
    "。\n登记表。\n5、",
  ]);
});

test("a section that opens after the first, and a chapter that is left out, are flagged", () => {
  const { noise } = structured(
    "第一章 总则\n第一条 甲。\n第三章 分则\n第二节 乙\n第二条 丙。\n第三节 丁\n第三条 戊。",
  );
  expect(noise.map(({ note }) => note)).toEqual([
    "chapters go from 第一章 to 第三章",
    "sections open at 第二节",
  ]);
});

test("a line without the label or heading that it has elsewhere is flagged", () => {
  const box = (n: number) => `盒${n}名称：资料盒\n内容：签到册、笔记。`;
  const text = `${[1, 2, 3, 4, 5].map(box).join("\n")}\n做好记录。\n内容：总结、报表。`;
  expect(structured(text).noise.map(({ note }) => note)).toEqual([
    "stands without the label that it has elsewhere",
  ]);
  const section = (n: string) => `第${n}节 检查\n一、职责\n1、每日检查。\n2、每周汇总。`;
  const manual = [..."一二三四"].map(section).join("\n");
  expect(
    structured(`${manual}\n一、职责\n1、甲。\n2、乙。\n${section("五")}`).noise.map(({ note }) => note),
  ).toEqual(["stands without the section heading that it has elsewhere"]);
});

test("a paragraph below a heading, a list of headings and an item that ends in 或 are no losses", () => {
  expect(
    structured("（一）认定\n1、甲。\n（二）处理\n按规定处理。\n（一）认定\n1、甲。\n（二）处理\n1、乙。")
      .noise,
  ).toEqual([]);
  expect(structured("1、温度在五十度以下，湿度在五成以下；或\n2、经过加固的。").noise).toEqual([]);
});

test("a lost article is flagged", () => {
  const { noise } = structured(
    "第一条 甲。\n第二条 乙。\n丙。\n第三条 丁。\n第五条 丁。\n第五条之一 戊。\n第六条 己。",
  );
  expect(noise.map(({ note }) => note)).toEqual(["articles go from 第三条 to 第五条"]);
});

test("articles and chapters of a line that has lost its breaks are items, articles that are mentioned are not", () => {
  expect(
    paths(
      "某厂规定 第一章 总则 第一条 为严明纪律，制定本规定。第二条 奖惩按第一条的原则。第二章 处罚 第三条 依照第二条处罚。第三条规定的罚款除外。",
    ),
  ).toEqual(["第一章", "第一章/第一条", "第一章/第二条", "第二章", "第二章/第三条"]);
});

test("第一， 一是 and 一要 are items only in sequence", () => {
  expect(paths("抓落实。一是查；二是改；三是罚。")).toEqual(["一是", "二是", "三是"]);
  expect(paths("要求如下。第一，查。第二，改。")).toEqual(["第一", "第二"]);
  expect(paths("一是重点。其他照旧。")).toEqual([]);
  expect(paths("三要素齐全。")).toEqual([]);
});

test("references, ranges, runs of numbers and amounts are no enumerators", () => {
  expect(paths("依照前款第（一）项、第（二）项处理。")).toEqual([]);
  expect(paths("有本条（一）、（二）项情形的。")).toEqual([]);
  expect(paths("一、二等奖若干名。")).toEqual([]);
  expect(paths("1、4、7、10月上报。")).toEqual([]);
  expect(paths("1.5万元以下。\n3.8‰以内。")).toEqual([]);
  expect(paths("第二条规定的情形除外。")).toEqual([]);
});

test("a heading glued to its first item, and an item glued to the one before, are cut", () => {
  expect(paths("二、主要目标1、甲率100％；\n2、乙率90％，3、丙率80％。")).toEqual([
    "二",
    "二/1",
    "二/2",
    "二/3",
  ]);
  expect(paths("（二）甲。（三）表彰\n1、乙。")).toEqual(["（二）", "（三）", "（三）/1"]);
});

test("the table of contents of a statute adds no second set of chapters", () => {
  const text =
    "# 某条例\n\n目 录\n\n第一章 总则\n\n第二章 附则\n\n第一章 总则\n\n第一条 甲。\n\n第二章 附则\n\n第二条 乙。\n";
  expect(paths(text)).toEqual(["第一章", "第一章/第一条", "第二章", "第二章/第二条"]);
});

test("closing lines leave the last item", () => {
  const { outline } = structured("一、甲\n（一）乙。\n本办法自印发之日起执行。\n附：名单\n2009年3月4日");
  expect(outline.map(({ path, label }) => [path, label])).toEqual([
    ["一", "一、"],
    ["一/（一）", "（一）"],
    ["", null],
  ]);
});

test("an unnumbered heading between lists of equal items heads its own list", () => {
  const text = "三、内容\n健全服务体系。\n一是甲。\n二是乙。\n强化宣传培训。\n一是丙。\n二是丁。\n四、领导";
  const { outline } = structured(text);
  expect(outline.map(({ level, label, heading }) => [level, label, heading])).toEqual([
    [1, "三、", "内容"],
    [2, null, "健全服务体系。"],
    [3, "一是", null],
    [3, "二是", null],
    [2, null, "强化宣传培训。"],
    [3, "一是", null],
    [3, "二是", null],
    [1, "四、", null],
  ]);
});

test("bullets before a number are not part of its label", () => {
  expect(structured("- 1、甲。\n- 2、乙。").outline.map(({ label }) => label)).toEqual(["1、", "2、"]);
});
