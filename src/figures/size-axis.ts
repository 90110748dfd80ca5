import type { Data, Shape } from "plotly.js";
import type { Interval } from "../quantities/records.js";
import { grouped } from "../severity/grouping.js";
import { bothNames } from "../severity/labels.js";
import type { Observation } from "../severity/observations.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

/** What a size axis shows, and by what. */
export interface SizeAxisOptions {
  /** yuan (default) or months */
  readonly of?: "amount" | "months";
  /** rows of the figure: addressees (default) or types */
  readonly by?: "addressee" | "type";
}

/** Lengths of time that a reader knows, in months. */
const TIMES: readonly (readonly [months: number, name: string])[] = [
  [0.1, "3 days"],
  [0.5, "15 days"],
  [1, "1 month"],
  [3, "3 months"],
  [12, "1 year"],
  [36, "3 years"],
  [120, "10 years"],
  [360, "30 years"],
];

/**
 * Sums of money or lengths of time on a log axis, a line of its own for each, by addressee or type: a dot for one figure, a
 * bar for a range, an open triangle where an end is not printed, a cross where the number reads as a year and is left out of
 * the statistics.
 *
 * @param observations consequences with such a size (others are ignored); pass the kept copies
 * @param options yuan or months, by addressee or by type
 * @returns specification; within a row the smallest sizes stand at the foot
 * @example
 * sizeAxis([]).data.length // 0
 */
export function sizeAxis(
  observations: readonly Observation[],
  { of = "amount", by = "addressee" }: SizeAxisOptions = {},
): FigureSpec {
  const sized = observations.flatMap((observation): Sized[] => {
    const interval = observation.record[of];
    return interval ? [{ observation, interval }] : [];
  });
  const members = grouped(sized, ({ observation: { record } }) => record[by]);
  const groups = [...members.keys()].sort(
    (a, b) => members.get(a)!.length - members.get(b)!.length || (a < b ? 1 : -1),
  );
  const rows: Row[] = [];
  const ticks: { readonly at: number; readonly text: string }[] = [];
  const shapes: Partial<Shape>[] = [];
  let y = 0;
  for (const group of groups) {
    const list = members
      .get(group)!
      .sort((a, b) => anchor(a) - anchor(b) || a.observation.record.start - b.observation.record.start);
    const first = y;
    y += Math.max(0, 3 - list.length) / 2; // a name takes the room of three marks
    for (const one of list) rows.push({ ...one, y: y++ });
    const clusters = new Set(list.map(({ observation }) => observation.cluster)).size;
    const sample = `n = ${list.length}, ${clusters} ${clusters === 1 ? "cluster" : "clusters"}`;
    y = first + Math.max(3, list.length);
    ticks.push({ at: (first + y - 1) / 2, text: `${bothNames(by, group)}\n${sample}` });
    y += 1;
    shapes.push({
      type: "line",
      xref: "paper",
      x0: 0,
      x1: 1,
      y0: y - 1,
      y1: y - 1,
      line: { color: INK.grid, width: 1 },
    });
  }
  shapes.pop();
  const height = Math.min(900, 260 + 13 * y);
  const axis =
    of === "amount"
      ? { title: { text: "yuan (log axis) 元（对数轴）" }, dtick: 1 }
      : {
          title: { text: "length (log axis) 期限（对数轴）" },
          tickvals: TIMES.map(([months]) => months),
          ticktext: TIMES.map(([, name]) => name),
        };
  return {
    data: traces(rows),
    layout: {
      height,
      shapes,
      xaxis: { type: "log", ...axis },
      yaxis: {
        tickmode: "array",
        tickvals: ticks.map((tick) => tick.at),
        ticktext: ticks.map((tick) => tick.text),
        range: [-1, Math.max(y - 1, 1)],
        showgrid: false,
      },
      showlegend: true, // one kind of mark has to be named too
      legend: { orientation: "h", y: -70 / (height - 220), yanchor: "top", x: 0, xanchor: "left" },
    },
  };
}

/** A size with what it belongs to. */
interface Sized {
  readonly observation: Observation;
  readonly interval: Interval;
}
type Row = Sized & { readonly y: number };

function traces(rows: readonly Row[]): Data[] {
  const pick = (want: (min: number | null, max: number | null, year: boolean) => boolean) =>
    rows.filter(({ observation: { record }, interval: { min, max } }) =>
      want(min, max, record.flags.includes("year_artifact")),
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
            x: list.map(({ interval }) => interval[end]),
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
            x: ranges.flatMap(({ interval: { min, max } }) => [min, max, null]),
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

function anchor({ interval: { min, max } }: Sized): number {
  return min ?? max ?? 0;
}
