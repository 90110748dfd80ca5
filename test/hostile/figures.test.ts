// Texts of documents in a figure are shown as printed: as SVG, and drawn by plotly in a browser with a strict policy.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { collectionMap } from "../../src/figures/collection-map.js";
import { collocationNetwork } from "../../src/figures/collocation-network.js";
import { type Figure, type FigureSpec, renderFigure } from "../../src/figures/figure.js";
import { bold, plotlyText } from "../../src/figures/label-text.js";
import { frequencyBars } from "../../src/figures/term-frequencies.js";
import { countTerms } from "../../src/terms/counts.js";
import { chromium, type Page, startPage } from "../browser/chromium.js";
import { kinds } from "../figures/chart-kinds.js";
import { HOSTILE, REWRITES } from "./texts.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const PRINTED = HOSTILE.filter((text) => !REWRITES.test(text));
const MARKED = PRINTED.filter((text) => /[<&$]/.test(text));

/** A chart with its Chinese labels replaced by hostile texts, the same label by the same text; hover texts too. */
function hostile(spec: FigureSpec, shift: number): FigureSpec {
  const given = new Map<string, string>();
  const text = (label: string): string => {
    if (!given.has(label)) given.set(label, MARKED[(given.size + shift) % MARKED.length]!);
    return given.get(label)!;
  };
  const replaced = JSON.stringify(spec).replace(/"[^"]*\p{Script=Han}[^"]*"/gu, (label) =>
    JSON.stringify(text(label)),
  );
  const { data, layout } = JSON.parse(replaced) as FigureSpec;
  return { data, layout: { ...layout, width: 1500, height: 900, margin: { l: 500, r: 500 } } };
}

const about = { caption: `${MARKED[0]} ${MARKED[1]}`, source: MARKED[9]! };
const charts: readonly (readonly [string, FigureSpec])[] = [
  ...Object.entries(kinds as Record<string, FigureSpec>).map(
    ([name, spec], i) => [name, hostile(spec, 3 * i)] as const,
  ),
  [
    "labels",
    {
      data: [
        {
          type: "bar",
          orientation: "h",
          x: MARKED.map((_, i) => i + 1),
          y: MARKED,
          text: MARKED,
          hovertext: MARKED,
        },
      ],
      layout: {
        width: 1600,
        height: 900,
        margin: { l: 600, r: 600 },
        annotations: [{ text: bold(MARKED[3]!), x: 1, y: 1, showarrow: false }],
      },
    },
  ],
  ["frequencies", frequencyBars(countTerms([{ id: "a", terms: MARKED }]), 1, 5)],
  [
    "ties",
    collocationNetwork(
      MARKED.slice(0, 6).map((term, i) => ({ node: MARKED[9]!, term, strength: 9 - i })),
      [MARKED[9]!],
    ),
  ],
  [
    "map",
    collectionMap({
      sources: MARKED.slice(0, 3).map((source) => ({ source, characters: 100 })),
      parts: MARKED.slice(0, 3).map((source) => ({
        source,
        start: 0,
        end: 90,
        part: source,
        genre: "notice" as const,
        weight: 1,
      })) as unknown as Parameters<typeof collectionMap>[0]["parts"],
      noise: [],
      duplicates: [],
    }),
  ],
];

const drawn = new Map<string, Figure>();
const draw = async ([name, spec]: readonly [string, FigureSpec]): Promise<Figure> => {
  if (!drawn.has(name)) drawn.set(name, await renderFigure(name, spec, about));
  return drawn.get(name)!;
};

/** What a text is where a picture shows it: one blank for each run of blanks. */
const seen = (text: string): string => text.replace(/\s+/g, " ").trim();
/** Texts of a specification that stand in a picture, as far as they are hostile. */
const wanted = (spec: FigureSpec): string[] => {
  const text = JSON.stringify(spec);
  return MARKED.filter((mark) => text.includes(JSON.stringify(mark).slice(1, -1)));
};

