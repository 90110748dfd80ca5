import type { NoiseRecord } from "../repair/repaired-text.js";
import { overlaps, type Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import { type Difference, differences, MASK } from "./differences.js";
import { comparedTexts } from "./near-duplicates.js";
import {
  aroundJump,
  contentSize,
  isBroken,
  isCommonYear,
  isDated,
  isForeignName,
  isNoise,
  isYear,
  occurrences,
  type Reading,
  shortened,
} from "./reading.js";
import { type ComparedText, type DuplicateRecord, placeOf, sideOf } from "./records.js";

/**
 * Noise that shows only where copies of one text are held against each other.
 *
 * A mask where a copy prints the words is `masked`; a stretch that a copy has and another lacks is `truncated` (five
 * characters of content or more, or a number), unless what is printed is noise itself; a year in the place of another number is
 * `year_artifact` where its text or source prints no year more often (twice at least, the earlier of two years three times); of two place names the one that its own text prints less is
 * `place_swap` (where 市 or 县 follows, and wherever else the same two names are swapped), and so is the name of a place or an organisation that one copy inserts. Only copies are compared: what differs between two fillings of a template is data.
 *
 * @param documents the structured documents
 * @param duplicates their near-duplicates
 * @returns records in the order of source and place, spans in the text as read, each once
 * @example
 * const documents = readCorpus(dataPath("teaching")).documents.map((document) => structure(document));
 * noiseByComparison(documents, nearDuplicates(documents))[0].note // "09-fire-decision-copy.txt part 1 prints 300"
 */
export function noiseByComparison(
  documents: readonly StructuredDocument[],
  duplicates: readonly DuplicateRecord[],
): NoiseRecord[] {
  const headings = new Map(
    documents.flatMap(({ parts }) => parts.map((part) => [placeOf(part), part.heading] as const)),
  );
  const texts = new Map(
    documents.flatMap(comparedTexts).map((text) => {
      const place = placeOf(text);
      return [place, withoutHeading(text, headings.get(place) ?? null)];
    }),
  );
  const known = new Map(documents.map(({ document, noise }) => [document.source, noise]));
  const sources = new Map(documents.map(({ document }) => [document.source, document.text]));
  const found = new Map<string, NoiseRecord>();
  for (const { a, b, kind, level, keep } of duplicates) {
    if (level !== "part" || kind === "template_swap") continue;
    const [left, right] = [texts.get(placeOf(a)), texts.get(placeOf(b))];
    if (!left || !right) continue;
    for (const difference of withSwappedStems(differences(left.text, right.text), left.text, right.text)) {
      const reading = (text: ComparedText, at: Span, kept: boolean): Reading => {
        const printed = text.text.slice(at.start, at.end);
        return { text, source: sources.get(text.source) ?? "", at, printed, kept };
      };
      const readings = [
        reading(left, difference.a, keep === "a"),
        reading(right, difference.b, keep === "b"),
      ] as const;
      for (const record of noiseOf(difference, ...readings, known)) {
        const { source, start, end } = record;
        const label = [source, start, end, record.kind].join("\n");
        if (!found.has(label)) found.set(label, record);
      }
    }
  }
  return [...found.values()].sort(inPlace);
}

/** A part without the collection's heading: its words are the site's, not the document's. */
function withoutHeading(compared: ComparedText, heading: string | null): ComparedText {
  const line = compared.text.split("\n", 1)[0] as string;
  if (heading === null || line.replace(/\s+/gu, "") !== heading) return compared;
  const { length } = line;
  const toRaw = ({ start, end }: Span): Span =>
    sideOf(compared, { start: start + length, end: end + length });
  return { ...compared, text: compared.text.slice(length), toRaw };
}

/** Names swapped before 市 or 县 are swapped elsewhere too: 云岭电视台 / 望海电视台. */
function withSwappedStems(found: readonly Difference[], left: string, right: string): Difference[] {
  const names = ({ a, b }: Difference) => `${left.slice(a.start, a.end)}\n${right.slice(b.start, b.end)}`;
  const swapped = new Set(found.filter(({ kind }) => kind === "place_swapped").map(names));
  return found.map((difference) => {
    const isStem = difference.kind === "wording" && difference.a.end - difference.a.start > 1;
    return isStem && swapped.has(names(difference)) ? { ...difference, kind: "place_swapped" } : difference;
  });
}

/**
 * All noise of the documents: what the structure stage found in each text by itself, and what the comparison of copies
 * adds where nothing of its kind is known yet.
 *
 * @param documents the structured documents
 * @param duplicates their near-duplicates
 * @returns records in the order of source and place
 * @example
 * const documents = readCorpus(dataPath("teaching")).documents.map((document) => structure(document));
 * allNoise(documents, nearDuplicates(documents)).filter(({ kind }) => kind === "place_swap").length // 1
 */
export function allNoise(
  documents: readonly StructuredDocument[],
  duplicates: readonly DuplicateRecord[],
): NoiseRecord[] {
  const alone = documents.flatMap(({ noise }) => noise);
  const kinds = new Map<string, NoiseRecord[]>();
  for (const record of alone) {
    const key = `${record.source}\n${record.kind}`;
    const list = kinds.get(key);
    if (list) list.push(record);
    else kinds.set(key, [record]);
  }
  const added = noiseByComparison(documents, duplicates).filter(
    (record) => !kinds.get(`${record.source}\n${record.kind}`)?.some((other) => overlaps(other, record)),
  );
  return [...alone, ...added].sort(inPlace);
}

function inPlace(x: NoiseRecord, y: NoiseRecord): number {
  return compare(x.source, y.source) || x.start - y.start || x.end - y.end || compare(x.kind, y.kind);
}

function* noiseOf(
  { kind, edge }: Difference,
  a: Reading,
  b: Reading,
  known: ReadonlyMap<string, readonly NoiseRecord[]>,
): Generator<NoiseRecord> {
  if (kind === "masked_value") {
    const [masked, printed] = MASK.test(a.printed.trim()) ? [a, b] : [b, a];
    yield record(masked, "masked", printed);
    if (isCommonYear(printed, 2) && !isDated(printed)) yield record(printed, "year_artifact", masked);
  } else if (kind === "missing") {
    const [shorter, longer] = a.printed.trim().length < b.printed.trim().length ? [a, b] : [b, a];
    if (isForeignName(longer, shorter)) {
      yield record(longer, "place_swap", shorter);
      return;
    }
    const says = contentSize(longer.printed) >= 5 || /[0-9０-９%％‰]/.test(longer.printed);
    if (says && !isNoise(longer, known) && (!edge || isBroken(shorter)))
      yield record(shorter, "truncated", longer);
  } else if (kind === "year_overwritten") {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const later = !isYear(other.printed) || one.printed > other.printed;
      if (isCommonYear(one, later ? 2 : 3)) yield record(one, "year_artifact", other);
    }
  } else if (kind === "place_swapped") {
    const [inA, inB] = [occurrences(a), occurrences(b)];
    const swapped = inA === inB ? (a.kept ? b : a) : inA < inB ? a : b;
    yield record(swapped, "place_swap", swapped === a ? b : a);
  }
}

function record(reading: Reading, kind: NoiseRecord["kind"], other: Reading): NoiseRecord {
  const { source, start, end } = sideOf(reading.text, aroundJump(reading));
  const note = `${other.text.source}${other.text.part === null ? "" : ` part ${other.text.part}`} prints ${shortened(other.printed)}`;
  return { source, start, end, kind, note };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
