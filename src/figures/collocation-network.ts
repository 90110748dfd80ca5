import type { FigureSpec } from "./figure.js";
import { bold } from "./label-text.js";
import { INK, PALETTE } from "./palette.js";

/** A word tied to a node word. */
export interface NetworkTie {
  readonly node: string;
  readonly term: string;
  /** strength, such as logDice; larger is thicker */
  readonly strength: number;
}

type Point = readonly [x: number, y: number];

/**
 * Node words with their strongest neighbours; a word that two nodes share stands between them.
 *
 * Places are computed, not found by chance: nodes on a circle, own neighbours in a fan outside each, shared ones towards
 * the middle. Distance means nothing; thickness is strength.
 *
 * @param ties neighbours of each node, strongest first
 * @param nodes node words, clockwise from the top
 * @param each how many neighbours a node keeps; default 10
 * @returns plotly traces and layout
 */
export function collocationNetwork(
  ties: readonly NetworkTie[],
  nodes: readonly string[],
  each = 10,
): FigureSpec {
  const kept = nodes.flatMap((node) =>
    ties.filter((tie) => tie.node === node && !nodes.includes(tie.term)).slice(0, each),
  );
  const between = ties.filter(
    (tie) => nodes.includes(tie.node) && nodes.includes(tie.term) && tie.node < tie.term,
  );
  const holders = new Map<string, string[]>();
  for (const { node, term } of kept) holders.set(term, [...(holders.get(term) ?? []), node]);
  const places = new Map<string, Point>();
  nodes.forEach((node, i) => {
    const angle = Math.PI / 2 - (2 * Math.PI * i) / nodes.length;
    places.set(node, [1.25 * Math.cos(angle), Math.sin(angle)]);
  });
  for (const node of nodes)
    placeFan(
      node,
      [...holders].filter(([, of]) => of.length === 1 && of[0] === node).map(([term]) => term),
      places,
    );
  placeShared(
    [...holders].filter(([, of]) => of.length > 1),
    places,
  );
  const strengths = [...kept, ...between].map((tie) => tie.strength);
  const [weak, strong] = [Math.min(...strengths), Math.max(...strengths)];
  const thickness = (strength: number) => (strong > weak ? 1 + (5 * (strength - weak)) / (strong - weak) : 2);
  const line = (tie: NetworkTie) => {
    const [a, b] = [places.get(tie.node)!, places.get(tie.term)!];
    return {
      type: "scatter" as const,
      mode: "lines" as const,
      x: [a[0], b[0]],
      y: [a[1], b[1]],
      line: { width: thickness(tie.strength), color: PALETTE[nodes.indexOf(tie.node) % PALETTE.length]! },
      opacity: 0.45,
      showlegend: false,
      hoverinfo: "skip" as const,
    };
  };
  const words = [...holders.keys()];
  const at = (term: string) => places.get(term)!;
  return {
    data: [
      ...kept.map(line),
      ...between.map(line),
      {
        type: "scatter",
        mode: "markers",
        x: words.map((term) => at(term)[0]),
        y: words.map((term) => at(term)[1]),
        marker: { size: 7, color: INK.quiet },
        showlegend: false,
      },
      {
        type: "scatter",
        mode: "markers",
        x: nodes.map((node) => at(node)[0]),
        y: nodes.map((node) => at(node)[1]),
        marker: { size: 46, color: nodes.map((_, i) => PALETTE[i % PALETTE.length]!) },
        showlegend: false,
      },
    ],
    layout: {
      height: 660,
      xaxis: { visible: false, range: [-2.3, 2.3] },
      yaxis: { visible: false, range: [-1.75, 1.95] },
      annotations: [
        ...nodes.map((node) => ({
          text: bold(node),
          x: at(node)[0],
          y: at(node)[1],
          showarrow: false,
          font: { size: 15, color: "#ffffff" },
        })),
        ...words.map((term) => ({
          text: term,
          x: at(term)[0],
          y: at(term)[1],
          yanchor: "bottom" as const,
          yshift: 3,
          showarrow: false,
          font: { size: 13 },
          bgcolor: "rgba(255,255,255,0.75)",
        })),
      ],
    },
  };
}

/** Own neighbours in two staggered arcs on the outer side of their node. */
function placeFan(node: string, terms: readonly string[], places: Map<string, Point>): void {
  const [x, y] = places.get(node)!;
  const outward = Math.atan2(y, x / 1.25);
  const spread = Math.min(Math.PI * 1.25, 0.42 * terms.length);
  terms.forEach((term, i) => {
    const angle = outward + (terms.length === 1 ? 0 : spread * (i / (terms.length - 1) - 0.5));
    const radius = i % 2 === 0 ? 0.5 : 0.78;
    places.set(term, [x + 1.15 * radius * Math.cos(angle), y + radius * Math.sin(angle)]);
  });
}

/** Shared neighbours at the mean of their nodes, in a column that is drawn apart. */
function placeShared(
  shared: readonly (readonly [string, readonly string[]])[],
  places: Map<string, Point>,
): void {
  const groups = new Map<string, string[]>();
  for (const [term, of] of shared) groups.set(of.join("\t"), [...(groups.get(of.join("\t")) ?? []), term]);
  for (const [key, terms] of groups) {
    const of = key.split("\t").map((node) => places.get(node)!);
    const centre = [0, 1].map((axis) => of.reduce((sum, point) => sum + point[axis]!, 0) / of.length);
    terms.forEach((term, i) => {
      places.set(term, [centre[0]!, centre[1]! + 0.19 * (i - (terms.length - 1) / 2)]);
    });
  }
}
