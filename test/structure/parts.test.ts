import { expect, test } from "vitest";
import { structured } from "./document.js";

const BODY = "为做好消防工作，经研究，现将有关事项明确如下，请认真遵照执行，确保落到实处。";
const labels = (text: string): string[] => structured(text).parts.map(({ part }) => part);
const texts = (text: string): string[] =>
  structured(text).parts.map(({ start, end }) => text.slice(start, end).slice(0, 12));

test("headings 第N篇 with full-width and half-width colon open parts", () => {
  const text = `第一篇：消防通知\n${BODY}\n第二篇:消防总结\n${BODY}`;
  expect(texts(text)).toEqual(["第一篇：消防通知\n为做好", "第二篇:消防总结\n为做好"]);
});

test("headings that end in 篇一, 篇二 open parts where they share their words, and the site's matter before them is left out", () => {
  const text = `某网站\n\n消防文件精选(精选2篇)\n\n消防文件精选篇一\n\n${BODY}\n\n消防文件精选篇二\n\n${BODY}`;
  const { parts, noise } = structured(text);
  expect(parts.map(({ part, heading }) => [part, heading])).toEqual([
    ["1", "消防文件精选篇一"],
    ["2", "消防文件精选篇二"],
  ]);
  expect(noise.filter(({ kind }) => kind === "boilerplate").map(({ start }) => start)).toEqual([
    0, 5, 19, 69,
  ]);
});

test("a heading glued to the end of the line before it opens a part", () => {
  expect(labels(`第一篇：消防通知\n${BODY}第二篇：消防总结\n${BODY}`)).toEqual(["1", "2"]);
});

test("篇 in running text opens no part", () => {
  expect(labels(`${BODY}\n本年发表论文第三篇。\n共七篇\n${BODY}`)).toEqual(["1"]);
});

test("a missing heading is found by the title that the document repeats, and the loss is flagged", () => {
  const title = "关于建设消防安全示范社区的工作情况汇报";
  const text = `第一篇：消防汇报\n${title}\n${BODY}\n${BODY}\n${title}\n${BODY}\n第三篇：消防总结\n${BODY}`;
  const { parts, noise } = structured(text);
  expect(parts.map(({ part, heading, title }) => [part, heading, title])).toEqual([
    ["1", "第一篇：消防汇报", title],
    ["2", null, title],
    ["3", "第三篇：消防总结", null],
  ]);
  expect(noise.filter(({ kind }) => kind === "truncated").map(({ note }) => note)).toEqual([
    "heading of the collection missing",
  ]);
});

test("a second title after a closing formula opens a stacked document", () => {
  const text = `第一篇：消防文件\n消防责任追究办法\n${BODY}\n本办法由安监局负责解释。\n关于加强夜间巡查的意见（2008年7月2日）\n${BODY}\n第二篇：消防总结\n${BODY}`;
  const { parts } = structured(text);
  expect(parts.map(({ part, genre, year }) => [part, genre, year])).toEqual([
    ["1a", "measures", null],
    ["1b", "opinion", "2008"],
    ["2", "report", null],
  ]);
});

test("a document number at the end of a line, with title and salutation below, opens a stacked document inside that line", () => {
  const text = `第一篇：机构职能\n一、编制\n增加编制两名，某安监发[2009]第7号\n某县安全生产监督局\n关于调整工作分工的通知\n各科室：\n${BODY}\n二○○九年三月六日\n第二篇：总结\n${BODY}`;
  const { parts } = structured(text);
  expect(parts.map(({ part, title }) => [part, title])).toEqual([
    ["1a", null],
    ["1b", "关于调整工作分工的通知"],
    ["2", null],
  ]);
  expect(text.slice(parts[1]?.start).startsWith("某安监发")).toBe(true);
});

test("a title broken over two lines is joined", () => {
  const text = "2011年消防安全工作目标管理\n\n责任书\n\n为落实责任，特制定本责任书。";
  const { parts } = structured(text);
  expect(parts[0]).toMatchObject({
    title: "2011年消防安全工作目标管理责任书",
    genre: "responsibility_contract",
    year: "2011",
    year_reliable: true,
  });
});

