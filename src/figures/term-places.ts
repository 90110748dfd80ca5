import type { TermPlace } from "../terms/tracked.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/** A file with its length in characters. */
export interface XraySource {
  readonly source: string;
  readonly name: string;
  readonly characters: number;
}

/** A document in a file; one of weight 0 is a copy that does not count. */
export interface XrayDocument {
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * Lexical x-ray: where each term stands in each file, a stroke an occurrence, files side by side in one order of terms.
 *
 * @param places occurrences
 * @param sources files in the order of the panels, each panel as wide as the others (position is a share of the file)
 * @param terms terms from top to bottom
 * @param documents where each document begins (a thin line); copies are shaded grey
 * @returns plotly traces and layout
 * @see Gries 2008, doi:10.1075/ijcl.13.4.02gri (dispersion plots)
 */
export function termXray(
  places: readonly TermPlace[],
  sources: readonly XraySource[],
  terms: readonly string[],
  documents: readonly XrayDocument[] = [],
): FigureSpec {
  const gap = 0.05;
  const width = (1 - gap * (sources.length - 1)) / Math.max(1, sources.length);
  const axis = (i: number) => (i === 0 ? "" : String(i + 1));
  const order = [...terms].reverse();
  const counted = (source: string, term: string) =>
    places.filter((p) => p.source === source && p.term === term);
  return {
    data: sources.map(({ source, characters }, i) => {
      const own = order.flatMap((term) => counted(source, term));
      return {
        type: "scatter",
        mode: "markers",
        x: own.map((p) => (100 * p.start) / characters),
        y: own.map((p) => p.term),
        xaxis: `x${axis(i)}`,
        yaxis: "y",
        marker: { symbol: "line-ns", size: 15, line: { width: 1, color: PALETTE[0] } },
        showlegend: false,
      };
    }),
    layout: {
      height: 30 * terms.length + 200,
      ...Object.fromEntries(
        sources.map((_, i) => [
          `xaxis${axis(i)}`,
          {
            domain: [i * (width + gap), i * (width + gap) + width],
            range: [-1, 101],
            tickvals: [0, 50, 100],
            ticktext: ["0", "50", "100%"],
            title: { text: sources[i]!.name },
          },
        ]),
      ),
      yaxis: {
        type: "category",
        categoryorder: "array",
        categoryarray: order,
        range: [-0.6, order.length - 0.4],
        showgrid: true,
      },
      shapes: documents.flatMap(({ source, start, end, weight }) => {
        const i = sources.findIndex((s) => s.source === source);
        if (i < 0) return [];
        const share = 100 / sources[i]!.characters;
        return [
          {
            type: "rect" as const,
            xref: `x${axis(i)}` as "x",
            yref: "paper" as const,
            x0: start * share,
            x1: (weight === 0 ? end : start) * share,
            y0: 0,
            y1: 1,
            fillcolor: INK.grid,
            line: { width: weight === 0 ? 0 : 1, color: INK.axis, dash: "dot" as const },
            layer: "below" as const,
          },
        ];
      }),
    },
  };
}
