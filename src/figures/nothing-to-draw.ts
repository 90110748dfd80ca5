import type { FigureSpec } from "./figure.js";
import { INK } from "./palette.js";

/** The specification, or one that says in words that no row is left to draw (plotly refuses a figure without a trace). */
export function orNothing(spec: FigureSpec): FigureSpec {
  const drawn = spec.data.some((trace) => !("x" in trace) || !Array.isArray(trace.x) || trace.x.length > 0);
  if (drawn) return spec;
  return {
    data: [
      {
        type: "scatter",
        mode: "text",
        x: [0],
        y: [0],
        text: ["no rows to draw 无可绘之行"],
        showlegend: false,
      },
    ],
    // what else the layout says may belong to a kind of trace that is not there, which plotly's check refuses
    layout: {
      ...(spec.layout?.height !== undefined && { height: spec.layout.height }),
      xaxis: { visible: false },
      yaxis: { visible: false },
      font: { color: INK.axis },
    },
  };
}
