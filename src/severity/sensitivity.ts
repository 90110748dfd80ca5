import { type Cell, GRID, type GridChoice } from "./multiverse.js";
import { CHOICES, type ChoiceName } from "./scores.js";

/** How one choice bears on the sign. */
export interface ChoiceSensitivity {
  readonly choice: GridChoice;
  /** pairs of cells that differ in this choice only, both with an effect */
  readonly pairs: number;
  /** those whose signs are opposite (one above 0, one below) */
  readonly flips: number;
  /** value of the choice → cells with an effect above 0, below 0, equal to 0 */
  readonly by_value: Readonly<Record<string, { above: number; below: number; zero: number }>>;
}

/** How each choice bears on the sign of the cells, the choice that flips the largest share of pairs first. */
export function sensitivities(
  cells: readonly Cell[],
  signs: readonly (number | null)[],
): ChoiceSensitivity[] {
  const names: GridChoice[] = ["scale", ...(Object.keys(CHOICES) as ChoiceName[]).filter(inGrid)];
  const choiceOf = (cell: Cell, choice: GridChoice): string =>
    choice === "scale" ? cell.scale : cell.choices[choice];
  const rows = names.map((choice) => {
    const others = names.filter((name) => name !== choice);
    const by_value: Record<string, { above: number; below: number; zero: number }> = {};
    const alike = new Map<string, (number | null)[]>();
    cells.forEach((cell, i) => {
      const value = choiceOf(cell, choice);
      by_value[value] ??= { above: 0, below: 0, zero: 0 };
      const tally = by_value[value];
      const sign = signs[i]!;
      if (sign === 1) tally.above++;
      if (sign === -1) tally.below++;
      if (sign === 0) tally.zero++;
      const key = others.map((name) => choiceOf(cell, name)).join(" ");
      alike.set(key, [...(alike.get(key) ?? []), sign]);
    });
    let pairs = 0;
    let flips = 0;
    for (const set of alike.values()) {
      for (let i = 0; i < set.length; i++) {
        for (let j = 0; j < i; j++) {
          if (set[i] === null || set[j] === null) continue;
          pairs++;
          if (set[i]! * set[j]! < 0) flips++;
        }
      }
    }
    return { choice, pairs, flips, by_value };
  });
  const share = (row: ChoiceSensitivity) => (row.pairs === 0 ? 0 : row.flips / row.pairs);
  return rows.sort((a, b) => share(b) - share(a) || names.indexOf(a.choice) - names.indexOf(b.choice));
}

function inGrid(name: ChoiceName): name is keyof typeof GRID {
  return Object.hasOwn(GRID, name);
}
