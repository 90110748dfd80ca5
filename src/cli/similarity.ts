import { documentFeatureMatrix, type TermText } from "../terms/matrix.js";
import { selectTerms } from "../terms/selection.js";
import { documentSimilarities } from "../terms/similarity.js";
import { TF_IDF_SCHEMES, tfIdf } from "../terms/tf-idf.js";
import { oneOf, readArguments } from "./arguments.js";
import type { Io } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf, selectionOf } from "./term-corpus.js";
import { nameOf } from "./term-groups.js";

/** `guizhang similarity [--weights …] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("similarity", args);
  checkFormat(values);
  const weights = oneOf(values, "weights", ["counts", ...TF_IDF_SCHEMES] as const, "counts");
  const selection = selectionOf(values);
  const { parts, status } = await readTermParts(positionals, values, segmenterOf(values), io);
  const counted = parts.filter(({ weight }) => weight > 0);
  const matrix = documentFeatureMatrix(
    counted.map((part): TermText => ({ id: nameOf(part), terms: selectTerms(part.tokens, selection) })),
  );
  const sides = new Map(
    counted.map((one) => [nameOf(one), { source: one.part.source, part: one.part.part }]),
  );
  const rows = documentSimilarities(weights === "counts" ? matrix : tfIdf(matrix, weights));
  writeRecords(
    rows.map(({ a, b, ...scores }) => ({
      a: sides.get(a),
      b: sides.get(b),
      ...scores,
      note: scores.jaccard === null ? "a document has no counted word" : undefined,
    })),
    values,
    io,
  );
  return status;
}
