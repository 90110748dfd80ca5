import { structure } from "../structure/structure.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/** `guizhang outline PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("outline", args);
  checkFormat(values);
  const { documents, status } = await readPaths(positionals, values, io);
  writeRecords(
    documents.flatMap((document) => structure(document).outline),
    values,
    io,
    "outline",
  );
  return status;
}
