import type { Data } from "plotly.js";
import { compareGroups, defaultLevel, grouped } from "../severity/grouping.js";
import { bothNames } from "../severity/labels.js";
import type { ProfileRow } from "../severity/profile.js";
import type { FigureSpec } from "./figure.js";
import { levelColor, levelName } from "./levels.js";
import { INK } from "./palette.js";

/** Pixels: all records of a column together, at least between two nodes, between the middles of two names, a thin ribbon. */
const RECORDS = 480;
const GAP = 7;
const LINE = 19;
const THIN = 12;
/** Width of a node in parts of the plot, and points along the edge of a ribbon. */
const NODE = 0.02;
const STEPS = 24;

/** A stretch of a column, from its upper to its lower end. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * From grounds (left) to sanctions (right), the width of a ribbon by the number of records: a Sankey diagram whose names
 * stand outside, so that they stay legible in print.
 *
 * Sanctions stand from grave (top) to mild, in the colour of their level; grounds by the mean level of what they bring, the
 * gravest on top. Pairs that occur once are thin, never hidden.
 *
 * @param rows `profile(…, { by: "trigger", of: "type" })`
 * @returns specification; the number of records stands beside each name
 * @example
 * triggerFlows([]).data.length // 0
 */
export function triggerFlows(rows: readonly ProfileRow[]): FigureSpec {
  if (rows.length === 0) return { data: [] };
  const [byTrigger, byType] = [grouped(rows, (row) => row.group), grouped(rows, (row) => row.value)];
  const mean = (trigger: string): number => {
    const leveled = byTrigger.get(trigger)!.flatMap((row) => {
      const level = defaultLevel(row.value);
      return level === null ? [] : [{ level, count: row.count }];
    });
    const total = leveled.reduce((sum, { count }) => sum + count, 0);
    return total === 0 ? 0 : leveled.reduce((sum, { level, count }) => sum + level * count, 0) / total;
  };
  const triggers = [...byTrigger.keys()].sort((a, b) => mean(b) - mean(a) || (a < b ? -1 : 1));
  const grave = (type: string) => defaultLevel(type) ?? 0;
  const types = [...byType.keys()].sort((a, b) => grave(b) - grave(a) || compareGroups("type", a, b));
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const pixels = RECORDS / total;
  const sizes = (groups: ReadonlyMap<string, readonly ProfileRow[]>, names: readonly string[]) =>
    names.map((name): [string, number] => [
      name,
      pixels * groups.get(name)!.reduce((sum, row) => sum + row.count, 0),
    ]);
  const [ofTriggers, ofTypes] = [column(sizes(byTrigger, triggers)), column(sizes(byType, types))];
  const end = Math.max(endOf(ofTriggers), endOf(ofTypes));
  const [left, right] = [stretched(ofTriggers, end), stretched(ofTypes, end)];
  const places = { left: cursor(left), right: cursor(right) };
  // ribbons leave and enter in the order of the other column, so that they cross as little as may be
  const ordered = triggers.flatMap((trigger) =>
    types.flatMap((type) => byTrigger.get(trigger)!.filter((row) => row.value === type)),
  );
  const named = new Set<number | null>();
  const ribbons = ordered.map((row): Data => {
    const level = defaultLevel(row.value);
    const first = !named.has(level);
    named.add(level);
    const size = pixels * row.count;
    const [a, b] = [places.left(row.group, size), places.right(row.value, size)];
    const color = levelColor(row.value);
    return {
      type: "scatter",
      mode: "lines",
      ...ribbon(a, b),
      fill: "toself",
      fillcolor: color,
      // a white edge would eat up a thin ribbon where it runs steeply
      line: size < THIN ? { color, width: 1 } : { color: "#ffffff", width: 0.6 },
      opacity: 0.9,
      hoveron: "fills",
      hoverinfo: "text",
      text: `${bothNames("trigger", row.group)} → ${bothNames("type", row.value)}: ${row.count}`,
      name: levelName(level),
      legendrank: level === null ? 7 : level,
      showlegend: first,
    };
  });
  const names = (field: string, nodes: ReadonlyMap<string, Stretch>) => ({
    tickvals: [...nodes.values()].map(({ from, to }) => (from + to) / 2),
    ticktext: [...nodes].map(([name, { from, to }]) => {
      const n = Math.round((to - from) / pixels);
      return field === "trigger" ? `${bothNames(field, name)}  ${n}` : `${n}  ${bothNames(field, name)}`;
    }),
  });
  const range: [number, number] = [end + 2, -2];
  const axis = { range, showgrid: false, showline: false, ticks: "" as const };
  return {
    data: [
      ...ribbons,
      ...nodes(left, -NODE, () => INK.quiet),
      ...nodes(right, 1, levelColor),
      // an axis without a trace is not drawn
      {
        type: "scatter",
        mode: "markers",
        x: [1],
        y: [0],
        yaxis: "y2",
        opacity: 0,
        showlegend: false,
        hoverinfo: "skip",
      },
    ],
    layout: {
      height: 235 + end,
      xaxis: { visible: false, range: [-NODE, 1 + NODE], fixedrange: true },
      yaxis: { ...axis, ...names("trigger", left) },
      yaxis2: { ...axis, ...names("type", right), side: "right", overlaying: "y", automargin: true },
      showlegend: true,
      legend: {
        orientation: "h",
        traceorder: "normal",
        x: 0.5,
        xanchor: "center",
        y: -0.01,
        yanchor: "top",
      },
    },
  };
}

