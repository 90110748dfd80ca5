import { expect, test } from "vitest";
import { collocationNetwork } from "../../src/figures/collocation-network.js";
import { effectForest } from "../../src/figures/effect-forest.js";
import { renderFigure } from "../../src/figures/figure.js";
import { keynessForest } from "../../src/figures/term-forests.js";
import { frequencyBars, frequencyDumbbells, rankFrequency } from "../../src/figures/term-frequencies.js";
import { termXray } from "../../src/figures/term-places.js";
import { countTerms } from "../../src/terms/counts.js";
import { keyness } from "../../src/terms/keyness.js";

type Trace = Record<string, unknown[]>;
const rows = countTerms([
  { id: "a", terms: "罚款 罚款 处罚 考核 考核 考核".split(" ") },
  { id: "b", terms: "罚款 服务 考核".split(" ") },
]);
const traces = (spec: { readonly data: readonly unknown[] }) => spec.data as Trace[];

test("bars run from the most frequent down and carry counts and documents", () => {
  const [bar] = traces(frequencyBars(rows, 2, 3));
  expect(bar!.y!.at(-1)).toBe("考核");
  expect(bar!.text!.at(-1)).toBe("4 · 2/2");
  expect(bar!.x).toHaveLength(3);
});

test("both countings stand on the line of their term", () => {
  const other = countTerms([{ id: "a", terms: ["考核"] }]);
  const [lines, second, first] = traces(frequencyDumbbells(rows, other, ["once", "all"], 2));
  expect(lines!.x!.filter((x) => x === null)).toHaveLength(2);
  expect(second!.x).toEqual([0, 1000]); // 罚款 is not in the other counting; rates per thousand
  expect(first!.y).toEqual(["罚款", "考核"]);
});

test("rank and rate keep first and last and fall", () => {
  const rates = Array.from({ length: 5000 }, (_, i) => 1e6 / (i + 1));
  const [line] = traces(rankFrequency([{ name: "x", rates }]));
  expect([line!.x![0], line!.x!.at(-1)]).toEqual([1, 5000]);
  expect(line!.x!.length).toBeLessThanOrEqual(160);
  expect(traces(rankFrequency([{ name: "empty", rates: [] }]))[0]!.x).toEqual([]);
});

test("every place is one stroke in the panel of its file", () => {
  const places = [
    { source: "a", part: "1", term: "罚款", start: 50 },
    { source: "b", part: "1", term: "罚款", start: 0 },
    { source: "a", part: "1", term: "其他", start: 10 },
  ];
  const sources = ["a", "b"].map((source) => ({ source, name: source, characters: 200 }));
  const spec = termXray(
    places,
    sources,
    ["罚款"],
    [
      { source: "b", start: 0, end: 100, weight: 0 },
      { source: "b", start: 100, end: 200, weight: 1 },
    ],
  );
  expect(traces(spec).map((t) => t.x)).toEqual([[25], [0]]);
  expect(spec.layout?.shapes?.[0]).toMatchObject({ x0: 0, x1: 50 }); // a copy, shaded
  expect(spec.layout?.shapes?.[1]).toMatchObject({ x0: 50, x1: 50 }); // where a document begins
});

test("an open interval runs towards the edge, a row without estimate is left out", () => {
  const spec = effectForest(
    [
      { label: "x", estimate: 3, lower: 1, upper: null, counts: "9 : 0" },
      { label: "y", estimate: null, lower: null, upper: null, counts: "" },
    ],
    { axis: "effect" },
  );
  const [line, point] = traces(spec);
  expect(point!.y).toEqual(["x"]);
  expect(line!.x![1]).toBeGreaterThan(3);
});

test("key terms of both sides, strongest first, none whose interval holds 0", () => {
  const counts = (n: Record<string, number>) => ({ counts: new Map(Object.entries(n)) });
  const table = keyness(counts({ a: 400, b: 20, c: 100 }), counts({ a: 20, b: 400, c: 100 }));
  const [, points] = traces(keynessForest(table, { target: "t", reference: "r" }));
  expect(points!.y).toEqual(["b", "a"]);
});

test("a word that two nodes share stands once, between them, and the drawing is possible", async () => {
  const tie = (node: string, term: string, strength: number) => ({ node, term, strength });
  const ties = [
    tie("处罚", "单位", 9),
    tie("处罚", "干部", 8),
    tie("考核", "干部", 9),
    tie("服务", "群众", 7),
    tie("处罚", "考核", 5),
  ];
  const spec = collocationNetwork(ties, ["处罚", "考核", "服务"]);
  const words = spec.layout!.annotations!.map((a) => a.text);
  expect(words.filter((w) => w === "干部")).toHaveLength(1);
  const drawn = await renderFigure("network", spec, { caption: "network", source: "test" });
  expect(drawn.svg).toContain("干部");
});
