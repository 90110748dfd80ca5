import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { noiseByComparison } from "../../src/duplicates/compared-noise.js";
import { nearDuplicates } from "../../src/duplicates/near-duplicates.js";
import type { DuplicateRecord, DuplicateSide } from "../../src/duplicates/records.js";
import { contentOf, shingleSequence, shingleSet } from "../../src/duplicates/shingles.js";
import { similarity } from "../../src/duplicates/similarity.js";
import { clusterWeights } from "../../src/duplicates/weights.js";
import { structure } from "../../src/structure/structure.js";
import { CORPUS, lines } from "../targets/matching.js";

/** A pair coded by hand; `level` tells whole parts (and a teaser) from passages, of which the coder took a sample. */
interface GoldPair {
  readonly a: DuplicateSide;
  readonly b: DuplicateSide;
  readonly jaccard: number | null;
  readonly containment_a_in_b: number | null;
  readonly containment_b_in_a: number | null;
  readonly level: "part" | "passage";
}

const GOLD = lines<GoldPair>("data/gold/duplicates.jsonl");
const CODED = new Set(GOLD.map(({ a }) => a.source));

const sameSide = (x: DuplicateSide, y: DuplicateSide) =>
  x.source === y.source &&
  Math.min(x.end, y.end) - Math.max(x.start, y.start) >= 0.8 * Math.max(x.end - x.start, y.end - y.start);
const samePair = (x: { a: DuplicateSide; b: DuplicateSide }, y: { a: DuplicateSide; b: DuplicateSide }) =>
  (sameSide(x.a, y.a) && sameSide(x.b, y.b)) || (sameSide(x.a, y.b) && sameSide(x.b, y.a));

describe.skipIf(CORPUS === null)(
  "near-duplicates against the hand-read pairs (skipped without the originals)",
  () => {
    const documents =
      CORPUS === null ? [] : readCorpus([CORPUS]).documents.filter((d) => CODED.has(d.source));
    const structured = documents.map((document) => structure(document));
    const records = nearDuplicates(structured);
    const report = (found: readonly DuplicateRecord[], gold: readonly GoldPair[]) => {
      const hits = gold.filter((pair) => found.some((record) => samePair(record, pair)));
      const extra = found.filter((record) => !gold.some((pair) => samePair(record, pair)));
      const missed = gold.filter((pair) => !hits.includes(pair));
      return { precision: 1 - extra.length / found.length, recall: hits.length / gold.length, extra, missed };
    };

    test("whole parts and the teaser: precision 1 and recall 1", () => {
      const parts = records.filter(({ level }) => level === "part");
      const { extra, missed } = report(
        parts,
        GOLD.filter(({ level }) => level === "part"),
      );
      expect({ extra, missed }).toEqual({ extra: [], missed: [] });
    });

    test("with passages: recall at least 0.79, precision 1 against a list that also names sections inside copies", () => {
      const { precision, recall, extra, missed } = report(records, GOLD);
      const shown = (pairs: readonly { a: DuplicateSide; b: DuplicateSide }[]) =>
        pairs.map(({ a, b }) => `${a.source.slice(0, 3)} ${a.start}-${a.end} / ${b.start}-${b.end}`);
      console.info({ precision, recall, missed: shown(missed), not_listed: shown(extra) });
      expect(recall).toBeGreaterThanOrEqual(0.79);
      expect(precision).toBe(1);
    });

    test("similarities agree with those that the coder's program gave", () => {
      const texts = new Map(documents.map(({ source, text }) => [source, text]));
      const set = (side: DuplicateSide) =>
        shingleSet(shingleSequence(contentOf(texts.get(side.source) ?? "", side)));
      for (const pair of GOLD.filter(({ jaccard }) => jaccard !== null)) {
        const found = similarity(set(pair.a), set(pair.b));
        for (const measure of ["jaccard", "containment_a_in_b", "containment_b_in_a"] as const) {
          expect(Math.abs((found[measure] ?? 0) - (pair[measure] ?? 0))).toBeLessThan(0.002);
        }
      }
    });

    test("keep the copies that the coder would keep", () => {
      const kept = clusterWeights(
        structured.flatMap(({ parts }) => parts),
        records,
      );
      const dropped = kept
        .filter((row) => row.kept === 0)
        .map(({ source, part }) => `${source.slice(0, 3)}-${part}`);
      expect(dropped).toEqual(["003-1", "003-3", "004-1", "004-2"]);
    });

    test("noise found by comparison is masked, truncated or a year in at least 20 places", () => {
      const kinds = noiseByComparison(structured, records).map(({ kind }) => kind);
      const count = (kind: string) => kinds.filter((k) => k === kind).length;
      // all 21 lie on hand-coded noise of the same kind
      expect(count("masked")).toBeGreaterThanOrEqual(9);
      expect(count("truncated")).toBeGreaterThanOrEqual(3);
      expect(count("year_artifact")).toBeGreaterThanOrEqual(7);
    });
  },
);

describe.skipIf(CORPUS === null)(
  "near-duplicates of collections 000 and 001 (skipped without the originals)",
  () => {
    test("the one copied part is found, and no other pair", () => {
      const gold = lines<GoldPair>("data/gold/duplicates-000-001.jsonl");
      const coded = new Set(gold.map(({ a }) => a.source));
      const found = nearDuplicates(
        (CORPUS === null ? [] : readCorpus([CORPUS]).documents)
          .filter(({ source }) => coded.has(source))
          .map((document) => structure(document)),
      );
      const parts = gold.filter(({ level }) => level === "part");
      expect(parts).toHaveLength(1);
      expect(found.filter((pair) => !gold.some((g) => samePair(pair, g)))).toEqual([]);
      expect(parts.filter((g) => !found.some((pair) => samePair(pair, g)))).toEqual([]);
    });
  },
);