/** Nodes one below the other, so far apart that their names do not meet. */
function column(sizes: readonly (readonly [name: string, size: number])[]): Map<string, Stretch> {
  const nodes = new Map<string, Stretch>();
  let last: Stretch | null = null;
  for (const [name, size] of sizes) {
    const apart: number =
      last === null ? 0 : Math.max(last.to + GAP, (last.from + last.to) / 2 + LINE - size / 2);
    last = { from: apart, to: apart + size };
    nodes.set(name, last);
  }
  return nodes;
}

function endOf(nodes: ReadonlyMap<string, Stretch>): number {
  return Math.max(0, ...[...nodes.values()].map(({ to }) => to));
}

/** The column with its gaps widened alike, until it ends where the other does. */
function stretched(nodes: ReadonlyMap<string, Stretch>, end: number): Map<string, Stretch> {
  const spare = (end - endOf(nodes)) / Math.max(1, nodes.size - 1);
  return new Map(
    [...nodes].map(([name, { from, to }], i) => [name, { from: from + i * spare, to: to + i * spare }]),
  );
}

/** Hands out the stretches of nodes from their upper ends on. */
function cursor(nodes: ReadonlyMap<string, Stretch>): (name: string, size: number) => Stretch {
  const used = new Map<string, number>();
  return (name, size) => {
    const from = nodes.get(name)!.from + (used.get(name) ?? 0);
    used.set(name, (used.get(name) ?? 0) + size);
    return { from, to: from + size };
  };
}

/** The outline of a ribbon between two stretches: along the upper edge and back along the lower, level at both ends. */
function ribbon(a: Stretch, b: Stretch): { x: number[]; y: number[] } {
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS);
  const ease = (t: number) => t * t * (3 - 2 * t);
  const edge = (from: number, to: number) => (t: number) => rounded(from + (to - from) * ease(t));
  const back = [...steps].reverse();
  return {
    x: [...steps, ...back].map(rounded),
    y: [...steps.map(edge(a.from, b.from)), ...back.map(edge(a.to, b.to))],
  };
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

function nodes(list: ReadonlyMap<string, Stretch>, at: number, color: (name: string) => string): Data[] {
  return [...list].map(([name, { from, to }]) => ({
    type: "scatter",
    mode: "lines",
    x: [at, at + NODE, at + NODE, at, at],
    y: [from, from, to, to, from].map(rounded),
    fill: "toself",
    fillcolor: color(name),
    line: { color: color(name), width: 0.5 },
    showlegend: false,
    hoverinfo: "skip",
  }));
}