test("the title of a line that has lost its breaks is its first words", () => {
  const text = `某厂员工奖惩规定 第一章 总则 第一条 ${BODY}${BODY}第二条 ${BODY}`;
  expect(structured(text).parts).toMatchObject([{ title: "某厂员工奖惩规定", genre: "rules_manual" }]);
});

test.each([
  ["某县安全生产奖惩规定", "measures"],
  ["某某社区门前三包管理规定", "rules_manual"],
  ["某局2013年工作总结和2014年工作打算", "report"],
  ["某局2014年工作打算", "implementation_plan"],
])("%s is of genre %s", (title, genre) => {
  expect(structured(`${title}\n${BODY}\n${BODY}`).parts).toMatchObject([{ title, genre }]);
});

test("a document whose title is lost is flagged where no heading of its own names it", () => {
  const notes = (...headings: string[]) =>
    structured(headings.map((heading) => `${heading}\n${BODY}\n${BODY}`).join("\n")).noise.map(
      ({ note }) => note,
    );
  expect(notes("消防文件篇一", "消防文件篇二").filter((note) => note === "title missing").length).toBe(2);
  expect(notes("第一篇：消防通知", "第二篇：消防经验")).not.toContain("title missing");
});

test("mojibake below a document is no sentence that breaks off", () => {
  const text = `第一篇：消防通知\n${BODY}\n第二篇：消防总结\n${BODY}\n锟斤拷锟斤拷锟斤拷`;
  expect(structured(text).noise.map(({ kind }) => kind)).not.toContain("truncated");
});

test("a year that a site wrote over all others is not trusted, a date in Chinese numerals is", () => {
  const text = `第一篇：通知\n关于2025年消防工作的通知\n${BODY}2025年初完成。\n第二篇：通知\n关于分工的通知\n2025年3月2日会议研究，${BODY}\n二○○七年三月六日`;
  const { parts, noise } = structured(text);
  expect(parts.map(({ year, year_reliable }) => [year, year_reliable])).toEqual([
    ["2025", false],
    ["2007", true],
  ]);
  expect(noise.filter(({ kind }) => kind === "year_artifact").length).toBe(3);
});

test("the year of a single recent document is trusted unless its own text contradicts it", () => {
  const plain = structured(`关于2024年消防工作的通知\n${BODY}\n2024年5月6日`);
  expect(plain.parts[0]).toMatchObject({ year: "2024", year_reliable: true });
  const money = structured(`关于2024年消防工作的通知\n${BODY}罚款2024元。\n2024年5月6日`);
  expect(money.parts[0]).toMatchObject({ year: "2024", year_reliable: false });
});

test("a year before 2023 that stands as an amount and is the only one of its text is overwritten, too", () => {
  const text = `关于2019年消防工作的通知\n2019年初完成。${BODY}罚款2019元。\n2019年5月6日`;
  const { parts, noise } = structured(text);
  expect(parts[0]).toMatchObject({ year: "2019", year_reliable: false });
  expect(noise.filter(({ kind }) => kind === "year_artifact").length).toBe(4);
  expect(structured(text.replace("2019元", "2000元")).parts[0]).toMatchObject({ year_reliable: true });
  expect(structured(text.replace("2019年初", "2018年初")).noise).toEqual([]);
});

test("a statute in Markdown is one part of genre statute with the year of its version", () => {
  const text =
    "# 云岭省消防条例\n\n2003年5月1日 某省人大常委会通过\n\n2019年6月2日 某省人大常委会修正\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 为了防火，制定本条例。\n";
  expect(structured(text).parts).toMatchObject([
    {
      part: "1",
      title: "云岭省消防条例",
      genre: "statute",
      level: "province",
      year: "2019",
      year_reliable: true,
    },
  ]);
});

