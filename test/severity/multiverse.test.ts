// The grid of choices on made records.
import { expect, test } from "vitest";
import { multiverse } from "../../src/severity/multiverse.js";
import type { Observation } from "../../src/severity/observations.js";
import { scale } from "../../src/severity/scales.js";
import { scores } from "../../src/severity/scores.js";
import { mean } from "../../src/stats/mean.js";
import { atLevels, made } from "./made.js";

const list: Observation[] = [
  ...atLevels([1, 3, 3, 6], { addressee: "leader", document: "a#1" }),
  ...atLevels([4, 4, 3], { addressee: "staff", document: "a#1" }),
  ...atLevels([2, 5], { addressee: "staff", document: "b#1", alternatives: 1 }),
  made({ addressee: "leader", document: "b#1", type: "liability" }),
  made({ addressee: "leader", document: "b#1", amount: { min: 100, max: 1000 } }),
  made({ addressee: "staff", document: "b#1", amount: { min: 500, max: null } }),
  made({ addressee: "staff", document: "c#1", type: "detention", kept: false }),
];

test("the grid has 1,296 cells, each the plain difference of means in units of the scale's range", () => {
  const result = multiverse(list, "addressee", "leader", "staff");
  expect(result.cells.length).toBe(1296);
  expect(result.above + result.below + result.zero).toBe(result.defined);
  expect(result.defined + result.cells.filter((cell) => cell.effect === null).length).toBe(1296);
  expect(result.distinct).toBeLessThan(result.defined);
  const { choices, effect } = result.cells.find((cell) => cell.scale === "geometric")!;
  const { groups } = scores(list, "addressee", scale("geometric"), choices);
  const average = (name: string) => mean(groups.get(name)!.map((score) => score.value))!;
  expect(effect).toBeCloseTo((average("leader") - average("staff")) / 31, 12);
});

test("swapping the groups changes every sign and nothing else", () => {
  const there = multiverse(list, "addressee", "leader", "staff");
  const back = multiverse(list, "addressee", "staff", "leader");
  there.cells.forEach((cell, i) => {
    const other = back.cells[i]!.effect;
    expect(cell.effect === null ? other : other! + cell.effect).toBe(cell.effect === null ? null : 0);
  });
  expect([back.above, back.below]).toEqual([there.below, there.above]);
  expect(back.sensitivity.map((row) => row.flips)).toEqual(there.sensitivity.map((row) => row.flips));
});

test("the choice that turns the sign is named first", () => {
  // level 4 for liability lifts leaders above staff, everything else leaves them below
  const turned = [
    ...atLevels([1], { addressee: "leader" }),
    ...Array.from({ length: 9 }, () => made({ addressee: "leader", type: "liability" })),
    ...atLevels([2], { addressee: "staff" }),
  ];
  const result = multiverse(turned, "addressee", "leader", "staff", [scale("ordinal")]);
  expect(result.sensitivity[0]!.choice).toBe("unspecified");
  expect(result.sensitivity[0]!.flips).toBeGreaterThan(0);
  for (const row of result.sensitivity.slice(1)) expect(row.flips).toBe(0);
  expect(result.sensitivity[0]!.by_value.level_4!.above).toBe(72);
});

test("a group without values leaves every cell undefined, with the reason", () => {
  const result = multiverse(list, "addressee", "leader", "family");
  expect(result).toMatchObject({ defined: 0, same_sign: null });
  expect(result.cells[0]!.note).toBe("no value for family");
  const equal = multiverse(atLevels([3]), "addressee", "party", "party", [scale("amount")]);
  expect(equal.cells[0]!.note).toBe("no value for party");
});
