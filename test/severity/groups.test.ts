// Profiles, dominance, comparisons by cluster, tables. Hand counts on made records; vectors where named.
import { expect, test } from "vitest";
import { compareTwo } from "../../src/severity/compare.js";
import { compareAll } from "../../src/severity/compare-all.js";
import { dominanceMatrix } from "../../src/severity/dominance-matrix.js";
import { groupOf } from "../../src/severity/grouping.js";
import type { Observation } from "../../src/severity/observations.js";
import { profile } from "../../src/severity/profile.js";
import { parseScale, scale } from "../../src/severity/scales.js";
import { severityTable } from "../../src/severity/severity-table.js";
import { seededRandom } from "../../src/stats/random.js";
import { wilson } from "../../src/stats/wilson.js";
import { vectors } from "../fixtures/severity/expected.js";
import { atLevels, made } from "./made.js";

/** Twelve documents with records on leaders and staff, leaders a level above in each. */
const twelve: Observation[] = Array.from({ length: 12 }, (_, i) => {
  const document = `d${String(i).padStart(2, "0")}.txt#1`;
  return [
    ...atLevels([2 + (i % 3), 5], { document, addressee: "leader" }),
    ...atLevels([1 + (i % 3), 4], { document, addressee: "staff" }),
  ];
}).flat();

test("a profile counts records, documents and clusters and leaves out copies and rewards", () => {
  const list = [
    ...atLevels([3, 3], { document: "a#1" }),
    ...atLevels([3, 5], { document: "b#1", cluster: "a#1" }),
    ...atLevels([5], { document: "c#1", kept: false }),
    made({ polarity: "reward", type: "subsidy" }),
  ];
  expect(profile(list)).toEqual([
    { group: "all", value: "fine", count: 3, total: 4, ...wilson(3, 4), documents: 2, clusters: 1 },
    { group: "all", value: "removal", count: 1, total: 4, ...wilson(1, 4), documents: 1, clusters: 1 },
  ]);
  expect(profile(list, { duplicates: "all" })[1]).toMatchObject({ count: 2, total: 5, clusters: 2 });
  expect(profile(list, { polarity: "reward" })).toMatchObject([{ value: "subsidy", count: 1, total: 1 }]);
  expect(profile([])).toEqual([]);
});

test("every grouping has a value for every record", () => {
  const one = made({ genre: "decision", issuer: "county", year: "2009" });
  const by = (name: Parameters<typeof groupOf>[1]) => groupOf(one, name);
  expect([
    by("family"),
    by("severity_level"),
    by("genre"),
    by("issuer"),
    by("year"),
    by("part"),
    by("all"),
  ]).toEqual(["economic", "3", "decision", "county", "2009", "d.txt#1", "all"]);
  expect(groupOf(made(), "year")).toBe("unknown");
  expect(groupOf(made({ type: "liability" }), "severity_level")).toBe("none");
});

test("the dominance matrix agrees with the vectors and is mirrored", () => {
  const { doc_levels } = vectors.scales;
  const list = ["A", "B", "C"].flatMap((name) => atLevels(doc_levels[name], { document: `${name}#1` }));
  const rows = dominanceMatrix(list, "part");
  expect(rows.length).toBe(6);
  expect(new Set(rows.map((row) => row.dominance))).toEqual(new Set(["none"]));
  const [there, back] = dominanceMatrix(twelve, "addressee");
  expect([there!.x, there!.dominance, back!.dominance]).toEqual(["leader", "x", "y"]);
  expect(there).toMatchObject({ records_x: 24, clusters_x: 12 });
});

test("two groups that live in the same documents are compared by swapping names inside documents", () => {
  const result = compareTwo(twelve, "leader", "staff", { by: "addressee", random: seededRandom(1) });
  expect(result).toMatchObject({
    records_x: 24,
    clusters_x: 12,
    clusters_both: 12,
    dominance: "x",
    difference: 1,
  });
  expect(result.permutation).toMatchObject({ exact: true, rearrangements: 4096, p: 2 / 4096 });
  expect(result.lower).toBeCloseTo(1, 12);
  expect(result.upper).toBeCloseTo(1, 12);
  expect(result.note).toBe("");
});

test("relabelling the groups changes signs only", () => {
  const options = { by: "addressee" as const, draws: 500 };
  const there = compareTwo(twelve, "leader", "staff", { ...options, random: seededRandom(4) });
  const back = compareTwo(twelve, "staff", "leader", { ...options, random: seededRandom(4) });
  expect(back.difference).toBe(-there.difference!);
  expect(back.delta).toBe(-there.delta!);
  expect([back.lower, back.upper]).toEqual([-there.upper!, -there.lower!]);
  expect(back.permutation.p).toBe(there.permutation.p);
  expect(back.cluster_test.p).toBe(there.cluster_test.p);
  expect([there.dominance, back.dominance]).toEqual(["x", "y"]);
});

