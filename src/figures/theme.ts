import { wrapText } from "./font.js";
import type { Json } from "./normalise.js";
import { DIVERGING, INK, PALETTE, SEQUENTIAL } from "./palette.js";
import { fontName } from "./resources.js";

/** Fonts in order of preference: the one we measure with, then what readers' systems have. All share Noto's widths or come close. */
export const FONT_FAMILY = `${fontName}, Noto Sans CJK SC, Source Han Sans SC, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif`;

/** Width of a figure in pixels: at 16 cm print width 14 px text is 8.4 points. */
export const DEFAULT_WIDTH = 760;

const TEXT = 14;
const HEADING = 16;
const NOTE = 12.5;
const EDGE = 16;

const axis = {
  automargin: true,
  gridcolor: INK.grid,
  linecolor: INK.axis,
  tickcolor: INK.axis,
  zerolinecolor: INK.axis,
  zeroline: false,
  showline: true,
  exponentformat: "none",
  separatethousands: true,
  tickfont: { size: TEXT - 1 },
  title: { standoff: 12, font: { size: TEXT } },
};
const colorbar = { outlinewidth: 0, thickness: 14, tickfont: { size: TEXT - 1 } };

/** The house style as a plotly template: what a specification does not say itself. */
export const TEMPLATE = {
  layout: {
    font: { family: FONT_FAMILY, size: TEXT, color: INK.text },
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    colorway: PALETTE,
    colorscale: { sequential: SEQUENTIAL, sequentialminus: SEQUENTIAL, diverging: DIVERGING },
    separators: ".,",
    hovermode: "closest",
    bargap: 0.28,
    xaxis: axis,
    yaxis: axis,
    legend: { font: { size: TEXT - 1 }, tracegroupgap: 6, itemsizing: "constant" },
    hoverlabel: { font: { family: FONT_FAMILY } },
    treemapcolorway: PALETTE,
    iciclecolorway: PALETTE,
    sunburstcolorway: PALETTE,
  },
  data: {
    bar: [{ marker: { line: { width: 0 } }, cliponaxis: false, textfont: { size: TEXT - 1 } }],
    heatmap: [{ colorscale: SEQUENTIAL, colorbar, xgap: 1, ygap: 1 }],
    scatter: [{ marker: { size: 8 }, line: { width: 2 }, cliponaxis: false }],
    box: [{ line: { width: 1.5 } }],
    treemap: [{ marker: { line: { width: 1, color: "#ffffff" } } }],
    icicle: [{ marker: { line: { width: 1, color: "#ffffff" } } }],
    sankey: [{ node: { line: { width: 0 }, pad: 14, thickness: 16 } }],
  },
} as const;

interface Captioned {
  readonly caption: string;
  readonly source: string;
}

type Fields = { readonly [key: string]: Json };

/**
 * Completes a layout in the house style: template, size, and the caption with its source as a heading
 * that is wrapped to the figure's width and given the room it needs. What the layout says itself stays.
 *
 * The caption's first line becomes the heading, further lines (a translation) and the source stand below it, smaller.
 *
 * @param traces the figure's traces; horizontal bars get a height by their number
 */
export function houseLayout(layout: Fields, traces: readonly Json[], { caption, source }: Captioned): Fields {
  const width = typeof layout.width === "number" ? layout.width : DEFAULT_WIDTH;
  const [heading = "", ...notes] = caption.split("\n");
  const room = width - 2 * EDGE;
  const headingLines = wrapText(heading, room, HEADING);
  const noteLines = [...notes, source].flatMap((line) => wrapText(line, room, NOTE));
  const top = EDGE + 1.3 * (HEADING * headingLines.length + NOTE * noteLines.length) + 14;
  const height = typeof layout.height === "number" ? layout.height : Math.ceil(top + plotHeight(traces));
  const title = {
    text: headingLines.join("\n"),
    font: { size: HEADING },
    x: EDGE / width,
    xref: "container",
    xanchor: "left",
    y: 1 - (EDGE + HEADING) / height,
    yref: "container",
    yanchor: "bottom",
    subtitle: { text: noteLines.join("\n"), font: { size: NOTE, color: INK.quiet } },
  };
  const margin = {
    l: EDGE,
    r: 1.5 * EDGE,
    b: EDGE,
    t: Math.ceil(top),
    ...(layout.margin as Fields | undefined),
  };
  return {
    title,
    ...layout,
    ...decades(layout, traces),
    width,
    height,
    margin,
    template: TEMPLATE as unknown as Json,
  };
}

/** Log axes over two decades or more get a tick at each power of ten, without plotly's small 2 and 5 between. */
function decades(layout: Fields, traces: readonly Json[]): Fields {
  const axes = Object.entries(layout).flatMap(([name, axis]) => {
    const fields = axis as Fields;
    if (!/^[xy]axis$/.test(name) || fields?.type !== "log" || "dtick" in fields || "tickvals" in fields)
      return [];
    const values = traces
      .flatMap((trace) => (trace as Fields)[name[0]!] ?? [])
      .filter((value) => typeof value === "number" && value > 0) as number[];
    const wide = values.length > 0 && Math.max(...values) / Math.min(...values) >= 100;
    return wide ? [[name, { ...fields, dtick: 1 }] as const] : [];
  });
  return Object.fromEntries(axes);
}

/** Room for the plot itself in pixels: 22 a bar for horizontal bars, else a calm rectangle. */
function plotHeight(traces: readonly Json[]): number {
  const labels = new Set<Json>();
  for (const trace of traces) {
    const { type, orientation, y } = trace as { type?: Json; orientation?: Json; y?: Json };
    if (type === "bar" && orientation === "h" && Array.isArray(y)) for (const label of y) labels.add(label);
  }
  return labels.size > 0 ? Math.max(160, 22 * labels.size) + 60 : 400;
}
