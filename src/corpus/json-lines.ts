import type { Reading } from "./document.js";
import { linesOf } from "./lines.js";
import type { TextFile } from "./list.js";
import { MAX_ROW_BYTES, type RowOptions, rowDocument, rowProblem } from "./rows.js";

/**
 * The documents of JSON lines, one after the other: one object a line, in UTF-8. Empty lines are passed over.
 *
 * @param file what the documents are named after
 * @param chunks the file's bytes, uncompressed
 * @param options columns and the longest line
 * @returns a document or a problem for each line; where the bytes end with an error, a last problem that says so
 */
export async function* jsonLines(
  file: TextFile,
  chunks: AsyncIterable<Uint8Array>,
  options: RowOptions = {},
): AsyncGenerator<Reading> {
  const { maxRowBytes = MAX_ROW_BYTES } = options;
  const names = new Set<string>();
  let last = 0;
  try {
    for await (const { number, bytes, length } of linesOf(chunks, maxRowBytes)) {
      last = number;
      if (bytes === null) {
        yield rowProblem(file, number, `expected at most ${maxRowBytes} bytes, found ${length}`);
        continue;
      }
      const row = parsed(bytes);
      if (row === undefined) continue;
      yield "problem" in row
        ? rowProblem(file, number, row.problem)
        : rowDocument(file, number, row.record, names, options);
    }
  } catch (error) {
    yield rowProblem(file, last + 1, `expected more of the file, found: ${(error as Error).message}`);
  }
}

/** The value of a line, undefined where the line is empty. */
function parsed(bytes: Uint8Array): { record: unknown } | { problem: string } | undefined {
  let line: string;
  try {
    line = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problem: "expected JSON in UTF-8, found bytes that are not UTF-8" };
  }
  if (line.trim() === "") return undefined;
  try {
    return { record: JSON.parse(line) };
  } catch {
    return { problem: `expected a JSON object, found ${JSON.stringify(line.slice(0, 40))}` };
  }
}
