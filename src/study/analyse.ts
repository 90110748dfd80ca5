import type { SourceDocument } from "../corpus/document.js";
import { readCorpus } from "../corpus/read.js";
import { allNoise } from "../duplicates/compared-noise.js";
import { nearDuplicates } from "../duplicates/near-duplicates.js";
import { clusterWeights } from "../duplicates/weights.js";
import { consequences } from "../provisions/consequences.js";
import { defaultRules } from "../provisions/default-rules.js";
import type { Consequence } from "../provisions/records.js";
import { structure } from "../structure/structure.js";
import { audit } from "../targets/audit.js";
import type { ClaimRecord } from "../targets/claims.js";
import { scorecards } from "../targets/scorecards.js";
import { targets } from "../targets/targets.js";
import { studySegmenter } from "../terms/segmenter.js";
import { selectTerms } from "../terms/selection.js";
import { type PartTokens, tokensByPart } from "../terms/tokens.js";
import { frequentNeighbours, neighbourCounts, placesOf, trackedTerms } from "../terms/tracked.js";
import type { PartRow, Study, TermCountRow } from "./study.js";
import { VERSION } from "./version.js";

/**
 * A Study of the texts in a folder: every table, from sources to consequences.
 *
 * @param folder a folder or file, or several
 * @returns plain tables whose rows carry spans in the texts as read
 * @throws TypeError naming every file that could not be read (`readCorpus` and `analyseDocuments` go on without them)
 * @example
 * analyse(dataPath("teaching")).parts.length // 12
 */
export function analyse(folder: string | readonly string[]): Study {
  const { documents, problems } = readCorpus(folder);
  const failed = problems.filter((p) => p.severity === "error");
  if (failed.length > 0) {
    throw new TypeError(
      `analyse requires readable texts, got ${failed.map((p) => `${p.path} (${p.message})`).join(", ")}`,
    );
  }
  return analyseDocuments(documents);
}

/**
 * A Study of documents that were read already. The order of the documents changes nothing.
 *
 * @param documents decoded files
 * @returns plain tables
 */
export function analyseDocuments(documents: readonly SourceDocument[]): Study {
  const sorted = [...documents].sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  const structured = sorted.map((document) => structure(document));
  const duplicates = nearDuplicates(structured);
  const segmenter = studySegmenter();
  const tokens = structured.flatMap((document) => tokensByPart(document, segmenter));
  const tracked = trackedTerms();
  const parts = structured.flatMap((document) => document.parts);
  const weights = clusterWeights(parts, duplicates);
  const partRows = parts.map((part, i): PartRow => {
    const { clauses } = structured.find(({ document }) => document.source === part.source)!;
    return {
      ...part,
      heading: part.heading && shortened(part.heading),
      clauses: clauses.filter((clause) => clause.part === part.part).length,
      tokens: wordsOf(tokens[i]!).length,
      cluster: weights[i]!.cluster,
      weight: weights[i]!.kept,
    };
  });
  const found = structured.map((document) => consequences(document));
  return {
    sources: sorted.map(({ source, bytes, sha256, encoding, text }) => ({
      source,
      bytes,
      sha256,
      encoding,
      characters: text.length,
    })),
    parts: partRows,
    noise: allNoise(structured, duplicates),
    duplicates,
    terms: tokens.flatMap(termCounts),
    term_places: tokens.flatMap(({ source, part, tokens: own }) => placesOf(source, part, own, tracked)),
    neighbours: frequentNeighbours(
      structured.flatMap((document) => {
        const own = tokens.filter(({ source }) => source === document.document.source);
        return neighbourCounts(
          document,
          own.flatMap((part) => part.tokens),
          tracked.filter(({ role }) => role === "node"),
        );
      }),
      3,
      ({ source, part }) => partRows.some((p) => p.source === source && p.part === part && p.weight > 0),
    ),
    consequences: found.flat().map(withoutSentences),
    targets: structured.flatMap((document) => targets(document)),
    claims: structured.flatMap((document) => audit(document).map(withoutLists)),
    scorecards: structured.flatMap((document, i) => scorecards(document, found[i])),
    made_with: { guizhang: VERSION, segmenter: segmenter.fingerprint, rules: defaultRules().version },
  };
}

/** Most characters of a printed expression that a Study holds: facts of a source may be passed on, its sentences may not. */
const LONGEST = 16;

/** A consequence whose printed expressions are short enough to pass on; their spans say where the rest stands. */
function withoutSentences(record: Consequence): Consequence {
  return {
    ...record,
    cue: shortened(record.cue),
    tier: record.tier && shortened(record.tier),
    authority: record.authority && shortened(record.authority),
    why: record.why.map((step) => ({ ...step, text: shortened(step.text) })),
  };
}

/** A claim whose listed items are too short and too few to give a sentence back. */
function withoutLists(claim: ClaimRecord): ClaimRecord {
  const operands = claim.operands.slice(0, 40).map((o) => (typeof o === "string" ? o.slice(0, 4) : o));
  const words = operands.filter((o) => typeof o === "string");
  return { ...claim, operands: words.length > 3 ? [...operands.slice(0, 3), "…"] : operands };
}

/** A printed expression without line breaks, its end as … where it is too long. */
function shortened(printed: string): string {
  const characters = Array.from(printed.replace(/\s+/g, ""));
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : characters.join("");
}

const wordsOf = ({ tokens }: PartTokens): string[] => selectTerms(tokens);

function termCounts(part: PartTokens): TermCountRow[] {
  const counts = new Map<string, number>();
  for (const term of wordsOf(part)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const rows = [...counts].map(([term, count]) => ({ source: part.source, part: part.part, term, count }));
  return rows.sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
}
