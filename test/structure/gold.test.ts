// Scores against the hand-coded parts and noise of three collections (data/gold). Skipped where the collections are not at hand.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { NOISE_KINDS } from "../../src/repair/repaired-text.js";
import type { Part } from "../../src/structure/records.js";
import { structure } from "../../src/structure/structure.js";

const CORPUS = [process.env.GUIZHANG_CORPUS, "data/corpus"].find((path) => path && existsSync(path));

interface Spanned {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly kind: string;
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

const overlap = (a: Spanned, b: Spanned): boolean =>
  a.source === b.source && Math.min(a.end, b.end) > Math.max(a.start, b.start);

/** Recall (share of gold that a finding of its kind overlaps) and precision (share of findings that overlap gold). */
function score(found: readonly Spanned[], gold: readonly Spanned[]): { recall: number; precision: number } {
  const hit = gold.filter((g) => found.some((f) => overlap(f, g)));
  const good = found.filter((f) => gold.some((g) => overlap(f, g)));
  return { recall: hit.length / gold.length, precision: good.length / found.length };
}

describe.skipIf(!CORPUS)("hand-coded collections (skipped without the originals)", () => {
  const goldParts = lines<Part>("data/gold/parts.jsonl");
  const goldNoise = lines<Spanned>("data/gold/noise.jsonl");
  const coded = new Set(goldParts.map(({ source }) => source));
  const documents = CORPUS
    ? readCorpus(CORPUS)
        .documents.filter(({ source }) => coded.has(source))
        .map((document) => structure(document))
    : [];
  const parts = documents.flatMap((document) => document.parts);
  const noise: Spanned[] = documents.flatMap((document) => document.noise);

  test("every part starts and ends where it was coded, and no other part is found", () => {
    expect(parts.map((p) => [p.source, p.part, Math.abs(p.start - startOf(p)) <= 3])).toEqual(
      goldParts.map((g) => [g.source, g.part, true]),
    );
    for (const part of parts) expect(Math.abs(part.end - endOf(part))).toBeLessThanOrEqual(3);
  });
  test.each(["genre", "level", "year", "year_reliable"] as const)("%s of the parts reaches 0.93", (field) => {
    const right = parts.filter((p) => p[field] === goldOf(p)?.[field]);
    expect(right.length / goldParts.length).toBeGreaterThanOrEqual(0.93);
  });
  test.each([
    ["page_mark", 1, 1],
    ["mojibake", 1, 1],
    ["html_residue", 1, 1],
    ["masked", 0.98, 1],
    ["boilerplate", 1, 1],
    ["year_artifact", 1, 1],
    ["truncated", 0.82, 0.97],
    ["ocr_error", 0.8, 1],
    ["line_break_join", 1, 0],
    ["place_swap", 0.25, 1],
  ])("%s: recall at least %s, precision at least %s", (kind, recall, precision) => {
    const result = score(
      noise.filter((n) => n.kind === kind),
      goldNoise.filter((n) => n.kind === kind),
    );
    expect(result.recall).toBeGreaterThanOrEqual(recall);
    expect(result.precision).toBeGreaterThanOrEqual(precision);
  });
  test("no paragraph end that must stay is joined", () => {
    const keep = goldNoise.filter((n) => n.kind === "line_break_keep");
    expect(keep.length).toBe(8);
    const joins = noise.filter((n) => n.kind === "line_break_join");
    expect(keep.filter((k) => joins.some((j) => overlap(j, k)))).toEqual([]);
  });
  test("only kinds of the contract are used", () => {
    const kinds = new Set<string>(NOISE_KINDS);
    expect(noise.filter((n) => !kinds.has(n.kind))).toEqual([]);
  });

  function goldOf(part: Part): Part | undefined {
    return goldParts.find((g) => g.source === part.source && g.part === part.part);
  }
  function startOf(part: Part): number {
    return goldOf(part)?.start ?? Number.NaN;
  }
  function endOf(part: Part): number {
    return goldOf(part)?.end ?? Number.NaN;
  }
});
