import type { Data } from "plotly.js";
import { bothNames } from "../severity/labels.js";
import type { ProfileRow } from "../severity/profile.js";
import type { FigureSpec } from "./figure.js";
import { LEVEL_COLORS, levelName, NO_LEVEL_COLOR } from "./levels.js";
import { orNothing } from "./nothing-to-draw.js";

/**
 * Shares of the six severity levels by group as bars of 100 per cent, levels 1–3 in blue, 4–6 in orange, none in grey.
 *
 * @param rows `profile(…, { by, of: "severity_level" })`
 * @param field whose names label the groups, default "addressee"
 * @returns specification; groups with the largest share at level 4 or more on top, their n beside the name
 */
export function levelProfile(rows: readonly ProfileRow[], field = "addressee"): FigureSpec {
  const groups = [...new Set(rows.map((row) => row.group))];
  const share = (group: string, level: string) =>
    rows.find((row) => row.group === group && row.value === level)?.share ?? 0;
  const grave = (group: string) => share(group, "4") + share(group, "5") + share(group, "6");
  const total = (group: string) => rows.find((row) => row.group === group)!.total;
  groups.sort((a, b) => grave(a) - grave(b) || (a < b ? 1 : -1));
  const y = groups.map((group) => `${bothNames(field, group)}  n = ${total(group)}`);
  const levels = ["1", "2", "3", "4", "5", "6", "none"];
  const data = levels.map((level, i): Data => {
    const name = levelName(level === "none" ? null : i + 1);
    const x = groups.map((group) => share(group, level));
    return {
      type: "bar",
      orientation: "h",
      name,
      x,
      y,
      marker: { color: i < 6 ? LEVEL_COLORS[i]! : NO_LEVEL_COLOR },
      text: x.map((value) => (value >= 0.06 ? String(Math.round(100 * value)) : "")),
      textposition: "inside",
      insidetextanchor: "middle",
      textangle: 0,
    };
  });
  return orNothing({
    data,
    layout: {
      barmode: "stack",
      height: 250 + 36 * groups.length,
      xaxis: {
        title: { text: "share of sanctions (per cent in the bars)" },
        tickformat: ".0%",
        range: [0, 1.0001], // rounding in the sums must not push the last bar over the edge
      },
      legend: { orientation: "h", traceorder: "normal", y: -0.28, yanchor: "top", x: 0, xanchor: "left" },
    },
  });
}
