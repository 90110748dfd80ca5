import { structure } from "../structure/structure.js";
import { audit } from "../targets/audit.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/** `guizhang audit PATH…`: every claim that the text's own numbers can check, and whether it holds. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("audit", args);
  checkFormat(values);
  const { documents, status } = await readPaths(positionals, values, io);
  const records = documents.flatMap((document) => audit(structure(document)));
  const count = (holds: boolean | null): number => records.filter((r) => r.holds === holds).length;
  io.stderr(
    records.length === 0
      ? "guizhang: none found: no claim that its own numbers can check\n"
      : `guizhang: ${count(true)} hold, ${count(false)} fail, ${count(null)} cannot be decided\n`,
  );
  writeRecords(records, values, io, "audit");
  return status;
}
