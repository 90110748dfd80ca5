import { structure } from "../structure/structure.js";
import { targets } from "../targets/targets.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/** `guizhang targets PATH…`: the indicators of responsibility documents, one record each. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("targets", args);
  checkFormat(values);
  const { documents, status } = await readPaths(positionals, values, io);
  const records = documents.flatMap((document) => targets(structure(document)));
  if (records.length === 0) io.stderr("guizhang: none found: no text sets or quotes an indicator\n");
  writeRecords(records, values, io, "targets");
  return status;
}
