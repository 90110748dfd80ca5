import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { scoreFields } from "../../src/evaluation/fields.js";
import { matchConsequences } from "../../src/evaluation/matching.js";
import { scoreConsequences } from "../../src/evaluation/scores.js";
import { explainConsequences } from "../../src/provisions/consequences.js";
import { codings } from "../../src/severity/codings.js";
import { structure } from "../../src/structure/structure.js";

// Hand codings against the extractor. Floors lie a little below what was measured when they were written.
const CORPUS = [process.env.GUIZHANG_CORPUS, "data/corpus"].find((path) => path && existsSync(path)) ?? null;
const f1 = (rows: ReturnType<typeof scoreConsequences>, group: string) =>
  rows.find((row) => row.group === group)?.f1 ?? 0;
const field = (rows: ReturnType<typeof scoreFields>, name: string) =>
  rows.find((row) => row.field === name && row.how === "all");

describe("the teaching corpus", () => {
  const gold = codings("teaching/records.csv");
  const documents = readCorpus(["data/teaching"]).documents.filter(({ source }) => source.endsWith(".txt"));
  const found = documents.map((document) => ({
    source: document.source,
    ...explainConsequences(structure(document)),
  }));
  const matching = matchConsequences(
    found.flatMap(({ records }) => records),
    gold,
  );
  const scores = scoreConsequences(matching);
  const fields = scoreFields(matching);

  it("is read with sanctions F1 0.99, rewards 0.98", () => {
    expect(f1(scores, "sanction")).toBeGreaterThanOrEqual(0.99);
    expect(f1(scores, "reward")).toBeGreaterThanOrEqual(0.98);
  });

  it("is read with amounts and multiples 0.98, addressees 0.93, triggers 0.90", () => {
    expect(field(fields, "amount")?.exact).toBeGreaterThanOrEqual(0.98);
    expect(field(fields, "multiple")?.exact).toBeGreaterThanOrEqual(0.98);
    expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(0.93);
    expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(0.9);
  });

  it("gives no record in documents that have none", () => {
    const coded = new Set(gold.map(({ source }) => source));
    const none = found.filter(({ source }) => !coded.has(source));
    expect(none.length).toBeGreaterThan(0);
    expect(none.filter(({ records }) => records.length > 0).map(({ source }) => source)).toEqual([]);
  });

  it("rests every record on characters of the source", () => {
    for (const document of documents) {
      for (const record of found.find(({ source }) => source === document.source)?.records ?? []) {
        expect(record.end).toBeGreaterThan(record.start);
        expect(document.text.slice(record.start, record.start + record.cue.length)).toBe(record.cue);
        for (const step of record.why) expect(document.text.slice(step.start, step.end)).toBe(step.text);
        expect(record.why.map((step) => step.field)).toEqual(
          expect.arrayContaining(["type", "addressee", "trigger"]),
        );
      }
    }
  });
});

