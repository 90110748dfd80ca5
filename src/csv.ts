import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";

/** A column of a table: its name, type and what it holds. */
export interface Column {
  readonly name: string;
  /** `json` columns hold lists and objects, written as JSON */
  readonly type: "string" | "integer" | "number" | "boolean" | "json";
  readonly description: string;
  /** the values that a column can take, where the list is closed */
  readonly values?: readonly string[];
}

/**
 * Writes rows as CSV (RFC 4180, UTF-8, line feed, header line, `null` as an empty field, lists and objects as JSON).
 *
 * @param rows plain records
 * @param columns which fields, in which order
 * @returns the text of the file
 * @throws TypeError when a number is not finite
 * @example
 * toCsv([{ term: "罚款", count: 2 }], [{ name: "term", type: "string", description: "" }]) // "term\n罚款\n"
 * @see RFC 4180 (2005), https://doi.org/10.17487/RFC4180
 */
export function toCsv(rows: readonly object[], columns: readonly Column[]): string {
  const cells = (rows as readonly Readonly<Record<string, unknown>>[]).map((row, i) =>
    columns.map(({ name }) => {
      const value = row[name];
      if (value === null || value === undefined) return "";
      if (typeof value === "number" && !Number.isFinite(value)) {
        throw new TypeError(`toCsv requires finite numbers, got ${value} in column ${name} of row ${i + 1}`);
      }
      return typeof value === "object" ? JSON.stringify(value) : String(value);
    }),
  );
  return stringify([columns.map((c) => c.name), ...cells]);
}

/**
 * Reads CSV with declared column types: an empty field is `null`, nothing is guessed.
 *
 * @param text the text of the file, with a header line
 * @param columns expected columns; further columns in the file are kept as strings
 * @param file name for error messages
 * @returns a record a row
 * @throws TypeError naming file, line, column, what was expected and what was found
 * @example
 * fromCsv("count\n2\n", [{ name: "count", type: "integer", description: "" }]) // [{ count: 2 }]
 */
export function fromCsv(text: string, columns: readonly Column[], file = "table"): Record<string, unknown>[] {
  const byName = new Map(columns.map((c) => [c.name, c]));
  let header: string[] = [];
  const rows = parseRows(text, file, (names) => {
    header = names;
  });
  for (const { name } of columns) {
    if (!header.includes(name)) {
      throw new TypeError(`${file} requires a column ${name}, found ${header.join(", ") || "an empty file"}`);
    }
  }
  return rows.map(({ record, info }) => {
    const row: Record<string, unknown> = {};
    for (const name of header) {
      const where = (): string => `${file}, line ${info.lines}, ${name}`;
      row[name] = readCell(record[name] ?? "", byName.get(name), where);
    }
    return row;
  });
}

type ParsedRow = { record: Record<string, string>; info: { lines: number } };

function parseRows(text: string, file: string, onHeader: (names: string[]) => void): ParsedRow[] {
  const columns = (names: string[]): string[] => {
    onHeader(names);
    return names;
  };
  try {
    return parse(text, { bom: true, info: true, columns, skip_empty_lines: true }) as unknown as ParsedRow[];
  } catch (error) {
    throw new TypeError(`${file}: expected CSV, found: ${(error as Error).message}`);
  }
}

function readCell(value: string, column: Column | undefined, where: () => string): unknown {
  if (value === "") return null;
  const type = column?.type ?? "string";
  if (column?.values && !column.values.includes(value)) {
    throw new TypeError(
      `${where()}: expected one of ${column.values.join(", ")}, found ${value.slice(0, 40)}`,
    );
  }
  if (type === "string") return value;
  if (type === "boolean" && (value === "true" || value === "false")) return value === "true";
  if (type === "integer" && /^-?\d+$/.test(value)) return Number(value);
  if (type === "number" && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value)) return Number(value);
  if (type === "json") {
    try {
      return JSON.parse(value);
    } catch {
      // named below
    }
  }
  throw new TypeError(`${where()}: expected ${type}, found ${JSON.stringify(value.slice(0, 40))}`);
}
