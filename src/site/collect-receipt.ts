import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { drawnFigures, figureHashes } from "../notebooks/drawn.js";
import { readLock } from "../notebooks/lock.js";
import type { Notebook } from "../notebooks/notebook.js";
import { quotedNumbers } from "../notebooks/quoted-numbers.js";
import { type CellReads, type RecordedRows, readRecordedRows, rowNumbers } from "../notebooks/reads.js";
import type { Receipt, RestedRows, SourceFile } from "./receipt.js";
import { type PlacedSpan, type RestedTable, restedTables, sourceFile } from "./tables.js";

/**
 * Everything that the receipt says, from committed files: figures and numbers, the rows that their cells rest on
 * (`notebooks/figures.rows.json`), the spans of these rows, the files that they stand in.
 *
 * @param root the project's folder
 * @param notebooks name and content
 */
export function collectReceipt(root: string, notebooks: readonly (readonly [string, Notebook])[]): Receipt {
  const folder = join(root, "notebooks");
  const lock = readLock(folder);
  const recorded = readRecordedRows(folder);
  const rested = rowsOnce(restedTables(root));
  const at = (notebook: string, cell: number | null) => rested.of(readsOf(recorded, notebook, cell));
  const entries = notebooks.flatMap(([notebook, content]) =>
    drawnFigures(content).map((figure) => ({
      figure,
      hashes: figureHashes(figure),
      notebook,
      rows: at(notebook, figure.cell),
    })),
  );
  const numbers = notebooks.flatMap(([notebook, content]) =>
    quotedNumbers(content).map((number) => ({ ...number, notebook, rows: at(notebook, number.printed) })),
  );
  const citation = readFileSync(join(root, "CITATION.cff"), "utf8");
  const rows = rested.all();
  return {
    version: /^version: (.+)$/m.exec(citation)?.[1] ?? "",
    released: /^date-released: (.+)$/m.exec(citation)?.[1] ?? "",
    environment: lock.environment,
    sources: sourceFiles(root, rows),
    inputs: Object.fromEntries(notebooks.map(([name]) => [name, lock.notebooks[name]?.inputs ?? {}])),
    rows,
    entries,
    numbers,
  };
}

function readsOf(recorded: RecordedRows, notebook: string, cell: number | null): CellReads {
  return cell === null ? {} : (recorded[notebook]?.[cell] ?? {});
}

/** The rows of cells; rows of one table with the same columns are one entry, however many cells rest on them. */
function rowsOnce(open: (name: string) => RestedTable) {
  const known = new Map<string, RestedRows>();
  const one = (table: string, rows: string, columns: string): RestedRows => {
    const key = `${table} ${rows} ${columns}`;
    const found = known.get(key);
    if (found) return found;
    const opened = open(table);
    const numbers = rows === "all" ? opened.rows.map((_, i) => i + 1) : rowNumbers(rows);
    if (numbers.some((number) => number > opened.rows.length)) {
      const found = `row ${Math.max(...numbers)} of ${table}, which has ${opened.rows.length}`;
      throw new TypeError(`the receipt requires rows that are there, got ${found}; run reproduce --update`);
    }
    const made: RestedRows = {
      id: `rows-${known.size + 1}`,
      table,
      sha256: opened.sha256,
      of: opened.rows.length,
      rows: rows === "all" ? (numbers.length > 0 ? `1-${numbers.length}` : "") : rows,
      count: numbers.length,
      columns: columns === "*" || columns === "" ? [] : columns.split(" "),
      spans: distinct(numbers.flatMap((number) => opened.spansOf(opened.rows[number - 1]!))),
    };
    known.set(key, made);
    return made;
  };
  return {
    of: (reads: CellReads): RestedRows[] =>
      Object.entries(reads).flatMap(([table, groups]) => {
        const own = Object.entries(groups);
        return own.length === 0
          ? [one(table, "", "")]
          : own.map(([rows, columns]) => one(table, rows, columns));
      }),
    all: () => [...known.values()],
  };
}

/** Each span once, by file and place. */
function distinct(spans: readonly PlacedSpan[]): PlacedSpan[] {
  const byKey = new Map(spans.map((span) => [`${span.source} ${span.start} ${span.end}`, span]));
  return [...byKey.values()].sort(
    (a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) || a.start - b.start || a.end - b.end,
  );
}

/** The files that spans stand in: the originals of the study, of which only size and hash are here, and the texts of the project. */
function sourceFiles(root: string, rows: readonly RestedRows[]): SourceFile[] {
  const table = join(root, "data", "study", "sources.csv");
  const originals = existsSync(table)
    ? (parse(readFileSync(table), { columns: true, bom: true }) as Record<string, string>[])
    : [];
  const known = new Map(
    originals.map(({ source = "", bytes, sha256 = "" }): [string, SourceFile] => [
      source,
      { source, bytes: Number(bytes), sha256 },
    ]),
  );
  for (const { source } of rows.flatMap(({ spans }) => spans)) {
    const file = known.has(source) ? null : sourceFile(root, source);
    if (file) known.set(source, { source, ...file });
  }
  return [...known.values()];
}
