import type { SourceDocument } from "../corpus/document.js";
import { readCorpus } from "../corpus/read.js";
import { allNoise } from "../duplicates/compared-noise.js";
import { comparedTexts, duplicatesAmong } from "../duplicates/near-duplicates.js";
import type { ComparedText } from "../duplicates/records.js";
import { clusterWeights } from "../duplicates/weights.js";
import { defaultRules } from "../provisions/default-rules.js";
import type { RuleSet } from "../provisions/rule-types.js";
import type { StructuredDocument } from "../structure/records.js";
import { structure } from "../structure/structure.js";
import { type Segmenter, studySegmenter } from "../terms/segmenter.js";
import { frequentNeighbours, trackedTerms } from "../terms/tracked.js";
import { type DocumentTables, documentTables } from "./document-tables.js";
import { TABLES, type TableName } from "./schema.js";
import type { PartRow, Study } from "./study.js";
import { madeWith } from "./version.js";

/** How an analysis is made, and of what. */
export interface AnalyseOptions {
  /** what cuts the texts; default `studySegmenter()` */
  readonly segmenter?: Segmenter;
  /** rules for consequences; default those of the package */
  readonly rules?: RuleSet;
  /**
   * tables to make, beside sources and parts; the others stay empty, and without `duplicates` every part counts; default all
   */
  readonly tables?: readonly TableName[];
}

const ALL = Object.keys(TABLES) as TableName[];

/**
 * A Study of the texts in a folder: every table, from sources to consequences.
 *
 * @param folder a folder or file, or several
 * @param options segmenter and tables
 * @returns plain tables whose rows carry spans in the texts as read
 * @throws TypeError naming every file that could not be read (`readCorpus` and `analyseDocuments` go on without them)
 * @example
 * analyse(dataPath("teaching")).parts.length // 12
 */
export function analyse(folder: string | readonly string[], options: AnalyseOptions = {}): Study {
  const { documents, problems } = readCorpus(folder);
  const failed = problems.filter((p) => p.severity === "error");
  if (failed.length > 0) {
    throw new TypeError(
      `analyse requires readable texts, got ${failed.map((p) => `${p.path} (${p.message})`).join(", ")}`,
    );
  }
  return analyseDocuments(documents, options);
}

/**
 * A Study of documents that were read already. The order of the documents changes nothing.
 *
 * Documents are done one after the other, and of each only its rows are kept, and its text where texts are compared.
 *
 * @param documents decoded files
 * @param options segmenter and tables
 * @returns plain tables
 */
export function analyseDocuments(
  documents: readonly SourceDocument[],
  { segmenter = studySegmenter(), rules = defaultRules(), tables = ALL }: AnalyseOptions = {},
): Study {
  const wanted = new Set(tables);
  const options = { segmenter, rules, tracked: trackedTerms(), tables: wanted };
  const own: DocumentTables[] = [];
  const texts: ComparedText[] = [];
  const whole: StructuredDocument[] = []; // kept for the noise that shows where copies are compared
  const sorted = [...documents].sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  for (const document of sorted) {
    const structured = structure(document);
    own.push(documentTables(structured, options));
    if (wanted.has("duplicates") || wanted.has("noise")) texts.push(...comparedTexts(structured));
    if (wanted.has("noise")) whole.push(structured);
  }
  const duplicates = duplicatesAmong(texts);
  const parts = weighedParts(
    own.flatMap((rows) => rows.parts),
    duplicates,
  );
  const counted = new Set(
    parts.flatMap(({ source, part, weight }) => (weight > 0 ? [`${source}\n${part}`] : [])),
  );
  return {
    sources: own.flatMap((rows) => rows.sources),
    parts,
    noise: allNoise(whole, duplicates),
    duplicates: wanted.has("duplicates") ? duplicates : [],
    terms: own.flatMap((rows) => rows.terms),
    term_places: own.flatMap((rows) => rows.term_places),
    neighbours: frequentNeighbours(
      own.flatMap((rows) => rows.neighbours),
      3,
      ({ source, part }) => counted.has(`${source}\n${part}`),
    ),
    consequences: own.flatMap((rows) => rows.consequences),
    targets: own.flatMap((rows) => rows.targets),
    claims: own.flatMap((rows) => rows.claims),
    scorecards: own.flatMap((rows) => rows.scorecards),
    made_with: madeWith(segmenter, rules),
  };
}

function weighedParts(parts: DocumentTables["parts"], duplicates: Study["duplicates"]): PartRow[] {
  const weights = clusterWeights(parts, duplicates);
  return parts.map((part, i) => ({ ...part, cluster: weights[i]!.cluster, weight: weights[i]!.kept }));
}
