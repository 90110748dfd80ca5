import { readFileSync } from "node:fs";
import { nearDuplicates } from "../duplicates/near-duplicates.js";
import { consequences } from "../provisions/consequences.js";
import { GROUPINGS } from "../severity/grouping.js";
import { observations } from "../severity/observations.js";
import { parseScale, type Scale, scale, scales } from "../severity/scales.js";
import { CHOICES, type ChoiceName, type Choices } from "../severity/scores.js";
import { severityTable } from "../severity/severity-table.js";
import { structure } from "../structure/structure.js";
import { nearest, oneOf, readArguments, wholeNumber } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/** The choices that have an option of their own; copies are governed by `--keep-duplicates`. */
const OPTIONS = (Object.keys(CHOICES) as ChoiceName[]).filter((name) => name !== "duplicates");

/**
 * `guizhang severity [--by GROUPING] [--scale NAME|FILE.csv] [--seed N] [--draws N] [--method percentile|bca] [--CHOICE VALUE] PATH…`: severity of
 * the sanctions by group.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, {
    by: { type: "string" },
    scale: { type: "string" },
    seed: { type: "string" },
    draws: { type: "string" },
    method: { type: "string" },
    ...Object.fromEntries(OPTIONS.map((name) => [name, { type: "string" as const }])),
  });
  checkFormat(values);
  const by = oneOf(values, "by", GROUPINGS, "addressee");
  const used = scaleOf(values.scale as string | undefined);
  const choices: Partial<Choices> = {
    duplicates: values["keep-duplicates"] ? "all" : "kept",
    ...Object.fromEntries(
      OPTIONS.map((name) => [name, oneOf<string>(values, name, CHOICES[name], CHOICES[name][0])]),
    ),
  };
  const seed = wholeNumber(values, "seed", 1);
  const draws = wholeNumber(values, "draws", 2_000, 1);
  const method = oneOf(values, "method", ["percentile", "bca"] as const, "percentile");
  if (seed >= 2 ** 32) throw new UsageError(`--seed expects a whole number below 2^32, found ${seed}`);
  const { documents, status } = readPaths(positionals, io);
  const structured = documents.map((document) => structure(document));
  const list = observations(
    structured.flatMap((document) => consequences(document)),
    structured.flatMap((document) => document.parts),
    nearDuplicates(structured),
  );
  const rows = severityTable(list, { by, scale: used, choices, seed, draws, method });
  if (rows.length === 0) io.stderr("guizhang: none found: no text threatens a sanction\n");
  writeRecords(rows, values, io, "severity");
  return status;
}

/** A scale by name, or from a file (anything with a `.csv` at its end). */
function scaleOf(name: string | undefined): Scale {
  if (name === undefined) return scale();
  if (name.endsWith(".csv")) return parseScale(readScaleFile(name), name);
  const names = scales().map((known) => known.name);
  if (!names.includes(name)) {
    const near = nearest(name, names);
    const hint = near ? `, did you mean ${near}?` : "";
    throw new UsageError(
      `--scale expects one of ${names.join(", ")} or a file ending in .csv, found ${name}${hint}`,
    );
  }
  return scale(name);
}

function readScaleFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: expected a scale as CSV, found ${(error as NodeJS.ErrnoException).code}`);
  }
}
