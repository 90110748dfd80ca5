import type { ClaimRecord } from "../targets/claims.js";
import type { FigureSpec } from "./figure.js";
import { orNothing } from "./nothing-to-draw.js";

/** Names of the verdicts and their colours. */
const VERDICTS = [
  { holds: true, name: "holds 相符", color: "#9ecae1" },
  { holds: false, name: "fails 不符", color: "#d55e00" },
  { holds: null, name: "cannot be decided 无从判断", color: "#bdbdbd" },
] as const;

/**
 * Claims by group as stacked bars: how many hold, fail, or cannot be decided.
 *
 * @param claims records of the audit
 * @param group the group that a claim belongs to, such as its document or type
 * @returns specification; groups in code-point order from the top, the number of claims beside the name
 */
export function claimVerdicts(
  claims: readonly ClaimRecord[],
  group: (claim: ClaimRecord) => string,
): FigureSpec {
  const groups = [...new Set(claims.map(group))].sort((a, b) => (a < b ? 1 : -1));
  const count = (g: string, holds: boolean | null): number =>
    claims.filter((c) => group(c) === g && c.holds === holds).length;
  const y = groups.map((g) => `${g}  n = ${claims.filter((c) => group(c) === g).length}`);
  return orNothing({
    data: VERDICTS.map(({ holds, name, color }) => {
      const x = groups.map((g) => count(g, holds));
      return {
        type: "bar",
        orientation: "h",
        name,
        x,
        y,
        marker: { color },
        text: x.map((n) => (n > 0 ? String(n) : "")),
        textposition: "inside",
        insidetextanchor: "middle",
        textangle: 0,
        constraintext: "none",
      };
    }),
    layout: {
      barmode: "stack",
      height: 220 + 27 * groups.length,
      xaxis: { title: { text: "claims 可核之数" }, rangemode: "tozero" },
      legend: { orientation: "h", traceorder: "normal", x: 0, y: -0.16, yanchor: "top" },
    },
  });
}
