import type { Data, Shape } from "plotly.js";
import type { Cell, Multiverse } from "../severity/multiverse.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/** Columns that the grid under the curve is gathered into. */
const COLUMNS = 48;

const NAMES: Readonly<Record<string, string>> = {
  ordinal: "ordinal 1–6",
  geometric: "geometric 2^(l−1)",
  concave: "concave √l",
  binary: "binary l ≥ 4",
  document_maximum: "document maximum",
  amount: "amount, log10 yuan",
  kept: "copies once",
  all: "all",
  out: "liability out",
  level_1: "liability at 1",
  level_4: "liability at 4",
  least: "alternatives: least",
  most: "alternatives: most",
  mean: "alternatives: mean",
  base: "first step only",
  lower: "ranges: lower end",
  middle: "ranges: middle",
  upper: "ranges: upper end",
  records: "records",
  documents: "documents",
};

/**
 * A specification curve: above, the effect of every cell from the smallest to the largest; below, for each choice, how
 * much of each stretch of the curve rests on it (white: none, dark: all).
 *
 * @param result `multiverse(…)`
 * @param names what to call the two groups on the axis, default their codes
 * @returns specification; undefined cells are left out of the curve
 */
export function specificationCurve(
  result: Multiverse,
  names: readonly [string, string] = [result.x, result.y],
): FigureSpec {
  const cells = result.cells.filter((cell) => cell.effect !== null).sort((a, b) => a.effect! - b.effect!);
  const rank = cells.map((_, i) => i + 1);
  const zero = 1e-12;
  const part = (name: string, color: string, want: (effect: number) => boolean): Data[] => {
    const at = cells.map((cell, i) => [cell, i] as const).filter(([cell]) => want(cell.effect!));
    if (at.length === 0) return []; // plotly refuses a trace without points
    return [
      {
        type: "scatter",
        mode: "markers",
        name: `${name}: ${at.length} cells`,
        x: at.map(([, i]) => rank[i]!),
        y: at.map(([cell]) => Number(cell.effect!.toPrecision(8))),
        marker: { color, size: 4 },
      },
    ];
  };
  const rows = choiceRows(cells);
  const grid: Data = {
    type: "heatmap",
    x0: cells.length / COLUMNS / 2 + 0.5,
    dx: cells.length / COLUMNS,
    y: rows.map((row) => row.label),
    z: rows.map((row) => row.shares),
    xaxis: "x",
    yaxis: "y2",
    xgap: 0,
    ygap: 2,
    zmin: 0,
    zmax: 1,
    colorscale: [
      [0, "#f5f5f5"],
      [1, "#252525"],
    ],
    showscale: false,
  };
  // a line between one choice and the next
  const shapes = rows.flatMap(({ choice }, i): Partial<Shape>[] =>
    i === 0 || rows[i - 1]!.choice === choice
      ? []
      : [
          {
            type: "line",
            xref: "paper",
            yref: "y2",
            x0: 0,
            x1: 1,
            y0: i - 0.5,
            y1: i - 0.5,
            line: { color: INK.text, width: 1.2 },
          },
        ],
  );
  return {
    data: [
      ...part(`${names[1]} more severe`, PALETTE[1], (effect) => effect < -zero),
      ...part("equal", "#8c8c8c", (effect) => Math.abs(effect) <= zero),
      ...part(`${names[0]} more severe`, PALETTE[0], (effect) => effect > zero),
      grid,
    ],
    layout: {
      height: 330 + 20 * rows.length,
      shapes,
      xaxis: {
        title: { text: "cells, smallest effect first 全部选择，由小至大" },
        range: [0, cells.length + 1],
        anchor: "y2",
      },
      yaxis: {
        domain: [0.64, 1],
        title: { text: "mean difference\nin parts of the scale\n均值之差" },
        zeroline: true,
        zerolinecolor: INK.text,
      },
      yaxis2: {
        domain: [0, 0.58],
        autorange: "reversed",
        showgrid: false,
        ticks: "",
        tickfont: { size: 12 },
      },
      legend: { orientation: "h", y: 0.61, yanchor: "middle", x: 0, xanchor: "left" },
    },
  };
}

/** For every value of every choice, its share in each stretch of the sorted cells. */
function choiceRows(cells: readonly Cell[]): { choice: string; label: string; shares: number[] }[] {
  const choices: [string, (cell: Cell) => string][] = [
    ["scale", (cell) => cell.scale],
    ...(["duplicates", "unspecified", "alternatives", "tiers", "amounts", "scope"] as const).map(
      (choice): [string, (cell: Cell) => string] => [choice, (cell) => cell.choices[choice]],
    ),
  ];
  return choices.flatMap(([choice, read]) => {
    const values = [...new Set(cells.map(read))];
    const place = (value: string) => Object.keys(NAMES).indexOf(value);
    values.sort((a, b) => place(a) - place(b));
    return values.map((value) => {
      const inStretch = new Array<number>(COLUMNS).fill(0);
      const all = new Array<number>(COLUMNS).fill(0);
      cells.forEach((cell, i) => {
        const stretch = Math.min(COLUMNS - 1, Math.floor((i * COLUMNS) / cells.length));
        all[stretch]!++;
        if (read(cell) === value) inStretch[stretch]!++;
      });
      const shares = inStretch.map((count, i) => (all[i] === 0 ? 0 : Number((count / all[i]!).toFixed(4))));
      return { choice, label: labelOf(choice, value), shares };
    });
  });
}

function labelOf(choice: string, value: string): string {
  if (value === "all") return choice === "duplicates" ? "every copy" : "all steps";
  return NAMES[value] ?? value;
}