test.each([
  ["消防安全责任追究办法", "measures"],
  ["关于印发《消防方案》的通知", "notice"],
  ["消防工作总结", "report"],
  ["消防会议主持词", "speech"],
  ["消防站规章制度", "rules_manual"],
  ["安监局主要职能", "functions"],
  ["关于加强消防工作的决定（范文）", "decision"],
  ["东村村规民约", "rules_manual"],
])("the genre of 「%s」 is %s", (title, genre) => {
  expect(structured(`${title}\n${BODY}`).parts[0]?.genre).toBe(genre);
});

test.each([
  ["我镇各村要做好巡查，我镇干部包村。", "township_street"],
  ["我县各乡镇要做好巡查，我县设立热线。", "county"],
  ["我市各县（市、区）要做好巡查，我市设立热线。", "prefecture"],
  ["我市各乡镇要做好巡查，我市设立热线。", "county"],
  ["我矿各车间要做好巡查，我矿设立热线。", "enterprise"],
  ["考上本院校的奖励；本行政区域、全行业适用。", "unknown"],
  ["咱村各组要做好巡查，本村设立热线。", "village"],
  ["各单位要做好巡查。", "unknown"],
])("「%s」 speaks from level %s", (sentence, level) => {
  expect(structured(`关于巡查的通知\n${sentence}`).parts[0]?.level).toBe(level);
});

test.each([
  ["篇一：消防通知", "篇二：消防总结"],
  ["【篇一】消防通知", "【篇二】消防总结"],
  ["范文一：消防通知", "范文二：消防总结"],
  ["消防文件（篇一）", "消防文件（篇二）"],
  ["消防文件范文1", "消防文件范文2"],
  ["消防文件 第1篇", "消防文件 第2篇"],
  ["第１篇 消防通知", "第２篇 消防总结"],
  ["# 第一篇：消防通知", "# 第二篇：消防总结"],
])("the heading forms 「%s」 「%s」 open parts", (one, two) => {
  expect(labels(`${one}\n${BODY}\n${two}\n${BODY}`)).toEqual(["1", "2"]);
});

test("a site's teaser that repeats the first heading and breaks off is left out", () => {
  const text = `第一篇：消防通知关于2024年消防工作的通知各科室现将...\n第一篇：消防通知\n${BODY}\n第二篇：总结\n${BODY}`;
  const { parts, noise } = structured(text);
  expect(parts.map(({ part }) => part)).toEqual(["1", "2"]);
  expect(noise.filter(({ start }) => start < 30).map(({ kind }) => kind)).toEqual([
    "boilerplate",
    "year_artifact",
    "truncated",
  ]);
});

test("lines of the site below the last document are no part of it", () => {
  const text = `第一篇：通知\n${BODY}\n第二篇：总结\n${BODY}\n更多范文，请访问某某网（www.a.com）！\n`;
  const { parts } = structured(text);
  expect(text.slice(parts[1]?.start, parts[1]?.end)).toBe(`第二篇：总结\n${BODY}`);
});

test("a collection that numbers from 1 again gives no label twice", () => {
  const text = ["第一篇", "第二篇", "第一篇", "第二篇"]
    .map((n, i) => `${n}：消防文件${i}\n${BODY}`)
    .join("\n");
  expect(labels(text)).toEqual(["1", "2", "1-2", "2-2"]);
});

test("documents stacked under one heading are lettered past z", () => {
  const stacked = Array.from(
    { length: 28 },
    (_, i) => `关于加强第${i + 1}号仓库夜间巡查的意见（2008年7月2日）\n${BODY}\n本意见由消防大队负责解释。`,
  );
  const found = labels(`第一篇：消防文件\n${stacked.join("\n")}`);
  expect(found.slice(0, 2)).toEqual(["1a", "1b"]);
  expect(found.slice(25)).toEqual(["1z", "1aa", "1ab"]);
});

test("a number of digits and numerals mixed opens no part", () => {
  expect(labels(`第3百篇：消防通知\n${BODY}\n第4百篇：消防总结\n${BODY}`)).toEqual(["1"]);
});
