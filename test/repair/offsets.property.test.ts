import fc from "fast-check";
import { expect, test } from "vitest";
import { editText } from "../../src/repair/edit-text.js";
import { toRaw, toRepaired } from "../../src/repair/offsets.js";
import type { Edit, RepairedText } from "../../src/repair/repaired-text.js";

/** Texts with random edits: removals, shorter, equal and longer replacements, also side by side. */
const repairedTexts = fc
  .tuple(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 5 }), fc.string({ maxLength: 4 })), {
      maxLength: 8,
    }),
  )
  .map(([raw, cuts]): RepairedText => {
    const edits: Edit[] = [];
    let at = 0;
    for (const [gap, length, replacement] of cuts) {
      const start = at + gap;
      const end = Math.min(raw.length, start + length);
      if (start >= raw.length) break;
      edits.push({ start, end, replacement, kind: "ocr_error", note: "" });
      at = end;
    }
    return editText("a.txt", raw, edits);
  });

/** For each repaired character the raw range it stands for, written out the slow way. */
function slowMap(repaired: RepairedText): { start: number; end: number; kept: boolean }[] {
  const map: { start: number; end: number; kept: boolean }[] = [];
  let raw = 0;
  const copy = (to: number): void => {
    for (; raw < to; raw++) map.push({ start: raw, end: raw + 1, kept: true });
  };
  for (const { start, end, replacement } of repaired.edits) {
    copy(start);
    for (let i = 0; i < replacement.length; i++) map.push({ start, end, kept: false });
    raw = end;
  }
  copy(repaired.raw.length);
  return map;
}

test("every repaired span maps to the raw range of its first and last character", () => {
  fc.assert(
    fc.property(repairedTexts, (repaired) => {
      const map = slowMap(repaired);
      expect(map.length).toBe(repaired.text.length);
      for (let start = 0; start < map.length; start++) {
        for (let end = start + 1; end <= map.length; end++) {
          expect(toRaw(repaired, { start, end })).toEqual({
            start: map[start]?.start,
            end: map[end - 1]?.end,
          });
        }
      }
    }),
  );
});

test("every character that repair kept maps there and back to itself", () => {
  fc.assert(
    fc.property(repairedTexts, (repaired) => {
      slowMap(repaired).forEach(({ kept }, i) => {
        const raw = toRaw(repaired, { start: i, end: i + 1 });
        const back = toRepaired(repaired, raw);
        if (kept) {
          expect(back).toEqual({ start: i, end: i + 1 });
          expect(repaired.raw.slice(raw.start, raw.end)).toBe(repaired.text[i]);
        } else {
          expect(back.start).toBeLessThanOrEqual(i);
          expect(back.end).toBeGreaterThan(i);
        }
      });
    }),
  );
});

test("every raw character maps into the repaired text, to nothing where repair removed it, in order", () => {
  fc.assert(
    fc.property(repairedTexts, (repaired) => {
      let before = 0;
      for (let i = 0; i < repaired.raw.length; i++) {
        const span = toRepaired(repaired, { start: i, end: i + 1 });
        const edit = repaired.edits.find(({ start, end }) => start <= i && i < end);
        expect(span.end - span.start).toBe(edit ? edit.replacement.length : 1);
        expect(span.start).toBeGreaterThanOrEqual(edit ? 0 : before);
        before = span.start;
      }
    }),
  );
});

test("empty spans stay empty and in range", () => {
  fc.assert(
    fc.property(repairedTexts, fc.nat(60), (repaired, offset) => {
      const at = Math.min(offset, repaired.text.length);
      const raw = toRaw(repaired, { start: at, end: at });
      expect(raw.start).toBe(raw.end);
      expect(raw.end).toBeLessThanOrEqual(repaired.raw.length);
    }),
  );
});

test("unsorted, overlapping and empty edits are refused", () => {
  const edit = (start: number, end: number): Edit => ({
    start,
    end,
    replacement: "",
    kind: "ocr_error",
    note: "",
  });
  expect(() => editText("a", "abcdef", [edit(2, 4), edit(3, 5)])).toThrow(RangeError);
  expect(() => editText("a", "abcdef", [edit(2, 2)])).toThrow("non-empty");
  expect(() => editText("a", "abcdef", [edit(4, 9)])).toThrow("4..9");
});

test("look-ups take no longer with many edits before them", () => {
  const raw = "甲乙".repeat(100_000);
  const edits = Array.from(
    { length: 100_000 },
    (_, i): Edit => ({
      start: 2 * i,
      end: 2 * i + 1,
      replacement: "",
      kind: "ocr_error",
      note: "",
    }),
  );
  const repaired = editText("a", raw, edits);
  const started = performance.now();
  for (let i = 0; i < 100_000; i++) expect(toRaw(repaired, { start: i, end: i + 1 }).end).toBe(2 * i + 2);
  expect(performance.now() - started).toBeLessThan(10_000);
});
