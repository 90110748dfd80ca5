import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** What a figure reads of a table: field to rows, counted from 1. */
export type UsedRows = ReadonlyMap<string, ReadonlySet<number>>;

/** What is known of a figure's use of a table, to find a change that shows. */
export interface Use {
  /** null: not known row by row */
  readonly rows: UsedRows | null;
  /** words that stand in the figure: a row that holds them is looked at first */
  readonly shown?: ReadonlySet<string>;
}

/** A table with one change. */
export interface ChangedTable {
  /** the column whose value is changed; null for a row that is left out */
  readonly column: string | null;
  /** what is changed, in words */
  readonly note: string;
  readonly content: () => string;
}

/** A column with the rows whose values are in use. */
interface UsedColumn {
  readonly name: string;
  readonly at: number;
  readonly rows: readonly number[];
  readonly numeric: boolean;
}

/**
 * The changes to try on a CSV table, the most telling first: among the rows of which most columns are read and most words
 * stand in the figure, the one with the largest number, the first, the last and the middle one are left out in turn; in
 * between one value is changed in each column, first in those that are read in few rows. The largest number of a column
 * becomes three times itself and one more (a share becomes half), numbers inside JSON likewise, any other value that of
 * another row.
 *
 * @param csv text of the table, first line the names of the columns
 * @param use what is read of it, by fields of records (`amount` stands for `amount_min` and `amount_max`)
 * @param column change values of this column only
 * @example
 * tableChanges("type,n\na,12\nb,30\n")[0]?.note // "row 2 left out"
 */
export function tableChanges(
  csv: string,
  { rows: used, shown }: Use = { rows: null },
  column: string | null = null,
): ChangedTable[] {
  const [head = [], ...rows] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
  const columns = head
    .map((name, at) => usedColumn(rows, name, at, used))
    .filter(({ rows: own }) => own.length);
  const text = (changed: readonly (readonly string[])[]) => stringify([head, ...changed]);
  const first = telling(rows, columns, shown ?? new Set());
  const values = bySharpness(columns)
    .filter(({ name }) => column === null || name === column)
    .flatMap((each) => valueChanges(rows, each, first, column === null ? 1 : 4, text));
  if (column !== null) return values;
  const number = bySharpness(columns).find(({ numeric }) => numeric);
  const weighty = number ? largest(rows, number.at, first) : [];
  const left = [
    ...weighty.slice(0, 1),
    ...[0, first.length - 1, first.length >> 1].flatMap((i) => first[i] ?? []),
  ];
  const less = rows.length < 2 ? [] : [...new Set(left)].map((row) => rowLeftOut(rows, row, text));
  return interleaved(less, values);
}

function usedColumn(rows: readonly string[][], name: string, at: number, used: UsedRows | null): UsedColumn {
  const own = used?.get(name) ?? used?.get(name.split("_")[0]!);
  const filled = rows.map((row) => row[at] ?? "").filter((value) => value !== "");
  return {
    name,
    at,
    rows: rows.map((_, row) => row).filter((row) => used === null || own?.has(row + 1)),
    numeric: filled.length > 0 && filled.every((value) => NUMBER.test(value)),
  };
}

type Text = (rows: readonly (readonly string[])[]) => string;

function rowLeftOut(rows: readonly string[][], row: number, text: Text): ChangedTable {
  const content = () => text(rows.filter((_, r) => r !== row));
  return { column: null, note: `row ${row + 1} left out`, content };
}

/** Columns read in few rows first, numbers before names, places in the text last, else from the right. */
function bySharpness(columns: readonly UsedColumn[]): UsedColumn[] {
  const place = ({ name }: UsedColumn) => (/(^|_)(start|end)$/.test(name) ? 1 : 0);
  return [...columns].sort(
    (a, b) =>
      place(a) - place(b) ||
      a.rows.length - b.rows.length ||
      Number(b.numeric) - Number(a.numeric) ||
      b.at - a.at,
  );
}

/** The rows whose change should show: those with most words in the figure and most columns read, in their order. */
function telling(
  rows: readonly string[][],
  columns: readonly UsedColumn[],
  shown: ReadonlySet<string>,
): number[] {
  const count = rows.map(() => 0);
  for (const { at, rows: own } of columns) {
    for (const row of own) count[row]! += 1 + (shown.has(rows[row]![at]!) ? columns.length : 0);
  }
  const most = Math.max(...count);
  return count.flatMap((own, row) => (own === most && most > 0 ? [row] : []));
}

/** Changed values of one column, at most `most`: in the telling rows if they hold it, else in any. */
function valueChanges(
  rows: readonly string[][],
  column: UsedColumn,
  first: readonly number[],
  most: number,
  text: Text,
): ChangedTable[] {
  const { name, at, numeric } = column;
  const inUse = new Set(column.rows);
  const among = first.some((row) => inUse.has(row)) ? first.filter((row) => inUse.has(row)) : column.rows;
  const spread = [0, among.length - 1, among.length >> 1, 1].flatMap((i) => among[i] ?? []);
  const order = numeric ? largest(rows, at, among) : [...new Set(spread)];
  const changed = (row: number, value: string, note: string): ChangedTable => ({
    column: name,
    note,
    content: () => text(rows.map((each, r) => (r === row ? each.with(at, value) : each))),
  });
  return order.slice(0, most).flatMap((row) => {
    const was = rows[row]![at] ?? "";
    const place = `${name} of row ${row + 1}`;
    if (/^[[{]/.test(was))
      return changedJson(was).map(({ json, note }) => changed(row, json, `${note} in ${place}`));
    const now = numeric
      ? tripled(Number(was))
      : column.rows.map((other) => rows[other]![at] ?? "").find((value) => value !== was);
    return now === undefined ? [] : [changed(row, now, `${place}: ${short(was)} now ${short(now)}`)];
  });
}

/** Rows ordered by the number in a column, largest first; empty cells are left out. */
function largest(rows: readonly string[][], at: number, among: readonly number[]): number[] {
  const value = (row: number) => Number(rows[row]![at]);
  return among
    .filter((row) => rows[row]![at] !== "" && rows[row]![at] !== undefined)
    .sort((a, b) => value(b) - value(a) || a - b);
}

/** JSON in which one number is another: of each key the largest; places in the text are left alone. */
function changedJson(text: string): { json: string; note: string }[] {
  const keys = [...new Set(leaves(JSON.parse(text)).map(({ key }) => key))].filter(
    (key) => !/^(start|end)$/.test(key),
  );
  return keys.map((key) => {
    const value = JSON.parse(text) as unknown;
    const own = leaves(value).filter((leaf) => leaf.key === key);
    const { owner, value: was } = own.reduce((a, b) => (b.value > a.value ? b : a));
    (owner as Record<string, unknown>)[key] = Number(tripled(was));
    return { json: JSON.stringify(value), note: `${key} ${was} now ${tripled(was)}` };
  });
}

function leaves(value: unknown): { owner: object; key: string; value: number }[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inside]) =>
    typeof inside === "number" ? [{ owner: value, key, value: inside }] : leaves(inside),
  );
}

function interleaved(less: readonly ChangedTable[], values: readonly ChangedTable[]): ChangedTable[] {
  const mixed: ChangedTable[] = [];
  for (let i = 0; i < Math.max(less.length, Math.ceil(values.length / 2)); i++) {
    mixed.push(...less.slice(i, i + 1), ...values.slice(2 * i, 2 * i + 2));
  }
  return mixed;
}

/** A number as tables print it; `002` is a name. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/;

function tripled(value: number): string {
  return Number.isInteger(value) ? String(3 * value + 1) : String(value / 2);
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
