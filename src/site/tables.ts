import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { sha256 } from "../corpus/provenance.js";
import { readCorpus } from "../corpus/read.js";
import type { Span } from "../span.js";
import { analyse } from "../study/analyse.js";
import { flatten } from "../study/flatten.js";
import { TABLES } from "../study/schema.js";
import type { Study } from "../study/study.js";

/** A row of a table, as it stands in a CSV file. */
export type FlatRow = Readonly<Record<string, unknown>>;

/** A table that cells rest on. */
export interface RestedTable {
  /** `data/study/parts.csv`, or `data/teaching:parts` for a table made of texts */
  readonly name: string;
  /** sha256 of the file; null for a table made of texts, whose files have their own */
  readonly sha256: string | null;
  readonly rows: readonly FlatRow[];
  /** where a row stands: file to spans; a row without a place has none */
  readonly spansOf: (row: FlatRow) => readonly PlacedSpan[];
}

/** A span of a file: UTF-16 code units of its decoded text. */
export interface PlacedSpan extends Span {
  /** path in the project, or the name of an original text of the study */
  readonly source: string;
}

/**
 * Opens the tables of a project by the names that `figures.rows.json` gives them; each is read once.
 *
 * @param root the project's folder
 */
export function restedTables(root: string): (name: string) => RestedTable {
  const known = new Map<string, RestedTable>();
  const studies = new Map<string, Study>();
  const study = (folder: string): Study => {
    const made = studies.get(folder) ?? analyse(join(root, folder));
    studies.set(folder, made);
    return made;
  };
  const open = (name: string): RestedTable => {
    const table = known.get(name) ?? openTable(root, name, study, open);
    known.set(name, table);
    return table;
  };
  return open;
}

function openTable(
  root: string,
  name: string,
  study: (folder: string) => Study,
  open: (name: string) => RestedTable,
): RestedTable {
  const [path = "", table] = name.split(":");
  const folder = table === undefined || !path.includes(".") ? path : path.replace(/\/[^/]*$/, "");
  const beside = table === undefined ? path.replace(/\/[^/]*$/, "") : folder;
  const named = (source: string) => (existsSync(join(root, beside, source)) ? `${beside}/${source}` : source);
  const parts = lazy(() =>
    partSpans(open(table === undefined ? "data/study/parts.csv" : `${folder}:parts`).rows),
  );
  const spansOf = (row: FlatRow) =>
    rowSpans(row, (key) => parts().get(key)).map((span) => ({ ...span, source: named(span.source) }));
  if (table === undefined) {
    const content = readFileSync(join(root, path));
    return { name, sha256: sha256(content), rows: readRows(path, content.toString("utf8")), spansOf };
  }
  if (table === "documents") {
    const { documents } = readCorpus(join(root, path));
    const rows = documents.map(({ source, text }) => ({ source, start: 0, end: text.length }));
    return { name, sha256: null, rows, spansOf };
  }
  const schema = TABLES[table as keyof typeof TABLES];
  const records = study(path)[schema.name as keyof typeof TABLES] as readonly object[];
  return { name, sha256: null, rows: records.map((record) => flatten(record, schema.columns)), spansOf };
}

function readRows(path: string, text: string): FlatRow[] {
  if (path.endsWith(".csv")) return parse(text, { columns: true, bom: true }) as FlatRow[];
  const lines = text.split("\n").filter((line) => line !== "");
  return path.endsWith(".jsonl") ? lines.map((line) => JSON.parse(line) as FlatRow) : [];
}

function partSpans(rows: readonly FlatRow[]): Map<string, Span> {
  return new Map(
    rows.map(({ source, part, start, end }) => [
      `${source}#${part}`,
      { start: Number(start), end: Number(end) },
    ]),
  );
}

/** The places of one row: its own span, the spans of both sides of a pair, else the document that it belongs to. */
function rowSpans(row: FlatRow, partOf: (key: string) => Span | undefined): PlacedSpan[] {
  if ("a_source" in row) return [side(row, "a"), side(row, "b")];
  const source = typeof row.source === "string" ? row.source : null;
  if (source === null) return [];
  if (given(row.start)) {
    const start = Number(row.start);
    return [{ source, start, end: given(row.end) ? Number(row.end) : start + String(row.term ?? "").length }];
  }
  if (given(row.characters)) return [{ source, start: 0, end: Number(row.characters) }];
  const part = partOf(`${source}#${row.part}`);
  return part === undefined ? [] : [{ source, ...part }];
}

function side(row: FlatRow, letter: "a" | "b"): PlacedSpan {
  const [start, end] = [`${letter}_start`, `${letter}_end`].map((name) => Number(row[name])) as [
    number,
    number,
  ];
  return { source: String(row[`${letter}_source`]), start, end };
}

const given = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A file with its size and hash; null where there is no such file in the project. */
export function sourceFile(root: string, path: string): { bytes: number; sha256: string } | null {
  const full = join(root, path);
  if (!existsSync(full) || !statSync(full).isFile()) return null;
  const content = readFileSync(full);
  return { bytes: content.length, sha256: sha256(content) };
}
