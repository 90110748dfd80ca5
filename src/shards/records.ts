import type { Column } from "../csv.js";
import type { Part } from "../structure/records.js";
import type { Place } from "./part-store.js";

/** A line of a shard's `parts.jsonl`. */
export interface PartRow
  extends Pick<Part, "source" | "part" | "start" | "end" | "genre" | "level" | "year" | "year_reliable"> {
  /** letters, digits and Chinese characters */
  readonly size: number;
  /** characters of noise */
  readonly noise: number;
  readonly tokens: number;
  /** records by `type addressee trigger` */
  readonly consequences: Readonly<Record<string, number>>;
  readonly place: Place;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

const column = (name: string, type: Column["type"], description: string): Column => ({
  name,
  type,
  description,
});

export const TERM_COLUMNS: readonly Column[] = [
  column("term", "string", "word"),
  column("count", "integer", "occurrences"),
  column("documents", "integer", "parts that hold it"),
];

export const CONSEQUENCE_COUNT_COLUMNS: readonly Column[] = [
  column("level", "string", "administrative level of the issuer"),
  column("type", "string", "type of consequence (codebook)"),
  column("addressee", "string", "on whom it falls"),
  column("trigger", "string", "for what"),
  column("records", "integer", "records"),
  column("documents", "integer", "parts that hold at least one of them"),
];

export const DUPLICATE_COLUMNS: readonly Column[] = [
  column("cluster", "string", "the part that counts for all that repeat it, as source#part"),
  column("source", "string", "document"),
  column("part", "string", "label of the part"),
  column("start", "integer", "where it begins, in UTF-16 code units of the text as read"),
  column("end", "integer", "where it ends"),
  column(
    "jaccard",
    "number",
    "share of 5-character shingles that it has in common with the part that counts",
  ),
  column("counted", "boolean", "whether it is the one that counts"),
];

export const PROBLEM_COLUMNS: readonly Column[] = [
  column("source", "string", "file or document"),
  column("row", "integer", "row of a file of rows, from 1"),
  column("severity", "string", "error: gave no document; warning: read or passed over"),
  column("message", "string", "what was expected and found"),
];
