import type { Scorecard, ScorecardItem } from "../targets/scorecard-records.js";
import type { FigureSpec } from "./figure.js";
import { orNothing } from "./nothing-to-draw.js";
import { INK, PALETTE } from "./palette.js";

/** A scorecard with the name it has in the figure. */
export interface NamedCard {
  readonly name: string;
  readonly card: Scorecard;
}

interface Cell {
  readonly id: string;
  readonly parent: string;
  readonly label: string;
  readonly value: number;
  readonly color: string;
}

const LONGEST = 13;
const GAP = 14; // pixels between contracts

/**
 * The points of scorecards as icicles one below the other: a contract at the left, its items, the items inside those;
 * height is points.
 *
 * Points that the printed total promises and no item assigns stand as a grey cell. Items that a number measures have the
 * full colour, those that only an assessor scores are lighter. Cells too small for their name stay without.
 *
 * @param cards scorecards with items
 * @returns specification
 */
export function pointsIcicle(cards: readonly NamedCard[]): FigureSpec {
  const lists = cards.map((named, i) => cellsOf(named, PALETTE[i % PALETTE.length] as string));
  const heights = lists.map((cells) => Math.max(150, Math.min(820, 25 * cells.length)));
  const whole = heights.reduce((s, h) => s + h, 0) + GAP * Math.max(0, cards.length - 1);
  let top = 1;
  const data = lists.map((cells, i): FigureSpec["data"][number] => {
    const bottom = top - (heights[i] as number) / whole;
    const domain = { x: [0, 1], y: [Math.max(0, bottom), top] };
    top = bottom - GAP / whole;
    return {
      type: "icicle",
      branchvalues: "total",
      ids: cells.map((c) => c.id),
      parents: cells.map((c) => c.parent),
      labels: cells.map((c) => c.label),
      values: cells.map((c) => c.value),
      marker: { colors: cells.map((c) => c.color), line: { width: 1, color: "#ffffff" } },
      tiling: { orientation: "h" },
      pathbar: { visible: false },
      sort: false,
      textinfo: "label",
      textfont: { size: 13 },
      outsidetextfont: { size: 13, color: "#ffffff" },
      leaf: { opacity: 1 },
      hoverinfo: "label",
      domain,
    } as FigureSpec["data"][number];
  });
  return orNothing({ data, layout: { height: 110 + whole, uniformtext: { minsize: 11, mode: "hide" } } });
}

function cellsOf({ name, card }: NamedCard, color: string): Cell[] {
  const items = card.total_of_items ?? 0;
  const total = Math.max(card.total_stated?.points ?? items, items);
  const cells: Cell[] = [{ id: name, parent: "", label: `${name}: ${total}`, value: total, color }];
  const add = (item: ScorecardItem, parent: string): void => {
    const id = `${parent}/${item.id}`;
    cells.push({
      id,
      parent,
      label: `${shortName(item.item)} ${item.points}`,
      value: item.points as number,
      color: isMeasured(item) ? color : lighter(color),
    });
    for (const child of item.children) if (child.points !== null) add(child, id);
  };
  for (const item of card.items) add(item, name);
  if (total > items) {
    const label = `not assigned 未分配 ${total - items}`;
    cells.push({ id: `${name}/open`, parent: name, label, value: total - items, color: INK.grid });
  }
  return cells;
}

/** whether a number decides on the points, here or in an item inside */
function isMeasured(item: ScorecardItem): boolean {
  return item.value !== null || item.children.some(isMeasured);
}

function shortName(name: string): string {
  const plain = name.replace(/[（(].*$/, "").replace(/^[^\u4e00-\u9fff“]+/, "");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}

/** the colour mixed with white, one to two */
function lighter(hex: string): string {
  const part = (at: number): string =>
    Math.round((Number.parseInt(hex.slice(at, at + 2), 16) + 2 * 255) / 3)
      .toString(16)
      .padStart(2, "0");
  return `#${part(1)}${part(3)}${part(5)}`;
}
