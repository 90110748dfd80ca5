import type { Data, Shape } from "plotly.js";
import { bothNames } from "../severity/labels.js";
import type { Observation } from "../severity/observations.js";
import type { FigureSpec } from "./figure.js";
import { PALETTE } from "./palette.js";

/**
 * Fines in yuan on a log axis, a line of its own for each, by addressee: a dot for one figure, a bar for a range, an open
 * triangle where an end is not printed, a cross where the number reads as a year and is left out of the statistics.
 *
 * @param observations sanctions with an amount (others are ignored); pass the kept copies
 * @returns specification; within an addressee the lowest amounts stand at the foot
 */
export function finesAxis(observations: readonly Observation[]): FigureSpec {
  const fines = observations.filter(({ record }) => record.polarity === "sanction" && record.amount !== null);
  const groups = [...new Set(fines.map(({ record }) => record.addressee))];
  const members = (group: string) =>
    fines
      .filter(({ record }) => record.addressee === group)
      .sort((a, b) => anchor(a) - anchor(b) || a.record.start - b.record.start);
  groups.sort((a, b) => members(a).length - members(b).length || (a < b ? 1 : -1));
  const rows: { readonly observation: Observation; readonly y: number }[] = [];
  const ticks: { readonly at: number; readonly text: string }[] = [];
  const shapes: Partial<Shape>[] = [];
  let y = 0;
  for (const group of groups) {
    const list = members(group);
    const first = y;
    for (const observation of list) rows.push({ observation, y: y++ });
    ticks.push({ at: (first + y - 1) / 2, text: `${bothNames("addressee", group)}<br>n = ${list.length}` });
    y += 1;
    shapes.push({
      type: "line",
      xref: "paper",
      x0: 0,
      x1: 1,
      y0: y - 0.75,
      y1: y - 0.75,
      line: { color: "#d0d0d0", width: 1 },
    });
  }
  shapes.pop();
  const height = Math.min(900, 260 + 9 * y);
  return {
    data: traces(rows),
    layout: {
      height,
      shapes,
      xaxis: { type: "log", title: { text: "yuan (log axis) 元（对数轴）" }, dtick: 1 },
      yaxis: {
        tickmode: "array",
        tickvals: ticks.map((tick) => tick.at),
        ticktext: ticks.map((tick) => tick.text),
        range: [-1, Math.max(y - 1, 1)],
        showgrid: false,
      },
      legend: { orientation: "h", y: -70 / (height - 220), yanchor: "top", x: 0, xanchor: "left" },
    },
  };
}

type Row = { readonly observation: Observation; readonly y: number };

function traces(rows: readonly Row[]): Data[] {
  const pick = (want: (min: number | null, max: number | null, year: boolean) => boolean) =>
    rows.filter(({ observation: { record } }) =>
      want(record.amount!.min, record.amount!.max, record.flags.includes("year_artifact")),
    );
  const exact = pick((min, max, year) => !year && min !== null && min === max);
  const ranges = pick((min, max, year) => !year && min !== null && max !== null && min !== max);
  const below = pick((min, max, year) => !year && min === null && max !== null);
  const above = pick((min, max, year) => !year && min !== null && max === null);
  const years = pick((_min, _max, year) => year);
  const points = (
    name: string,
    symbol: string,
    color: string,
    list: readonly Row[],
    end: "min" | "max",
  ): Data[] =>
    list.length === 0
      ? []
      : [
          {
            type: "scatter",
            mode: "markers",
            name: `${name} (${list.length})`,
            x: list.map(({ observation }) => observation.record.amount![end]),
            y: list.map((row) => row.y),
            marker: { symbol, color, size: 8 },
          } as Data,
        ];
  const bars: Data[] =
    ranges.length === 0
      ? []
      : [
          {
            type: "scatter",
            mode: "lines+markers",
            name: `range 区间 (${ranges.length})`,
            x: ranges.flatMap(({ observation: { record } }) => [
              record.amount!.min,
              record.amount!.max,
              null,
            ]),
            y: ranges.flatMap((row) => [row.y, row.y, null]),
            line: { color: PALETTE[0], width: 3 },
            marker: { symbol: "line-ns-open", color: PALETTE[0], size: 8 },
          } as Data,
        ];
  return [
    ...points("one figure 定额", "circle", PALETTE[0], exact, "min"),
    ...bars,
    ...points("at most, no lower end 以下", "triangle-left-open", PALETTE[2], below, "max"),
    ...points("at least, no upper end 以上", "triangle-right-open", PALETTE[1], above, "min"),
    ...points("reads as a year, left out 疑为年份", "x-thin-open", "#555555", years, "min"),
  ];
}

function anchor({ record }: Observation): number {
  return record.amount!.min ?? record.amount!.max ?? 0;
}
