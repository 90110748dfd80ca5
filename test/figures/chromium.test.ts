// Our drawing without a browser against Chromium's own: same elements, texts at the same places.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { renderFigure } from "../../src/figures/figure.js";
import { fontName, fontPath } from "../../src/figures/resources.js";
import { drawnFigures } from "../../src/notebooks/drawn.js";
import { parseNotebook } from "../../src/notebooks/notebook.js";
import { chromium, type Page, startPage } from "../browser/chromium.js";
import { kinds } from "./chart-kinds.js";

// kernels and browsers start slowly on a busy machine
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

interface Drawn {
  readonly name: string;
  readonly spec: unknown;
  readonly svg: string;
}

/** What is compared of a picture: how many elements of each kind, and each text with the middle of its box. */
interface Seen {
  readonly counts: Readonly<Record<string, number>>;
  readonly texts: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

const committed = existsSync("notebooks")
  ? readdirSync("notebooks")
      .filter((name) => name.endsWith(".ipynb"))
      .flatMap((name) => drawnFigures(parseNotebook(readFileSync(join("notebooks", name), "utf8"), name)))
      .map(({ id, spec, svg }): Drawn => ({ name: id, spec, svg }))
  : [];

describe.skipIf(!chromium)("figures as Chromium draws them (skipped where there is no Chromium)", () => {
  let page: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "figures-"));
    const plotly = createRequire(import.meta.url).resolve("plotly.js");
    writeFileSync(
      join(folder, "page.html"),
      `<!DOCTYPE html><meta charset="utf-8">
<style>@font-face { font-family: "${fontName}"; src: url("${pathToFileURL(fontPath)}"); } body { margin: 0 }</style>
<script src="${pathToFileURL(plotly)}"></script>
<script>
const see = (svg) => {
  document.body.innerHTML = svg;
  const root = document.querySelector("svg");
  const counts = {};
  for (const tag of ["text", "path", "rect", "circle"]) counts[tag] = root.querySelectorAll(tag).length;
  const texts = [...root.querySelectorAll("text")].filter((t) => t.textContent.trim()).map((t) => {
    const b = t.getBoundingClientRect();
    return { text: t.textContent, x: b.x + b.width / 2, y: b.y + b.height / 2 };
  });
  return { counts, texts };
};
const draw = async ({ data, layout }) => {
  const graph = document.body.appendChild(document.createElement("div"));
  await Plotly.newPlot(graph, data, layout, { staticPlot: true });
  const { width, height } = layout;
  const svg = await Plotly.toImage(graph, { format: "svg", width, height, imageDataOnly: true });
  Plotly.purge(graph);
  return svg;
};
</script><body></body>`,
    );
    page = await startPage();
    await page.open(pathToFileURL(join(folder, "page.html")).href);
    await page.evaluate(`document.fonts.load('14px "${fontName}"', "罚款A").then(() => true)`);
  });

  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function compare({ name, spec, svg }: Drawn): Promise<void> {
    const theirs = await page.evaluate<string>(`draw(${JSON.stringify(spec)})`);
    const [a, b] = [
      await page.evaluate<Seen>(`see(${JSON.stringify(svg)})`),
      await page.evaluate<Seen>(`see(${JSON.stringify(theirs)})`),
    ];
    // the cells of a heat map are rectangles in ours and one image in theirs
    const cells = [...svg.matchAll(/shape-rendering="crispEdges">(.*?)<\/g>/g)].map(
      ([, inside]) => inside!.match(/<rect /g)?.length ?? 0,
    );
    const rect = a.counts.rect! - cells.reduce((sum, n) => sum + n, 0);
    // ours has a title for screen readers and a font family; neither is counted
    expect({ ...a.counts, rect: theirs.includes("<image") ? rect : a.counts.rect }, name).toEqual(b.counts);
    expect(a.texts.map(({ text }) => text)).toEqual(b.texts.map(({ text }) => text));
    for (const [i, ours] of a.texts.entries()) {
      const other = b.texts[i]!;
      const off = Math.hypot(ours.x - other.x, ours.y - other.y);
      expect(off, `${name}: “${ours.text}” is ${off.toFixed(1)} px away`).toBeLessThan(2.5);
    }
  }

  it.each(Object.entries(kinds))(
    "a chart of kind %s has the same elements and texts at the same places",
    async (name, spec) => {
      const drawn = await renderFigure(name, spec, {
        caption: "每百万词的次数",
        source: "data/study/terms.csv",
      });
      await compare({ name, spec: drawn.spec, svg: drawn.svg });
    },
  );

  it.each(committed.map((figure) => [figure.name, figure] as const))(
    "the committed figure %s has them too",
    async (_, figure) => {
      await compare(figure);
    },
  );
});