test("a label is text whatever it holds; a line break and bold are written by name", () => {
  const labels = [
    "<b>a</b>",
    "a<br>b",
    "<extra>",
    "p < 0.05, q<3",
    "&lt;",
    "$x$ $",
    "$5",
    "a\nb",
    bold("<i>"),
  ];
  expect(plotlyText(labels)).toEqual([
    "&lt;b>a&lt;/b>",
    "a&lt;br>b",
    "&lt;extra>",
    "p < 0.05, q<3",
    "&amp;lt;",
    "&#36;x&#36; &#36;",
    "$5",
    "a<br>b",
    "<b>&lt;i></b>",
  ]);
});

test("no figure builder writes a tag or a named character itself", () => {
  const files = readdirSync("src/figures").filter((name) => name !== "label-text.ts" && name !== "render.ts");
  const holding = files.filter((name) =>
    /["'`][^"'`]*(?:<\/?(?:br|b|i|sup|sub|a|em|span)\b[^"'`]*>|&(?:lt|amp|nbsp);)/i.test(
      readFileSync(join("src/figures", name), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, ""),
    ),
  );
  expect(holding).toEqual([]);
});

test("a character that turns a line or commands a terminal is refused by name", async () => {
  for (const text of ["\u009b31m", "\u202eabc", "\ufdd0"])
    await expect(
      renderFigure("refused", { data: [{ type: "bar", x: [text], y: [1] }] }, { caption: "a", source: "b" }),
    ).rejects.toThrow("figure requires characters");
});

describe("as SVG", () => {
  test.each(charts)("%s: texts as printed, no element, handler or address of theirs", async (name, spec) => {
    const { svg } = await draw([name, spec]);
    const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
    expect(document.querySelectorAll("script, a, image, foreignObject, iframe, style")).toHaveLength(0);
    const attributes = [...document.querySelectorAll("*")].flatMap((node) => node.getAttributeNames());
    expect(attributes.filter((attribute) => /^on|href/.test(attribute))).toEqual([]);
    expect(document.querySelector("[style*=color\\:red], tspan[dy]:not(.line)")).toBeNull();
    const texts = seen([...document.querySelectorAll("text")].map((node) => node.textContent).join("\n"));
    for (const text of wanted(spec)) expect(texts).toContain(seen(text));
  });
});

describe.skipIf(!chromium)("drawn by plotly in Chromium (skipped where there is no Chromium)", () => {
  let folder = "";
  let page: Page;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "guizhang-"));
    writeFileSync(
      join(folder, "page.html"),
      `<!DOCTYPE html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-own'; style-src 'unsafe-inline'; img-src data:">
<script nonce="own" src="${pathToFileURL(createRequire(import.meta.url).resolve("plotly.js"))}"></script>
<script nonce="own">
const draw = async ({ data, layout }) => {
  document.body.innerHTML = "<div></div>";
  const graph = document.body.firstChild;
  await Plotly.newPlot(graph, data, layout);
  const boxes = graph.querySelector(".cartesianlayer .plot") ? data.map((_, curveNumber) => ({ curveNumber, pointNumber: 0 })) : [];
  if (boxes.length > 0) Plotly.Fx.hover(graph, boxes.slice(-1));
  const texts = [...document.querySelectorAll("text")].map((node) => node.textContent).join(" ");
  const tags = [...document.querySelectorAll("a, img, iframe, foreignObject")].filter((node) => !node.closest(".modebar")).length;
  return { texts, tags, hit: globalThis.hit ?? null, hovered: graph.querySelectorAll(".hoverlayer text").length };
};
</script><body></body>`,
    );
    page = await startPage();
    await page.open(pathToFileURL(join(folder, "page.html")).href);
  });
  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(charts)("%s: texts as printed, nothing runs, nothing is asked for", async (name, spec) => {
    const figure = await draw([name, spec]);
    const found = await page.evaluate<{ texts: string; tags: number; hit: unknown; hovered: number }>(
      `draw(${JSON.stringify(figure.spec)})`,
    );
    expect([found.tags, found.hit]).toEqual([0, null]);
    for (const text of wanted(spec)) expect(seen(found.texts)).toContain(seen(text));
    expect(page.requests.filter((url) => !/^(?:file|data):/.test(url))).toEqual([]);
    expect(page.console.filter((line) => /Content Security Policy|exception/.test(line))).toEqual([]);
  });
});
