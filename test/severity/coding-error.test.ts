// Pairs of codings, and numbers under errors drawn from them: by record, by document, by rule. Hand counts.
import { expect, test } from "vitest";
import { simulateCoding } from "../../src/severity/coding-error.js";
import { defaultLevel } from "../../src/severity/grouping.js";
import type { Observation } from "../../src/severity/observations.js";
import { confusion, pairCodings } from "../../src/severity/pair-codings.js";
import { ERROR_MODELS, type ErrorModel, recodings } from "../../src/severity/recodings.js";
import { mean } from "../../src/stats/mean.js";
import { seededRandom } from "../../src/stats/random.js";
import { atLevels, made } from "./made.js";

const level = (coded: readonly Observation[]) =>
  mean(coded.flatMap(({ record }) => defaultLevel(record.type) ?? []));

test("codings are paired by overlap, agreement first, and misses and false alarms stay alone", () => {
  const [a, b, c] = atLevels([3, 4, 5]) as [Observation, Observation, Observation];
  const wrong: Observation = { ...b, record: { ...b.record, type: "removal" } };
  const alarm = made();
  const pairs = pairCodings([a, b, c], [wrong, a, alarm]);
  expect(pairs).toEqual([
    { truth: a, found: a },
    { truth: b, found: wrong },
    { truth: c, found: null },
    { truth: null, found: alarm },
  ]);
  expect(confusion(pairs)).toEqual([
    { truth: "discipline", found: "removal", count: 1 },
    { truth: "fine", found: "fine", count: 1 },
    { truth: "removal", found: null, count: 1 },
    { truth: null, found: "fine", count: 1 },
  ]);
});

const all = { level, fines: (coded: readonly Observation[]) => coded.length };

test("a faultless coding shifts nothing, a coding that is always a level off shifts by a level, however errors go", () => {
  const truth = atLevels([2, 3, 4]);
  const types = ["fine", "discipline", "removal"] as const;
  const off = truth.map((o, i): Observation => ({ ...o, record: { ...o.record, type: types[i]! } }));
  for (const errors of ERROR_MODELS) {
    const options = { random: seededRandom(3), draws: 50, errors };
    const same = simulateCoding(truth, pairCodings(truth, truth), all, options);
    expect(same.level).toMatchObject({ estimate: 3, mean: 3, sd: 0, shift: 0, same_sign: 1, draws: 50 });
    expect(same.fines).toMatchObject({ estimate: 3, lower: 3, upper: 3 });
    const shifted = simulateCoding(truth, pairCodings(truth, off), all, options);
    expect(shifted.level).toMatchObject({ estimate: 3, mean: 4, shift: 1 });
    const missed = simulateCoding(truth, pairCodings(truth, []), all, options);
    expect(missed.level).toMatchObject({ draws: 0, note: "undefined in every simulation" });
    expect(missed.fines).toMatchObject({ mean: 0, same_sign: 0 });
  }
});

test("nothing judged is nothing simulated, and says so", () => {
  const result = simulateCoding(atLevels([2]), [], { level }, { random: seededRandom(1) });
  expect(result.level).toMatchObject({
    estimate: 2,
    mean: null,
    note: "no paired records to measure errors on",
  });
});

/** Sixteen fines in one text; half of the judged fines were read as removals, two levels too high. */
const fines = Array.from({ length: 16 }, () => made({ document: "study#1" }));
function judged(misread: (document: number, record: number) => boolean) {
  const truth = [0, 1, 2, 3].flatMap((d) =>
    Array.from({ length: 4 }, () => made({ document: `judged${d}#1` })),
  );
  const found = truth.map((o, i): Observation => {
    const type = misread(Math.floor(i / 4), i % 4) ? "removal" : "fine";
    return { ...o, record: { ...o.record, type } };
  });
  return pairCodings(truth, found);
}
const spread = (pairs: ReturnType<typeof judged>, errors: ErrorModel) =>
  simulateCoding(fines, pairs, { level }, { random: seededRandom(5), draws: 4000, errors }).level;

test("errors that go together spread a mean further than errors of single records, around the same centre", () => {
  // a record is a removal with p = ½: level 4 in the mean; sd 2 · √(¼ / 16) by record, 2 · ½ where all err alike
  const half = judged((_, record) => record < 2);
  expect(spread(half, "record").sd).toBeCloseTo(0.25, 1);
  expect(spread(half, "document").sd).toBeCloseTo(0.25, 1); // every judged text is half wrong
  expect(spread(half, "rule").sd).toBeCloseTo(1, 1);
  const whole = judged((document) => document < 2);
  expect(spread(whole, "record").sd).toBeCloseTo(0.25, 1);
  expect(spread(whole, "document").sd).toBeCloseTo(1, 1); // a text is all right or all wrong
  for (const pairs of [half, whole]) {
    for (const errors of ERROR_MODELS) expect(spread(pairs, errors).mean).toBeCloseTo(4, 1);
  }
});

test("missed records and false alarms come at the measured rates, in every model", () => {
  const truth = Array.from({ length: 8 }, (_, i) => made({ document: `judged${i % 2}#1` }));
  const alarms = Array.from({ length: 12 }, (_, i) => made({ document: `judged${i % 2}#1`, type: "levy" }));
  const pairs = pairCodings(truth, [...truth.slice(0, 6), ...alarms]); // 2 of 8 missed, 1.5 alarms a record
  for (const errors of ERROR_MODELS) {
    const options = { random: seededRandom(7), draws: 3000, errors };
    const counts = [...recodings(fines, pairs, options)].map((coded) => {
      const levies = coded.filter(({ record }) => record.type === "levy").length;
      return [coded.length - levies, levies] as const;
    });
    expect(mean(counts.map(([kept]) => kept)) as number).toBeCloseTo(12, 0);
    expect(mean(counts.map(([, levies]) => levies)) as number).toBeCloseTo(24, 0);
    if (errors === "rule") for (const [kept] of counts) expect([0, 16]).toContain(kept);
  }
});

test("false alarms stand in the text that they are added to; values never judged are coded right", () => {
  const truth = [made({ document: "judged#1" })];
  const pairs = pairCodings(truth, [...truth, made({ document: "judged#1", addressee: "unit" })]);
  const study = [
    made({ document: "copy#1", cluster: "study#1", kept: false, type: "veto", addressee: "leader" }),
  ];
  const [coded] = recodings(study, pairs, { random: seededRandom(1), draws: 1 });
  expect(coded!.map((o) => [o.document, o.kept, o.record.type, o.record.addressee])).toEqual([
    ["copy#1", false, "veto", "leader"],
    ["copy#1", false, "fine", "unit"],
  ]);
});

test("the same seed gives the same bytes", () => {
  const pairs = judged((_, record) => record < 1);
  for (const errors of ERROR_MODELS) {
    const run = () =>
      JSON.stringify([...recodings(fines, pairs, { random: seededRandom(2), draws: 20, errors })]);
    expect(run()).toBe(run());
  }
});
