import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { decompress } from "fzstd";
import { asyncBufferFromFile, type Compressors, parquetMetadataAsync, parquetReadObjects } from "hyparquet";
import type { Reading } from "./document.js";
import type { TextFile } from "./list.js";
import { type RowOptions, rowDocument, rowProblem } from "./rows.js";

/** Largest row group read, in bytes as uncompressed: a group is held whole. */
const MAX_GROUP_BYTES = 2 ** 30;

/** Codecs beside Snappy, which the reader has; none writes more than the page's header says. */
const CODECS: Compressors = {
  GZIP: (input, size) => gunzipSync(input, { maxOutputLength: Math.max(1, size) }),
  BROTLI: (input, size) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, size) }),
  ZSTD: (input, size) => decompress(input, new Uint8Array(size)),
};

/**
 * The documents of a Parquet file, one row group in memory at a time.
 *
 * @param file the file, what the documents are named after
 * @param options columns
 * @returns a document or a problem for each row; a group that cannot be read is one problem, named by its first row
 */
export async function* parquetRows(file: TextFile, options: RowOptions = {}): AsyncGenerator<Reading> {
  const { textColumn = "text" } = options;
  const names = new Set<string>();
  let row = 0;
  try {
    const buffer = await asyncBufferFromFile(file.path);
    const metadata = await parquetMetadataAsync(buffer);
    const columns = metadata.schema.slice(1).map(({ name }) => name);
    if (!columns.includes(textColumn)) {
      yield rowProblem(file, 1, `expected a column ${textColumn}, found ${columns.join(", ")}`);
      return;
    }
    for (const group of metadata.row_groups) {
      const rowStart = row;
      row += Number(group.num_rows);
      const size = Number(group.total_byte_size);
      if (size > MAX_GROUP_BYTES) {
        const message = `expected row groups of at most ${MAX_GROUP_BYTES} bytes, found ${size}: write smaller groups`;
        yield rowProblem(file, rowStart + 1, message);
        continue;
      }
      const range = { rowStart, rowEnd: row };
      let records: Record<string, unknown>[];
      try {
        records = await parquetReadObjects({
          file: buffer,
          metadata,
          ...range,
          compressors: CODECS,
          parsers: { stringFromBytes: strictly },
        });
      } catch (error) {
        const found = `rows ${rowStart + 1} to ${row} cannot be read: ${(error as Error).message}`;
        yield rowProblem(file, rowStart + 1, `expected Parquet, found that ${found}`);
        continue;
      }
      for (const [i, record] of records.entries())
        yield rowDocument(file, rowStart + i + 1, record, names, options);
    }
  } catch (error) {
    yield rowProblem(file, row + 1, `expected Parquet, found: ${(error as Error).message}`);
  }
}

/** Text in UTF-8, or the bytes themselves where they are none. */
function strictly(bytes: Uint8Array | undefined): string | Uint8Array | undefined {
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}
