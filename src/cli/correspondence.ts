import { correspondenceAnalysis } from "../terms/correspondence.js";
import { countTerms } from "../terms/counts.js";
import { documentFeatureMatrix, termTable } from "../terms/matrix.js";
import { selectTerms } from "../terms/selection.js";
import { oneOf, readArguments, wholeNumber } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";
import { readTermParts, segmenterOf, selectionOf } from "./term-corpus.js";
import { GROUPINGS, termGroups } from "./term-groups.js";

/** `guizhang correspondence [--by …] [--top N] [--axes N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("correspondence", args);
  checkFormat(values);
  const by = oneOf(
    values,
    "by",
    GROUPINGS.filter((grouping) => grouping !== "none" && grouping !== "section"),
    "part",
  );
  const top = wholeNumber(values, "top", 100, 2);
  const axes = wholeNumber(values, "axes", 2, 1);
  const selection = selectionOf(values);
  const { parts, status } = await readTermParts(positionals, values, segmenterOf(values), io);
  const counted = parts.filter(({ weight }) => weight > 0);
  const groups = termGroups(counted, by, (_, tokens) => selectTerms(tokens, selection));
  const labels = groups.map(({ label }) => Object.values(label).join("#") || "none");
  const texts = groups.map(({ texts: own }, i) => ({
    id: labels[i]!,
    terms: own.flatMap((text) => text.terms),
  }));
  const terms = countTerms(texts)
    .slice(0, top)
    .map(({ term }) => term);
  const table = termTable(documentFeatureMatrix(texts), terms);
  if (table.filter((row) => row.some((n) => n > 0)).length < 2 || terms.length < 2) {
    throw new UsageError("expected at least two documents and two words, found fewer");
  }
  const analysis = correspondenceAnalysis(table, labels, terms, axes);
  const records = (kind: "document" | "term", points: typeof analysis.rows) =>
    points.map(({ label, mass, principal, contribution, quality }) => ({
      kind,
      label,
      mass,
      coordinates: principal,
      contributions: contribution,
      qualities: quality,
    }));
  writeRecords([...records("document", analysis.rows), ...records("term", analysis.columns)], values, io);
  const percent = analysis.share.map((share) => `${(100 * share).toFixed(1)} %`).join(", ");
  io.stderr(`guizhang: inertia ${analysis.total_inertia.toFixed(4)}, of which the axes show ${percent}\n`);
  return status;
}
