import { toRaw } from "../repair/offsets.js";
import { structure } from "../structure/structure.js";
import { inContextOrder, type KwicQuery, kwic } from "../terms/kwic.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { segmenterOf } from "./term-corpus.js";

/** `guizhang kwic TERM [--window N] [--words] [--regex] [--sort …] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("kwic", args);
  checkFormat(values);
  const [term, ...paths] = positionals;
  if (term === undefined || term.trim() === "")
    throw new UsageError("expected a term and a path, found no term");
  const query = queryOf(term, values.words === true, values.regex === true);
  const window = wholeNumber(values, "window", 8);
  const sort = oneOf(values, "sort", ["position", "left", "right"], "position");
  const segmenter = segmenterOf(values);
  const { documents, status } = await readPaths(paths, values, io);
  const lines = documents.flatMap((document) => {
    const { repaired, parts } = structure(document);
    const found = kwic(repaired.text, segmenter.segment(repaired.text), query, { window });
    return found.map((line) => {
      const { start, end, left, keyword, right } = line;
      const span = toRaw(repaired, { start, end });
      const part = parts.find((p) => p.start <= span.start && span.start < p.end)?.part ?? null;
      return { line, record: { source: document.source, part, ...span, left, keyword, right } };
    });
  });
  writeRecords(
    inContextOrder(lines, sort, ({ line }) => line).map(({ record }) => record),
    values,
    io,
    "kwic",
  );
  if (lines.length === 0) io.stderr(`guizhang: ${term} was not found\n`);
  return status;
}

function queryOf(term: string, words: boolean, regex: boolean): KwicQuery {
  const expression = (source: string): RegExp => {
    try {
      return new RegExp(source, "u");
    } catch (error) {
      throw new UsageError(`expected a regular expression, found ${source} (${(error as Error).message})`);
    }
  };
  if (!words) return { text: regex ? expression(term) : term };
  const forms = term.trim().split(/\s+/);
  return { terms: regex ? forms.map(expression) : forms };
}
