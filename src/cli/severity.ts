import { readFileSync } from "node:fs";
import { nearDuplicates } from "../duplicates/near-duplicates.js";
import { consequences } from "../provisions/consequences.js";
import { GROUPINGS } from "../severity/grouping.js";
import { type Observation, observations } from "../severity/observations.js";
import { inPricesOf, parsePriceIndex } from "../severity/prices.js";
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

/** `guizhang severity [--by GROUPING] [--scale NAME|FILE.csv] [--prices FILE.csv --price-year YEAR] [--CHOICE VALUE] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("severity", args);
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
  const inPrices = pricesOf(values.prices as string | undefined, values["price-year"] as string | undefined);
  const { documents, status } = await readPaths(positionals, values, io);
  const structured = documents.map((document) => structure(document));
  const list = inPrices(
    observations(
      structured.flatMap((document) => consequences(document)),
      structured.flatMap((document) => document.parts),
      nearDuplicates(structured),
    ),
  );
  const rows = severityTable(list, { by, scale: used, choices, seed, draws, method });
  if (rows.length === 0) io.stderr("guizhang: none found: no text threatens a sanction\n");
  writeRecords(rows, values, io, "severity");
  return status;
}

/** A scale by name, or from a file (anything with a `.csv` at its end). */
function scaleOf(name: string | undefined): Scale {
  if (name === undefined) return scale();
  if (name.endsWith(".csv")) return parseScale(readTable(name, "a scale"), name);
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

/** Puts amounts into the prices of one year, by the user's index; without one they stay as printed. */
function pricesOf(
  file: string | undefined,
  year: string | undefined,
): (list: readonly Observation[]) => readonly Observation[] {
  if (file === undefined && year === undefined) return (list) => list;
  if (file === undefined || year === undefined) {
    const [given, missing] = file === undefined ? ["--price-year", "--prices"] : ["--prices", "--price-year"];
    throw new UsageError(`${given} expects ${missing} beside it, found none`);
  }
  const index = parsePriceIndex(readTable(file, "a price index"), file);
  if (!index.has(year)) {
    throw new UsageError(
      `--price-year expects a year of ${file} (${[...index.keys()].join(", ")}), found ${year}`,
    );
  }
  return (list) => inPricesOf(list, index, year);
}

function readTable(path: string, what: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(`${path}: expected ${what} as CSV, found ${(error as NodeJS.ErrnoException).code}`);
  }
}
