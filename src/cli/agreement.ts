import { readFileSync } from "node:fs";
import { fromCodingCsv } from "../evaluation/coding-csv.js";
import { scoreFields } from "../evaluation/fields.js";
import { matchConsequences } from "../evaluation/matching.js";
import { scoreConsequences } from "../evaluation/scores.js";
import type { CodedConsequence } from "../severity/observations.js";
import { readArguments } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/**
 * `guizhang agreement ONE OTHER`: two codings of the same texts (lines of JSON, or CSV), the second as the standard:
 * precision, recall and F1 by type, then agreement, kappa and alpha by field.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args);
  checkFormat(values);
  const [one, other] = positionals;
  if (one === undefined || other === undefined || positionals.length > 2) {
    throw new UsageError(`agreement expects two files of codings, found ${positionals.length}`);
  }
  const matching = matchConsequences(readCodings(one), readCodings(other));
  const rows = [
    ...scoreConsequences(matching).map((row) => ({ part: "scores", ...row })),
    ...scoreFields(matching).map((row) => ({ part: "fields", ...row })),
  ];
  writeRecords(rows, values, io);
  return 0;
}

function readCodings(path: string): CodedConsequence[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(
      `${path}: expected a file of codings, found ${(error as NodeJS.ErrnoException).code}`,
    );
  }
  if (path.endsWith(".csv")) {
    try {
      return fromCodingCsv(text, path);
    } catch (error) {
      throw new UsageError((error as Error).message);
    }
  }
  return text.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line) as CodedConsequence];
    } catch {
      throw new UsageError(`${path}, line ${i + 1}: expected a record as JSON, found ${line.slice(0, 40)}`);
    }
  });
}
