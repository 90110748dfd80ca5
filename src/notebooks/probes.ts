import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** One small change of an input in a copy of the project. */
export interface Probe {
  /** the column whose value is changed; null for a row or file that is left out */
  readonly column: string | null;
  /** what is changed, in words */
  readonly note: string;
  readonly apply: () => void;
  readonly restore: () => void;
}

/** Most changes tried for an input that names no column. */
const MOST = 8;

/**
 * The changes to try on an input: for a table one row left out (the first, the middle, the last), then one value changed
 * in each column; for a folder one file left out.
 *
 * @param root the copy
 * @param input path relative to it
 * @param columns columns that figures declare; their changes are always among those tried
 */
export function probes(root: string, input: string, columns: readonly string[] = []): Probe[] {
  const path = join(root, input);
  if (!existsSync(path)) return [];
  if (statSync(path).isDirectory()) return fileProbes(path);
  const original = readFileSync(path);
  if (!path.endsWith(".csv")) return [];
  const tables = tableProbes(original.toString("utf8"));
  const wanted = tables.filter(({ column }) => column !== null && columns.includes(column));
  const others = tables.filter((table) => !wanted.includes(table)).slice(0, MOST);
  return [...wanted, ...others].map(({ column, note, content }) => ({
    column,
    note,
    apply: () => writeFileSync(path, content),
    restore: () => writeFileSync(path, original),
  }));
}

function fileProbes(folder: string): Probe[] {
  const names = readdirSync(folder)
    .filter((name) => /\.(txt|md)$/.test(name))
    .sort();
  return spread(names.length).map((i) => {
    const path = join(folder, names[i]!);
    const content = readFileSync(path);
    return {
      column: null,
      note: `${names[i]} left out`,
      apply: () => rmSync(path),
      restore: () => writeFileSync(path, content),
    };
  });
}

/** First, middle and last of a number of things. */
function spread(count: number): number[] {
  return count === 0 ? [] : [...new Set([0, count >> 1, count - 1])];
}

/** A table with one change. */
interface ChangedTable {
  readonly column: string | null;
  readonly note: string;
  readonly content: string;
}

/**
 * A CSV table with one row left out, then with one value of a column changed: in a column of numbers the largest becomes
 * three times itself and one more (a share becomes half), in others the first takes the value of the first row that has
 * another. Columns with one value throughout are left out; columns of numbers come first, from the right, because counts
 * stand there and keys and offsets at the left.
 *
 * @param csv text of the table, first line the names of the columns
 */
export function tableProbes(csv: string): ChangedTable[] {
  const [head = [], ...rows] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
  const shorter = rows.length < 2 ? [] : spread(rows.length);
  const less = shorter.map((at) => ({
    column: null,
    note: `row ${at + 1} left out`,
    content: stringify([head, ...rows.filter((_, r) => r !== at)]),
  }));
  const changed = head.flatMap((column, i) => {
    const values = rows.map((row) => row[i] ?? "");
    const filled = values.filter((value) => value !== "");
    const numeric = filled.length > 0 && filled.every((value) => NUMBER.test(value));
    const at = numeric ? largest(values) : 0;
    const other = numeric ? tripled(Number(values[at])) : values.find((value) => value !== values[0]);
    if (other === undefined || rows.length === 0) return [];
    const content = stringify([head, ...rows.map((row, r) => (r === at ? row.with(i, other) : row))]);
    return [{ numeric, column, note: `${column} of row ${at + 1}: ${values[at]} now ${other}`, content }];
  });
  const ordered = [
    ...changed.filter(({ numeric }) => numeric).reverse(),
    ...changed.filter(({ numeric }) => !numeric),
  ];
  return [...less, ...ordered.map(({ column, note, content }) => ({ column, note, content }))];
}

/** A number as tables print it; `002` is a name. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/;

function largest(values: readonly string[]): number {
  let at = -1;
  for (const [i, value] of values.entries()) {
    if (value !== "" && (at < 0 || Number(value) > Number(values[at]))) at = i;
  }
  return at;
}

function tripled(value: number): string {
  return Number.isInteger(value) ? String(3 * value + 1) : String(value / 2);
}
