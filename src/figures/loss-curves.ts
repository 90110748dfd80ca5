import type { Margin } from "../targets/incentives.js";
import type { FigureSpec } from "./figure.js";
import { orNothing } from "./nothing-to-draw.js";
import { PALETTE } from "./palette.js";

/** What a margin is called in the figure. */
export interface NamedMargin {
  readonly name: string;
  readonly margin: Margin;
}

/**
 * Points lost against the distance to the target: a staircase an item, up to its exhaustion (open circle), then flat.
 *
 * @param margins items with a price per percentage point
 * @param furthest end of the axis, percentage points below the target, default 20
 * @returns specification
 */
export function lossCurves(margins: readonly NamedMargin[], furthest = 20): FigureSpec {
  const priced = margins.filter(
    ({ margin }) => margin.points_per_unit !== null && margin.exhausted_after !== null,
  );
  const data = priced.flatMap(({ name, margin }, i): FigureSpec["data"][number][] => {
    const color = PALETTE[i % PALETTE.length] as string;
    const price = margin.points_per_unit as number;
    const x = Array.from({ length: furthest + 1 }, (_, d) => d);
    const lost = x.map((d) => Math.min(margin.points, d * price));
    const end = margin.exhausted_after as number;
    const label = `${name}: ${price} a point 每点`;
    const dash = (["solid", "dash", "dot", "dashdot"] as const)[i % 4] as "solid";
    const line: FigureSpec["data"][number] = {
      type: "scatter",
      mode: "lines",
      name: label,
      x,
      y: lost,
      line: { shape: "hv", color, width: 2.5, dash },
    };
    if (end > furthest) return [line];
    return [
      line,
      {
        type: "scatter",
        mode: "markers",
        x: [end],
        y: [margin.points],
        marker: { symbol: "circle-open", size: 12, color, line: { width: 2.5 } },
        showlegend: false,
      },
    ];
  });
  return orNothing({
    data,
    layout: {
      height: 400 + 22 * priced.length,
      xaxis: {
        title: { text: "percentage points below the target 低于目标的百分点" },
        range: [0, furthest + 0.3],
      },
      yaxis: { title: { text: "points lost 扣分" }, rangemode: "tozero" },
      legend: { orientation: "h", x: 0, y: -0.2, yanchor: "top" },
    },
  });
}
