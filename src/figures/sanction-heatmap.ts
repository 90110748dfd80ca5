import { compareGroups } from "../severity/grouping.js";
import { bothNames } from "../severity/labels.js";
import type { ProfileRow } from "../severity/profile.js";
import type { FigureSpec } from "./figure.js";
import { orNothing } from "./nothing-to-draw.js";

/**
 * Sanction types (rows, mildest at the foot) by addressee (columns) as a heat map with the counts written in the cells.
 *
 * @param rows `profile(…, { by: "addressee", of: "type" })`
 * @returns specification; a pair that does not occur stays blank
 */
export function sanctionHeatmap(rows: readonly ProfileRow[]): FigureSpec {
  const groups = [...new Set(rows.map((row) => row.group))];
  const totals = new Map(groups.map((group) => [group, rows.find((row) => row.group === group)!.total]));
  groups.sort((a, b) => totals.get(b)! - totals.get(a)! || (a < b ? -1 : 1));
  const types = [...new Set(rows.map((row) => row.value))].sort((a, b) => compareGroups("type", a, b));
  const count = (type: string, group: string) =>
    rows.find((row) => row.group === group && row.value === type)?.count ?? null;
  const z = types.map((type) => groups.map((group) => count(type, group)));
  return orNothing({
    data: [
      {
        type: "heatmap",
        x: groups.map(
          (group) => `${bothNames("addressee", group).replace(" ", "\n")}\nn = ${totals.get(group)}`,
        ),
        y: types.map((type) => bothNames("type", type)),
        z,
        text: z.map((row) => row.map((n) => (n === null ? "" : String(n)))) as unknown as string[],
        texttemplate: "%{text}",
        hoverongaps: false,
        showscale: false, // every cell prints its count
      },
    ],
    layout: {
      height: 190 + 24 * types.length,
      xaxis: { side: "bottom", showline: false, showgrid: false, ticks: "" },
      yaxis: { showline: false, showgrid: false, ticks: "" },
    },
  });
}
