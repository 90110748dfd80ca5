// Figures of collections and copies on made records: plotly accepts them, and what they draw is what the records say.
import { expect, test } from "vitest";
import { copyEffect } from "../../src/duplicates/copy-effect.js";
import type { DuplicateKind, DuplicateRecord } from "../../src/duplicates/records.js";
import { collectionMap } from "../../src/figures/collection-map.js";
import { copyEffectFigure } from "../../src/figures/copy-effect-figure.js";
import { duplicateNetwork } from "../../src/figures/duplicate-network.js";
import { type FigureSpec, renderFigure } from "../../src/figures/figure.js";
import type { WeightedPart } from "../../src/figures/holdings.js";

const part = (label: string, start: number, end: number, weight: number): WeightedPart => ({
  source: "a_1.txt",
  part: label,
  start,
  end,
  title: null,
  heading: null,
  genre: label === "3" ? "report" : "decision",
  level: "county",
  year: null,
  year_reliable: false,
  weight,
});
const parts = [part("1", 0, 900, 0), part("2", 900, 2000, 1), part("3", 2000, 3000, 1)];

const pair = (a: string, b: string, kind: DuplicateKind, keep: DuplicateRecord["keep"]): DuplicateRecord => {
  const side = (label: string) => {
    const { source, start, end } = parts.find(({ part }) => part === label) as WeightedPart;
    return { source, part: label, start, end };
  };
  const cluster = kind === "template_swap" ? null : "a_1.txt#2";
  const shares = { jaccard: 0.5, containment_a_in_b: 0.97, containment_b_in_a: 0.6 };
  return { a: side(a), b: side(b), kind, ...shares, cluster, keep, level: "part" };
};
const duplicates = [pair("1", "2", "contained", "b"), pair("2", "3", "template_swap", "both")];
const noise = [
  { source: "a_1.txt", start: 30, end: 32, kind: "masked" as const, note: "" },
  { source: "a_1.txt", start: 50, end: 51, kind: "line_break_join" as const, note: "" },
];
const counts = [
  { source: "a_1.txt", part: "1", item: "罚款", count: 3 },
  { source: "a_1.txt", part: "2", item: "罚款", count: 4 },
  { source: "a_1.txt", part: "3", item: "报告", count: 2 },
];

type Trace = Record<string, unknown> & {
  x: (number | null)[];
  base?: number[];
  name?: string;
  text?: string[];
};
const traces = (spec: FigureSpec) => spec.data as unknown as Trace[];

test("figures of collections and copies are accepted by plotly and drawn without cut text", async () => {
  const figures: Record<string, FigureSpec> = {
    map: collectionMap({ sources: [{ source: "a_1.txt", characters: 3000 }], parts, noise, duplicates }),
    network: duplicateNetwork(duplicates),
    effect: copyEffectFigure(copyEffect(counts, parts)),
    empty: duplicateNetwork([]),
  };
  for (const [id, spec] of Object.entries(figures)) {
    const { svg } = await renderFigure(id, spec, { caption: "A figure\n一幅图", source: "made records" });
    expect(svg).toContain("一幅图");
  }
});

test("the map draws every part from start to end, copies apart, and noise that repair did not mend", () => {
  const drawn = traces(
    collectionMap({ sources: [{ source: "a_1.txt", characters: 3000 }], parts, noise, duplicates: [] }),
  );
  const bars = drawn.flatMap(({ base = [], x }) => base.map((start, i) => [start, start + (x[i] as number)]));
  expect(bars.slice(0, 3)).toEqual([
    [900, 2000],
    [0, 900],
    [2000, 3000],
  ]);
  expect(bars.length).toBe(4);
  expect(bars[3]?.[0]).toBe(30);
});

test("the network has a line a pair, and a hollow node for each text that another is counted for", () => {
  const drawn = traces(duplicateNetwork(duplicates));
  const named = (name: string) => drawn.find((trace) => trace.name?.startsWith(name));
  expect(named("contained")?.x.filter((x) => x === null).length).toBe(1);
  expect(named("left out")?.text).toEqual(["a · 1"]);
  expect(named("counted")?.text).toEqual(["a · 2", "a · 3"]);
});

test("what copies add is counted by hand: 罚款 7 with every copy, 4 once", () => {
  expect(copyEffect(counts, parts)).toEqual([
    { item: "罚款", every: 7, once: 4, added: 3, share: 3 / 7 },
    { item: "报告", every: 2, once: 2, added: 0, share: 0 },
  ]);
  expect(() => copyEffect(counts, [])).toThrow(
    "copyEffect requires the weight of every part, got none for a_1.txt#1",
  );
});
