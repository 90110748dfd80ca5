import { describe, expect, test } from "vitest";
import { mixBits, seededRandom, shuffled } from "../../src/stats/random.js";

describe("the seeded generator", () => {
  test("follows the reference implementation of xoshiro128** from state 1, 2, 3, 4", () => {
    // Outputs of the authors' C program xoshiro128starstar.c; also the test vector of the Rust crate rand_xoshiro 0.7.0.
    const random = seededRandom([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, random.bits)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test("gives the same stream for the same seed and another for the next seed", () => {
    const draw = (seed: number) => Array.from({ length: 8 }, seededRandom(seed).bits);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(0).every((word) => word === 0)).toBe(false);
  });

  test("draws integers below a bound about equally often", () => {
    const random = seededRandom(2024);
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) {
      const k = random.below(7);
      counts[k] = (counts[k] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(22.458); // 0.999 quantile of chi-square with 6 degrees of freedom (R: qchisq(0.999, 6))
    expect(random.uniform()).toBeLessThan(1);
  });

  test("is shuffled without loss, leaving the list as it was", () => {
    const list = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8]);
    const mixed = shuffled(list, seededRandom(1));
    expect(mixed).not.toEqual(list);
    expect(mixed.sort((a, b) => a - b)).toEqual(list);
    expect(shuffled([], seededRandom(1))).toEqual([]);
  });

  test("mixes bits as the finaliser of MurmurHash3 does", () => {
    // 0 and 1 by hand from the published constants: fmix32(1) = 0x514e28b7.
    expect([mixBits(0), mixBits(1)]).toEqual([0, 0x514e28b7]);
  });

  test("refuses what is no 32-bit seed, an empty state and an impossible bound", () => {
    expect(() => seededRandom(1.5)).toThrow("seededRandom requires integers in [0, 2^32), got 1.5");
    expect(() => seededRandom([0, 0, 0, 0])).toThrow(RangeError);
    expect(() => seededRandom(1).below(0)).toThrow("below requires an integer bound in [1, 2^32], got 0");
  });
});
