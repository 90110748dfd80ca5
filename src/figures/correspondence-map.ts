import type { CorrespondenceAnalysis, CorrespondencePoint } from "../terms/correspondence.js";
import type { FigureSpec } from "./figure.js";
import { textWidth } from "./font.js";
import { INK, PALETTE } from "./palette.js";
import type { Box } from "./text-boxes.js";

/** A document of a map, with the group that its colour and mark say. */
export interface MapDocument {
  readonly label: string;
  readonly name: string;
  readonly group: string;
}

/** Inner size of the map in pixels, by which labels are kept apart. */
const SIZE = { width: 660, height: 470 } as const;
const TEXT = 12;

/** Entries of one width, so that the rows of the legend do not hang on how a program measures text. */
const LEGEND = { orientation: "h", y: -0.13, x: 0, entrywidthmode: "pixels", entrywidth: 190 } as const;

/**
 * Map of a correspondence analysis: documents as marks, the words that make the axes as text, both in principal coordinates.
 *
 * Words are tried by their contribution to either axis; one that would be printed over another text is left out.
 *
 * @param analysis with two axes
 * @param documents documents in the order of the legend's groups
 * @param words how many words to try; default 40
 * @returns plotly traces and layout
 * @see Greenacre 2017, Correspondence Analysis in Practice, 3rd ed., chapters 9 and 11
 */
export function correspondenceMap(
  analysis: CorrespondenceAnalysis,
  documents: readonly MapDocument[],
  words = 40,
): FigureSpec {
  const groups = [...new Set(documents.map(({ group }) => group))];
  const points = new Map(analysis.rows.map((row) => [row.label, row]));
  const weight = ({ contribution }: CorrespondencePoint) => Math.max(...contribution);
  const tried = [...analysis.columns]
    .sort((a, b) => weight(b) - weight(a) || (a.label < b.label ? -1 : 1))
    .slice(0, words);
  const shown = documents.filter(({ label }) => points.has(label));
  const toPixels = scale([...shown.map(({ label }) => points.get(label)!), ...tried]);
  const taken: Box[] = shown.map(({ label }) => around(toPixels(points.get(label)!), 12, 12));
  const places = new Map(
    shown.map(({ label, name }) => [label, placed(name, toPixels(points.get(label)!), taken)]),
  );
  const drawn = tried.filter((word) => {
    const box = around(toPixels(word), textWidth(word.label, TEXT), TEXT + 3);
    const free = taken.every((other) => apart(box, other));
    if (free) taken.push(box);
    return free;
  });
  const axis = (k: number) => ({
    title: { text: `axis ${k + 1}: ${(100 * analysis.share[k]!).toFixed(1)} % of the inertia 惯量` },
    zeroline: true,
    zerolinecolor: INK.axis,
  });
  return {
    data: [
      {
        type: "scatter",
        mode: "text",
        x: drawn.map(({ principal }) => principal[0]!),
        y: drawn.map(({ principal }) => principal[1]!),
        text: drawn.map(({ label }) => label),
        textfont: { color: INK.quiet, size: TEXT },
        showlegend: false,
      },
      ...groups.map((group, i) => {
        const own = shown.filter((one) => one.group === group);
        const color = PALETTE[i % PALETTE.length]!;
        return {
          type: "scatter" as const,
          mode: "text+markers" as const,
          name: group,
          x: own.map(({ label }) => points.get(label)!.principal[0]!),
          y: own.map(({ label }) => points.get(label)!.principal[1]!),
          text: own.map(({ name }) => name),
          textposition: own.map(({ label }) => places.get(label)!) as never,
          textfont: { size: TEXT, color },
          marker: {
            size: 10,
            color,
            symbol: (["circle", "square", "diamond", "triangle-up", "x"] as const)[i % 5]!,
          },
        };
      }),
    ],
    layout: { height: 680, xaxis: axis(0), yaxis: axis(1), legend: LEGEND },
  };
}

type Pixel = readonly [x: number, y: number];

/** Where points of the plane lie in a map that holds them all. */
function scale(points: readonly CorrespondencePoint[]): (point: CorrespondencePoint) => Pixel {
  const [x, y] = [0, 1].map((axis) => {
    const values = points.map(({ principal }) => principal[axis]!);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { low, span: high - low || 1 };
  }) as [{ low: number; span: number }, { low: number; span: number }];
  return ({ principal }) => [
    (SIZE.width * (principal[0]! - x.low)) / x.span,
    SIZE.height * (1 - (principal[1]! - y.low) / y.span),
  ];
}

/** The side of its mark at which a label is printed over nothing, else the first; the place is then taken. */
function placed(name: string, [x, y]: Pixel, taken: Box[]): string {
  const [across, up] = [textWidth(name, TEXT) / 2 + 8, TEXT + 2];
  const sides: readonly (readonly [string, Pixel])[] = [
    ["top center", [x, y - up]],
    ["bottom center", [x, y + up]],
    ["middle right", [x + across, y]],
    ["middle left", [x - across, y]],
  ];
  const boxes = sides.map(([side, at]) => ({ side, box: around(at, textWidth(name, TEXT), TEXT + 2) }));
  const chosen = boxes.find(({ box }) => taken.every((other) => apart(box, other))) ?? boxes[0]!;
  taken.push(chosen.box);
  return chosen.side;
}

function around([x, y]: Pixel, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function apart(a: Box, b: Box): boolean {
  return a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top;
}
