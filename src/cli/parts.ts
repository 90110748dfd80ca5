import { structure } from "../structure/structure.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/** `guizhang parts PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("parts", args);
  checkFormat(values);
  const { documents, status } = await readPaths(positionals, values, io);
  writeRecords(
    documents.flatMap((document) => structure(document).parts),
    values,
    io,
    "parts",
  );
  return status;
}
