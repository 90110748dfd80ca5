// What must hold for every scorecard of the written documents, the teaching corpus and, where they are at hand, the collections.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCorpus } from "../../src/corpus/read.js";
import { consequences } from "../../src/provisions/consequences.js";
import { fold } from "../../src/quantities/fold.js";
import { structure } from "../../src/structure/structure.js";
import { leafItems } from "../../src/targets/item-outcomes.js";
import type { Results } from "../../src/targets/results.js";
import { runScorecard } from "../../src/targets/run-scorecard.js";
import type { Scorecard, ScorecardItem } from "../../src/targets/scorecard-records.js";
import { scorecards } from "../../src/targets/scorecards.js";
import { CORPUS } from "./matching.js";

const WRITTEN = readCorpus(["data/gold/written"])
  .documents.filter((d) => d.source.endsWith(".txt"))
  .map((d) => ({ text: d.text, structured: structure(d) }))
  .map(({ text, structured: made }) => ({ text, cards: scorecards(made, consequences(made)) }));
const CARDS = WRITTEN.flatMap(({ cards }) => cards).filter((c) => c.items.length > 0);

const numbersIn = (text: string): number[] =>
  (fold(text).match(/\d+(?:\.\d+)?/g) ?? [])
    .map(Number)
    .concat([..."零一二三四五六七八九十"].map((c, i) => (text.includes(c) ? i : -1)))
    .concat(text.includes("百分制") ? 100 : [], text.includes("千分制") ? 1000 : []);

function printedNumbers(text: string, cards: readonly Scorecard[]): string[] {
  const wrong: string[] = [];
  const check = (number: number | null, span: { start: number; end: number }, what: string): void => {
    if (number === null) return;
    const printed = numbersIn(text.slice(span.start, span.end));
    const near = (p: number): boolean =>
      [1, 100, 10000, 0.0001].some((f) => Math.abs(p * f - number) < 1e-9 || Math.abs(p - number * f) < 1e-9);
    if (!printed.some(near) && number !== 0) wrong.push(`${what} ${number} at ${span.start}-${span.end}`);
  };
  const item = (i: ScorecardItem): void => {
    check(i.points, i, "points");
    check(i.value, i, "value");
    for (const d of i.deductions) check(d.points, d, "deduction");
    i.children.forEach(item);
  };
  for (const c of cards) {
    c.items.forEach(item);
    for (const w of c.components) check(w.weight, w, "weight");
    for (const b of c.bands) for (const n of [b.min, b.max]) check(n, b, "band");
    if (c.total_stated) check(c.total_stated.points, c.total_stated, "total");
    if (c.conversion)
      for (const n of [c.conversion.from, c.conversion.to]) check(n, c.conversion, "conversion");
  }
  return wrong;
}

describe("every number of a scorecard is printed at its span", () => {
  test("in the teaching corpus", () => {
    for (const document of readCorpus(["data/teaching"]).documents) {
      expect(printedNumbers(document.text, scorecards(structure(document)))).toEqual([]);
    }
  });
  test("in the documents written for measuring", () => {
    for (const { text, cards } of WRITTEN) expect(printedNumbers(text, cards)).toEqual([]);
  });
  test.skipIf(CORPUS === null)("in the collections (needs the originals)", () => {
    for (const document of readCorpus([CORPUS as string]).documents) {
      expect(printedNumbers(document.text, scorecards(structure(document)))).toEqual([]);
    }
  });
});

describe("properties of every scorecard of the documents written for measuring", () => {
  /** results that miss every target by its own distance, everything that is not measured as given */
  const missed = (c: Scorecard, by: readonly number[], share: number): Results => {
    const leaves = c.items.flatMap(leafItems);
    const measured = leaves.filter((i) => i.value !== null);
    const beyond = (i: ScorecardItem): boolean =>
      i.comparator === "<=" || i.comparator === "<" || i.value === 0;
    return {
      indicators: Object.fromEntries(
        measured.map((i, n) => [
          i.id,
          (i.value as number) + (beyond(i) ? 1 : -1) * (by[n % by.length] as number),
        ]),
      ),
      events: Object.fromEntries(leaves.map((i, n) => [i.id, Math.floor(by[n % by.length] as number)])),
      points: Object.fromEntries(
        leaves
          .filter((i) => i.value === null || i.deductions.length === 0)
          .map((i) => [i.id, share * (i.points as number)]),
      ),
      components: Object.fromEntries(c.components.map((w) => [w.name, 80])),
    };
  };
  const distances = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 1, maxLength: 6 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  test("there are some, with items and with vetoes", () => {
    expect(CARDS.length).toBeGreaterThanOrEqual(5);
    expect(CARDS.some((c) => c.vetoes.length > 0)).toBe(true);
  });
  test("items that fall short by more never keep more points, and the score is their sum", () => {
    fc.assert(
      fc.property(distances, share, fc.double({ min: 1, max: 3, noNaN: true }), (by, kept, worse) => {
        for (const c of CARDS) {
          const better = runScorecard(c, missed(c, by, kept));
          const poorer = runScorecard(
            c,
            missed(
              c,
              by.map((d) => d * worse),
              kept / worse,
            ),
          );
          for (const [n, item] of better.items.entries()) {
            const other = poorer.items[n];
            if (item.score === null || other?.score == null) continue;
            expect(other.score).toBeLessThanOrEqual(item.score + 1e-9);
            expect(item.score).toBeGreaterThanOrEqual(0);
            expect(item.score).toBeLessThanOrEqual(item.points);
          }
          const sum = better.items.reduce((s, i) => s + (i.score ?? 0), 0);
          if (better.score !== null) expect(better.score).toBeCloseTo(sum, 6);
          const weighted = better.components.reduce((s, w) => s + w.weight * (w.score ?? Number.NaN), 0);
          if (better.total !== null)
            expect(better.total).toBeCloseTo(c.components.length > 0 ? weighted : sum, 6);
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });
  test("deleting a veto never worsens", () => {
    fc.assert(
      fc.property(distances, share, fc.nat(), (by, kept, n) => {
        for (const c of CARDS.filter((o) => o.vetoes.length > 0)) {
          const results = missed(c, by, kept);
          const free = runScorecard(c, results);
          const vetoed = runScorecard(c, { ...results, vetoes: [n % c.vetoes.length] });
          const of = (list: typeof free.consequences, polarity: string): string[] =>
            list.filter((o) => o.polarity === polarity).map((o) => `${o.start}${o.type}${o.addressee}`);
          const [fined, paid] = [of(free.consequences, "sanction"), of(vetoed.consequences, "reward")];
          expect(fined.filter((s) => !of(vetoed.consequences, "sanction").includes(s))).toEqual([]);
          expect(paid.filter((r) => !of(free.consequences, "reward").includes(r))).toEqual([]);
          expect(vetoed.vetoed).toBe(true);
        }
      }),
      { seed: 7, numRuns: 40 },
    );
  });
});
