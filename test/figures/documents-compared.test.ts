import { expect, test } from "vitest";
import { correspondenceMap } from "../../src/figures/correspondence-map.js";
import { likenessHeatmap, vocabularyGrowth } from "../../src/figures/documents-compared.js";
import { renderFigure } from "../../src/figures/figure.js";
import { correspondenceAnalysis } from "../../src/terms/correspondence.js";
import { expectedTypes } from "../../src/terms/rarefaction.js";
import { expectSnapshot } from "./snapshots.js";

const documents = ["a", "b", "c"].map((id) => ({ id, name: `text ${id}`, short: id }));
const pairs = [
  { a: "a", b: "b", value: 0.5 },
  { a: "a", b: "c", value: 0.123 },
  { a: "b", b: "c", value: 0 },
];
const analysis = correspondenceAnalysis(
  [
    [10, 4, 2, 1],
    [3, 12, 6, 2],
    [1, 5, 15, 9],
  ],
  ["a", "b", "c"],
  ["罚款", "考核", "服务", "药具"],
);
const marked = documents.map(({ id, name }) => ({ label: id, name, group: id === "c" ? "two" : "one" }));

test("the heat map is symmetric with a blank diagonal and prints hundredths", () => {
  const [trace] = likenessHeatmap(pairs, documents).data as unknown as {
    z: (number | null)[][];
    text: string[][];
  }[];
  expect(trace!.z).toEqual([
    [0.123, 0, null],
    [0.5, null, 0],
    [null, 0.5, 0.123],
  ]);
  expect(trace!.text[0]).toEqual(["12", "0", ""]);
});

test("the map holds every document once, in its group, and no word over another text", () => {
  const traces = correspondenceMap(analysis, marked).data as unknown as {
    name?: string;
    x: number[];
    text: string[];
  }[];
  expect(traces.slice(1).map(({ name, x }) => [name, x.length])).toEqual([
    ["one", 2],
    ["two", 1],
  ]);
  expect(traces[0]!.text.length).toBeGreaterThan(0);
  expect(new Set(traces[0]!.text).size).toBe(traces[0]!.text.length);
});

test("figures keep their specification and can be drawn", async () => {
  const frequencies = [9, 4, 3, 1, 1];
  const curve = { name: "text", points: [5, 10, 18].map((n) => expectedTypes(frequencies, n)!) };
  for (const [name, spec] of [
    ["document-likeness", likenessHeatmap(pairs, documents)],
    ["correspondence-map", correspondenceMap(analysis, marked)],
    ["vocabulary-growth", vocabularyGrowth([curve])],
  ] as const) {
    await expectSnapshot(name, spec);
    const drawn = await renderFigure(name, spec, { caption: name, source: "made for this test" });
    expect(drawn.svg).toContain("</svg>");
  }
});
