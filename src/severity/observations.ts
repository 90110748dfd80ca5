import { partLabel } from "../duplicates/clusters.js";
import type { DuplicateRecord } from "../duplicates/records.js";
import { clusterWeights } from "../duplicates/weights.js";
import type { Consequence } from "../provisions/records.js";
import type { Span } from "../span.js";
import type { Genre, Level, Part } from "../structure/records.js";
import { grouped } from "./grouping.js";

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
  Partial<Pick<Consequence, "part" | "path" | "tier" | "optional" | "alternatives" | "how">>;

/** What they read of a document. */
export type CodedPart = Span & Pick<Part, "source" | "part" | "genre" | "level" | "year" | "year_reliable">;

/** What they read of a pair of repeated texts. */
export type CodedDuplicate = Pick<DuplicateRecord, "a" | "b" | "keep" | "cluster" | "level">;

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
  /** year in whose prices the amount stands; null where a price index could not be applied; missing: as printed */
  readonly price_year?: string | null;
}

/**
 * Consequences with their documents, clusters and whether they are counted.
 *
 * A record is not kept when it lies in a passage (or document) of which another copy is kept.
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
  const bySource = grouped(parts, ({ source }) => source);
  const weights = clusterWeights(parts, duplicates);
  const clusterOf = new Map(weights.map(({ source, part, cluster }) => [partLabel(source, part), cluster]));
  const dropped = grouped(duplicates.flatMap(droppedSides), ({ source }) => source);
  return consequences.map((record) => {
    const part = (bySource.get(record.source) ?? []).find((candidate) => inside(record, candidate));
    const document = partLabel(record.source, part?.part ?? record.part ?? "");
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

/** The sides of a pair whose text is counted elsewhere. */
function droppedSides({ a, b, keep }: CodedDuplicate): CodedDuplicate["a"][] {
  return keep === "a" ? [b] : keep === "b" ? [a] : keep === "neither" ? [a, b] : [];
}
