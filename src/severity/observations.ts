import type { DuplicateRecord } from "../duplicates/records.js";
import type { Consequence } from "../provisions/records.js";
import type { Span } from "../span.js";
import type { Genre, Level, Part } from "../structure/records.js";

/** What the severity statistics read of a consequence; a hand-coded record lacks the fields that are optional here. */
export type CodedConsequence = Pick<
  Consequence,
  | "source"
  | "start"
  | "end"
  | "polarity"
  | "type"
  | "addressee"
  | "trigger"
  | "amount"
  | "multiple"
  | "base"
  | "per"
  | "months"
  | "flags"
> &
  Partial<Pick<Consequence, "part" | "tier" | "optional" | "alternatives" | "how">>;

/** What they read of a document. */
export type CodedPart = Span & Pick<Part, "source" | "part" | "genre" | "level" | "year" | "year_reliable">;

/** What they read of a pair of repeated texts. */
export type CodedDuplicate = Pick<DuplicateRecord, "a" | "b" | "kind" | "keep"> & {
  /** whole documents ("part") or passages; where it is missing, a side that fills its document counts as whole */
  readonly level?: DuplicateRecord["level"];
};

/** A consequence with the document that it stands in: documents and their clusters are the sampling units. */
export interface Observation {
  readonly record: CodedConsequence;
  /** `source#part` */
  readonly document: string;
  /** the document that stands for all its near copies; without copies the document itself */
  readonly cluster: string;
  /** false in a copy whose text is counted elsewhere */
  readonly kept: boolean;
  readonly genre: Genre | null;
  /** administrative level of the issuer */
  readonly issuer: Level | null;
  /** null where the printed year is not to be trusted */
  readonly year: string | null;
}

/**
 * Consequences with their documents, clusters and whether they are counted.
 *
 * Two documents are in one cluster when a chain of copies, near copies or containments of whole documents joins them. A
 * record is not kept when it lies in a passage (or document) of which another copy is kept.
 *
 * @param consequences records of one or more sources
 * @param parts the documents of these sources
 * @param duplicates pairs of repeated texts; default none, which makes every document its own cluster
 * @returns an observation a record, in the order given
 * @see Cameron, Gelbach and Miller 2008, doi:10.1162/rest.90.3.414, for inference by cluster
 */
export function observations(
  consequences: readonly CodedConsequence[],
  parts: readonly CodedPart[],
  duplicates: readonly CodedDuplicate[] = [],
): Observation[] {
  const bySource = new Map<string, CodedPart[]>();
  for (const part of parts) bySource.set(part.source, [...(bySource.get(part.source) ?? []), part]);
  const clusterOf = clusters(parts, duplicates);
  const dropped = new Map<string, Span[]>();
  for (const side of droppedSides(duplicates)) {
    dropped.set(side.source, [...(dropped.get(side.source) ?? []), side]);
  }
  return consequences.map((record) => {
    const part = (bySource.get(record.source) ?? []).find((candidate) => inside(record, candidate));
    const document = nameOf(record.source, part?.part ?? record.part ?? "");
    const copied = (dropped.get(record.source) ?? []).some((span) => inside(record, span));
    return {
      record,
      document,
      cluster: clusterOf.get(document) ?? document,
      kept: !copied,
      genre: part?.genre ?? null,
      issuer: part?.level ?? null,
      year: part?.year_reliable ? part.year : null,
    };
  });
}

/** Whether a record begins inside a span (its end may run over a page mark into the next). */
function inside(record: Span, span: Span): boolean {
  return span.start <= record.start && record.start < span.end;
}

function nameOf(source: string, part: string): string {
  return `${source}#${part}`;
}

/** The sides of pairs whose text is counted elsewhere. */
function droppedSides(duplicates: readonly CodedDuplicate[]): CodedDuplicate["a"][] {
  return duplicates.flatMap(({ a, b, keep }) =>
    keep === "a" ? [b] : keep === "b" ? [a] : keep === "neither" ? [a, b] : [],
  );
}

/** Documents joined by copies, each named by the first document of its cluster in code-point order. */
function clusters(
  parts: readonly CodedPart[],
  duplicates: readonly CodedDuplicate[],
): ReadonlyMap<string, string> {
  const root = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    while (root.get(at) !== undefined && root.get(at) !== at) at = root.get(at)!;
    return at;
  };
  const whole = (side: CodedDuplicate["a"], level: CodedDuplicate["level"]): string | null => {
    const part = parts.find((p) => p.source === side.source && p.part === side.part);
    if (!part) return null;
    const fills = side.start <= part.start && side.end >= part.end;
    return (level === undefined ? fills : level === "part") ? nameOf(part.source, part.part) : null;
  };
  for (const pair of duplicates) {
    if (pair.kind === "template_swap") continue;
    const [a, b] = [whole(pair.a, pair.level), whole(pair.b, pair.level)];
    if (a === null || b === null) continue;
    const [first, second] = [find(a), find(b)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)) as [
      string,
      string,
    ];
    if (first !== second) root.set(second, first);
  }
  return new Map(parts.map((part) => [nameOf(part.source, part.part), find(nameOf(part.source, part.part))]));
}
