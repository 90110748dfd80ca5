import type { Data } from "plotly.js";
import type { RewardBalance } from "../severity/balance.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/**
 * Sanctions to the left, rewards to the right, a bar a group: full what counts once, hollow what copies add.
 *
 * @param rows `rewardBalance(…)`, drawn from the top in the order given
 * @param name what a group is called, default its code
 * @returns specification; the counts stand at the ends of the bars, documents and clusters beside the names
 * @example
 * balanceBars([]).data.length // 0
 */
export function balanceBars(
  rows: readonly RewardBalance[],
  name: (group: string) => string = (group) => group,
): FigureSpec {
  if (rows.length === 0) return { data: [] };
  const alone = rows.every((row) => row.documents <= 1);
  const y = rows.map((row) => `${name(row.group)} ${alone ? copyMark(row) : sample(row)}`.trim());
  const bar = (title: string, x: readonly number[], color: string, full: boolean): Data => ({
    type: "bar",
    orientation: "h",
    name: title,
    y,
    x: x.map((n) => (n === 0 ? null : n)), // the outline of nothing would be a line
    marker: { color: full ? color : "#ffffff", line: { color, width: 1.5 } },
  });
  const left = (counts: readonly number[]) => counts.map((n) => -n);
  const sides = [
    {
      once: rows.map((row) => row.sanctions),
      more: rows.map((row) => row.sanctions_in_copies),
      draw: left,
      color: PALETTE[1],
      names: ["sanctions 制裁", "sanctions in copies 副本中的制裁"],
      position: "middle left" as const,
    },
    {
      once: rows.map((row) => row.rewards),
      more: rows.map((row) => row.rewards_in_copies),
      draw: (counts: readonly number[]) => [...counts],
      color: PALETTE[0],
      names: ["rewards 奖励", "rewards in copies 副本中的奖励"],
      position: "middle right" as const,
    },
  ];
  const most = Math.max(...sides.flatMap(({ once, more }) => once.map((n, i) => n + more[i]!)), 1);
  const data = sides.flatMap(({ once, more, draw, color, names, position }): Data[] => [
    bar(names[0]!, draw(once), color, true),
    ...(more.some((n) => n > 0) ? [bar(names[1]!, draw(more), color, false)] : []),
    {
      type: "scatter",
      mode: "text",
      x: draw(once.map((n, i) => n + more[i]! + most / 80)), // a little off the bar
      y,
      text: once.map((n, i) => (more[i] === 0 ? String(n) : `${n} + ${more[i]}`)),
      textposition: position,
      textfont: { size: 12.5, color: INK.text },
      showlegend: false,
      hoverinfo: "skip",
    },
  ]);
  const step = stepOf(most);
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
  const edge = most * 1.35;
  return {
    data,
    layout: {
      barmode: "relative",
      height: 215 + 27 * rows.length,
      xaxis: {
        range: [-edge, edge],
        tickvals: [...ticks.slice(1).map((tick) => -tick), ...ticks],
        ticktext: [...ticks.slice(1), ...ticks].map(String),
        title: { text: "← sanctions 制裁\u2003records 条\u2003rewards 奖励 →" },
        zeroline: true,
        zerolinecolor: INK.text,
      },
      yaxis: { type: "category", autorange: "reversed", showline: false, ticks: "" },
      legend: { orientation: "h", traceorder: "normal", x: 0, y: -70 / (27 * rows.length), yanchor: "top" },
    },
  };
}

function copyMark({ documents }: RewardBalance): string {
  return documents === 0 ? "(copy)" : "";
}

function sample(row: RewardBalance): string {
  const many = (n: number, one: string) => `${n} ${n === 1 ? one : `${one}s`}`;
  return copyMark(row) || `(${many(row.documents, "document")}, ${many(row.clusters, "cluster")})`;
}

/** A round step that gives two to five ticks a side. */
function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return most / power >= 5 ? 2 * power : most / power >= 2 ? power : Math.max(1, power / 2);
}
