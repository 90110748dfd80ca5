import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CodedRecord, faults } from "./codebook.js";
import {
  chooseFirst,
  chooseFourth,
  chooseSecond,
  chooseThird,
  chooseTypical,
  type Passage,
  ROOT,
  read,
  type Sample,
  sha256,
} from "./statutes.js";

const FIELDS =
  "source start end polarity type cue addressee trigger amount multiple base per months flags".split(" ");
const rangesOf = (name: string): Sample =>
  JSON.parse(readFileSync(`data/gold/${name}.ranges.json`, "utf8")) as Sample;
const recordsOf = (name: string): CodedRecord[] =>
  readFileSync(`data/gold/${name}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as CodedRecord);

const samples = [
  { name: "statutes-sample", statutes: 20, sanctions: 300, rewards: 20 },
  { name: "statutes-sample-2", statutes: 22, sanctions: 250, rewards: 70 },
  { name: "statutes-sample-3", statutes: 20, sanctions: 240, rewards: 130 },
  { name: "statutes-sample-4", statutes: 16, sanctions: 1, rewards: 120 },
  { name: "statutes-sample-5", statutes: 16, sanctions: 210, rewards: 30 },
  { name: "statutes-sample-6", statutes: 24, sanctions: 410, rewards: 40 },
  // -second: the same passages by a second coder
  {
    name: "statutes-sample-6-second",
    passages: "statutes-sample-6",
    statutes: 24,
    sanctions: 400,
    rewards: 50,
  },
  { name: "statutes-sample-7", statutes: 24, sanctions: 300, rewards: 60 },
  {
    name: "statutes-sample-7-second",
    passages: "statutes-sample-7",
    statutes: 24,
    sanctions: 300,
    rewards: 60,
  },
  { name: "statutes-sample-8", statutes: 24, sanctions: 270, rewards: 60 },
  { name: "statutes-sample-9", statutes: 24, sanctions: 230, rewards: 50 },
];

describe.each(samples)("$name", ({ name, passages = name, statutes, sanctions, rewards }) => {
  const records = recordsOf(name);
  const sample = rangesOf(passages);
  const inside = ({ source, start, end }: Passage, r: CodedRecord): boolean =>
    r.source === source && r.start >= start && r.end <= end;

  test("keeps to the codebook's fields and lists", () => {
    expect(records.flatMap(faults)).toEqual([]);
    for (const r of records) expect(Object.keys(r)).toEqual(FIELDS);
  });

  test("holds enough consequences of each polarity, each inside its passage, in order, none twice", () => {
    expect(records.filter((r) => r.polarity === "sanction").length).toBeGreaterThanOrEqual(sanctions);
    expect(records.filter((r) => r.polarity === "reward").length).toBeGreaterThanOrEqual(rewards);
    expect(new Set(sample.ranges.map(({ source }) => source)).size).toBe(statutes);
    expect(records.filter((r) => !sample.ranges.some((range) => inside(range, r)))).toEqual([]);
    // the ranges count the records of the first coder
    for (const range of name === passages ? sample.ranges : []) {
      expect(records.filter((r) => inside(range, r)).length).toBe(range.records);
    }
    const keys = records.map((r) =>
      [r.source, r.start, r.end, r.type, r.addressee, r.trigger, r.months?.max].join("|"),
    );
    expect(new Set(keys).size).toBe(keys.length);
    const before = (a: CodedRecord, b: CodedRecord): boolean =>
      a.source < b.source || (a.source === b.source && a.start <= b.start);
    expect(records.every((r, i) => i === 0 || before(records[i - 1]!, r))).toBe(true);
  });

  test("quotes no sentence: no cue reaches 20 characters, and no other field holds text", () => {
    for (const r of records) expect([r.cue, r.cue.length < 20]).toEqual([r.cue, true]);
  });

  describe.skipIf(!ROOT)("against the statutes (skipped without GUIZHANG_STATUTES)", () => {
    test("the files are the ones that were coded", () => {
      for (const { source, sha256: expected } of sample.ranges) {
        expect([source, sha256(readFileSync(join(ROOT ?? "", source)))]).toEqual([source, expected]);
      }
    });

    test("each cue is printed at its span, and amounts in full stand beside it", () => {
      for (const r of records) {
        const text = read(r.source);
        expect(text.slice(r.start, r.end)).toContain(r.cue);
        if (r.amount) expect(text.slice(r.start - 20, r.end)).toMatch(/元/);
        if (r.multiple) expect(text.slice(r.start - 20, r.end)).toMatch(/倍|[百千]分之|%|半|个月/);
      }
    });
  });
});

describe.skipIf(!ROOT)("the choice (skipped without GUIZHANG_STATUTES)", () => {
  const first = rangesOf("statutes-sample");
  const second = rangesOf("statutes-sample-2");
  const third = rangesOf("statutes-sample-3");
  const fourth = rangesOf("statutes-sample-4");
  const spans = ({ ranges }: Sample): unknown =>
    ranges.map(({ source, start, end }) => ({ source, start, end }));

  test("of the first sample follows from its seed and rule", () => {
    expect(chooseFirst(first)).toEqual(spans(first));
  });

  test("of the second sample follows from its seed and rule, and shares no statute with the first", () => {
    expect(chooseSecond(second, first)).toEqual(spans(second));
    const coded = new Set(first.ranges.map(({ source }) => source));
    expect(second.ranges.filter(({ source }) => coded.has(source))).toEqual([]);
  });

  test("of the third sample follows from its seed and rule, and shares no statute with the first two", () => {
    expect(chooseThird(third, [first, second])).toEqual(spans(third));
    const coded = new Set([...first.ranges, ...second.ranges].map(({ source }) => source));
    expect(third.ranges.filter(({ source }) => coded.has(source))).toEqual([]);
  });

  test("of the fourth sample follows from its seed and rule, and shares no statute with the first three", () => {
    expect(chooseFourth(fourth, [first, second, third])).toEqual(spans(fourth));
    const coded = new Set([first, second, third].flatMap(({ ranges }) => ranges.map(({ source }) => source)));
    expect(fourth.ranges.filter(({ source }) => coded.has(source))).toEqual([]);
  });

  test.each([
    { number: 5, penalties: 8, benefits: 8 },
    { number: 6, penalties: 10, benefits: 14 },
    { number: 7, penalties: 8, benefits: 16 },
    { number: 8, penalties: 8, benefits: 16 },
    { number: 9, penalties: 8, benefits: 16 },
  ])(
    "of sample $number follows from its seed and rule, and shares no statute with those before",
    ({ number, penalties, benefits }) => {
      const sample = rangesOf(`statutes-sample-${number}`);
      const later = Array.from({ length: number - 5 }, (_, i) => rangesOf(`statutes-sample-${i + 5}`));
      const before = [first, second, third, fourth, ...later];
      expect(chooseTypical(sample, before, penalties, benefits)).toEqual(spans(sample));
      const coded = new Set(before.flatMap(({ ranges }) => ranges.map(({ source }) => source)));
      expect(sample.ranges.filter(({ source }) => coded.has(source))).toEqual([]);
    },
  );
});
