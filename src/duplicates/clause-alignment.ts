import { toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import { differingStretches, type Gap } from "./alignment.js";
import { type DifferenceKind, differences } from "./differences.js";
import { comparedTexts } from "./near-duplicates.js";
import { type ComparedText, type DuplicateRecord, type DuplicateSide, placeOf, sideOf } from "./records.js";
import { contentOf } from "./shingles.js";
import { visibleOf } from "./visible.js";

/** How a clause of the kept text stands in a copy. */
export type ClauseState = "same" | "differs" | "missing";

/** One clause of a kept text beside its counterpart in one copy; spans are in the texts as read. */
export interface AlignedClause {
  /** the cluster, as in the duplicate records */
  readonly cluster: string;
  /** path of the clause in the outline of the kept text */
  readonly path: string;
  readonly kept: DuplicateSide;
  /** null where the copy has nothing of it */
  readonly copy: DuplicateSide | null;
  /** source and part of the copy, also where it lacks the clause */
  readonly copy_source: string;
  readonly copy_part: string | null;
  readonly state: ClauseState;
  /** where the two differ inside the clause, in order: what is printed there */
  readonly readings: readonly {
    readonly kind: DifferenceKind;
    readonly kept: string;
    readonly copy: string;
  }[];
}

/**
 * The clauses of every kept text beside their counterparts in its copies.
 *
 * The two texts are aligned once as wholes; a clause's counterpart is what stands between the places that its ends
 * correspond to. A clause is missing where nothing but marks corresponds to it.
 *
 * @param documents the structured documents
 * @param duplicates their near-duplicates; whole texts of which one is kept are aligned, templates and passages are not
 * @param options `all`: also clauses that are the same; default false
 * @returns one row a clause and copy, by the order of the pairs, then of the clauses
 * @example
 * const documents = readCorpus(dataPath("teaching")).documents.map((document) => structure(document));
 * alignedClauses(documents, nearDuplicates(documents)).find(({ path }) => path === "一/3").readings[0].copy // "98"
 */
export function alignedClauses(
  documents: readonly StructuredDocument[],
  duplicates: readonly DuplicateRecord[],
  { all = false }: { readonly all?: boolean } = {},
): AlignedClause[] {
  const texts = new Map(documents.flatMap(comparedTexts).map((text) => [placeOf(text), text]));
  const structured = new Map(documents.map((document) => [document.document.source, document]));
  return duplicates.flatMap(({ a, b, keep, level, cluster }) => {
    if (level !== "part" || cluster === null || (keep !== "a" && keep !== "b")) return [];
    const kept = texts.get(placeOf(keep === "a" ? a : b));
    const copy = texts.get(placeOf(keep === "a" ? b : a));
    const document = kept && structured.get(kept.source);
    if (!kept || !copy || !document) return [];
    return rowsOf(cluster, document, kept, copy).filter(({ state }) => all || state !== "same");
  });
}

function rowsOf(
  cluster: string,
  { repaired, clauses }: StructuredDocument,
  kept: ComparedText,
  copy: ComparedText,
): AlignedClause[] {
  const offset = toRepaired(repaired, kept).start;
  const counterpart = counterparts(kept.text, copy.text);
  const found = differences(kept.text, copy.text);
  let from = 0;
  let above = 0; // end of the clause above: what the copy inserts behind it belongs to the next
  return clauses
    .filter(({ part }) => part === kept.part)
    .map(({ path, at }): AlignedClause => {
      const clause = { start: at.start - offset, end: at.end - offset };
      while (from < found.length && (found[from]?.a.end ?? 0) < above) from++;
      const readings: AlignedClause["readings"][number][] = [];
      for (let k = from; k < found.length && (found[k]?.a.start ?? Infinity) < clause.end; k++) {
        const { kind, a, b } = found[k] as (typeof found)[number];
        if (a.end > a.start ? a.end <= clause.start : a.start < above) continue;
        const inside = { start: Math.max(a.start, clause.start), end: Math.min(a.end, clause.end) };
        readings.push({
          kind,
          kept: kept.text.slice(inside.start, inside.end),
          copy: copy.text.slice(b.start, b.end),
        });
      }
      above = clause.end;
      const range = counterpart(clause);
      const missing = contentOf(copy.text, range).characters.length === 0;
      return {
        cluster,
        path,
        kept: sideOf(kept, clause),
        copy: missing ? null : sideOf(copy, range),
        copy_source: copy.source,
        copy_part: copy.part,
        state: missing ? "missing" : readings.length > 0 ? "differs" : "same",
        readings,
      };
    });
}

/** A function from a span of one text to the span of another that corresponds to it. */
function counterparts(a: string, b: string): (span: Span) => Span {
  const [left, right] = [visibleOf(a), visibleOf(b)];
  const gaps = differingStretches(left.characters, right.characters);
  return ({ start, end }) => {
    const first = corresponding(gaps, atOrAfter(left.offsets, start), "start");
    const last = corresponding(gaps, atOrAfter(left.offsets, end), "end");
    const from = right.offsets[first] as number;
    return { start: from, end: last > first ? behind(b, right.offsets[last - 1] as number) : from };
  };
}

/** The place in b of a place in a: inside a gap its beginning or its end in b. */
function corresponding(gaps: readonly Gap[], index: number, edge: "start" | "end"): number {
  let [low, high] = [0, gaps.length]; // gaps that begin before the place
  while (low < high) {
    const middle = (low + high) >> 1;
    const begins = (gaps[middle] as Gap).a[0];
    if (begins < index || (begins === index && edge === "start")) low = middle + 1;
    else high = middle;
  }
  const gap = gaps[low - 1];
  if (!gap) return index;
  if (edge === "start" && index === gap.a[0]) return gap.b[0]; // with what the copy inserts before it
  if (index < gap.a[1]) return edge === "start" ? gap.b[0] : gap.b[1];
  return gap.b[1] + index - gap.a[1];
}

/** Number of the first visible character at or after an offset. */
function atOrAfter(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function behind(text: string, at: number): number {
  return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
}
