import type { ShortfallRow } from "../targets/shortfall-curve.js";
import type { FigureSpec } from "./figure.js";
import { orNothing } from "./nothing-to-draw.js";
import { INK, PALETTE } from "./palette.js";

/** A contract's curve with the thresholds of its bands. */
export interface ContractCurve {
  readonly name: string;
  readonly rows: readonly ShortfallRow[];
  readonly thresholds: readonly number[];
}

/**
 * The score that contracts leave when every priced indicator misses its target by the same distance, a panel a contract.
 *
 * Broken lines are the thresholds of the bands: where the curve crosses one, the consequences change.
 *
 * @param contracts one or two curves
 * @returns specification
 */
export function contractCurves(contracts: readonly ContractCurve[]): FigureSpec {
  const furthest = Math.max(1, ...contracts.flatMap((c) => c.rows.map((r) => r.shortfall)));
  const axis = (i: number): string => (i === 0 ? "" : String(i + 1));
  const data = contracts.map(({ name, rows }, i): FigureSpec["data"][number] => ({
    type: "scatter",
    mode: "lines+markers",
    name,
    x: rows.map((r) => r.shortfall),
    y: rows.map((r) => r.score),
    xaxis: `x${axis(i)}` as "x",
    yaxis: `y${axis(i)}` as "y",
    line: { shape: "hv", color: PALETTE[i % PALETTE.length] as string, width: 2.5 },
    marker: { size: 5 },
    showlegend: false,
  }));
  const shapes = contracts.flatMap(({ thresholds }, i) =>
    thresholds.map((y) => ({
      type: "line" as const,
      xref: `x${axis(i)}` as "x",
      yref: `y${axis(i)}` as "y",
      x0: 0,
      x1: furthest,
      y0: y,
      y1: y,
      line: { color: INK.axis, width: 1.5, dash: "dash" as const },
    })),
  );
  const width = (1 - 0.08 * (contracts.length - 1)) / Math.max(1, contracts.length);
  const axes = Object.fromEntries(
    contracts.flatMap(({ name }, i) => {
      const from = i * (width + 0.08);
      return [
        [
          `xaxis${axis(i)}`,
          {
            domain: [from, from + width],
            range: [0, furthest + 0.4],
            title: { text: name },
            anchor: `y${axis(i)}`,
          },
        ],
        [
          `yaxis${axis(i)}`,
          {
            range: [0, 104],
            anchor: `x${axis(i)}`,
            dtick: 10,
            ...(i === 0 ? { title: { text: "score 得分" } } : {}),
          },
        ],
      ];
    }),
  );
  return orNothing({ data, layout: { height: 470, shapes, ...axes } });
}
