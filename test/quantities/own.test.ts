import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/quantities/fold.js";
import { quantities } from "../../src/quantities/quantities.js";
import type { Quantity } from "../../src/quantities/records.js";

// Phrases of our own with values worked out by hand; a day is 1/30, a week 7/30 of a month, a year 12.
interface Case {
  readonly text: string;
  readonly expected: readonly Pick<Quantity, "kind" | "min" | "max" | "flags">[];
  readonly note: string;
}
const cases: Case[] = JSON.parse(readFileSync(new URL("./cases/own.json", import.meta.url), "utf8"));

describe("own phrases", () => {
  it.each(cases)("$text", ({ text, expected }) => {
    const found = quantities(text);
    expect(found.map(({ kind, flags }) => [kind, flags])).toEqual(
      expected.map(({ kind, flags }) => [kind, flags]),
    );
    for (const [i, { min, max }] of expected.entries()) {
      for (const [value, wanted] of [
        [found[i]?.min, min],
        [found[i]?.max, max],
      ] as const) {
        if (wanted === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(wanted, 4);
      }
    }
  });

  it("are at least 250, one in five without a quantity", () => {
    expect(cases.length).toBeGreaterThanOrEqual(250);
    const negative = cases.filter(({ expected }) => expected.length === 0).length;
    expect(negative / cases.length).toBeGreaterThanOrEqual(0.2);
    expect(new Set(cases.map(({ text }) => text)).size).toBe(cases.length);
  });
});

const alphabet = [
  ..."0123456789０１９一二三十百千万亿元年月日天个半倍%％分之以上下至-～X*Oo第条，。罚款罚扣",
];
const noise = fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map((list) => list.join(""));

describe("any text", () => {
  it("keeps its length when folded", () => {
    fc.assert(fc.property(fc.oneof(noise, fc.string()), (text) => fold(text).length === text.length));
  });

  it("gives quantities in order, inside the text, not overlapping, with min at most max", () => {
    fc.assert(
      fc.property(noise, (text) => {
        let end = 0;
        for (const q of quantities(text)) {
          expect(q.start).toBeGreaterThanOrEqual(end);
          expect(q.end).toBeGreaterThan(q.start);
          expect(q.end).toBeLessThanOrEqual(text.length);
          if (q.min !== null && q.max !== null) expect(q.min).toBeLessThanOrEqual(q.max);
          for (const value of [q.min, q.max]) expect(Number.isNaN(value)).toBe(false);
          end = q.end;
        }
      }),
    );
  });

  it.each([
    "1".repeat(50_000),
    "一二三万".repeat(12_500),
    "1-".repeat(25_000),
    "百分之".repeat(16_000),
    "X".repeat(50_000),
    "第".repeat(50_000),
  ])("is read in linear time, whatever it repeats (%#)", (text) => {
    const start = performance.now();
    quantities(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
