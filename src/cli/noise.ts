import { allNoise } from "../duplicates/compared-noise.js";
import { nearDuplicates } from "../duplicates/near-duplicates.js";
import { structure } from "../structure/structure.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/** `guizhang noise PATH…`: noise of each text by itself, and what comparing copies adds. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("noise", args);
  checkFormat(values);
  const { documents, status } = await readPaths(positionals, values, io);
  const structured = documents.map((document) => structure(document));
  writeRecords(allNoise(structured, nearDuplicates(structured, { passages: false })), values, io, "noise");
  return status;
}
