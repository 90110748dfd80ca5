// Hand counts on made records.
import { expect, test } from "vitest";
import { observations } from "../../src/severity/observations.js";
import { scale } from "../../src/severity/scales.js";
import { type Choices, scores } from "../../src/severity/scores.js";
import { atLevels, made } from "./made.js";

const values = (
  list: Parameters<typeof scores>[0],
  choices: Partial<Choices> = {},
  by: "all" | "addressee" = "all",
) =>
  Object.fromEntries(
    [...scores(list, by, scale("ordinal"), choices).groups].map(([name, set]) => [
      name,
      set.map((score) => score.value),
    ]),
  );

test("liability is left out, or put at level 1 or 4 when asked", () => {
  const list = [...atLevels([2]), made({ type: "liability" })];
  expect(values(list)).toEqual({ all: [2] });
  expect(values(list, { unspecified: "level_1" })).toEqual({ all: [2, 1] });
  expect(values(list, { unspecified: "level_4" })).toEqual({ all: [2, 4] });
  expect(
    scores(list, "all", scale("geometric"), { unspecified: "level_4" }).groups.get("all")![1]!.value,
  ).toBe(8);
});

test("alternatives give one value per set: the least, the most or the mean", () => {
  const set = (addressee: "staff" | "leader") => atLevels([3, 5], { alternatives: 1, addressee });
  const list = [...set("staff"), ...set("leader"), ...atLevels([1], { addressee: "staff" })];
  expect(values(list, { alternatives: "least" })).toEqual({ all: [3, 3, 1] });
  expect(values(list, { alternatives: "most" }, "addressee")).toEqual({ staff: [5, 1], leader: [5] });
  expect(values(list, { alternatives: "mean" })).toEqual({ all: [4, 4, 1] });
  expect(values(list)).toEqual({ all: [3, 5, 3, 5, 1] });
});

test("escalation steps can be left out, copies can be counted, documents can count once", () => {
  const list = [
    ...atLevels([1, 3], { document: "a#1" }),
    ...atLevels([5], { document: "a#1", tier: "情节严重" }),
    ...atLevels([6], { document: "b#1", kept: false }),
  ];
  expect(values(list)).toEqual({ all: [1, 3, 5] });
  expect(values(list, { tiers: "base" })).toEqual({ all: [1, 3] });
  expect(values(list, { duplicates: "all" })).toEqual({ all: [1, 3, 5, 6] });
  expect(values(list, { duplicates: "all", scope: "documents" })).toEqual({ all: [3, 6] });
  expect(scores(list, "all", scale("ordinal")).left_out).toEqual({ "another copy is counted": 1 });
});

test("rewards are no sanctions", () => {
  const reward = made({ polarity: "reward", type: "subsidy" });
  expect(scores([reward], "all", scale("ordinal"))).toMatchObject({ sanctions: 0, left_out: {} });
});

const part = (source: string, name: string, start: number, end: number) => ({
  source,
  part: name,
  start,
  end,
  genre: "decision" as const,
  level: "county" as const,
  year: "2009",
  year_reliable: name === "1",
});

test("observations take document, cluster and year from parts and duplicates", () => {
  const parts = [part("a.txt", "1", 0, 100), part("b.txt", "1", 0, 100), part("b.txt", "2", 100, 300)];
  const at = (source: string, start: number) =>
    made({ document: `${source}#?`, start, end: start + 4 }).record;
  const list = [at("a.txt", 10), at("b.txt", 10), at("b.txt", 150), at("b.txt", 250), at("b.txt", 400)];
  const pair = {
    a: { source: "a.txt", part: "1", start: 0, end: 100 },
    b: { source: "b.txt", part: "1", start: 0, end: 100 },
    keep: "a" as const,
    cluster: "a.txt#1",
    level: "part" as const,
  };
  const passage = {
    a: { source: "a.txt", part: "1", start: 50, end: 70 },
    b: { source: "b.txt", part: "2", start: 140, end: 160 },
    keep: "a" as const,
    cluster: "a.txt:50-70",
    level: "paragraph" as const,
  };
  const result = observations(list, parts, [pair, passage]);
  expect(result.map((o) => [o.document, o.cluster, o.kept, o.year])).toEqual([
    ["a.txt#1", "a.txt#1", true, "2009"],
    ["b.txt#1", "a.txt#1", false, "2009"],
    ["b.txt#2", "b.txt#2", false, null],
    ["b.txt#2", "b.txt#2", true, null],
    ["b.txt#", "b.txt#", true, null],
  ]);
  const swap = { ...pair, cluster: null, keep: "both" as const };
  expect(observations(list, parts, [swap]).every((o) => o.kept && o.cluster === o.document)).toBe(true);
});
