import { createReadStream, readFileSync } from "node:fs";
import { csvRows } from "./csv-rows.js";
import { uncompressed } from "./decompress.js";
import type { Reading } from "./document.js";
import { jsonLines } from "./json-lines.js";
import { diskMessage, isRowFile, listTexts, type TextFile } from "./list.js";
import { parquetRows } from "./parquet.js";
import { type ReadOptions, readText } from "./read.js";
import { type RowOptions, rowProblem } from "./rows.js";

/**
 * The documents of files and folders, one after the other, so that memory holds one document (of Parquet, one row
 * group) however many there are.
 *
 * Beside texts it reads files of rows, one document a row: `.csv`, `.jsonl`, `.jsonl.gz`, `.jsonl.zst`, `.parquet`. A bad file or
 * row is a problem, and the next one follows.
 *
 * @param paths a file, a folder (its `.txt` and `.md`; with `rows` its files of rows too), `-`, or several of them
 * @param options columns, limits, standard input
 * @returns a document, a problem or both for each text and row, files in code-point order of `source`
 * @example
 * const sources = [];
 * for await (const { document } of readDocuments(dataPath("teaching"))) sources.push(document.source);
 * sources.length === readCorpus(dataPath("teaching")).documents.length // true
 */
export async function* readDocuments(
  paths: string | readonly string[],
  options: ReadOptions & RowOptions & { readonly rows?: boolean } = {},
): AsyncGenerator<Reading> {
  const { files, problems } = listTexts(paths, options);
  for (const problem of problems) yield { problem };
  for (const file of files) yield* documentsOf(file, options);
}

/**
 * The documents of one file, one after the other.
 *
 * @param file a text or a file of rows
 * @param options columns, limits, standard input
 * @returns a document, a problem or both for the text or each row
 */
export async function* documentsOf(
  file: TextFile,
  options: ReadOptions & RowOptions = {},
): AsyncGenerator<Reading> {
  if (!isRowFile(file.path)) yield readText(file, options);
  else if (/\.parquet$/i.test(file.path)) yield* parquetRows(file, options);
  else if (/\.csv$/i.test(file.path)) yield* csvFile(file, options);
  else yield* jsonLines(file, uncompressed(file.path, createReadStream(file.path)), options);
}

function* csvFile(file: TextFile, options: RowOptions): Generator<Reading> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file.path);
  } catch (error) {
    yield rowProblem(file, 1, diskMessage(error));
    return;
  }
  yield* csvRows(file, bytes, options);
}