test("groups that are documents apart are compared by dealing out labels anew", () => {
  const list = [
    ...[5, 5, 4].map((level, i) => atLevels([level], { document: `x${i}#1`, genre: "decision" })),
    ...[2, 3, 1].map((level, i) => atLevels([level], { document: `y${i}#1`, genre: "notice" })),
  ].flat();
  const result = compareTwo(list, "decision", "notice", { by: "genre", random: seededRandom(1) });
  expect(result.clusters_both).toBe(0);
  expect(result.permutation).toMatchObject({
    rearrangements: vectors.permutation_exact.n_perm,
    p: vectors.permutation_exact.p_two_sided,
  });
  expect(result.note).toBe(
    "decision has 3 clusters, notice has 3 clusters, fewer than 10: no interval is credible, show the clusters",
  );
  const tests = compareAll(list, { by: "genre" });
  expect(tests).toMatchObject({ groups: ["decision", "notice"], clusters: [3, 3] });
  expect(tests.dunn[0]).toMatchObject({ x: "decision", y: "notice" });
  expect(tests.kruskal_wallis.h).toBeGreaterThan(3);
});

test("edge cases are answered with null and a reason", () => {
  const random = seededRandom(1);
  const compare = (list: Observation[], x = "leader", y = "staff") =>
    compareTwo(list, x, y, { by: "addressee", random });
  expect(compare([]).note).toBe("no value on this scale for leader");
  expect(compare(atLevels([3, 4], { addressee: "leader" }))).toMatchObject({
    difference: null,
    delta: null,
    dominance: null,
    note: "no value on this scale for staff",
  });
  const equal = compare([
    ...atLevels([3], { addressee: "leader" }),
    ...atLevels([3], { addressee: "staff" }),
  ]);
  expect(equal).toMatchObject({ difference: 0, delta: 0, dominance: "equal" });
  expect(equal.cluster_test.note).toBe("all values are equal");
  expect(equal.note).toContain("leader has 1 cluster, staff has 1 cluster, fewer than 10");
  expect(compareAll([], { by: "addressee" }).kruskal_wallis.note).toBe("fewer than two groups with values");
  const masked = [made({ flags: ["masked"] })];
  expect(severityTable(masked, { scale: scale("amount") })[0]).toMatchObject({
    estimate: null,
    left_out: { masked: 1 },
    note: "no record has a value on this scale",
  });
  const own = parseScale("scale,measure,unit,type,value,rationale\nmine,value,record,veto,1,x\n");
  expect(severityTable(atLevels([3]), { scale: own })[0]).toMatchObject({
    records: 0,
    left_out: { "scale has no row for the type": 1 },
  });
  expect(severityTable([])).toEqual([]);
});

test("the severity table states records, clusters, interval and what was left out, the same at each run", () => {
  const rows = severityTable([...twelve, made({ type: "liability", addressee: "staff" })]);
  const row = (value: string, statistic: string) =>
    rows.find((r) => r.value === value && r.statistic === statistic)!;
  expect(row("leader", "share_level_4_or_more")).toMatchObject({
    group: "addressee",
    scale: "ordinal",
    records: 24,
    clusters: 12,
    estimate: 0.666666666667,
    left_out: {},
  });
  expect(row("leader", "share_level_4_or_more").lower).toBeGreaterThan(0.5);
  expect(row("staff", "median").left_out).toEqual({ "no sanction named (liability)": 1 });
  expect(JSON.stringify(severityTable(twelve))).toBe(JSON.stringify(severityTable([...twelve])));
  const fines = [100, 1000, 10_000].map((yuan) => made({ amount: { min: yuan, max: yuan } }));
  const money = severityTable(fines, { by: "all", scale: scale("amount") });
  expect(money.map((r) => [r.statistic, Math.round(r.estimate!)])).toEqual([
    ["median", 1000],
    ["quarter_1", 316],
    ["quarter_3", 3162],
    ["geometric_mean", 1000],
  ]);
});

test("percentile and BCa limits differ where the resamples are skewed, their estimates do not", () => {
  const skewed = Array.from({ length: 12 }, (_, i) =>
    atLevels([i === 0 ? 6 : 1 + (i % 2)], { document: `s${i}#1` }),
  );
  const mean = (method: "percentile" | "bca") =>
    severityTable(skewed.flat(), { by: "all", method }).find((row) => row.statistic === "mean")!;
  expect(mean("bca").estimate).toBe(mean("percentile").estimate);
  expect(mean("bca").upper!).toBeGreaterThan(mean("percentile").upper!);
});
