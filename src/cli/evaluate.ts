import { readFileSync } from "node:fs";
import { scoreFields } from "../evaluation/fields.js";
import { matchConsequences } from "../evaluation/matching.js";
import { scoreConsequences } from "../evaluation/scores.js";
import { consequences } from "../provisions/consequences.js";
import { parseCodings } from "../severity/codings.js";
import { contains, type Span } from "../span.js";
import { seededRandom } from "../stats/random.js";
import { structure } from "../structure/structure.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/**
 * `guizhang evaluate --gold FILE [--ranges FILE] [--all] PATH…`: the consequences extracted from the texts against hand-coded ones.
 *
 * Only files that the gold file codes count, with `--all` every file (those without codes hold none); with `--ranges` only what lies in the coded passages of each file counts.
 * Records: a row a group (`all`, `sanction`, `reward`, every type) with precision, recall and F1, then a row a field.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("evaluate", args);
  checkFormat(values);
  if (typeof values.gold !== "string")
    throw new UsageError("expected --gold FILE with hand-coded records, found none");
  const gold = parseCodings(readCodes(values.gold), values.gold);
  const ranges = typeof values.ranges === "string" ? readRanges(values.ranges) : null;
  const coded = new Set(ranges ? ranges.keys() : gold.map(({ source }) => source));
  const { documents, status } = await readPaths(positionals, values, io);
  const texts = values.all ? documents : documents.filter(({ source }) => coded.has(source));
  const absent = [...coded].filter((source) => !documents.some((d) => d.source === source)).length;
  if (absent > 0) io.stderr(`guizhang: ${absent} of ${coded.size} coded files are not among the texts\n`);
  const found = texts.flatMap((text) => consequences(structure(text)));
  const within = ranges
    ? found.filter((record) => ranges.get(record.source)!.some((range) => contains(range, record)))
    : found;
  const present = new Set(texts.map(({ source }) => source));
  const matching = matchConsequences(
    within,
    gold.filter(({ source }) => present.has(source)),
  );
  const groups = scoreConsequences(matching, { random: seededRandom(1) });
  const fields = scoreFields(matching);
  writeRecords([...groups, ...fields], values, io);
  return status;
}

function readCodes(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`${path}: expected hand-coded records (.jsonl or .csv), found no readable file`);
  }
}

/** The coded passages of each file: `{"ranges": [{"source", "start", "end"}]}`. */
function readRanges(path: string): ReadonlyMap<string, readonly Span[]> {
  const rows = (JSON.parse(readCodes(path)) as { ranges?: readonly (Span & { source: string })[] }).ranges;
  if (!rows)
    throw new UsageError(`${path}: expected a list named ranges with source, start and end, found none`);
  const sources = [...new Set(rows.map(({ source }) => source))];
  return new Map(sources.map((source) => [source, rows.filter((row) => row.source === source)]));
}
