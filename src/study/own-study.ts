import type { SourceDocument } from "../corpus/document.js";
import { type Column, fromCsv, toCsv } from "../csv.js";

/** What `study.json` of a study of one's own says. */
export interface StudySettings {
  /** version of the library that made it */
  readonly guizhang: string;
  /** files and folders of the texts, relative to the study's folder, with `/` */
  readonly corpus: readonly string[];
  /** columns of files of rows; null for the default */
  readonly text_column: string | null;
  readonly id_column: string | null;
}

/** A file of a study, and what is known of it beside its bytes. */
export type ManifestEntry = {
  readonly source: string;
  readonly bytes: number;
  readonly sha256: string;
} & Readonly<Record<string, unknown>>;

/** Columns that say where a text comes from; they stand first. */
const KNOWN = ["title", "issuer", "date", "place", "url"] as const;

const FIXED: readonly Column[] = [
  { name: "source", type: "string", description: "file, with # and the row's id in a file of rows" },
  { name: "bytes", type: "integer", description: "size in bytes" },
  { name: "sha256", type: "string", description: "sha256 of the bytes, hexadecimal" },
];

/**
 * The manifest of documents as CSV: name, size, sha256, then the columns that came with rows (title, issuer, date, place and
 * url first, further ones in code-point order).
 *
 * @param documents as read
 * @returns the text of the file, rows in the order given
 * @example
 * const row = { source: "a.csv#1", text: "罚款", encoding: "utf-8", bytes: 6, sha256: "00", metadata: { place: "云岭县" } };
 * manifestCsv([row]) // "source,bytes,sha256,place\na.csv#1,6,00,云岭县\n"
 */
export function manifestCsv(documents: readonly SourceDocument[]): string {
  const given = new Set(documents.flatMap(({ metadata }) => Object.keys(metadata ?? {})));
  const fixed = new Set(FIXED.map(({ name }) => name));
  const others = [...given].filter((name) => !fixed.has(name) && !KNOWN.includes(name as never)).sort();
  const names = [...KNOWN.filter((name) => given.has(name)), ...others];
  const columns = [...FIXED, ...names.map((name) => ({ name, type: "string" as const, description: "" }))];
  const rows = documents.map(({ source, bytes, sha256, metadata }) => ({
    ...metadata,
    source,
    bytes,
    sha256,
  }));
  return toCsv(rows, columns);
}

/**
 * Reads a manifest.
 *
 * @param text the text of the file
 * @param file its name in messages
 * @returns a row a file; columns beside source, bytes and sha256 are texts, null where empty
 * @throws TypeError naming file, line and column of a cell that is not of its type
 */
export function parseManifest(text: string, file: string): ManifestEntry[] {
  return fromCsv(text, FIXED, file) as ManifestEntry[];
}

/**
 * Reads `study.json`.
 *
 * @throws TypeError where something is missing
 */
export function parseSettings(text: string, file: string): StudySettings {
  let settings: Partial<StudySettings> | null;
  try {
    settings = JSON.parse(text) as Partial<StudySettings> | null;
  } catch {
    settings = null;
  }
  const { guizhang, corpus, text_column = null, id_column = null } = settings ?? {};
  if (typeof guizhang !== "string" || !Array.isArray(corpus) || corpus.length === 0) {
    throw new TypeError(`${file}: expected settings of a study (guizhang, corpus), found none`);
  }
  return { guizhang, corpus: corpus as string[], text_column, id_column };
}
