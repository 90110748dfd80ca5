// Names of persons: found in sentences of our own, measured; what is masked keeps every offset.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fromCsv } from "../../src/csv.js";
import { readLexiconText } from "../../src/lexicon.js";
import { consequences } from "../../src/provisions/consequences.js";
import { personNames } from "../../src/repair/person-names.js";
import { redact } from "../../src/repair/redact.js";
import { targets } from "../../src/targets/targets.js";
import { structured } from "../structure/document.js";

const lines = readFileSync("test/fixtures/person-names.txt", "utf8").split("\n");
const examples = lines
  .filter((line) => /^[+-] /.test(line))
  .map((line) => ({ ...marked(line.slice(2)), positive: line.startsWith("+") }));

/** A sentence without its 【】, and the places that they enclosed. */
function marked(line: string): { text: string; names: string[] } {
  const pieces = line.split(/[【】]/);
  const names: string[] = [];
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 1) names.push(`${at}-${at + piece.length}`);
    at += piece.length;
  }
  return { text: pieces.join(""), names };
}

test("precision and recall over sentences with and without names", () => {
  const counts = { found: 0, right: 0, there: 0 };
  const wrong: string[] = [];
  for (const { text, names } of examples) {
    const found = personNames(text).map(({ start, end }) => `${start}-${end}`);
    const right = found.filter((span) => names.includes(span)).length;
    counts.found += found.length;
    counts.right += right;
    counts.there += names.length;
    if (right < Math.max(found.length, names.length)) wrong.push(`${text} there ${names}, found ${found}`);
  }
  const precision = counts.right / counts.found;
  const recall = counts.right / counts.there;
  console.log(
    `names: precision ${counts.right}/${counts.found} = ${precision.toFixed(3)}, recall ${counts.right}/${counts.there} = ${recall.toFixed(3)}\n${wrong.join("\n")}`,
  );
  expect(examples.filter(({ positive }) => positive).length).toBeGreaterThanOrEqual(60);
  expect(examples.filter(({ positive }) => !positive).length).toBeGreaterThanOrEqual(60);
  expect(examples.filter(({ positive, names }) => positive !== names.length > 0)).toEqual([]);
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

/** What is the same in a text and its copy: its length and every character outside the spans. */
function outside(text: string, spans: readonly { start: number; end: number }[]): string {
  return spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

const NUMBERS =
  "电话：010-12345678，手机13800138000，证号11010519491231002X，卡号4111 1111 1111 1111，someone@example.org。";

test("a copy has the length of its text and all characters outside the spans", () => {
  for (const { text } of examples) {
    const whole = `${NUMBERS}\n${text}`;
    const copy = redact(whole);
    expect(copy.text.length).toBe(whole.length);
    expect(outside(copy.text, copy.masked)).toBe(outside(whole, copy.masked));
    expect(copy.masked.slice(0, 5).map(({ kind }) => kind)).toEqual([
      "telephone",
      "mobile",
      "identity_card",
      "bank_card",
      "email",
    ]);
    expect(redact(copy.text).masked).toEqual([]);
  }
});

test("the same of any text, and long runs of cues end", () => {
  const piece = fc.constantFrom(
    "张",
    "三",
    "局长",
    "：",
    "、",
    "同志",
    "　",
    "（男，",
    "某",
    "成员",
    "\ud842",
    "1380013",
    "8000",
    "@a.cn",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ unit: "binary" }))), (pieces) => {
      const text = pieces.join("");
      const copy = redact(text);
      expect(copy.text.length).toBe(text.length);
      expect(outside(copy.text, copy.masked)).toBe(outside(text, copy.masked));
      let last = 0;
      for (const { start, end } of copy.masked) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
    }),
    { seed: 1, numRuns: 300 },
  );
  for (const unit of ["成员：", "a", "主任王", "、张三", "局长 ", "张三同志、", "1380", "（男，"])
    expect(redact(unit.repeat(5_000)).text.length).toBe(unit.length * 5_000);
});

test("extraction from a copy gives the same records at the same places", () => {
  const about =
    "联系人：周立群，电话010-12345678。\n第一条 村民李红因违反村规，由镇长孙晓岚处五百元罚款。\n第二条 计划生育率达到98%以上，奖励站长何建平1000元。\n";
  const texts = readdirSync("data/teaching")
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(join("data/teaching", name), "utf8"));
  const places = (text: string) => {
    const document = structured(text);
    return {
      consequences: consequences(document).map(({ start, end, type, amount, addressee }) => ({
        start,
        end,
        type,
        amount,
        addressee,
      })),
      targets: targets(document).map(({ start, end, value, points }) => ({ start, end, value, points })),
    };
  };
  expect(redact(about).masked.length).toBe(5);
  expect(places(about).consequences.length).toBeGreaterThan(1);
  for (const text of [about, ...texts.map((text) => about + text)])
    expect(places(redact(text).text)).toEqual(places(text));
});

test.each([
  ["surnames.csv", "surname"],
  ["not-names.csv", "word"],
])("%s is sorted, NFC, without repetition, and every row has a source", (file, key) => {
  const rows = fromCsv(readLexiconText(file), [], file) as Record<string, string>[];
  const names = rows.map((row) => row[key]!);
  expect(names).toEqual([...new Set(names)].sort());
  expect(names.map((name) => name.normalize("NFC"))).toEqual(names);
  expect(rows.filter((row) => !row.source)).toEqual([]);
});
