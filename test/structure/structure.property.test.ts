import fc from "fast-check";
import { expect, test } from "vitest";
import { structure } from "../../src/structure/structure.js";
import { documentOf, structured } from "./document.js";

/** Texts made of what official documents are made of, in any order, so that every rule meets every other. */
const piece = fc.constantFrom(
  "第一篇：消防通知\n",
  "第二篇:消防总结\n",
  "文件篇一\n",
  "文件篇二\n",
  "关于加强消防工作的通知\n",
  "消防工作总结\n",
  "各科室：\n",
  "为加强工作，现通知如下。",
  "一、",
  "二、",
  "三、",
  "（一）",
  "（二）",
  "(三)",
  "1、",
  "2.",
  "３、",
  "⑴",
  "⑵",
  "①",
  "②",
  "一是",
  "二是",
  "第一，",
  "第二，",
  "第一章 总则\n",
  "第一条 ",
  "第二条 ",
  "第一节 罚款\n",
  "罚款500元",
  "情节严重的，",
  "；",
  "。",
  "，",
  "\n",
  "\n\n",
  " ",
  "　",
  "—1—\n",
  "总第5页\n",
  "**",
  "某某",
  "XX元",
  "&nbsp;",
  "<br>",
  "l3个",
  "撒职",
  "（",
  "）",
  "《",
  "》",
  "“",
  "”",
  "2009年3月4日\n",
  "二○○九年三月\n",
  "〔2009〕2号\n",
  "本办法自印发之日起执行。\n",
  "附：名单\n",
  "𠮷",
  "\r\n",
  "甲乙丙丁",
  "目 录\n",
  "# 某条例\n",
);
const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

test("parts do not overlap, lie in the text and have labels of their own", () => {
  fc.assert(
    fc.property(texts, (text) => {
      let before = 0;
      const { parts } = structured(text);
      for (const { start, end } of parts) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThanOrEqual(start);
        before = end;
      }
      expect(before).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("outline nodes nest: two nodes of a part are apart or one holds the other", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const open: { end: number; level: number }[] = [];
      let part = "";
      for (const node of structured(text).outline) {
        expect(node.end).toBeGreaterThanOrEqual(node.start);
        if (node.part !== part) open.length = 0;
        part = node.part;
        while (open.length > 0 && (open.at(-1)?.level ?? 0) >= node.level) {
          expect(open.pop()?.end).toBeLessThanOrEqual(node.start);
        }
        expect(node.level).toBe(open.length + 1);
        const above = open.at(-1);
        if (above) expect(node.end).toBeLessThanOrEqual(above.end);
        open.push(node);
      }
    }),
  );
});

test("outline nodes of the first level cover every clause of their part", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { outline, clauses } = structured(text);
      for (const clause of clauses) {
        const holders = outline.filter(
          (node) =>
            node.part === clause.part &&
            node.level === 1 &&
            node.start <= clause.start &&
            clause.end <= node.end,
        );
        expect(holders.length).toBe(1);
      }
    }),
  );
});

test("clauses are in text order, do not overlap and name a path of the outline", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { outline, clauses, repaired } = structured(text);
      const paths = new Set(outline.map(({ part, path }) => `${part}:${path}`));
      let before = 0;
      for (const clause of clauses) {
        expect(clause.at.start).toBeGreaterThanOrEqual(before);
        expect(clause.at.end).toBeGreaterThan(clause.at.start);
        before = clause.at.end;
        expect(paths.has(`${clause.part}:${clause.path}`)).toBe(true);
        for (const span of [...clause.headings, ...clause.lead_ins]) {
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(repaired.text.length);
        }
      }
    }),
  );
});

test("noise lies in the text, is sorted, and every edit is one of its records", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { noise, repaired } = structured(text);
      let before = 0;
      for (const { start, end } of noise) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
        before = start;
      }
      for (const edit of repaired.edits) {
        expect(noise.some((n) => n.start === edit.start && n.end === edit.end && n.kind === edit.kind)).toBe(
          true,
        );
      }
    }),
  );
});

test("the structure of a file does not depend on other files or on their order", () => {
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 4 }), (files) => {
      const documents = files.map((text, i) => documentOf(text, `${i}.txt`));
      const forward = documents.map((document) => structure(document));
      const backward = [...documents].reverse().map((document) => structure(document));
      expect(backward.reverse()).toEqual(forward);
    }),
    { numRuns: 30 },
  );
});
