import type { Data } from "plotly.js";
import type { DuplicateKind, DuplicateRecord, DuplicateSide } from "../duplicates/records.js";
import { shortName } from "./collection-map.js";
import type { FigureSpec } from "./figure.js";
import { INK, PALETTE } from "./palette.js";

interface Place {
  readonly side: DuplicateSide;
  readonly x: number;
  readonly y: number;
  readonly kept: boolean;
  /** middle of the group */
  readonly middle: readonly [x: number, y: number];
}

const KINDS: Readonly<
  Record<DuplicateKind, { name: string; color: string; dash: "solid" | "dash" | "dot" }>
> = {
  copy: { name: "copy 相同", color: PALETTE[0], dash: "solid" },
  near_copy: { name: "near copy 近似", color: PALETTE[0], dash: "solid" },
  contained: { name: "contained 包含", color: PALETTE[2], dash: "solid" },
  template_swap: { name: "same template 同一模板", color: PALETTE[1], dash: "dash" },
};

const COLUMNS = 3;

/**
 * The network of whole texts that repeat each other: a node a text (its area by length), a line a pair.
 *
 * A full node is counted, a hollow one is left out because another copy is counted. On the line stands the share of the
 * shorter text that the longer one holds. Groups stand side by side in the order of their first text; the places mean nothing.
 *
 * @param duplicates records; passages are left out
 * @returns specification
 * @example
 * duplicateNetwork([]).data[0].text // ["no copies 无副本"]
 */
export function duplicateNetwork(duplicates: readonly DuplicateRecord[]): FigureSpec {
  const pairs = duplicates.filter(({ level }) => level === "part");
  const places = placed(pairs);
  const place = (side: DuplicateSide) => places.get(label(side)) as Place;
  const data: Data[] = [];
  for (const kind of Object.keys(KINDS) as DuplicateKind[]) {
    const drawn = pairs.filter((pair) => pair.kind === kind);
    if (drawn.length === 0) continue;
    const { name, color, dash } = KINDS[kind];
    const ends = drawn.map(({ a, b }) => [place(a), place(b)] as const);
    data.push({
      type: "scatter",
      mode: "lines",
      name,
      x: ends.flatMap(([a, b]) => [a.x, b.x, null]),
      y: ends.flatMap(([a, b]) => [a.y, b.y, null]),
      line: { color, dash, width: kind === "copy" ? 6 : 3 },
      hoverinfo: "none",
    });
    data.push({
      type: "scatter",
      mode: "text",
      x: ends.map(([a, b]) => besideLine(a, b)[0]),
      y: ends.map(([a, b]) => besideLine(a, b)[1]),
      text: drawn.map((pair) => Math.max(pair.containment_a_in_b, pair.containment_b_in_a).toFixed(2)),
      textfont: { color: INK.text },
      textposition: "middle center",
      showlegend: false,
      hoverinfo: "none",
    });
  }
  const nodes = [...places.values()];
  const longest = Math.max(1, ...nodes.map(({ side }) => side.end - side.start));
  for (const [kept, name] of [
    [true, "counted 计入"],
    [false, "left out 不计"],
  ] as const) {
    const drawn = nodes.filter((node) => node.kept === kept);
    if (drawn.length === 0) continue;
    data.push({
      type: "scatter",
      mode: "text+markers",
      name,
      x: drawn.map(({ x }) => x),
      y: drawn.map(({ y }) => y),
      text: drawn.map(({ side }) => nodeName(side)),
      textposition: drawn.map(({ y, middle }) => (y > middle[1] + 0.1 ? "top center" : "bottom center")),
      marker: {
        size: drawn.map(({ side }) => 12 + 34 * Math.sqrt((side.end - side.start) / longest)),
        symbol: drawn.map(({ side }) => (side.part === null ? "square" : "circle")),
        color: kept ? "#555555" : "#ffffff",
        line: { width: 2, color: "#555555" },
        opacity: 1,
      },
      hoverinfo: "none",
    });
  }
  if (nodes.length === 0) {
    data.push({
      type: "scatter",
      mode: "text",
      x: [COLUMNS - 1],
      y: [0],
      text: ["no copies 无副本"],
      showlegend: false,
    });
  }
  const rows = Math.ceil(groups(pairs).length / COLUMNS);
  const hidden = { visible: false, showgrid: false } as const;
  return {
    data,
    layout: {
      height: 190 + 230 * Math.max(1, rows),
      xaxis: { ...hidden, range: [-1, 2 * COLUMNS - 1] },
      yaxis: { ...hidden, range: [-2 * Math.max(1, rows) + 0.9, 1] },
      ...(nodes.length > 0 && { legend: { orientation: "h", x: 0, y: -0.02, yanchor: "top" } }),
    },
  };
}

/** Each text's place: groups in a grid, the texts of a group on a circle, the first above. */
function placed(pairs: readonly DuplicateRecord[]): Map<string, Place> {
  const left = new Set(
    pairs.flatMap(({ a, b, keep }) => [
      ...(keep === "a" || keep === "neither" ? [label(b)] : []),
      ...(keep === "b" || keep === "neither" ? [label(a)] : []),
    ]),
  );
  const places = new Map<string, Place>();
  for (const [number, sides] of groups(pairs).entries()) {
    const [cx, cy] = [2 * (number % COLUMNS), -2 * Math.floor(number / COLUMNS)];
    for (const [i, side] of sides.entries()) {
      const angle = Math.PI / 2 - (2 * Math.PI * (i + (sides.length === 2 ? 1.5 : 0))) / sides.length;
      const radius = sides.length === 1 ? 0 : 0.62;
      places.set(label(side), {
        side,
        x: cx + radius * Math.cos(angle),
        y: cy + radius * Math.sin(angle),
        kept: !left.has(label(side)),
        middle: [cx, cy],
      });
    }
  }
  return places;
}

/** A place for the number on a line: its middle, moved away from the middle of the group. */
function besideLine(a: Place, b: Place): [number, number] {
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  const [dx, dy] = [x - a.middle[0], y - a.middle[1]];
  const distance = Math.hypot(dx, dy);
  return distance < 0.05 ? [x, y + 0.12] : [x + (0.19 * dx) / distance, y + (0.13 * dy) / distance];
}

/** Texts joined by any pair, in the order of the records. */
function groups(pairs: readonly DuplicateRecord[]): DuplicateSide[][] {
  const found: Map<string, DuplicateSide>[] = [];
  for (const { a, b } of pairs) {
    const touching = found.filter((group) => group.has(label(a)) || group.has(label(b)));
    const [first = new Map<string, DuplicateSide>(), ...others] = touching;
    if (touching.length === 0) found.push(first);
    for (const other of others) {
      for (const [key, side] of other) first.set(key, side);
      found.splice(found.indexOf(other), 1);
    }
    first.set(label(a), a).set(label(b), b);
  }
  return found.map((group) => [...group.values()]);
}

function label({ source, start, end }: DuplicateSide): string {
  return `${source}\n${start}\n${end}`;
}

function nodeName({ source, part }: DuplicateSide): string {
  return `${shortName(source)} ${part === null ? "teaser 导语" : `· ${part}`}`;
}
