import type { ScoreRow } from "../evaluation/scores.js";
import type { FigureSpec } from "./figure.js";

/**
 * Precision and recall of each type of consequence, as two marks on one line; the number of hand-coded expressions beside the name.
 *
 * @param rows from scoreConsequences
 * @returns plotly traces and layout; types by falling number of hand-coded expressions, ties by name
 * @example
 * scoreMarks([]).data.length // 2
 */
export function scoreMarks(rows: readonly ScoreRow[]): FigureSpec {
  const types = rows.filter(({ group, gold }) => !["all", "sanction", "reward"].includes(group) && gold > 0);
  const sorted = [...types].sort((a, b) => a.gold - b.gold || (a.group < b.group ? 1 : -1));
  const y = sorted.map(({ group, gold }) => `${group} (${gold})`);
  const marks = (
    name: string,
    symbol: "circle" | "circle-open",
    value: (row: ScoreRow) => number | null,
  ): FigureSpec["data"][number] => ({
    type: "scatter",
    mode: "markers",
    name,
    y,
    x: sorted.map(value),
    marker: { symbol, size: 11, line: { width: 2 } },
  });
  return {
    data: [
      marks("precision 查准率", "circle", (row) => row.precision),
      marks("recall 查全率", "circle-open", (row) => row.recall),
    ],
    layout: {
      height: 150 + 24 * sorted.length + 60,
      xaxis: { title: { text: "share 比率" }, range: [0, 1.03] },
      legend: { orientation: "h", y: -0.09, x: 0 },
    },
  };
}
