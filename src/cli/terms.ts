import { splitRuns } from "../terms/collocations.js";
import { countTerms, type TermRow } from "../terms/counts.js";
import { termOfWord } from "../terms/keep-terms.js";
import { type DocumentFeatureMatrix, eachCell } from "../terms/matrix.js";
import { nGrams } from "../terms/n-grams.js";
import { matrixOfNumbers } from "../terms/numbered-matrix.js";
import { selectTerms } from "../terms/selection.js";
import { termDispersions } from "../terms/term-dispersion.js";
import { TF_IDF_SCHEMES, type TfIdfScheme, tfIdf } from "../terms/tf-idf.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { clauseTerms, lexiconOf, segmenterOf, selectionOf } from "./term-corpus.js";
import { readTermCounts, type TermCounts } from "./term-counts.js";
import { GROUPINGS, type TermGroup, type TermsOf } from "./term-groups.js";

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
  const termsOf: TermsOf = (part, tokens) =>
    size === 1
      ? selectTerms(tokens, selection)
      : clauseTerms({ ...part, tokens }, selection)
          .flatMap(splitRuns)
          .flatMap((run) => nGrams(run, size, skips))
          .map((gram) => gram.join(" "));
  const counts = await readTermCounts(positionals, values, { segmenter, by, termsOf }, io);
  const listed = lexiconOf(values)?.entries.map(({ word }) => termOfWord(word));
  const isListed = ({ term, count }: TermRow) => count >= minCount && (listed?.includes(term) ?? true);
  const tables = counts.groups.map(({ label, texts }): Table => {
    const matrix = matrixOfNumbers(texts, counts.terms, counts.weights);
    return { label, matrix, rows: countTerms(matrix) };
  });
  const weights = by === "none" ? documentWeights(counts, scheme) : groupWeights(tables);
  const records = tables.flatMap(({ label, matrix, rows }) => {
    const kept = rows.filter(isListed);
    const spread = values.dispersion ? spreadOf(matrix, kept) : kept.map(() => ({}));
    return kept.map(({ note, ...row }, i) => {
      const fields = { ...label, ...row, tf_idf: weights(row), ...spread[i] };
      return { ...fields, note: note || undefined };
    });
  });
  writeRecords(records, values, io, "terms");
  io.stderr(
    `guizhang: segmenter ${segmenter.engine} ${segmenter.version}, dictionary ${segmenter.dictionary}, ${segmenter.fingerprint}\n`,
  );
  return counts.status;
}

interface Table {
  readonly label: TermGroup["label"];
  readonly matrix: DocumentFeatureMatrix;
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
function documentWeights({ groups: [group], terms, weights }: TermCounts, scheme: TfIdfScheme): Weight {
  if (scheme === "quanteda" || group === undefined) return ({ tf_idf }) => tf_idf;
  const counted = group.texts.filter(({ id }) => weights.get(id) !== 0);
  const matrix = tfIdf(matrixOfNumbers(counted, terms), scheme);
  const sums = new Map<string, number>();
  eachCell(matrix, (_, column, weight) => {
    const term = matrix.terms[column]!;
    sums.set(term, (sums.get(term) ?? 0) + weight);
  });
  return ({ term }) => sums.get(term)!;
}

function spreadOf(matrix: DocumentFeatureMatrix, rows: readonly TermRow[]): object[] {
  const terms = rows.map(({ term }) => term);
  return termDispersions(matrix, terms).map(({ range, juilland_d, carroll_d2, dp, kld }) => ({
    range,
    juilland_d,
    carroll_d2,
    dp,
    kld,
  }));
}
