// Expected values: full enumeration in test/fixtures/severity (vectors.json, recomputed.json).
import { expect, test } from "vitest";
import { permutationTest, permuteLabels, swapWithinUnits } from "../../src/stats/permutation.js";
import { seededRandom } from "../../src/stats/random.js";
import { expectClose, recomputed, vectors } from "../fixtures/severity/expected.js";

const random = seededRandom(1);

test("the exact test tries every rearrangement", () => {
  const { x, y, diff, n_perm, p_two_sided } = vectors.permutation_exact;
  expect(permutationTest(x, y, { random })).toMatchObject({ rearrangements: n_perm, exact: true });
  expectClose(permutationTest(x, y, { random }).difference, diff);
  expectClose(permutationTest(x, y, { random }).p, p_two_sided);
  for (const row of recomputed.permutation) {
    const result = permutationTest(row.x, row.y, { random });
    expect(result.rearrangements).toBe(row.rearrangements);
    expectClose(result.difference, row.difference);
    expectClose(result.p, row.p);
  }
});

test("random rearrangements come near the exact p, and the same seed gives the same p", () => {
  const { x, y, p } = recomputed.permutation[1];
  const draw = (seed: number) =>
    permutationTest(x, y, { random: seededRandom(seed), exactUpTo: 0, draws: 4999 }).p!;
  expect(Math.abs(draw(3) - p)).toBeLessThan(0.025);
  expect(draw(3)).toBe(draw(3));
});

test("relabelling the groups changes the sign only", () => {
  const { x, y } = recomputed.permutation[1];
  const there = permutationTest(x, y, { random });
  const back = permutationTest(y, x, { random });
  expectClose(back.difference, -there.difference!, 1e-12);
  expect(back.p).toBe(there.p);
});

test("units move whole: fifty records in four documents give at most six rearrangements", () => {
  const unit = (group: "x" | "y", value: number) => ({ group, values: new Array(25).fill(value) });
  const result = permuteLabels([unit("x", 5), unit("x", 4), unit("y", 2), unit("y", 1)], { random });
  expect(result).toMatchObject({ rearrangements: 6, p: 2 / 6, smallest_p: 2 / 6, units: 4 });
});

test("names swap inside units: three documents give eight namings and no p below a quarter", () => {
  const units = [
    { x: [5], y: [1] },
    { x: [4, 4], y: [2] },
    { x: [6], y: [3] },
  ];
  expect(swapWithinUnits(units, { random })).toMatchObject({ rearrangements: 8, p: 0.25, smallest_p: 0.25 });
  const many = Array.from({ length: 20 }, (_, i) => ({ x: [i % 3], y: [i % 5] }));
  const drawn = swapWithinUnits(many, { random: seededRandom(2), draws: 499 });
  expect(drawn).toMatchObject({ exact: false, rearrangements: 500 });
});

test("one group, an empty group and no unit are answered with null and a reason", () => {
  expect(permuteLabels([{ group: "x", values: [1] }], { random })).toMatchObject({
    p: null,
    note: "a group has no unit",
  });
  expect(swapWithinUnits([{ x: [1, 2], y: [] }], { random })).toMatchObject({
    p: null,
    note: "a group has no values",
  });
  expect(swapWithinUnits([], { random })).toMatchObject({ p: null, units: 0 });
  expect(permutationTest([2], [2, 2], { random })).toMatchObject({ difference: 0, p: 1 });
});
