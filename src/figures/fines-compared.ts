import type { Data } from "plotly.js";
import type { FineComparison, FineSide } from "../severity/compare-fines.js";
import { bothNames } from "../severity/labels.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/** How far below its row each of the two sides is drawn. */
const HERE = 0.16;
const REFERENCE = -0.16;

/**
 * Fines of the same ground and price year on a log axis, here (blue) and in the reference (grey): a thick line from the median
 * of the lower ends to the median of the upper ends, a thin one from the first quartile of the lower to the third of the upper.
 *
 * @param rows `compareFines(…).rows`, drawn from the top in the order given
 * @returns specification; numbers of fines and documents stand beside the names
 * @example
 * finesCompared([]).data.length // 0
 */
export function finesCompared(rows: readonly FineComparison[]): FigureSpec {
  if (rows.length === 0) return { data: [] };
  const y = (i: number) => rows.length - 1 - i;
  const side = (
    name: string,
    color: string,
    shift: number,
    of: (row: FineComparison) => FineSide,
  ): Data[] => {
    const line = (width: number, ends: (s: FineSide) => readonly (number | null)[], title?: string): Data => {
      const drawn = rows.map((row, i) => ({ at: y(i) + shift, ends: both(ends(of(row))) }));
      const shown = drawn.filter((one) => one.ends !== null);
      return {
        type: "scatter",
        mode: width > 3 ? "lines+markers" : "lines",
        ...(title ? { name: title } : { showlegend: false }),
        x: shown.flatMap((one) => [...one.ends!, null]),
        y: shown.flatMap((one) => [one.at, one.at, null]),
        line: { color, width },
        marker: { color, size: 9, symbol: "line-ns", line: { color, width: 3 } },
      };
    };
    return [
      line(1.5, ({ lower, upper }) => [lower.quarter_1, upper.quarter_3]),
      line(5, ({ lower, upper }) => [lower.median, upper.median], name),
    ];
  };
  const label = ({ trigger, year, here, reference }: FineComparison) =>
    `${bothNames("trigger", trigger)}, ${year}\n${here.fines} in ${here.documents}; ${reference.fines} in ${reference.documents}`;
  const height = 210 + 56 * rows.length;
  return {
    data: [
      ...side("here 本集", PALETTE[0], HERE, (row) => row.here),
      ...side("statutes 法律法规", INK.axis, REFERENCE, (row) => row.reference),
    ],
    layout: {
      height,
      xaxis: { type: "log", dtick: 1, title: { text: "yuan (log axis) 元（对数轴）" } },
      yaxis: {
        tickvals: rows.map((_, i) => y(i)),
        ticktext: rows.map(label),
        range: [-0.6, rows.length - 0.4],
        showgrid: false,
      },
      showlegend: true,
      legend: { orientation: "h", x: 0, y: -70 / (height - 150), yanchor: "top" },
    },
  };
}

/** Two ends, one standing for both where the other is not printed; null where neither is. */
function both([lower = null, upper = null]: readonly (number | null)[]): [number, number] | null {
  const [from, to] = [lower ?? upper, upper ?? lower];
  return from === null || to === null ? null : [from, to];
}
