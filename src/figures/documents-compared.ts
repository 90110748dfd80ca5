import type { LikePair } from "../terms/likeness.js";
import type { ExpectedTypes } from "../terms/rarefaction.js";
import type { FigureSpec } from "./figure.js";
import { PALETTE, SEQUENTIAL } from "./palette.js";

/**
 * Likeness of all pairs of documents as a heat map, its value in hundredths in each cell.
 *
 * @param pairs likeness of pairs, 0 to 1
 * @param documents documents in the order of rows and columns, with their name for the rows and a short one for the columns
 * @returns plotly traces and layout; the diagonal stays blank
 */
export function likenessHeatmap(
  pairs: readonly LikePair[],
  documents: readonly { readonly id: string; readonly name: string; readonly short: string }[],
): FigureSpec {
  const value = new Map(
    pairs.flatMap(({ a, b, value: v }) => [[`${a}\t${b}`, v] as const, [`${b}\t${a}`, v] as const]),
  );
  const rows = [...documents].reverse();
  const z = rows.map((row) => documents.map((column) => value.get(`${row.id}\t${column.id}`) ?? null));
  return {
    data: [
      {
        type: "heatmap",
        x: documents.map(({ short }) => short),
        y: rows.map(({ name }) => name),
        z,
        zmin: 0,
        zmax: pairs.reduce((most, pair) => Math.max(most, pair.value), 0),
        colorscale: SEQUENTIAL as never,
        text: z.map((row) =>
          row.map((v) => (v === null ? "" : String(Math.round(100 * v)))),
        ) as unknown as string[],
        texttemplate: "%{text}",
        hoverongaps: false,
        showscale: false, // every cell prints its value
      },
    ],
    layout: {
      height: 26 * documents.length + 200,
      xaxis: { tickangle: -60, showgrid: false, showline: false, ticks: "" },
      yaxis: { showgrid: false, showline: false, ticks: "" },
    },
  };
}

/** Expected types of samples of rising size from one text or group. */
export interface GrowthCurve {
  readonly name: string;
  readonly points: readonly ExpectedTypes[];
}

/**
 * Vocabulary at equal length: expected types of random samples, with a band of two standard deviations.
 *
 * @param curves one a group
 * @returns plotly traces and layout
 */
export function vocabularyGrowth(curves: readonly GrowthCurve[]): FigureSpec {
  return {
    data: curves.flatMap(({ name, points }, i) => {
      const color = PALETTE[i % PALETTE.length]!;
      const edge = (sign: number) => points.map(({ types, sd }) => types + sign * 2 * sd);
      const x = points.map(({ tokens }) => tokens);
      const bound = {
        type: "scatter" as const,
        mode: "lines" as const,
        x,
        line: { width: 0 },
        showlegend: false,
      };
      return [
        { ...bound, y: edge(-1), hoverinfo: "skip" as const },
        {
          ...bound,
          y: edge(1),
          fill: "tonexty" as const,
          fillcolor: `${color}33`,
          hoverinfo: "skip" as const,
        },
        {
          type: "scatter" as const,
          mode: "lines" as const,
          name,
          x,
          y: points.map(({ types }) => types),
          line: {
            color,
            width: 2.5,
            dash: (["solid", "dash", "dot", "dashdot", "longdash"] as const)[i % 5]!,
          },
        },
      ];
    }),
    layout: {
      height: 480,
      xaxis: { title: { text: "words drawn 抽取词数" }, rangemode: "tozero" },
      yaxis: { title: { text: "different words expected 期望词种数" }, rangemode: "tozero" },
      legend: { x: 0.02, y: 0.98 },
    },
  };
}
