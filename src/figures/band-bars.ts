import { bothNames } from "../severity/labels.js";
import type { Scorecard } from "../targets/scorecard-records.js";
import type { FigureSpec } from "./figure.js";
import { orNothing } from "./nothing-to-draw.js";
import { INK } from "./palette.js";

const COLORS = ["#c6dbef", "#fdd0a2", "#fd8d3c", "#a63603"] as const;

/**
 * The bands of a scorecard on the scale of its total, from the best at the top, each with what follows from it.
 *
 * @param card a scorecard with bands
 * @param lowest where the axis begins, default 50: the open end of the lowest band
 * @returns specification
 */
export function bandBars(card: Scorecard, lowest = 50): FigureSpec {
  const bands = [...card.bands].sort((a, b) => (b.min ?? -1) - (a.min ?? -1) || a.start - b.start);
  const full = card.total_stated?.points ?? 100;
  const ends = bands.map((b) => ({ from: Math.max(lowest, b.min ?? lowest), to: b.max ?? full }));
  const y = bands.map((b) => name(b.min, b.min_inclusive, b.max, b.max_inclusive));
  const consequences = bands.map((b) => {
    const codes = [...new Set(b.consequences.map((c) => c.type))];
    const words = codes.map((code) => bothNames("type", code));
    const rows: string[] = [];
    for (let i = 0; i < words.length; i += 2) rows.push(words.slice(i, i + 2).join("; "));
    return rows.length > 0 ? rows.join("\n") : "none named 未载";
  });
  return orNothing({
    data: [
      {
        type: "bar",
        orientation: "h",
        base: ends.map((e) => e.from),
        x: ends.map((e) => e.to - e.from),
        y,
        marker: { color: bands.map((_, i) => COLORS[Math.min(i, COLORS.length - 1)] as string) },
        showlegend: false,
      },
    ],
    layout: {
      height: 200 + 62 * bands.length,
      bargap: 0.35,
      xaxis: {
        title: { text: "total score 总分" },
        range: [lowest, full + 62],
        tickvals: [50, 60, 70, 80, 90, 100].filter((t) => t >= lowest),
      },
      yaxis: { autorange: "reversed", type: "category" },
      annotations: bands.map((_, i) => ({
        x: full + 2,
        y: i,
        xref: "x" as const,
        yref: "y" as const,
        text: consequences[i] as string,
        showarrow: false,
        xanchor: "left" as const,
        align: "left" as const,
        font: { size: 12.5, color: INK.text },
      })),
    },
  });
}

function name(min: number | null, minIn: boolean | null, max: number | null, maxIn: boolean | null): string {
  if (max === null) return `${minIn ? "≥" : ">"} ${min}`;
  if (min === null) return `${maxIn ? "≤" : "<"} ${max}`;
  return `${minIn ? "[" : "("}${min}, ${max}${maxIn ? "]" : ")"}`;
}
