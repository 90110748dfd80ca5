import { sha256 } from "../corpus/provenance.js";
import { canonicalJson } from "./canonical.js";
import { vectorCells } from "./cells.js";
import { pinnedFont } from "./font.js";
import type { Json } from "./normalise.js";
import { boundingBox, type SvgElement, screenBox } from "./text-boxes.js";
import { FONT_FAMILY } from "./theme.js";
import { type PlotlyWindow, plotlyWindow } from "./window.js";

/** Traces whose drawing without a browser was compared with a browser's. */
export const DRAWABLE = [
  "bar",
  "box",
  "funnel",
  "heatmap",
  "histogram",
  "icicle",
  "pie",
  "sankey",
  "scatter",
  "sunburst",
  "treemap",
  "waterfall",
] as const;

/** A specification as plotly takes it, in plain JSON. */
export interface PlainSpecification {
  readonly data: readonly { readonly [key: string]: Json }[];
  readonly layout: { readonly [key: string]: Json };
}

/**
 * Refuses what would be drawn wrongly or silently ignored: traces that need WebGL or a map server, attributes
 * that plotly does not know (typing errors) and values out of range.
 *
 * @throws TypeError naming the trace or the attribute
 */
export function check(spec: PlainSpecification): void {
  spec.data.forEach((trace, i) => {
    const type = trace.type ?? "scatter";
    if (!(DRAWABLE as readonly Json[]).includes(type)) {
      throw new TypeError(
        `figure.data[${i}].type requires a trace that is drawn without a browser (${DRAWABLE.join(", ")}), got ${type}`,
      );
    }
  });
  const window = plotlyWindow();
  const complaints = window.plotly.validate(window.adopt(spec.data), window.adopt(spec.layout)) ?? [];
  const serious = complaints.filter(({ code }) => code !== "unused" && code !== "dynamic");
  if (serious.length > 0) {
    throw new TypeError(
      `figure requires a valid specification, got: ${serious.map(({ msg }) => msg).join("; ")}`,
    );
  }
}

/**
 * Refuses characters without a glyph in the pinned font: they would be empty boxes in the picture.
 *
 * @throws TypeError naming the characters
 */
export function checkCharacters(spec: PlainSpecification): void {
  const characters = new Set(canonicalJson(spec as unknown as Json));
  const missing = [...characters].filter(
    (character) => pinnedFont().advance(character.codePointAt(0)!) === null,
  );
  if (missing.length > 0) {
    const named = missing.map(
      (character) => `${character} (U+${character.codePointAt(0)!.toString(16).toUpperCase()})`,
    );
    throw new TypeError(`figure requires characters that its font has, got ${named.join(", ")}`);
  }
}

/**
 * Draws a specification as SVG. The same specification gives the same bytes on every machine: text is measured with
 * the pinned font, and the names of elements come from the specification's own hash, so that two figures on one page
 * never share a clipping path.
 *
 * @param spec a checked specification with `layout.width` and `layout.height`
 * @param alt text for readers who do not see the picture
 * @throws RangeError when a text would be cut at the figure's edge, naming the text and by how much
 */
export async function drawSvg(spec: PlainSpecification, alt: string): Promise<string> {
  const window = plotlyWindow();
  const hash = sha256(canonicalJson({ data: spec.data, layout: spec.layout }));
  window.seed(Number.parseInt(hash.slice(0, 8), 16));
  const graph = window.document.body.appendChild(window.document.createElement("div"));
  try {
    await window.plotly.newPlot(graph, window.adopt(spec.data), window.adopt(spec.layout), {
      staticPlot: true,
    });
    const { width, height } = spec.layout as { width: number; height: number };
    const drawn = await window.plotly.toImage(graph, { format: "svg", width, height, imageDataOnly: true });
    const svg = described(roundedNumbers(vectorCells(drawn)), alt);
    refuseCutText(window, svg, width, height);
    return svg;
  } finally {
    window.plotly.purge(graph);
    graph.remove();
  }
}

/** Rounds the numbers inside tags to three decimals; text between tags stays. */
function roundedNumbers(svg: string): string {
  return svg.replace(/<[a-z][^>]*>/g, (tag) =>
    tag.replace(/-?\d+\.\d{4,}(?:e-?\d+)?/g, (number) =>
      String(Math.round(Number(number) * 1000) / 1000 + 0),
    ),
  );
}

/** Names the picture for screen readers, and the fonts of all its texts once, at the root. */
function described(svg: string, alt: string): string {
  const text = alt.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return svg.replace(
    /<svg\b[^>]*>/,
    (tag) => `${tag.replace("<svg", `<svg role="img" font-family="${FONT_FAMILY}"`)}<title>${text}</title>`,
  );
}

function refuseCutText(window: PlotlyWindow, svg: string, width: number, height: number): void {
  const holder = window.document.body.appendChild(window.document.createElement("div"));
  holder.innerHTML = svg;
  const texts = Array.from(holder.querySelectorAll("text")) as unknown as SvgElement[];
  const cut = texts.flatMap((text) => {
    const box = boundingBox(text) && screenBox(text);
    if (!box) return [];
    const over = Math.max(-box.left, -box.top, box.right - width, box.bottom - height);
    return over > 2 ? [`“${text.textContent}” by ${Math.ceil(over)} px`] : [];
  });
  holder.remove();
  if (cut.length > 0) {
    throw new RangeError(
      `figure requires room for its texts (larger size or margin), cut: ${cut.join(", ")}`,
    );
  }
}
