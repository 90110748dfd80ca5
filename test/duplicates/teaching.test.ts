// The planted copy of the teaching corpus against what its writer coded (data/teaching: duplicates.csv, noise.csv).
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { type Column, fromCsv } from "../../src/csv.js";
import { noiseByComparison } from "../../src/duplicates/compared-noise.js";
import { nearDuplicates } from "../../src/duplicates/near-duplicates.js";
import type { DuplicateRecord } from "../../src/duplicates/records.js";
import { copiesSideBySide } from "../../src/duplicates/side-by-side.js";
import { clusterWeights } from "../../src/duplicates/weights.js";
import { seededRandom, shuffled } from "../../src/stats/random.js";
import { structure } from "../../src/structure/structure.js";

const documents = readCorpus("data/teaching").documents.map((document) => structure(document));
const duplicates = nearDuplicates(documents);

function coded(name: string, types: Record<string, Column["type"]>): Record<string, unknown>[] {
  const columns = Object.entries(types).map(([name, type]) => ({ name, type, description: "" }));
  return fromCsv(readFileSync(`data/teaching/${name}.csv`, "utf8"), columns, name);
}

test("the planted copy is found, with its kind and the copy to keep, and no other pair", () => {
  const [row] = coded("duplicates", {
    a: "json",
    b: "json",
    kind: "string",
    jaccard: "number",
    containment_a_in_b: "number",
    containment_b_in_a: "number",
    cluster: "integer",
    keep: "string",
  }) as unknown as DuplicateRecord[];
  const [record, ...more] = duplicates;
  expect(more).toEqual([]);
  expect(record).toMatchObject({ kind: row?.kind, keep: row?.keep });
  expect([record?.a.source, record?.b.source]).toEqual([row?.a.source, row?.b.source]);
  // the writer measured the texts as read, this the repaired texts, which are more alike
  const gain = (record?.jaccard ?? 0) - (row?.jaccard ?? 0);
  expect(gain).toBeGreaterThanOrEqual(0);
  expect(gain).toBeLessThan(0.05);
});

test("one copy is counted, whatever the order of the files", () => {
  const parts = documents.flatMap(({ parts }) => parts);
  const dropped = clusterWeights(parts, duplicates).filter(({ kept }) => kept === 0);
  expect(dropped.map(({ source }) => source)).toEqual(["09-fire-decision-copy.txt"]);
  for (const seed of [1, 2, 3])
    expect(nearDuplicates(shuffled(documents, seededRandom(seed)))).toEqual(duplicates);
});

test("comparison finds what each copy hides, and all it finds but the lost letterhead was planted", () => {
  const planted = coded("noise", {
    source: "string",
    start: "integer",
    end: "integer",
    kind: "string",
    note: "string",
  }) as { source: string; start: number; end: number; kind: string }[];
  const isPlanted = (found: { source: string; start: number; end: number; kind: string }) =>
    planted.some(
      ({ source, start, end, kind }) =>
        source === found.source && kind === found.kind && start < found.end && found.start < end,
    );
  const found = noiseByComparison(documents, duplicates);
  expect(found.filter(isPlanted).map(({ source, kind }) => `${source.slice(0, 2)} ${kind}`)).toEqual([
    "02 masked",
    "09 truncated",
    "09 place_swap",
    "09 year_artifact",
    "09 year_artifact",
  ]);
  expect(
    found.filter((record) => !isPlanted(record)).map(({ source, start }) => [source.slice(0, 2), start]),
  ).toEqual([["09", 2]]);
});

test("side by side, each copy completes the other", () => {
  const rows = copiesSideBySide(documents, duplicates[0] as DuplicateRecord);
  expect(rows.map(({ a, b }) => [a, b])).toContainEqual(["XX", "300"]);
  expect(rows.map(({ a, b }) => [a, b])).toContainEqual(["2000", "2025"]);
  expect(() => copiesSideBySide([], duplicates[0] as DuplicateRecord)).toThrow(
    "copiesSideBySide requires a whole text",
  );
});
