import { splitRuns } from "../terms/collocations.js";
import { countTerms, type TermRow } from "../terms/counts.js";
import { termOfWord } from "../terms/keep-terms.js";
import { documentFeatureMatrix, eachCell, type TermText } from "../terms/matrix.js";
import { nGrams } from "../terms/n-grams.js";
import { selectTerms } from "../terms/selection.js";
import { termDispersions } from "../terms/term-dispersion.js";
import { TF_IDF_SCHEMES, type TfIdfScheme, tfIdf } from "../terms/tf-idf.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { clauseTerms, lexiconOf, readTermParts, segmenterOf, selectionOf } from "./term-corpus.js";
import { GROUPINGS, type TermGroup, termGroups } from "./term-groups.js";

/** `guizhang terms [--by …] [--min-count N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("terms", args);
  checkFormat(values);
  const by = oneOf(values, "by", GROUPINGS, "none");
  const scheme = oneOf(values, "tf-idf", TF_IDF_SCHEMES, "quanteda");
  if (by !== "none" && scheme !== "quanteda") throw new UsageError("--tf-idf expects no --by, found both");
  const minCount = wholeNumber(values, "min-count", 1, 1);
  const size = wholeNumber(values, "size", 1, 1);
  const skips = Array.from({ length: wholeNumber(values, "skip", 0) + 1 }, (_, skip) => skip);
  const selection = selectionOf(values);
  const segmenter = segmenterOf(values);
  const { parts, status } = await readTermParts(positionals, values, segmenter, io);
  const groups = termGroups(parts, by, (part, tokens) =>
    size === 1
      ? selectTerms(tokens, selection)
      : clauseTerms({ ...part, tokens }, selection)
          .flatMap(splitRuns)
          .flatMap((run) => nGrams(run, size, skips))
          .map((gram) => gram.join(" ")),
  );
  const listed = lexiconOf(values)?.entries.map(({ word }) => termOfWord(word));
  const isListed = ({ term, count }: TermRow) => count >= minCount && (listed?.includes(term) ?? true);
  const tables = groups.map(({ label, texts }) => ({ label, texts, rows: countTerms(texts) }));
  const weights = by === "none" ? documentWeights(tables, scheme) : groupWeights(tables);
  const records = tables.flatMap(({ label, texts, rows }) => {
    const kept = rows.filter(isListed);
    const spread = values.dispersion ? spreadOf(texts, kept) : kept.map(() => ({}));
    return kept.map(({ note, ...row }, i) => {
      const fields = { ...label, ...row, tf_idf: weights(row), ...spread[i] };
      return { ...fields, note: note || undefined };
    });
  });
  writeRecords(records, values, io, "terms");
  io.stderr(
    `guizhang: segmenter ${segmenter.engine} ${segmenter.version}, dictionary ${segmenter.dictionary}, ${segmenter.fingerprint}\n`,
  );
  return status;
}

interface Table extends TermGroup {
  readonly rows: readonly TermRow[];
}
type Weight = (row: Pick<TermRow, "term" | "count" | "tf_idf">) => number;

/** tf-idf with the groups as documents. */
function groupWeights(tables: readonly Table[]): Weight {
  const held = new Map<string, number>();
  for (const { rows } of tables) for (const { term } of rows) held.set(term, (held.get(term) ?? 0) + 1);
  const counted = tables.filter(({ rows }) => rows.length > 0).length;
  return ({ term, count }) => count * Math.log10(counted / held.get(term)!);
}

/** tf-idf of a scheme summed over the documents that count. */
function documentWeights([table]: readonly Table[], scheme: TfIdfScheme): Weight {
  if (scheme === "quanteda" || table === undefined) return ({ tf_idf }) => tf_idf;
  const matrix = tfIdf(documentFeatureMatrix(table.texts.filter(({ weight }) => weight !== 0)), scheme);
  const sums = new Map<string, number>();
  eachCell(matrix, (_, column, weight) => {
    const term = matrix.terms[column]!;
    sums.set(term, (sums.get(term) ?? 0) + weight);
  });
  return ({ term }) => sums.get(term)!;
}

function spreadOf(texts: readonly TermText[], rows: readonly TermRow[]): object[] {
  const terms = rows.map(({ term }) => term);
  return termDispersions(documentFeatureMatrix(texts), terms).map(
    ({ range, juilland_d, carroll_d2, dp, kld }) => ({ range, juilland_d, carroll_d2, dp, kld }),
  );
}
