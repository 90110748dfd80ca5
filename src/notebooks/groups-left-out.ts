import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { ChangedTable, Use } from "./changed-tables.js";

/** Most columns by which rows are left out together. */
const MOST = 3;

/**
 * Changes of a table for figures that no single row moves, such as medians of thousands: all rows left out that share the
 * most frequent value of a column, for the columns with fewest values.
 *
 * @param csv text of the table, first line the names of the columns
 * @param use what is read of it
 * @example
 * groupsLeftOut("type,n\na,12\na,30\nb,1\n")[0]?.note // "the 2 rows whose type is a left out"
 */
export function groupsLeftOut(csv: string, { rows: used }: Use = { rows: null }): ChangedTable[] {
  const [head = [], ...rows] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
  const groups = head.flatMap((name, at) => {
    if (used !== null && !used.has(name)) return [];
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row[at]!, (counts.get(row[at]!) ?? 0) + 1);
    const [value, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ["", 0]);
    // keys, and columns with one value, are no groups
    return counts.size < 2 || count < 2 ? [] : [{ name, at, value, count, values: counts.size }];
  });
  return groups
    .sort((a, b) => a.values - b.values || a.at - b.at)
    .slice(0, MOST)
    .map(({ name, at, value, count }) => ({
      column: null,
      note: `the ${count} rows whose ${name} is ${value || "empty"} left out`,
      content: () => stringify([head, ...rows.filter((row) => row[at] !== value)]),
    }));
}
