// A short part of `npm run fuzz`: the same inputs, from the teaching corpus alone, so that it is the same everywhere.
import { describe, expect, test } from "vitest";
import { changedInputs, everyCut, type Inputs, longTexts } from "./inputs.js";
import { seedTexts } from "./seeds.js";

/** What is wrong with the inputs of some numbers, each with its number. */
function wrong({ input }: Inputs, numbers: readonly number[]): string[] {
  return numbers.flatMap((number) => {
    const { kind, check } = input(number);
    try {
      check();
      return [];
    } catch (error) {
      return [`${number} (${kind}): ${error}`];
    }
  });
}

const upTo = (count: number, step = 1): number[] =>
  Array.from({ length: Math.ceil(count / step) }, (_, i) => i * step);

test("changed texts, bytes and files break no stage and no reader", () => {
  const teaching = seedTexts({}).texts;
  const inputs = changedInputs({ texts: teaching, from: "" }, 7, 430);
  expect(wrong(inputs, upTo(inputs.count))).toEqual([]);
  const kinds = new Set(upTo(inputs.count).map((number) => inputs.input(number).kind));
  expect(kinds.size).toBeGreaterThan(40);
});

test("a teaching text cut anywhere is read, or refused where a character is cut", () => {
  const inputs = everyCut();
  expect(wrong(inputs, upTo(inputs.count, 97))).toEqual([]);
});

describe("time grows about as the text does", () => {
  const [short, long] = [longTexts(10_000), longTexts(40_000)];
  const milliseconds = ({ input }: Inputs, number: number): number => {
    const { check } = input(number);
    const began = performance.now();
    check();
    return performance.now() - began;
  };
  milliseconds(short, 1); // rules and words are read once
  test.each(upTo(short.count).map((number) => [short.input(number).kind, number] as const))(
    "%s",
    (_, number) => {
      const least = milliseconds(short, number);
      expect(milliseconds(long, number)).toBeLessThan(Math.max(3000, 8 * least));
    },
  );
});
