import { mean } from "../stats/mean.js";
import type { Grouping } from "./grouping.js";
import type { Observation } from "./observations.js";
import { type Scale, scale } from "./scales.js";
import { type ChoiceName, type Choices, type Score, scores } from "./scores.js";
import { type ChoiceSensitivity, sensitivities } from "./sensitivity.js";

/** The six scales of the default grid. */
export const GRID_SCALES = [
  "ordinal",
  "geometric",
  "concave",
  "binary",
  "document_maximum",
  "amount",
] as const;

/**
 * The default grid: 6 scales × duplicates 2 × unspecified 3 × alternatives 3 × tiers 2 × amounts 3 × scope 2 = 1,296 cells.
 */
export const GRID = {
  duplicates: ["kept", "all"],
  unspecified: ["out", "level_1", "level_4"],
  alternatives: ["least", "most", "mean"],
  tiers: ["all", "base"],
  amounts: ["lower", "middle", "upper"],
  scope: ["records", "documents"],
} as const satisfies { readonly [K in ChoiceName]?: readonly Choices[K][] };
export type GridChoice = "scale" | keyof typeof GRID;

/** One cell of the grid: a full set of choices with what they give. */
export interface Cell {
  readonly scale: string;
  readonly choices: Pick<Choices, keyof typeof GRID>;
  /** mean x − mean y in units of the scale's range; null where a group has no value or the scale no range */
  readonly effect: number | null;
  readonly n_x: number;
  readonly n_y: number;
  readonly note: string;
}

/** A comparison of two groups under every combination of defensible choices. */
export interface Multiverse {
  readonly x: string;
  readonly y: string;
  /** in the order of the grid */
  readonly cells: readonly Cell[];
  readonly defined: number;
  /** results that are different from each other: a choice that does not bear on a scale repeats its result */
  readonly distinct: number;
  readonly above: number;
  readonly below: number;
  readonly zero: number;
  /** share of defined cells with the commoner sign; null when none is defined */
  readonly same_sign: number | null;
  /** choices by the share of pairs of cells whose sign they flip, largest first */
  readonly sensitivity: readonly ChoiceSensitivity[];
}

/**
 * Compares two groups under every combination of defensible choices.
 *
 * The effect of a cell is (mean x − mean y) / range, the range being that of the scale's values (for `amount` that of
 * the scores at hand), so that cells of different scales can stand on one axis. It is a description: the cells are not
 * independent, so there is no pooled p-value.
 *
 * @param observations consequences with their documents
 * @param by what the groups are
 * @param x name of the first group
 * @param y name of the second group
 * @param scalesUsed default the six of `GRID_SCALES`
 * @returns every cell, the share with the same sign, and which choice flips it
 * @see Steegen, Tuerlinckx, Gelman and Vanpaemel 2016, doi:10.1177/1745691616658637; Simonsohn, Simmons and Nelson 2020,
 * doi:10.1038/s41562-020-0912-z
 */
export function multiverse(
  observations: readonly Observation[],
  by: Grouping,
  x: string,
  y: string,
  scalesUsed: readonly Scale[] = GRID_SCALES.map((name) => scale(name)),
): Multiverse {
  const cells: Cell[] = [];
  for (const used of scalesUsed) {
    for (const choices of combinations()) cells.push(cellOf(observations, by, x, y, used, choices));
  }
  const signs = cells.map((cell) => (cell.effect === null ? null : signOf(cell.effect)));
  const count = (sign: number) => signs.filter((s) => s === sign).length;
  const [above, below, zero] = [count(1), count(-1), count(0)];
  const defined = above + below + zero;
  const distinct = new Set(
    cells
      .filter((c) => c.effect !== null)
      .map((c) => `${c.scale} ${c.effect!.toPrecision(10)} ${c.n_x} ${c.n_y}`),
  ).size;
  return {
    x,
    y,
    cells,
    defined,
    distinct,
    above,
    below,
    zero,
    same_sign: defined === 0 ? null : Math.max(above, below, zero) / defined,
    sensitivity: sensitivities(cells, signs),
  };
}

function signOf(effect: number): number {
  return Math.abs(effect) <= 1e-12 ? 0 : Math.sign(effect);
}

function* combinations(): Generator<Cell["choices"]> {
  for (const duplicates of GRID.duplicates)
    for (const unspecified of GRID.unspecified)
      for (const alternatives of GRID.alternatives)
        for (const tiers of GRID.tiers)
          for (const amounts of GRID.amounts)
            for (const scope of GRID.scope)
              yield { duplicates, unspecified, alternatives, tiers, amounts, scope };
}

function cellOf(
  observations: readonly Observation[],
  by: Grouping,
  x: string,
  y: string,
  used: Scale,
  choices: Cell["choices"],
): Cell {
  const { groups } = scores(observations, by, used, choices);
  const [ofX, ofY] = [groups.get(x) ?? [], groups.get(y) ?? []];
  const range = rangeOf(used, [...groups.values()].flat());
  const [meanX, meanY] = [mean(ofX.map((score) => score.value)), mean(ofY.map((score) => score.value))];
  const note =
    meanX === null || meanY === null
      ? `no value for ${meanX === null ? x : y}`
      : range === 0
        ? "all values are equal"
        : "";
  const effect = note === "" ? (meanX! - meanY!) / range : null;
  return { scale: used.name, choices, effect, n_x: ofX.length, n_y: ofY.length, note };
}

/** Highest minus lowest value: of the scale where types have values, of the scores where records are measured. */
function rangeOf(used: Scale, all: readonly Score[]): number {
  if (used.measure === "rank") return 1;
  const values = used.measure === "value" ? [...used.values.values()] : all.map((score) => score.value);
  if (values.length === 0) return 0;
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
}
