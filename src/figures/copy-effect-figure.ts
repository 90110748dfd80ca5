import type { CopyEffectRow } from "../duplicates/copy-effect.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/**
 * Counts with every copy beside counts with each text once: two points and a line an item.
 *
 * @param rows rows of `copyEffect`, the first of them drawn at the head
 * @returns specification
 * @example
 * copyEffectFigure([{ item: "罚款", every: 7, once: 4, added: 3, share: 3 / 7 }]).data[1].x // [4]
 */
export function copyEffectFigure(rows: readonly CopyEffectRow[]): FigureSpec {
  const y = rows.map(({ item }) => item);
  const points = (name: string, x: number[], color: string) =>
    ({
      type: "scatter",
      mode: "markers",
      name,
      x,
      y,
      marker: { color, size: 10, line: { width: 1.5, color: PALETTE[0] } },
    }) as const;
  return {
    data: [
      {
        type: "scatter",
        mode: "lines",
        x: rows.flatMap(({ every, once }) => [once, every, null]),
        y: rows.flatMap(({ item }) => [item, item, null]),
        line: { color: INK.axis, width: 2 },
        showlegend: false,
        hoverinfo: "skip",
      },
      points(
        "each text once 每文一次",
        rows.map(({ once }) => once),
        PALETTE[0],
      ),
      points(
        "every copy 全部副本",
        rows.map(({ every }) => every),
        "#ffffff",
      ),
    ],
    layout: {
      height: 200 + 24 * rows.length,
      xaxis: { title: { text: "count 次数" }, rangemode: "tozero" },
      yaxis: { categoryorder: "array", categoryarray: [...y].reverse(), showgrid: true },
      legend: { orientation: "h", x: 0, y: -0.14, yanchor: "top" },
    },
  };
}
