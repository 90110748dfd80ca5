import type { Reading, ReadProblem } from "./document.js";
import type { TextFile } from "./list.js";
import { sha256 } from "./provenance.js";

/** Which columns of a file of rows make a document. */
export interface RowOptions {
  /** the column that holds the text; default `text` */
  readonly textColumn?: string;
  /** the column that names the document; default `id`; a row without it is named by its number */
  readonly idColumn?: string;
  /** largest row read, in bytes as uncompressed; default 64 MiB */
  readonly maxRowBytes?: number;
}

/** Largest row read by default, in bytes as uncompressed. */
export const MAX_ROW_BYTES = 64 * 2 ** 20;

/** A problem of one row of a file. */
export function rowProblem(
  file: TextFile,
  row: number,
  message: string,
  severity: ReadProblem["severity"] = "error",
): { readonly problem: ReadProblem } {
  return { problem: { path: file.path, row, message, severity } };
}

/**
 * The document that a row is.
 *
 * @param file the file of rows
 * @param row number of the row, from 1
 * @param record the row's columns
 * @param names names given in the file so far: each document needs one of its own, so the new one is added
 * @param options which columns hold text and id
 * @returns the document, named `file#id`, with the other columns as `metadata`; or what was expected and found
 * @example
 * rowDocument({ source: "a.jsonl", path: "a.jsonl" }, 3, { text: "罚款", year: 2009 }, new Set()).document.source // "a.jsonl#3"
 */
export function rowDocument(
  file: TextFile,
  row: number,
  record: unknown,
  names: Set<string>,
  { textColumn = "text", idColumn = "id" }: RowOptions = {},
): Reading {
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    return rowProblem(file, row, `expected an object with columns, found ${nameOf(record)}`);
  }
  const { [textColumn]: text, [idColumn]: id, ...metadata } = record as Record<string, unknown>;
  if (typeof text !== "string") {
    return rowProblem(file, row, `expected text in the column ${textColumn}, found ${nameOf(text)}`);
  }
  const lone = text.search(/[\ud800-\udfff]/u);
  if (lone >= 0) {
    return rowProblem(
      file,
      row,
      `expected text in the column ${textColumn}, found half a character at ${lone}`,
    );
  }
  const name = id === undefined || id === null || id === "" ? String(row) : id;
  if (typeof name !== "string" && typeof name !== "number" && typeof name !== "bigint") {
    return rowProblem(
      file,
      row,
      `expected a name or number in the column ${idColumn}, found ${nameOf(name)}`,
    );
  }
  if (names.has(String(name))) {
    return rowProblem(
      file,
      row,
      `expected a ${idColumn} of its own, found ${name}, which an earlier row has`,
    );
  }
  names.add(String(name));
  const document = {
    source: `${file.source}#${name}`,
    text,
    encoding: "utf-8" as const,
    bytes: Buffer.byteLength(text),
    sha256: sha256(text),
    metadata: plain(metadata) as Record<string, unknown>,
  };
  if (text.trim() !== "") return { document };
  return { document, ...rowProblem(file, row, "an empty document: no text in it", "warning") };
}

/** What a value is, in the words of a message. */
function nameOf(value: unknown): string {
  if (value === undefined) return "no such column";
  if (value === null) return "null";
  if (value instanceof Uint8Array) return "bytes that are not UTF-8";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value} (${String(value).slice(0, 40)})`;
}

/** Values as JSON holds them: dates in ISO 8601, large integers as digits, bytes as base64. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
