import { comparedTexts } from "../duplicates/near-duplicates.js";
import { clusterWeights, type WeighedText } from "../duplicates/weights.js";
import { type WholeText, wholeDuplicates, wholeText } from "../duplicates/wholes.js";
import { structure } from "../structure/structure.js";
import type { NumberedText } from "../terms/numbered-matrix.js";
import type { Segmenter } from "../terms/segmenter.js";
import { termCounter } from "../terms/term-counter.js";
import { tokensByPart } from "../terms/tokens.js";
import { bySource, eachDocument } from "./corpus.js";
import type { Io } from "./io.js";
import { reportCopies } from "./term-corpus.js";
import { type GroupBy, nameOf, type TermGroup, type TermsOf, termGroups } from "./term-groups.js";

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** Texts that are counted together, by number, and the fields that name the group. */
export interface CountedGroup {
  readonly label: TermGroup["label"];
  readonly texts: readonly NumberedText[];
}

/** What paths hold, counted. */
export interface TermCounts {
  /** groups in the order of their first document */
  readonly groups: readonly CountedGroup[];
  /** the term of each number */
  readonly terms: readonly string[];
  /** weight of each text, 0 for a near-copy that does not count */
  readonly weights: ReadonlyMap<string, number>;
  readonly status: 0 | 2;
}

/**
 * Counts the terms of paths, one document after another: of each only its counts are kept, and the shingles that copies
 * are found by unless every copy is to count.
 *
 * @param paths files and folders
 * @param values options of the command
 * @param how segmenter, grouping, and the counted terms of a document's tokens
 * @param io where problems and copies are reported
 */
export async function readTermCounts(
  paths: readonly string[],
  values: Values,
  how: { readonly segmenter: Segmenter; readonly by: GroupBy; readonly termsOf: TermsOf },
  io: Io,
): Promise<TermCounts> {
  const counter = termCounter();
  const documents: { source: string; parts: WeighedText[]; groups: CountedGroup[] }[] = [];
  const wholes: WholeText[] = [];
  const status = await eachDocument(paths, values, io, (document) => {
    const structured = structure(document);
    if (!values["keep-duplicates"]) wholes.push(...comparedTexts(structured).map(wholeText));
    const tokens = tokensByPart(structured, how.segmenter);
    const own = structured.parts.map((part, i) => ({ part, tokens: tokens[i]!.tokens, structured }));
    documents.push({
      source: document.source,
      parts: structured.parts.map(({ source, part, start, end }) => ({ source, part, start, end })),
      groups: termGroups(own, how.by, how.termsOf).map(({ label, texts }) => ({
        label,
        texts: texts.map(({ id, terms }) => ({ id, counts: counter.add(terms) })),
      })),
    });
  });
  documents.sort(bySource);
  const parts = documents.flatMap((document) => document.parts);
  const weighed = clusterWeights(parts, wholeDuplicates(wholes));
  reportCopies(
    weighed.map(({ kept }) => kept),
    io,
  );
  return {
    groups: joined(documents.flatMap(({ groups }) => groups)),
    terms: counter.numbered().map(({ term }) => term),
    weights: new Map(weighed.map(({ source, part, kept }) => [nameOf({ part: { source, part } }), kept])),
    status,
  };
}

/** Groups of one label as one. */
function joined(groups: readonly CountedGroup[]): CountedGroup[] {
  const byLabel = new Map<string, { label: CountedGroup["label"]; texts: NumberedText[] }>();
  for (const { label, texts } of groups) {
    const key = JSON.stringify(label);
    const known = byLabel.get(key);
    if (known) known.texts.push(...texts);
    else byLabel.set(key, { label, texts: [...texts] });
  }
  return [...byLabel.values()];
}
