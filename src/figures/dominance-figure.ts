import type { DominanceRow } from "../severity/dominance-matrix.js";
import { bothNames } from "../severity/labels.js";
import type { FigureSpec } from "./figure.js";

/**
 * The dominance matrix: row against column; darker blue where the row is at least as severe under every increasing
 * scale, orange where the column is, white where the answer depends on the scale.
 *
 * @param rows `dominanceMatrix(…)`
 * @param field whose names label the groups, default "addressee"
 * @returns specification; groups that dominate most others stand first
 */
export function dominanceFigure(rows: readonly DominanceRow[], field = "addressee"): FigureSpec {
  const names = [...new Set(rows.map((row) => row.x))];
  const score = (name: string) =>
    rows.reduce(
      (sum, r) => sum + (r.x !== name ? 0 : r.dominance === "x" ? 1 : r.dominance === "y" ? -1 : 0),
      0,
    );
  names.sort((a, b) => score(b) - score(a) || (a < b ? -1 : 1));
  const find = (x: string, y: string) => rows.find((row) => row.x === x && row.y === y);
  const size = (name: string) => rows.find((row) => row.x === name)!;
  const label = (name: string) => bothNames(field, name);
  const clustersOf = (name: string) => {
    const n = size(name).clusters_x;
    return n === 1 ? "1 cluster" : `${n} clusters`;
  };
  const words = {
    x: "row ≥\n行更重",
    y: "column ≥\n列更重",
    equal: "equal\n相同",
    none: "depends\n视量表",
  };
  const value = { x: 1, y: -1, equal: 0, none: 0 };
  const down = [...names].reverse();
  return {
    data: [
      {
        type: "heatmap",
        x: names.map((name) => label(name).replace(" ", "\n")),
        y: down.map((name) => `${label(name)}\nn = ${size(name).records_x}, ${clustersOf(name)}`),
        z: down.map((x) => names.map((y) => (x === y ? null : value[find(x, y)!.dominance]))),
        text: down.map((x) =>
          names.map((y) => (x === y ? "" : words[find(x, y)!.dominance])),
        ) as unknown as string[],
        texttemplate: "%{text}",
        textfont: { size: 12 },
        hoverongaps: false,
        zmin: -1,
        zmax: 1,
        colorscale: [
          [0, "#f4b183"],
          [0.5, "#f7f7f7"],
          [1, "#9ecae1"],
        ],
        showscale: false,
      },
    ],
    layout: {
      height: 200 + 52 * names.length,
      xaxis: { side: "bottom", showline: false, ticks: "", showgrid: false },
      yaxis: { showline: false, ticks: "", showgrid: false },
    },
  };
}
