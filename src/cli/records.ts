import { toCsv } from "../csv.js";
import { writeWhole } from "../whole-file.js";
import { oneOf } from "./arguments.js";
import { inFixedOrder, type RecordCommand } from "./fields.js";
import { type Io, printable } from "./io.js";

export const FORMATS = ["ndjson", "json", "csv", "table"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * Writes a command's records to standard output or, through a temporary file renamed at the end, to `--output`.
 *
 * @param records plain records
 * @param values option values with `format` and `output`
 * @param io where to write
 * @param command whose fields come first in their fixed order
 */
export function writeRecords(
  records: readonly object[],
  values: Readonly<Record<string, unknown>>,
  io: Io,
  command?: RecordCommand,
): void {
  const ordered = command ? records.map((record) => inFixedOrder(command, record)) : records;
  const output = values.output as string | undefined;
  const fallback: Format = io.terminal && output === undefined ? "table" : "ndjson";
  const text = formatRecords(ordered, oneOf(values as Record<string, string>, "format", FORMATS, fallback));
  if (output === undefined) io.stdout(text);
  else writeWhole(output, text);
}

/** Checks `--format` before any work is done. */
export function checkFormat(values: Readonly<Record<string, unknown>>): void {
  oneOf(values as Record<string, string>, "format", FORMATS, "ndjson");
}

/** The records as text. `json` is one array; `csv` has the union of the fields as header; `table` is for reading. */
export function formatRecords(records: readonly object[], format: Format): string {
  if (format === "json") return `${JSON.stringify(records, null, 1)}\n`;
  if (format === "ndjson") return records.map((r) => `${JSON.stringify(r)}\n`).join("");
  const names = [...new Set(records.flatMap((r) => Object.keys(r)))];
  const columns = names.map((name) => ({ name, type: "string" as const, description: "" }));
  if (format === "csv") return names.length ? toCsv(records, columns) : "";
  return table(records as readonly Record<string, unknown>[], names);
}

const MOST = 40; // columns of characters a cell may take

function table(records: readonly Record<string, unknown>[], names: readonly string[]): string {
  const rows = [names, ...records.map((r) => names.map((n) => cell(r[n])))];
  const widths = names.map((_, i) => Math.max(...rows.map((row) => width(row[i]!))));
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => text + " ".repeat(widths[i]! - width(text)))
      .join("  ")
      .trimEnd();
  return `${rows.map(line).join("\n")}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  let used = 0;
  let shown = "";
  for (const c of printable(text)) {
    used += width(c);
    if (used > MOST) return `${shown}…`;
    shown += c;
  }
  return shown;
}

/** Columns on a terminal: wide characters take two. */
function width(text: string): number {
  let columns = 0;
  for (const c of text) columns += c.codePointAt(0)! >= 0x1100 && !/[\u2010-\u2027…]/.test(c) ? 2 : 1;
  return columns;
}
