import type { NoiseRecord } from "../repair/repaired-text.js";
import { overlaps, type Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import { type Difference, differences, MASK } from "./differences.js";
import { comparedTexts } from "./near-duplicates.js";
import { type ComparedText, type DuplicateRecord, type DuplicateSide, sideOf } from "./records.js";
import { contentOf } from "./shingles.js";

/** One copy at a difference, with what it prints there. */
interface Reading {
  readonly text: ComparedText;
  /** the whole source as read */
  readonly source: string;
  readonly at: Span;
  readonly printed: string;
  readonly kept: boolean;
}

/**
 * Noise that shows only where copies of one text are held against each other.
 *
 * A mask where a copy prints the words is `masked`; a stretch that a copy has and another lacks is `truncated` (five
 * characters of content or more, or a number), unless what is printed is noise itself; a year in the place of another number is
 * `year_artifact` where its text or source prints no year more often (twice at least, the earlier of two years three times); of two place names the one that its own text prints less is
 * `place_swap`, and so is the name of a place or an organisation that one copy inserts. Only copies are compared: what differs between two fillings of a template is data.
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
  const texts = new Map(documents.flatMap(comparedTexts).map((text) => [placeOf(text), text]));
  const known = new Map(documents.map(({ document, noise }) => [document.source, noise]));
  const sources = new Map(documents.map(({ document }) => [document.source, document.text]));
  const found = new Map<string, NoiseRecord>();
  for (const { a, b, kind, level, keep } of duplicates) {
    if (level !== "part" || kind === "template_swap") continue;
    const [left, right] = [texts.get(placeOf(a)), texts.get(placeOf(b))];
    if (!left || !right) continue;
    for (const difference of differences(left.text, right.text)) {
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
    if (isForeignName(longer)) {
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
      const later = !YEAR.test(other.printed) || one.printed > other.printed;
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

/** A loss of no width is marked on the characters around the jump. */
function aroundJump({ text, at, printed }: Reading): Span {
  if (contentSize(printed) > 0 || at.end > at.start) return at;
  return { start: Math.max(0, at.start - 1), end: Math.min(text.text.length, at.end + 1) };
}

/** At most ten characters of what a copy prints. */
function shortened(printed: string): string {
  const plain = [...printed.replace(/\s+/g, "")];
  return plain.length === 0
    ? "nothing"
    : plain.length > 10
      ? `${plain.slice(0, 10).join("")}…`
      : plain.join("");
}

/** Whether the text breaks off here: its last character ends no sentence. */
function isBroken({ text, at }: Reading): boolean {
  const before = text.text.slice(0, at.start).trimEnd();
  const after = text.text.slice(at.end).trim();
  return after === "" && before !== "" && !/[。！？”）)]$/.test(before);
}

/** Whether what is inserted is a name of a place or an organisation that the text prints only here. */
function isForeignName(reading: Reading): boolean {
  return NAME.test(reading.printed.trim()) && occurrences(reading) === 1;
}

/** Whether at least half of what a copy prints is noise itself. */
function isNoise({ text, at }: Reading, known: ReadonlyMap<string, readonly NoiseRecord[]>): boolean {
  const { source, start, end } = sideOf(text, at);
  let noisy = 0;
  for (const noise of known.get(source) ?? []) {
    const shared = Math.min(noise.end, end) - Math.max(noise.start, start);
    if (noise.kind !== "line_break_join" && shared > 0) noisy += shared;
  }
  return 2 * noisy >= end - start;
}

/** Whether a year stands where years stand: before 年, or in the brackets of a document number. */
function isDated({ text, at }: Reading): boolean {
  return /^\s*(?:年|[〕\]）)])/.test(text.text.slice(at.end, at.end + 4));
}

/** Whether a reading is the arabic year that its text, or its whole source, prints most, `least` times or more. */
function isCommonYear({ text, source, printed }: Reading, least: number): boolean {
  return YEAR.test(printed) && [text.text, source].some((whole) => commonestYear(whole, least) === printed);
}

/** The year printed more often than any other, and at least so often. */
function commonestYear(text: string, least: number): string | null {
  const counts = new Map<string, number>();
  for (const [year] of text.matchAll(/(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/g)) {
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((x, y) => y[1] - x[1]);
  return first && first[1] >= least && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

function occurrences({ text, printed }: Reading): number {
  return text.text.split(printed).length - 1;
}

function contentSize(text: string): number {
  return contentOf(text).characters.length;
}

function placeOf({ source, start, end }: DuplicateSide): string {
  return `${source}\n${start}\n${end}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const NAME = /^\p{Script=Han}{2,7}(?:[省市县区镇乡村厂矿局委]|街道|公司)$/u;
const YEAR = /^(?:19|20)[0-9]{2}$/;
