import { nearDuplicates } from "../duplicates/near-duplicates.js";
import { structure } from "../structure/structure.js";
import { oneOf, readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/** `guizhang duplicates [--passages paragraph|clause|none] [--inside] PATH…`: documents and passages that repeat each other. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("duplicates", args);
  checkFormat(values);
  const passages = oneOf(values, "passages", ["paragraph", "clause", "none"], "paragraph");
  const { documents, status } = await readPaths(positionals, values, io);
  const structured = documents.map((document) => structure(document));
  const records = nearDuplicates(structured, {
    passages: passages === "none" ? false : passages,
    inside: values.inside === true,
  });
  writeRecords(records, values, io, "duplicates");
  return status;
}
