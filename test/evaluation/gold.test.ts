import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
const STATUTES =
  process.env.GUIZHANG_STATUTES && existsSync(process.env.GUIZHANG_STATUTES)
    ? process.env.GUIZHANG_STATUTES
    : null;
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

  it("is read with sanctions F1 0.97, rewards 0.90", () => {
    expect(f1(scores, "sanction")).toBeGreaterThanOrEqual(0.97);
    expect(f1(scores, "reward")).toBeGreaterThanOrEqual(0.9);
  });

  it("is read with amounts and multiples 0.98, addressees 0.90, triggers 0.84", () => {
    expect(field(fields, "amount")?.exact).toBeGreaterThanOrEqual(0.98);
    expect(field(fields, "multiple")?.exact).toBeGreaterThanOrEqual(0.98);
    expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(0.9);
    expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(0.84);
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
  // Before any rule was changed for them: sanctions 0.848, rewards 0.822, addressees 0.696, triggers 0.612. Rules were mended on
  // 01 to 05 afterwards; the misses of 06 to 10 were not looked at.
  const all = codings("gold/written/consequences.jsonl");
  const documents = readCorpus(["data/gold/written"]).documents;
  it.each([
    { files: "01 to 05", of: /^0[1-5]/, sanction: 0.89, reward: 0.82, addressee: 0.82, trigger: 0.69 },
    { files: "06 to 10", of: /^(?:0[6-9]|10)/, sanction: 0.84, reward: 0.79, addressee: 0.58, trigger: 0.58 },
  ])("$files are read with their floors", ({ of, sanction, reward, addressee, trigger }) => {
    const texts = documents.filter(({ source }) => of.test(source));
    expect(texts).toHaveLength(5);
    const matching = matchConsequences(
      texts.flatMap((document) => explainConsequences(structure(document)).records),
      all.filter(({ source }) => of.test(source)),
    );
    const scores = scoreConsequences(matching);
    const fields = scoreFields(matching);
    expect(f1(scores, "sanction")).toBeGreaterThanOrEqual(sanction);
    expect(f1(scores, "reward")).toBeGreaterThanOrEqual(reward);
    expect(f1(scores, "fine")).toBeGreaterThanOrEqual(0.97);
    expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(addressee);
    expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(trigger);
  });
});

describe.skipIf(CORPUS === null)("the collections (skipped without the originals)", () => {
  const gold = codings("gold/consequences.jsonl");
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

  it("are read with sanctions F1 0.98, rewards 0.95", () => {
    expect(f1(scores, "sanction")).toBeGreaterThanOrEqual(0.98);
    expect(f1(scores, "reward")).toBeGreaterThanOrEqual(0.95);
  });

  it("are read with numbers 0.98, addressees 0.96, triggers 0.94", () => {
    for (const name of ["amount", "multiple", "months"])
      expect(field(fields, name)?.exact).toBeGreaterThanOrEqual(0.98);
    expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(0.96);
    expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(0.94);
  });

  it("explain every rejected cue by a rule and a reason", () => {
    const rejected = found.flatMap((one) => one.rejected);
    expect(rejected.length).toBeGreaterThan(50);
    expect(rejected.filter(({ because, reason }) => because === "" || reason === "")).toEqual([]);
  });
});

/** a sample of statutes: what it was measured at before any rule was changed for it, and what must not be lost since */
const SAMPLES = [
  {
    name: "statutes-sample",
    // blind: sanctions 0.931, rewards 0.588, addressees 0.877, triggers 0.721
    floors: { sanction: 0.98, reward: 0.9, fine: 0.98, amount: 0.98, addressee: 0.95, trigger: 0.85 },
  },
  {
    name: "statutes-sample-2",
    // blind: sanctions 0.934, rewards 0.507, addressees 0.819, triggers 0.609
    floors: { sanction: 0.97, reward: 0.84, fine: 0.98, amount: 0.97, addressee: 0.9, trigger: 0.79 },
  },
] as const;

describe.skipIf(STATUTES === null).each(SAMPLES)(
  "$name (skipped without the statutes)",
  ({ name, floors }) => {
    const gold = codings(`gold/${name}.jsonl`);
    const { ranges } = JSON.parse(readFileSync(`data/gold/${name}.ranges.json`, "utf8")) as {
      ranges: { source: string; start: number; end: number; sha256: string }[];
    };
    const predicted = (STATUTES === null ? [] : ranges).flatMap(({ source, start, end, sha256 }) => {
      const bytes = readFileSync(join(STATUTES as string, source));
      if (createHash("sha256").update(bytes).digest("hex") !== sha256) return [];
      const document = {
        source,
        text: bytes.toString("utf8"),
        encoding: "utf-8" as const,
        bytes: bytes.length,
        sha256,
      };
      return explainConsequences(structure(document)).records.filter(
        (record) => record.start >= start && record.end <= end,
      );
    });
    const matching = matchConsequences(predicted, gold);
    const scores = scoreConsequences(matching);
    const fields = scoreFields(matching);

    it.each(["sanction", "reward", "fine"] as const)("is read with its floor for %s", (group) => {
      expect(f1(scores, group)).toBeGreaterThanOrEqual(floors[group]);
    });

    it("is read with its floors for amounts, addressees and triggers", () => {
      expect(field(fields, "amount")?.exact).toBeGreaterThanOrEqual(floors.amount);
      expect(field(fields, "addressee")?.f1).toBeGreaterThanOrEqual(floors.addressee);
      expect(field(fields, "trigger")?.f1).toBeGreaterThanOrEqual(floors.trigger);
    });
  },
);
