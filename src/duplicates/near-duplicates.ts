import { toRaw, toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { Clause, Part, StructuredDocument } from "../structure/records.js";
import type { CandidateOptions } from "./candidates.js";
import { passageDuplicates } from "./passages.js";
import type { ComparedText, DuplicateRecord } from "./records.js";
import { wholeDuplicates, wholeText } from "./wholes.js";

/** What is compared and how candidates are found. */
export interface NearDuplicateOptions extends CandidateOptions {
  /** units of the passages that are looked for beside whole parts, or false for whole parts only; default "paragraph" */
  readonly passages?: "paragraph" | "clause" | false;
  /** whether passages are looked for inside parts that are copies as wholes too: every stretch that two texts share; default false */
  readonly inside?: boolean;
}

/**
 * Parts and passages that repeat each other, within and between documents.
 *
 * Similarities are over 5-character shingles of letters, digits and Chinese of the repaired text, all exact; few parts
 * are compared pair by pair, many through seeded candidates (see `candidatePairs`). Text outside the parts (a site's
 * teaser) is compared too, with `part` null.
 *
 * @param documents structured documents, in any order
 * @param options passages and candidates
 * @returns records sorted by the place of a, then of b: parts first, then passages
 * @example
 * const documents = readCorpus(dataPath("teaching")).documents.map((document) => structure(document));
 * nearDuplicates(documents)[0].kind // "near_copy"
 * @see Broder 1997, On the resemblance and containment of documents, 10.1109/SEQUEN.1997.666900
 */
export function nearDuplicates(
  documents: readonly StructuredDocument[],
  options: NearDuplicateOptions = {},
): DuplicateRecord[] {
  return duplicatesAmong(documents.flatMap(comparedTexts), options);
}

/**
 * Texts and passages that repeat each other, for texts that stand in no structured document.
 *
 * @param texts texts with their places, in any order
 * @param options passages and candidates
 * @returns records sorted by the place of a, then of b: whole texts first, then passages
 * @example
 * const text = Array.from({ length: 100 }, (_, i) => String.fromCharCode(0x4e00 + i)).join("");
 * duplicatesAmong(["a", "b"].map((source) => ({ source, part: "1", start: 0, end: 100, text })))[0].keep // "a"
 */
export function duplicatesAmong(
  texts: readonly ComparedText[],
  { passages = "paragraph", inside = false, ...candidates }: NearDuplicateOptions = {},
): DuplicateRecord[] {
  const wholes = wholeDuplicates(texts.map(wholeText), candidates);
  if (passages === false) return wholes;
  return [...wholes, ...passageDuplicates(texts, inside ? [] : wholes, { level: passages })];
}

/** The parts of a document, and the paragraphs outside them, as texts to compare. * @example
 * const documents = readCorpus(dataPath("teaching")).documents.map((document) => structure(document));
 * documents.flatMap(comparedTexts).filter(({ part }) => part !== null).length // 12
 */
export function comparedTexts(structured: StructuredDocument): ComparedText[] {
  const clausesOf = new Map<string, Clause[]>();
  for (const clause of structured.clauses) {
    const list = clausesOf.get(clause.part);
    if (list) list.push(clause);
    else clausesOf.set(clause.part, [clause]);
  }
  return [
    ...structured.parts.map((part) => partText(structured, part, clausesOf.get(part.part) ?? [])),
    ...textsOutside(structured),
  ];
}

function partText(
  { repaired, noise }: StructuredDocument,
  part: Part,
  clauses: readonly Clause[],
): ComparedText {
  const at = toRepaired(repaired, part);
  const openings = clauses.filter(
    (clause, i) => clause.label !== null || clause.path !== clauses[i - 1]?.path,
  );
  return {
    source: part.source,
    part: part.part,
    start: part.start,
    end: part.end,
    text: repaired.text.slice(at.start, at.end),
    toRaw: rawSpans(repaired, at.start),
    breaks: openings.map((clause) => clause.at.start - at.start),
    noise: noise
      .filter(({ kind, start }) => kind !== "line_break_join" && part.start <= start && start < part.end)
      .reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

/** Spans of a part as spans of the text as read; a function of its own, so that it keeps no more than it needs alive. */
function rawSpans(repaired: StructuredDocument["repaired"], from: number): (span: Span) => Span {
  return ({ start, end }) => toRaw(repaired, { start: start + from, end: end + from });
}

/** Lines outside the parts, as read: repair may have taken them out as boilerplate. */
function* textsOutside({ document, parts }: StructuredDocument): Generator<ComparedText> {
  const ordered = [...parts].sort((a, b) => a.start - b.start);
  let from = 0;
  for (const { start, end } of [...ordered, { start: document.text.length, end: document.text.length }]) {
    if (start > from) {
      for (const line of document.text.slice(from, start).matchAll(/[^\r\n]+/g)) {
        const at = from + line.index;
        yield { source: document.source, part: null, start: at, end: at + line[0].length, text: line[0] };
      }
    }
    from = Math.max(from, end);
  }
}
