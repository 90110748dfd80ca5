import { collocations, splitRuns } from "../terms/collocations.js";
import { clauseNeighbours, windowNeighbours } from "../terms/neighbours.js";
import { termOf } from "../terms/selection.js";
import { tokensByClause } from "../terms/tokens.js";
import { readArguments, wholeNumber } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf, selectionOf, TERM_HELP, TERM_OPTIONS } from "./term-corpus.js";

const HELP = `usage: guizhang collocations [options] PATH…

Words that follow one another more often than by chance, or, with --node, words found near a word. Nothing crosses a clause.

--size 2|3|4[,…]  words in a row (default 2)
--node TERM       collocates of TERM, by clause
--window N        with --node: by N words on each side instead
--min-count N     fewest occurrences (default 3)
${TERM_HELP}`;

/** `guizhang collocations [--size 2,3] [--node TERM [--window N]] [--min-count N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, {
    size: { type: "string" },
    node: { type: "string" },
    window: { type: "string" },
    "min-count": { type: "string" },
    ...TERM_OPTIONS,
  });
  if (values.help) {
    io.stdout(HELP);
    return 0;
  }
  checkFormat(values);
  const sizes = ((values.size as string | undefined) ?? "2").split(",").map(Number);
  if (sizes.some((size) => ![2, 3, 4].includes(size))) {
    throw new UsageError(`--size expects 2, 3 or 4, or several with commas, found ${String(values.size)}`);
  }
  const minCount = wholeNumber(values, "min-count", 3, 1);
  const selection = selectionOf(values);
  const { parts, status } = await readTermParts(positionals, values, segmenterOf(values), io);
  const clauses = parts
    .filter(({ weight }) => weight > 0)
    .flatMap(({ part, tokens, structured }) =>
      tokensByClause(structured, tokens)
        .filter(({ clause }) => clause.part === part.part)
        .map((entry) => entry.tokens.map((token) => termOf(token, selection))),
    );
  const node = values.node as string | undefined;
  if (node === undefined) {
    if (values.window !== undefined) throw new UsageError("--window expects --node TERM, found none");
    writeRecords(collocations(clauses.flatMap(splitRuns), { sizes, minCount }), values, io, "collocations");
    return status;
  }
  const words = clauses.map((clause) => clause.filter((term) => term !== null));
  const rows =
    values.window === undefined
      ? clauseNeighbours(words, node, minCount)
      : windowNeighbours(words, node, wholeNumber(values, "window", 5, 1), minCount);
  if (rows.length === 0) io.stderr(`guizhang: ${node} has no collocate with ${minCount} occurrences\n`);
  writeRecords(
    rows.map(({ node: of, term, ...scores }) => ({ terms: [of, term], ...scores, lambda: null, z: null })),
    values,
    io,
    "collocations",
  );
  return status;
}
