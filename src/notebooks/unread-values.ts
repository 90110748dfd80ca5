import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { UsedRows } from "./changed-tables.js";
import type { FigureRuns } from "./figure-runs.js";
import { dead, type Finding } from "./finding.js";
import { type TrackedFigure, usedRows } from "./tracked-figure.js";

/**
 * Exchanges all values of tables that no figure was seen to read: no figure may change.
 *
 * @param root a copy of the project
 * @param name the notebook
 * @param tables CSV files whose rows are tracked
 */
export async function checkUnread(
  root: string,
  name: string,
  figures: readonly TrackedFigure[],
  tables: readonly string[],
  runs: FigureRuns,
): Promise<Finding[]> {
  const originals = new Map<string, string>();
  let exchanged = 0;
  for (const table of tables) {
    const used = usedRows(figures, table);
    if (used === null) continue;
    const path = join(root, table);
    const original = readFileSync(path, "utf8");
    const { content, changed } = unreadExchanged(original, used);
    originals.set(path, original);
    exchanged += changed;
    writeFileSync(path, content);
  }
  const restore = () => {
    for (const [path, original] of originals) writeFileSync(path, original);
  };
  const run = await runs.draw(figures.map(({ cell }) => cell)).finally(restore);
  const changed = figures.filter((figure) => run.specs.get(figure.id) !== figure.spec);
  if (changed.length > 0) {
    return changed.map((figure) => {
      const why = run.failed.get(figure.cell) ?? [...run.failed.values()][0];
      return dead(
        figure,
        `it changes with values that it is not seen to read${why === undefined ? "" : `: ${why}`}`,
      );
    });
  }
  const note = `no figure changes when the ${exchanged} values of ${originals.size} tables that none reads are exchanged`;
  return [{ name, status: "alive", note }];
}

/**
 * A table in which the values that nobody reads are exchanged within their column (the first with the last, and so on).
 *
 * @param csv text of the table
 * @param used what is read of it, by fields of records
 * @returns the text, and how many values are others than before
 */
export function unreadExchanged(csv: string, used: UsedRows): { content: string; changed: number } {
  const [head = [], ...rows] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
  let changed = 0;
  for (const [at, name] of head.entries()) {
    const own = used.get(name) ?? used.get(name.split("_")[0]!);
    const unread = rows.filter((_, row) => !own?.has(row + 1));
    const values = unread.map((row) => row[at]!);
    for (const [i, row] of unread.entries()) {
      const value = values[values.length - 1 - i]!;
      if (row[at] !== value) changed++;
      row[at] = value;
    }
  }
  return { content: stringify([head, ...rows]), changed };
}
