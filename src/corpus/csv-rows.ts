import { fromCsv } from "../csv.js";
import { decode } from "./decode.js";
import type { Reading } from "./document.js";
import type { TextFile } from "./list.js";
import { type RowOptions, rowDocument, rowProblem } from "./rows.js";

/**
 * The documents of a CSV, one after the other: a line of headings, then a document a row, in any encoding that texts may
 * have (spreadsheets in China save GB18030). An empty cell is no value.
 *
 * @param file what the documents are named after
 * @param bytes the file's bytes
 * @param options columns
 * @returns a document or a problem for each row; one problem where the bytes are no CSV
 * @example
 * const rows = [...csvRows({ source: "a.csv", path: "a.csv" }, Buffer.from("id,text,place\n7,罚款,云岭县\n"))];
 * rows[0].document.source // "a.csv#7"
 * rows[0].document.metadata // { place: "云岭县" }
 */
export function* csvRows(file: TextFile, bytes: Uint8Array, options: RowOptions = {}): Generator<Reading> {
  const { textColumn = "text" } = options;
  let records: Record<string, unknown>[];
  try {
    const text = { name: textColumn, type: "string" as const, description: "" };
    records = fromCsv(decode(bytes).text, [text], file.path);
  } catch (error) {
    yield rowProblem(file, 1, (error as Error).message.replace(`${file.path}: `, ""));
    return;
  }
  const names = new Set<string>();
  for (const [i, record] of records.entries()) {
    const filled = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
    yield rowDocument(file, i + 1, { ...filled, [textColumn]: record[textColumn] ?? "" }, names, options);
  }
}
