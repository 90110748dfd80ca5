import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CodedRecord, faults } from "./codebook.js";

const lines = readFileSync("data/gold/statutes-sample.jsonl", "utf8").trim().split("\n");
const records = lines.map((line) => JSON.parse(line) as CodedRecord);
const sample = JSON.parse(readFileSync("data/gold/statutes-sample.ranges.json", "utf8")) as {
  seed: string;
  strata: { stratum: string; folder: string; files: number; heading: string }[];
  ranges: {
    source: string;
    stratum: string;
    start: number;
    end: number;
    sha256: string;
    records: number;
  }[];
};
const rangeOf = new Map(sample.ranges.map((r) => [r.source, r]));

const FIELDS =
  "source start end polarity type cue addressee trigger amount multiple base per months flags".split(" ");

describe("the hand-coded sample of statutes", () => {
  test("keeps to the codebook's fields and lists", () => {
    expect(records.flatMap(faults)).toEqual([]);
    for (const r of records) expect(Object.keys(r)).toEqual(FIELDS);
  });

  test("holds at least 150 consequences of 20 statutes, each inside its passage, in order, none twice", () => {
    expect(records.length).toBeGreaterThanOrEqual(150);
    expect(sample.ranges.length).toBe(20);
    for (const r of records) {
      const range = rangeOf.get(r.source);
      expect([r.source, range !== undefined && r.start >= range.start && r.end <= range.end]).toEqual([
        r.source,
        true,
      ]);
    }
    for (const range of sample.ranges) {
      expect(records.filter((r) => r.source === range.source).length).toBe(range.records);
    }
    const keys = records.map((r) => [r.source, r.start, r.end, r.type, r.addressee, r.trigger].join("|"));
    expect(new Set(keys).size).toBe(keys.length);
    const before = (a: CodedRecord, b: CodedRecord): boolean =>
      a.source < b.source || (a.source === b.source && a.start <= b.start);
    expect(records.every((r, i) => i === 0 || before(records[i - 1]!, r))).toBe(true);
  });

  test("quotes no sentence: no cue reaches 20 characters, and no other field holds text", () => {
    for (const r of records) expect([r.cue, r.cue.length < 20]).toEqual([r.cue, true]);
  });
});

const ROOT = process.env.GUIZHANG_STATUTES;

describe.skipIf(!ROOT)("against the statutes (skipped without GUIZHANG_STATUTES)", () => {
  const read = (source: string): string => readFileSync(join(ROOT ?? "", source), "utf8");
  const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex");

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
      if (r.multiple) expect(text.slice(r.start - 20, r.end)).toMatch(/倍|百分之/);
    }
  });

  test("the passages follow from the seed and the rule", () => {
    const files = markdown(ROOT ?? "", "");
    const ranked = files
      .map((file) => ({ file, rank: sha256(`${sample.seed}\n${file}`) }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1));
    const title = (file: string): string => basename(file, ".md").replace(/\(\d{4}-\d\d-\d\d\)$/, "");
    const used = new Set<string>();
    const chosen: { source: string; start: number; end: number }[] = [];
    for (const { stratum, folder, files: wanted, heading } of sample.strata) {
      const provinces = new Set<string>();
      let found = 0;
      for (const { file } of ranked) {
        if (found === wanted) break;
        const [top, province = ""] = file.split("/");
        if (top !== folder || used.has(title(file))) continue;
        if (folder === "DLC" && provinces.has(province)) continue;
        if (stratum === "benefit" && !/献血|见义勇为/.test(title(file))) continue;
        const text = read(file);
        const passage = firstChapter(text, new RegExp(heading));
        if (!passage) continue;
        const words = /优先|免费|减免|津贴|补贴|补助|奖金|待遇/;
        if (stratum === "reward" && !words.test(text.slice(passage.start, passage.end))) continue;
        used.add(title(file));
        provinces.add(province);
        chosen.push({ source: file, ...passage });
        found++;
      }
    }
    chosen.sort((a, b) => (a.source < b.source ? -1 : 1));
    expect(chosen).toEqual(sample.ranges.map(({ source, start, end }) => ({ source, start, end })));
  });
});

function markdown(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return markdown(folder, path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

function firstChapter(text: string, heading: RegExp): { start: number; end: number } | null {
  for (const { index, 0: line } of text.matchAll(/^## .*/gm)) {
    if (!heading.test(line.replace(/\s/g, ""))) continue;
    const next = text.indexOf("\n## ", index + 3);
    const chapterEnd = next < 0 ? text.length : next + 1;
    const articles = [...text.slice(index, chapterEnd).matchAll(/^第[一二三四五六七八九十百零]+条/gm)];
    const cut = articles.find((article) => article.index >= 1000);
    return { start: index, end: cut ? index + cut.index : chapterEnd };
  }
  return null;
}
