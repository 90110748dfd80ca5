import type { Data } from "plotly.js";
import { bothNames } from "../severity/labels.js";
import type { TriggerSummary } from "../severity/ladders.js";
import type { FigureSpec } from "./figure.js";
import { LEVEL_COLORS, LEVEL_FAMILIES } from "./levels.js";
import { INK } from "./palette.js";

/** Levels whose colour wants white text. */
const DARK: readonly number[] = [3, 5, 6];

/**
 * What the documents threaten for each trigger: a row per trigger, a disc per level with its area by the number of
 * records (written in it), a line from the mildest to the worst, a mark above the median.
 *
 * @param rows `triggerSummaries(…)`
 * @returns specification; triggers with the worst median on top
 */
export function triggerLadder(rows: readonly TriggerSummary[]): FigureSpec {
  const shown = rows.filter((row) => row.median !== null).reverse();
  const most = Math.max(1, ...shown.flatMap((row) => row.levels));
  const label = (row: TriggerSummary) => {
    const clusters = row.clusters === 1 ? "1 cluster" : `${row.clusters} clusters`;
    return `${bothNames("trigger", row.trigger)}\nn = ${row.records - row.unspecified}, ${clusters}`;
  };
  const discs = LEVEL_COLORS.map((color, i): Data | null => {
    const at = shown.map((row, y) => ({ y, count: row.levels[i]! })).filter(({ count }) => count > 0);
    if (at.length === 0) return null; // plotly refuses a trace without points
    return {
      type: "scatter",
      mode: "text+markers",
      showlegend: false,
      x: at.map(() => i + 1),
      y: at.map(({ y }) => y),
      text: at.map(({ count }) => String(count)),
      textfont: { size: 11, color: DARK.includes(i + 1) ? "#ffffff" : INK.text },
      marker: {
        color,
        opacity: 1,
        size: at.map(({ count }) => 15 + 21 * Math.sqrt(count / most)),
        line: { color: "#ffffff", width: 1 },
      },
    };
  });
  const spans: Data = {
    type: "scatter",
    mode: "lines",
    showlegend: false,
    x: shown.flatMap((row) => [row.least, row.worst, null]),
    y: shown.flatMap((_, y) => [y, y, null]),
    line: { color: INK.axis, width: 1.5 },
  };
  const medians: Data = {
    type: "scatter",
    mode: "markers",
    name: "median 中位数",
    x: shown.map((row) => row.median),
    y: shown.map((_, y) => y + 0.44),
    marker: { symbol: "triangle-down", color: INK.text, size: 10 },
  };
  return {
    data: [spans, ...discs.filter((disc) => disc !== null), medians],
    layout: {
      height: 265 + 50 * shown.length,
      xaxis: {
        range: [0.5, 6.5],
        tickvals: [1, 2, 3, 4, 5, 6],
        ticktext: LEVEL_FAMILIES.map(
          (family, i) => `${i + 1}\n${bothNames("family", family).replace(" ", "\n")}`,
        ),
      },
      yaxis: {
        range: [-0.6, shown.length - 0.3],
        tickvals: shown.map((_, y) => y),
        ticktext: shown.map(label),
        showgrid: false,
      },
      legend: { orientation: "h", y: -72 / (50 * Math.max(1, shown.length)), yanchor: "top", x: 0 },
    },
  };
}