describe("the documents written for measuring", () => {
  // Before any rule was changed for them: 01 to 10 sanctions 0.848, rewards 0.822, addressees 0.696, triggers 0.612;
  // 11 to 16 0.741, 0.619, 0.752, 0.569; 17 to 20 0.885, 0.803, 0.818, 0.634; 21 to 24 0.774, 0.580, 0.795, 0.700; 27 to 30 0.896, 0.756, 0.806, 0.643.
  // Rules were mended on 01 to 24; none was written from the misses of 27 to 30, so that they go on measuring.
  const all = codings("gold/written/consequences.jsonl");
  const documents = readCorpus(["data/gold/written"]).documents;
  it.each([
    {
      files: "01 to 05",
      of: /^0[1-5]/,
      sanction: 0.99,
      reward: 0.93,
      fine: 1,
      addressee: 0.91,
      trigger: 0.9,
    },
    {
      files: "06 to 10",
      of: /^(?:0[6-9]|10)/,
      sanction: 0.99,
      reward: 0.95,
      fine: 1,
      addressee: 0.97,
      trigger: 0.93,
    },
    {
      files: "11 to 13",
      of: /^1[1-3]/,
      sanction: 0.94,
      reward: 0.88,
      fine: 1,
      addressee: 0.87,
      trigger: 0.81,
    },
    {
      files: "17 to 20",
      of: /^(?:1[7-9]|20)/,
      sanction: 0.88,
      reward: 0.8,
      fine: 0.95,
      addressee: 0.81,
      trigger: 0.63,
    },
    {
      files: "21 to 24",
      of: /^2[1-4]/,
      sanction: 0.97,
      reward: 0.88,
      fine: 0.97,
      addressee: 0.75,
      trigger: 0.78,
    },
    {
      files: "27 to 30",
      of: /^(?:2[7-9]|30)/,
      sanction: 0.89,
      reward: 0.83,
      fine: 1,
      addressee: 0.81,
      trigger: 0.66,
    },
    {
      files: "14 to 16",
      of: /^1[4-6]/,
      sanction: 0.8,
      reward: 0.64,
      fine: 0.93,
      addressee: 0.81,
      trigger: 0.56,
    },
  ])("$files are read with their floors", ({ of, sanction, reward, fine, addressee, trigger }) => {
    const texts = documents.filter(({ source }) => of.test(source));
    expect(texts.length).toBeGreaterThanOrEqual(3);
    const matching = matchConsequences(
      texts.flatMap((document) => explainConsequences(structure(document)).records),
      all.filter(({ source }) => of.test(source)),
    );
    const scores = scoreConsequences(matching);
    const fields = scoreFields(matching);
    expect(f1(scores, "sanction")).toBeGreaterThanOrEqual(sanction);
    expect(f1(scores, "reward")).toBeGreaterThanOrEqual(reward);
    expect(f1(scores, "fine")).toBeGreaterThanOrEqual(fine);
    expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(addressee);
    expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(trigger);
  });
});

const COLLECTIONS = [
  {
    name: "002 to 004",
    file: "gold/consequences.jsonl",
    floors: { sanction: 1, reward: 0.97, number: 1, addressee: 0.98, trigger: 0.97 },
  },
  {
    // blind: sanctions 1.000, rewards 0.824, addressees 0.961, triggers 0.977
    name: "000 and 001",
    file: "gold/consequences-000-001.jsonl",
    floors: { sanction: 1, reward: 0.82, number: 1, addressee: 0.95, trigger: 0.94 },
  },
] as const;

describe.skipIf(CORPUS === null).each(COLLECTIONS)(
  "collections $name (skipped without the originals)",
  ({ file, floors }) => {
    const gold = codings(file);
    const coded = new Set(gold.map(({ source }) => source));
    const documents =
      CORPUS === null ? [] : readCorpus([CORPUS]).documents.filter(({ source }) => coded.has(source));
    const found = documents.map((document) => explainConsequences(structure(document)));
    const matching = matchConsequences(
      found.flatMap(({ records }) => records),
      gold,
    );
    const scores = scoreConsequences(matching);
    const fields = scoreFields(matching);

    it("are read with their floors for sanctions and rewards", () => {
      expect(f1(scores, "sanction")).toBeGreaterThanOrEqual(floors.sanction);
      expect(f1(scores, "reward")).toBeGreaterThanOrEqual(floors.reward);
    });

    it("are read with their floors for numbers, addressees and triggers", () => {
      for (const name of ["amount", "multiple", "months"])
        expect(field(fields, name)?.exact).toBeGreaterThanOrEqual(floors.number);
      expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(floors.addressee);
      expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(floors.trigger);
    });

    it("explain every rejected cue by a rule and a reason", () => {
      const rejected = found.flatMap((one) => one.rejected);
      expect(rejected.length).toBeGreaterThan(50);
      expect(rejected.filter(({ because, reason }) => because === "" || reason === "")).toEqual([]);
    });
  },
);
