import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { fileWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { type Column, toCsv } from "../csv.js";
import { replaceFile } from "../whole-file.js";

export const TABLE_FORMATS = ["jsonl", "csv", "parquet"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** Writes a table row by row; memory holds a batch of rows. */
export interface TableWriter {
  readonly add: (row: object) => void;
  /** writes what is left; the table's bytes are then on the disk */
  readonly close: () => void;
}

/** Rows written at once: lines of text, and a row group of Parquet. */
const BATCH = { jsonl: 1000, csv: 1000, parquet: 20_000 } as const;

/**
 * A new table.
 *
 * @param path where, with its ending
 * @param columns of CSV and Parquet; JSON lines hold the rows as they are
 * @param format `jsonl`, `csv` or `parquet`
 * @returns functions to add a row and to close the table
 */
export function tableWriter(path: string, columns: readonly Column[], format: TableFormat): TableWriter {
  const { write, close } =
    format === "parquet" ? parquetFile(path, columns) : textFile(path, columns, format);
  let batch: object[] = [];
  const flush = (): void => {
    if (batch.length > 0) write(batch);
    batch = [];
  };
  return {
    add(row) {
      batch.push(row);
      if (batch.length === BATCH[format]) flush();
    },
    close() {
      flush();
      close();
      const file = openSync(path, "r+");
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/**
 * Writes a table under a temporary name and renames it at the end: whole or not at all.
 *
 * @param path where, without the ending
 * @param columns see `tableWriter`
 * @param rows plain records
 * @param format also the ending
 */
export function replaceTable(
  path: string,
  columns: readonly Column[],
  rows: Iterable<object>,
  format: TableFormat,
): void {
  replaceFile(`${path}.${format}`, (temporary) => {
    const table = tableWriter(temporary, columns, format);
    for (const row of rows) table.add(row);
    table.close();
  });
}

interface File {
  readonly write: (rows: readonly object[]) => void;
  readonly close: () => void;
}

function textFile(path: string, columns: readonly Column[], format: "jsonl" | "csv"): File {
  const file = openSync(path, "w");
  const put = (text: string): void => {
    const bytes = Buffer.from(text);
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
  };
  const header = toCsv([], columns);
  if (format === "csv") put(header);
  return {
    write(rows) {
      if (format === "csv") put(toCsv(rows, columns).slice(header.length));
      else put(rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    },
    close: () => closeSync(file),
  };
}

const TYPES = {
  string: "STRING",
  integer: "INT64",
  number: "DOUBLE",
  boolean: "BOOLEAN",
  json: "STRING",
} as const;

function parquetFile(path: string, columns: readonly Column[]): File {
  const typed = columns.map(({ name, type }) => ({ name, type: TYPES[type] }));
  const schema = schemaFromColumnData({ columnData: typed.map((column) => ({ ...column, data: [] })) });
  const file = new ParquetWriter({ writer: fileWriter(path), schema });
  return {
    write(rows) {
      const columnData = columns.map(({ name, type }) => ({
        name,
        data: rows.map((row) => parquetValue((row as Record<string, unknown>)[name], type)),
      }));
      void file.write({ columnData, rowGroupSize: rows.length });
    },
    close: () => void file.finish(),
  };
}

function parquetValue(value: unknown, type: Column["type"]): unknown {
  if (value === null || value === undefined) return null;
  if (type === "integer") return BigInt(value as number);
  return type === "json" ? JSON.stringify(value) : value;
}
