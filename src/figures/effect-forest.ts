import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/** One line of a forest plot: an effect with its interval. */
export interface ForestRow {
  readonly label: string;
  readonly estimate: number | null;
  /** null for an open or undefined end */
  readonly lower: number | null;
  readonly upper: number | null;
  /** what stands at the right edge, such as counts */
  readonly counts: string;
}

/** How a forest plot is labelled. */
export interface ForestOptions {
  readonly axis: string;
  /** what 0 means, and which side is which */
  readonly sides?: readonly [left: string, right: string];
  /** least room for the labels in pixels; default as much as they are measured to need */
  readonly left?: number;
}

/**
 * Effects with their intervals, a line each, against a line of no effect.
 *
 * An interval that runs to the edge of the plot is open (a term that one side does not hold).
 *
 * @param rows from top to bottom; rows without an estimate are left out
 * @param options axis title and names of the sides
 * @returns plotly traces and layout
 */
export function effectForest(rows: readonly ForestRow[], { axis, sides, left }: ForestOptions): FigureSpec {
  const drawn = rows.filter((row) => row.estimate !== null).reverse();
  const values = drawn.flatMap((row) => [
    row.estimate!,
    row.lower ?? row.estimate!,
    row.upper ?? row.estimate!,
    0,
  ]);
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const pad = Math.max(0.4, (most - least) * 0.06);
  const range: [number, number] = [least - pad, most + pad];
  const open = [range[0] + pad * 0.4, range[1] - pad * 0.4] as const;
  const labels = drawn.map((row) => row.label);
  const segments = drawn.flatMap((row) => {
    if (row.lower === null && row.upper === null) return [];
    return [
      [row.lower ?? open[0], row.label],
      [row.upper ?? open[1], row.label],
      [null, null],
    ];
  });
  return {
    data: [
      {
        type: "scatter",
        mode: "lines",
        x: segments.map(([x]) => x as number | null),
        y: segments.map(([, y]) => y as string | null),
        line: { color: INK.quiet, width: 2 },
        showlegend: false,
        hoverinfo: "skip",
      },
      {
        type: "scatter",
        mode: "markers",
        x: drawn.map((row) => row.estimate!),
        y: labels,
        marker: { size: 9, color: drawn.map((row) => (row.estimate! >= 0 ? PALETTE[0] : PALETTE[1])) },
        showlegend: false,
      },
      {
        type: "scatter",
        mode: "text",
        x: drawn.map(() => range[1]),
        y: labels,
        text: drawn.map((row) => `  ${row.counts}`),
        textposition: "middle right",
        textfont: { size: 12, color: INK.quiet },
        showlegend: false,
        hoverinfo: "skip",
      },
    ],
    layout: {
      height: 23 * drawn.length + 190,
      margin: {
        r: 24 + 7.4 * Math.max(4, ...drawn.map((row) => row.counts.length)),
        ...(left !== undefined && { l: left }),
      },
      xaxis: {
        range,
        title: { text: sides ? `← ${sides[0]}    ${axis}    ${sides[1]} →` : axis },
        zeroline: true,
        zerolinecolor: INK.text,
      },
      yaxis: {
        type: "category",
        categoryorder: "array",
        categoryarray: labels,
        range: [-0.6, drawn.length - 0.4],
      },
    },
  };
}
