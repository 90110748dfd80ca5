import { expect, test } from "vitest";
import { groupLikeness } from "../../src/terms/likeness.js";

const documents = ["a1", "a2", "a3", "b1", "b2", "b3"];
const pairs = (value: (a: string, b: string) => number) =>
  documents.flatMap((a, i) => documents.slice(i + 1).map((b) => ({ a, b, value: value(a, b) })));
const byLetter = (document: string) => document[0]!;

test("groups that are alike within: difference, interval around it, and the smallest p that six documents can give", () => {
  const noise = (a: string, b: string) => ((Number(a[1]) * 3 + Number(b[1]) * 5) % 7) / 100;
  const likeness = groupLikeness(
    pairs((a, b) => (a[0] === b[0] ? 0.8 : 0.2) + noise(a, b)),
    byLetter,
  );
  expect(likeness).toMatchObject({ within_pairs: 6, between_pairs: 9, note: "" });
  expect(likeness.difference).toBeCloseTo(likeness.within! - likeness.between!, 14);
  expect(likeness.lower!).toBeLessThan(likeness.difference!);
  expect(likeness.upper!).toBeGreaterThan(likeness.difference!);
  // 2 of the 20 ways to part six documents into threes are this one
  expect(likeness.p).toBeGreaterThan(0.06);
  expect(likeness.p).toBeLessThan(0.14);
});

test("all pairs alike: no difference, p 1; the same seed gives the same p", () => {
  const flat = groupLikeness(
    pairs(() => 0.5),
    byLetter,
  );
  expect(flat).toMatchObject({ difference: 0, p: 1 });
  const some = pairs((a, b) => (Number(a[1]) + Number(b[1])) / 10);
  expect(groupLikeness(some, byLetter)).toEqual(groupLikeness(some, byLetter));
});

test("one group, or none with two documents: nulls with the reason; two pairs: no interval", () => {
  expect(groupLikeness([], byLetter)).toMatchObject({ difference: null, p: null });
  expect(
    groupLikeness(
      pairs(() => 1),
      (id) => id,
    ).note,
  ).toBe("no two documents share a group");
  const few = groupLikeness(
    [
      { a: "a1", b: "a2", value: 1 },
      { a: "a1", b: "b1", value: 0 },
      { a: "a2", b: "b1", value: 0 },
    ],
    byLetter,
  );
  expect(few).toMatchObject({ difference: 1, lower: null });
  expect(few.note).toContain("no interval");
});
