import { join, resolve } from "node:path";
import { redact } from "../repair/redact.js";
import { writeWhole } from "../whole-file.js";
import { readArguments } from "./arguments.js";
import { checkApart, readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/**
 * `guizhang redact PATH… --output FOLDER`: copies of the texts, in UTF-8, in which what leads to a person is masked, and a record of
 * each place that was masked. Offsets stay valid; a row of a file of rows becomes a text of its own.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("redact", args);
  checkFormat(values);
  const { output } = values;
  if (typeof output !== "string") throw new UsageError("redact expects --output FOLDER, found none");
  checkApart(output, positionals, output);
  const { documents, status } = await readPaths(positionals, values, io);
  const copies = documents.map(({ source, text }) => ({
    source,
    path: copyPath(output, source),
    ...redact(text),
  }));
  const originals = new Set(positionals.map((path) => resolve(path)));
  const taken = new Set<string>();
  for (const { path } of copies) {
    if (originals.has(resolve(path)) || taken.has(path))
      throw new UsageError(`--output expects a place of its own for each text, found two for ${path}`);
    taken.add(path);
  }
  for (const { path, text } of copies) writeWhole(path, text);
  const records = copies.flatMap(({ source, masked }) =>
    masked.map(({ start, end, kind }) => ({ source, start, end, kind })),
  );
  writeRecords(records, { ...values, output: undefined }, io);
  return status;
}

/** Where the copy of a text goes: below the folder whatever its name is, as a text file. */
function copyPath(folder: string, source: string): string {
  const name = source
    .split(/[\\/]/)
    .map((step) => (/^\.*$/.test(step) ? "_" : step))
    .join("/");
  return join(folder, /\.(?:txt|md)$/.test(name) ? name : `${name}.txt`);
}
