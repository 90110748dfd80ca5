import { collocations, splitRuns } from "../terms/collocations.js";
import { clauseNeighbours, windowNeighbours } from "../terms/neighbours.js";
import { readArguments, wholeNumber } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { clauseTerms, readTermParts, segmenterOf, selectionOf } from "./term-corpus.js";

/** `guizhang collocations [--size 2,3] [--window N] [--node TERM [--window L,R]] [--min-count N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("collocations", args);
  checkFormat(values);
  const sizes = ((values.size as string | undefined) ?? "2").split(",").map(Number);
  if (sizes.some((size) => ![2, 3, 4].includes(size))) {
    throw new UsageError(`--size expects 2, 3 or 4, or several with commas, found ${String(values.size)}`);
  }
  const minCount = wholeNumber(values, "min-count", 3, 1);
  const node = values.node as string | undefined;
  const window = node === undefined ? wholeNumber(values, "window", 1, 1) : 1;
  const span = node === undefined || values.window === undefined ? null : spanOf(values.window as string);
  const selection = selectionOf(values);
  const { parts, status } = await readTermParts(positionals, values, segmenterOf(values), io);
  const clauses = parts.filter(({ weight }) => weight > 0).flatMap((part) => clauseTerms(part, selection));
  if (node === undefined) {
    const runs = clauses.flatMap(splitRuns);
    writeRecords(collocations(runs, { sizes, window, minCount }), values, io, "collocations");
    return status;
  }
  const words = clauses.map((clause) => clause.filter((term) => term !== null));
  const rows =
    span === null ? clauseNeighbours(words, node, minCount) : windowNeighbours(words, node, span, minCount);
  if (rows.length === 0) io.stderr(`guizhang: ${node} has no collocate with ${minCount} occurrences\n`);
  writeRecords(
    rows.map(({ node: of, term, ...scores }) => ({ terms: [of, term], ...scores })),
    values,
    io,
    "collocations",
  );
  return status;
}

/** `5` or `3,0`: words to the left and to the right. */
function spanOf(window: string): readonly [number, number] {
  const [, left, right = left] = /^(\d{1,6})(?:,(\d{1,6}))?$/.exec(window) ?? [];
  if (left === undefined || Number(left) + Number(right) === 0)
    throw new UsageError(`--window expects a number of words, or two with a comma, found ${window}`);
  return [Number(left), Number(right)];
}
