// Each edge case has a stated answer.
import { expect, test } from "vitest";
import { toRaw } from "../../src/repair/offsets.js";
import { structured } from "./document.js";

test("an empty text, and one of white space alone, have no part, no clause and no noise", () => {
  for (const text of ["", " \n\t\u3000\r\n"]) {
    expect(structured(text)).toMatchObject({ parts: [], outline: [], clauses: [], noise: [] });
  }
});

test("a text without headings is one part that spans its content", () => {
  const text = "\n只有一句话的文件。\n";
  const { parts, clauses, outline } = structured(text);
  expect(parts).toMatchObject([
    {
      part: "1",
      start: 1,
      end: 10,
      title: null,
      heading: null,
      genre: "other",
      level: "unknown",
      year: null,
    },
  ]);
  expect(clauses).toMatchObject([{ start: 1, end: 10, path: "", label: null, is_heading: false }]);
  expect(outline).toMatchObject([{ start: 1, end: 10, path: "", level: 1, label: null }]);
});

test("astral characters keep every offset in UTF-16 code units", () => {
  const text = "一、𠮷野家处罚𠀀𠀁\n1、罚款𠮷元；\n—1—\n2、警告𡃁。";
  const { clauses, document } = structured(text);
  expect(clauses.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    "𠮷野家处罚𠀀𠀁",
    "罚款𠮷元；",
    "警告𡃁。",
  ]);
});

test("CR LF and CR end lines as LF does", () => {
  const lf = "一、甲\n1、乙；\n2、丙没有完成任务的，\n责令在一个月之内补齐全部手续。\n";
  for (const end of ["\r\n", "\r"]) {
    const text = lf.replaceAll("\n", end);
    const { clauses, repaired } = structured(text);
    expect(clauses.map(({ path, at }) => `${path} ${repaired.text.slice(at.start, at.end)}`)).toEqual([
      "一 甲",
      "一/1 乙；",
      "一/2 丙没有完成任务的，责令在一个月之内补齐全部手续。",
    ]);
  }
});

test("half-width punctuation alone gives the same parts, paths and clauses as full-width", () => {
  const full =
    "第一篇：消防通知\n一、处罚\n（一）迟报的，罚款100元；\n（二）瞒报的，罚款200元。\n第二篇：总结\n完成情况良好。";
  const half = full
    .replace(/[：（），；]/gu, (sign) => ":(),;"["：（），；".indexOf(sign)] as string)
    .replaceAll("。", ".");
  const shape = (text: string): unknown => {
    const { parts, outline, clauses } = structured(text);
    return [
      parts.map(({ part, start, end, genre }) => [part, start, end, genre]),
      outline.map(({ path, level, start, end }) => [path, level, start, end]),
      clauses.map(({ path, start, end, is_heading }) => [path, start, end, is_heading]),
    ];
  };
  expect(shape(half)).toEqual(shape(full));
});

test("a file that is one line of 200,000 characters is cut into its items and clauses, in time linear in its length", () => {
  const unit = (n: number): string =>
    `${n % 9 === 0 ? "一、处罚（一）" : ""}${(n % 8) + 1}、对迟报的单位罚款${n}元；情节严重的，免职。`;
  const line = (length: number): string => {
    let text = "";
    for (let n = 0; text.length < length; n++) text += unit(n);
    return text.slice(0, length);
  };
  const time = (length: number): number => {
    const text = line(length);
    const started = performance.now();
    const { clauses } = structured(text);
    expect(clauses.length).toBeGreaterThan(length / 40);
    return performance.now() - started;
  };
  time(20_000);
  const short = Math.min(time(50_000), time(50_000));
  const long = Math.min(time(200_000), time(200_000));
  expect(long).toBeLessThan(12 * short + 200);
});

test.each([
  ["enumerators", "（一）甲；\n"],
  ["restarting lists", "1、甲\n一是乙，二是丙。\n"],
  ["articles with paragraphs", "第一条 甲，处罚款。\n\n乙。\n\n"],
  ["broken lines", "为加强工作，切实做到责任到位、措施到\n位，确保完成\n"],
  ["tags", "<b>甲</b>&nbsp;\n"],
  ["masks", "某某省**万人XX元\n"],
  ["page marks", "前文的三\n—3—\n"],
  ["opening brackets", "（（《“"],
  ["closing brackets", "））》”"],
  ["numbers", "1、2、3、4、"],
  ["headings", "第一篇：甲\n"],
  ["headings at line ends", "文件篇一\n"],
  ["strange characters", "┑ぷ┑ぷ轿弧"],
  ["blank lines", "\n\n \t\n"],
  ["headings with dates", "第一篇：甲\n2009年3月4日\n"],
  ["titles", "关于加强工作的通知\n2009年3月4日\n"],
  ["short lines", "小标题\n"],
])("many %s take time linear in their number", (_name, piece) => {
  const time = (times: number): number => {
    const text = piece.repeat(times);
    const started = performance.now();
    structured(text);
    return performance.now() - started;
  };
  const base = Math.ceil(8_000 / piece.length);
  time(base);
  const short = Math.min(time(base), time(base));
  expect(Math.min(time(base * 8), time(base * 8))).toBeLessThan(8 * 3 * short + 300);
});

test("spans in the repaired text and in the text as read belong together", () => {
  const { clauses, repaired } = structured("一、甲共l3个，\n—2—\n乙率1OO％。丙。");
  for (const clause of clauses)
    expect(toRaw(repaired, clause.at)).toEqual({ start: clause.start, end: clause.end });
});
