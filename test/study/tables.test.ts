import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { originals } from "../../src/cli/derive.js";
import { readCorpus } from "../../src/corpus/read.js";
import { slice } from "../../src/span.js";
import { analyse, analyseDocuments } from "../../src/study/analyse.js";
import { TABLES } from "../../src/study/schema.js";
import type { Study } from "../../src/study/study.js";
import { dataPath, loadStudy, saveStudy, studyFiles } from "../../src/study/tables.js";
import { VERSION } from "../../src/study/version.js";
import { termDictionary } from "../../src/terms/lists.js";
import { createSegmenter } from "../../src/terms/segmenter.js";

const TEACHING = dataPath("teaching");
let study: Study;
let folder = "";
beforeAll(() => {
  study = analyse(TEACHING);
  folder = mkdtempSync(join(tmpdir(), "guizhang-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a study that is saved and loaded is the same study", () => {
  saveStudy(study, folder);
  expect(loadStudy(folder)).toEqual(JSON.parse(JSON.stringify(study)));
});

test("shuffling the documents changes no byte of the tables", () => {
  const { documents } = readCorpus(TEACHING);
  const shuffled = [...documents].reverse();
  expect(studyFiles(analyseDocuments(shuffled))).toEqual(studyFiles(study));
});

test("the engine trie gives the same study to the last byte", () => {
  const segmenter = createSegmenter({ engine: "trie", dictionary: termDictionary(), hmm: false });
  expect(studyFiles(analyse(TEACHING, { segmenter }))).toEqual(studyFiles(study));
});

test("a table that is asked for alone is the same, and the others stay empty", () => {
  const some = analyse(TEACHING, { tables: ["terms", "consequences", "duplicates"] });
  const { terms, consequences, duplicates, parts, sources, made_with } = study;
  expect(some).toMatchObject({ terms, consequences, duplicates, parts, sources, made_with });
  const others = [some.noise, some.term_places, some.neighbours, some.targets, some.claims, some.scorecards];
  expect(others.flat()).toEqual([]);
  const uncompared = analyse(TEACHING, { tables: ["terms"] });
  expect(uncompared.terms).toEqual(terms);
  expect(uncompared.parts.every(({ weight }) => weight === 1)).toBe(true);
});

test("every span of every table lies in its text, and every cue is printed at its span", () => {
  const texts = new Map(readCorpus(TEACHING).documents.map((d) => [d.source, d.text]));
  for (const row of [...study.parts, ...study.noise, ...study.consequences]) {
    expect(() => slice(texts.get(row.source)!, row)).not.toThrow();
  }
  expect(study.consequences.length).toBeGreaterThan(0);
  for (const record of study.consequences) {
    const printed = slice(texts.get(record.source)!, record).replace(/\s/g, "");
    expect(printed).toContain(record.cue.replace(/\s/g, "").slice(0, 1));
  }
});

test("term counts of a part add up to its tokens", () => {
  for (const part of study.parts) {
    const counted = study.terms.filter((t) => t.source === part.source && t.part === part.part);
    expect(counted.reduce((sum, t) => sum + t.count, 0)).toBe(part.tokens);
  }
});

test("each cluster counts one text", () => {
  const kept = new Map<string, number>();
  for (const part of study.parts) kept.set(part.cluster, (kept.get(part.cluster) ?? 0) + part.weight);
  expect([...kept.values()].every((n) => n === 1)).toBe(true);
});

test("the data package describes every column that the tables have", () => {
  const files = studyFiles(study);
  const { resources } = JSON.parse(files.get("datapackage.json")!);
  for (const { path, schema, bytes } of resources) {
    const text = files.get(path)!;
    expect(schema.fields.map((f: { name: string }) => f.name).join(",")).toBe(text.split("\n")[0]);
    expect(bytes).toBe(new TextEncoder().encode(text).length);
  }
  expect(resources.length).toBe(Object.keys(TABLES).length);
});

test("loading names the file and line of a wrong cell, and a missing table", () => {
  saveStudy(study, folder);
  const path = join(folder, "parts.csv");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(",decision,", ",decisoin,"));
  expect(() => loadStudy(folder)).toThrow(/parts\.csv, line \d+, genre: expected one of/);
  rmSync(path);
  expect(() => loadStudy(folder)).toThrow("requires parts.csv");
});

test("unreadable texts are named", () => {
  writeFileSync(join(folder, "broken.txt"), Uint8Array.of(0xff, 0, 1, 0xfe));
  expect(() => analyse(folder)).toThrow("broken.txt");
});

test("the version is that of package.json", () => {
  expect(JSON.parse(readFileSync("package.json", "utf8")).version).toBe(VERSION);
});

describe("the committed study of the five collections", () => {
  test("loads, and rests on the five listed files", () => {
    expect(loadStudy().sources).toHaveLength(5);
  });

  test.skipIf(originals() === null)(
    "is what the original texts give, byte by byte (skipped without them)",
    () => {
      for (const [name, text] of studyFiles(analyse(originals()!))) {
        expect([name, text === readFileSync(dataPath(`study/${name}`), "utf8")]).toEqual([name, true]);
      }
    },
  );
});
