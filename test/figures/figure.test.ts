import { describe, expect, it, vi } from "vitest";
import { sha256 } from "../../src/corpus/provenance.js";
import { type FigureSpec, renderFigure } from "../../src/figures/figure.js";
import { kinds } from "./chart-kinds.js";

// drawing is slow on a busy machine
vi.setConfig({ testTimeout: 180_000 });

const options = { caption: "罚款条款数", source: "data/study/consequences.csv" };
const names = Object.keys(kinds) as (keyof typeof kinds)[];
const texts = (svg: string) => [...svg.matchAll(/>([^<>]+)</g)].map(([, text]) => text);

describe("renderFigure", () => {
  it("gives the same bytes whatever was drawn before", async () => {
    const once = new Map<string, string>();
    for (const name of names) {
      const { sha256: hashes } = await renderFigure(name, kinds[name], options);
      once.set(name, JSON.stringify(hashes));
    }
    for (const name of [...names].reverse()) {
      const { sha256: hashes } = await renderFigure(name, kinds[name], options);
      expect(JSON.stringify(hashes), name).toBe(once.get(name));
    }
  });

  it.each(names)(
    "prints every label of %s, and has no broken number and no embedded pixels",
    async (name) => {
      const { svg } = await renderFigure(name, kinds[name], options);
      const printed = texts(svg).join(" ");
      const wanted = JSON.stringify(kinds[name].data).match(/[\u4e00-\u9fff]+/g)!;
      for (const label of wanted) expect(printed).toContain(label);
      expect(/NaN|"undefined"|data:image/.test(svg)).toBe(false);
    },
  );

  it("does not depend on the order of keys", async () => {
    const a = await renderFigure("order", { data: [{ type: "bar", x: ["甲"], y: [1] }] }, options);
    const b = await renderFigure("order", { data: [{ y: [1], x: ["甲"], type: "bar" }] }, options);
    expect(b.sha256).toEqual(a.sha256);
  });

  it("changes all three hashes when one value changes", async () => {
    const a = await renderFigure("value", { data: [{ type: "bar", x: ["甲"], y: [1] }] }, options);
    const b = await renderFigure("value", { data: [{ type: "bar", x: ["甲"], y: [1.5] }] }, options);
    for (const key of ["spec", "svg", "png"] as const) expect(b.sha256[key]).not.toBe(a.sha256[key]);
  });

  it("names no element as another figure does, so that two on one page do not clip each other", async () => {
    const ids = async (name: keyof typeof kinds) => {
      const { svg } = await renderFigure(name, kinds[name], options);
      return [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    };
    const first = await ids("bars");
    expect(first.length).toBeGreaterThan(0);
    for (const id of await ids("amounts")) expect(first).not.toContain(id);
  });

  it("draws a heat map as one rectangle for each cell with a value", async () => {
    const { svg } = await renderFigure("heat", kinds.heat, options);
    const cells = /<g [^>]*shape-rendering="crispEdges"[^>]*>(.*?)<\/g>/.exec(svg)![1]!;
    expect(cells.match(/<rect /g)?.length).toBe(7);
  });

  it("hashes what it returns", async () => {
    const drawn = await renderFigure("bars", kinds.bars, options);
    expect(drawn.sha256.svg).toBe(sha256(drawn.svg));
    expect(drawn.sha256.png).toBe(sha256(drawn.png));
    expect(Buffer.from(drawn.png.subarray(1, 4)).toString()).toBe("PNG");
  });

  it("declares the files that its source names, unless it is told others", async () => {
    const inputs = async (source: string, more: object = {}) =>
      (
        await renderFigure(
          "inputs",
          { data: [{ type: "bar", x: ["甲"], y: [1] }] },
          { caption: "c", source, ...more },
        )
      ).inputs;
    expect(await inputs("data/study/terms.csv#count and data/teaching, read live")).toEqual([
      "data/study/terms.csv#count",
      "data/teaching",
    ]);
    expect(await inputs("our count")).toEqual([]);
    expect(await inputs("data/teaching", { inputs: ["data/study/parts.csv"] })).toEqual([
      "data/study/parts.csv",
    ]);
  });

  it("carries the alternative text, escaped", async () => {
    const { svg } = await renderFigure("bars", kinds.bars, { ...options, alt: "a < b & c" });
    expect(svg).toContain("<title>a &lt; b &amp; c</title>");
  });

  const bar = { type: "bar" as const, x: ["甲"], y: [1] };
  it.each([
    ["a typing error in the layout", { data: [bar], layout: { titel: { text: "x" } } }, /titel/],
    ["a typing error in a trace", { data: [{ ...bar, opacitty: 1 }] }, /opacitty/],
    ["a value out of range", { data: [{ ...bar, opacity: 9 }] }, /opacity/],
    [
      "a trace that needs WebGL",
      { data: [{ type: "scattergl", x: [1], y: [1] }] },
      /data\[0\]\.type .* got scattergl/,
    ],
    ["a map", { data: [{ type: "choroplethmap" }] }, /got choroplethmap/],
    ["NaN", { data: [{ ...bar, y: [Number.NaN] }] }, /bad\.data\[0\]\.y\[0\] requires a finite number/],
    ["a character without a glyph", { data: [{ ...bar, x: ["\u{1f600}"] }] }, /U\+1F600/],
    ["a smoothed heat map", { data: [{ type: "heatmap", z: [[1, 2]], zsmooth: "best" }] }, /zsmooth/],
    [
      "a text that would be cut",
      {
        data: [bar],
        layout: {
          annotations: [
            { text: "很长的说明文字", x: 1, xref: "paper", xanchor: "left", y: 1, showarrow: false },
          ],
          margin: { r: 0 },
        },
      },
      /很长的说明文字” by \d+ px/,
    ],
  ])("refuses %s", async (_, spec, message) => {
    await expect(renderFigure("bad", spec as unknown as FigureSpec, options)).rejects.toThrow(message);
  });

  it("refuses an id that is no file name, and an empty caption", async () => {
    await expect(renderFigure("A b", { data: [bar] }, options)).rejects.toThrow("got A b");
    await expect(renderFigure("ab", { data: [bar] }, { caption: " ", source: "x" })).rejects.toThrow(
      "caption",
    );
  });
});
