import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../whole-file.js";

/**
 * The rows that a cell rests on: table to rows (`1-28,30`, counted from 1, the header line left out) to the columns that
 * were read of them, joined by a space. `all` stands for a table that is used whole; a table that is only counted has
 * no rows.
 *
 * A table on disk is named by its path in the project (`data/study/parts.csv`); a table made of texts by the texts and
 * its name (`data/teaching:consequences`).
 */
export type CellReads = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** For each code cell, counted from 1: the rows it rests on, and the cells whose variables it takes. */
export type NotebookReads = Readonly<
  Record<number, { readonly reads: CellReads; readonly uses: readonly number[] }>
>;

/** What `notebooks/figures.rows.json` records: notebook to cell to the rows that it rests on. */
export type RecordedRows = Readonly<Record<string, Readonly<Record<string, CellReads>>>>;

const NAME = "figures.rows.json";

/** Reads the recorded rows of a folder of notebooks; none when there is no file. */
export function readRecordedRows(folder: string): RecordedRows {
  const path = join(folder, NAME);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as RecordedRows) : {};
}

/** Writes the recorded rows, sorted by notebook. */
export function writeRecordedRows(folder: string, rows: RecordedRows): void {
  const sorted = Object.fromEntries(
    Object.keys(rows)
      .sort()
      .map((name) => [name, rows[name]]),
  );
  writeWhole(join(folder, NAME), `${JSON.stringify(sorted, null, 1)}\n`);
}

/** The rows of a notebook's cells as they are recorded; cells that rest on none are left out. */
export function cellRows(reads: NotebookReads): Readonly<Record<string, CellReads>> {
  return Object.fromEntries(
    Object.entries(reads).flatMap(([cell, { reads: own }]) =>
      Object.keys(own).length === 0 ? [] : [[cell, own]],
    ),
  );
}

/** The first cell and table whose rows are not the recorded ones, in words; null when all are. */
export function rowsDifference(
  recorded: RecordedRows[string] | undefined,
  reads: NotebookReads,
): string | null {
  if (recorded === undefined) return `${NAME} does not record which rows it reads`;
  const now = cellRows(reads);
  for (const cell of new Set([...Object.keys(recorded), ...Object.keys(now)])) {
    const [was = {}, is = {}] = [recorded[cell], now[cell]];
    for (const table of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (JSON.stringify(was[table]) !== JSON.stringify(is[table]))
        return `cell ${cell} rests on other rows of ${table} than ${NAME} records`;
    }
  }
  return null;
}

/**
 * Single rows of a list of ranges.
 *
 * @example
 * rowNumbers("1-3,7") // [1, 2, 3, 7]
 */
export function rowNumbers(ranges: string): number[] {
  if (ranges === "") return [];
  return ranges.split(",").flatMap((range) => {
    const [first = 0, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

/** The file or folder that a table comes from: `data/teaching` of `data/teaching:consequences`. */
export function fileOf(table: string): string {
  return table.split(":")[0]!;
}

/** A cell, and all cells whose variables it takes, directly or by way of others. */
export function withUsedCells(reads: NotebookReads, cell: number): Set<number> {
  const found = new Set([cell]);
  for (const one of found) for (const used of reads[one]?.uses ?? []) found.add(used);
  return found;
}
