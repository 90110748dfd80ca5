// The planted truth of the teaching corpus: every part and every piece of noise is found.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { fromCsv } from "../../src/csv.js";
import { allNoise } from "../../src/duplicates/compared-noise.js";
import { nearDuplicates } from "../../src/duplicates/near-duplicates.js";
import { structure } from "../../src/structure/structure.js";

type Row = { source: string; part: string; start: number; end: number; kind: string; level: string };
const truth = (table: string, columns: Record<string, "string" | "integer">): Row[] =>
  fromCsv(
    readFileSync(`data/teaching/${table}.csv`, "utf8"),
    Object.entries(columns).map(([name, type]) => ({ name, type, description: name })),
    table,
  ) as unknown as Row[];

const documents = readCorpus("data/teaching").documents.map((document) => structure(document));
const parts = documents.flatMap((document) => document.parts);
const noise = allNoise(documents, nearDuplicates(documents));

test("every part of the teaching corpus is found in its place, with its level, and no other", () => {
  const coded = truth("parts", {
    source: "string",
    part: "string",
    start: "integer",
    end: "integer",
    level: "string",
  });
  const shape = ({ source, part, start, level }: Pick<Row, "source" | "part" | "start" | "level">) =>
    [source, part, start, level].join(" ");
  expect(parts.map(shape)).toEqual(coded.map(shape));
  parts.forEach((part, i) => {
    expect(Math.abs(part.end - (coded[i]?.end ?? Number.NaN))).toBeLessThanOrEqual(2);
  });
});

test("every piece of noise that was planted is found with its kind", () => {
  const coded = truth("noise", { source: "string", start: "integer", end: "integer", kind: "string" });
  expect(coded.length).toBeGreaterThan(40);
  const lost = coded.filter(
    ({ source, start, end, kind }) =>
      !noise.some((n) => n.source === source && n.kind === kind && n.start < end && start < n.end),
  );
  expect(lost).toEqual([]);
});
