import { scoreFields } from "../evaluation/fields.js";
import { matchConsequences } from "../evaluation/matching.js";
import { scoreConsequences } from "../evaluation/scores.js";
import { readArguments } from "./arguments.js";
import { readCodings } from "./codings.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/**
 * `guizhang agreement ONE OTHER`: two codings of the same texts (lines of JSON, or CSV), the second as the standard:
 * precision, recall and F1 by type, then agreement, kappa and alpha by field.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("agreement", args);
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
