import type { UsedRows } from "./changed-tables.js";
import { type DrawnFigure, drawnFigures, figureHashes } from "./drawn.js";
import type { JsonValue } from "./notebook.js";
import type { Ran } from "./one-notebook.js";
import { type CellReads, fileOf, rowNumbers, withUsedCells } from "./reads.js";

/** A figure of a notebook, with the files that it declares and the rows that it was seen to rest on. */
export interface TrackedFigure {
  readonly id: string;
  readonly name: string;
  readonly cell: number;
  readonly spec: string;
  readonly inputs: readonly { readonly file: string; readonly column: string | null }[];
  readonly reads: CellReads;
  /** its cell and those that it takes variables from */
  readonly cells: ReadonlySet<number>;
  /** the words of its specification */
  readonly shown: ReadonlySet<string>;
}

/** The figures of a notebook that was run. */
export function trackedFigures({ name, notebook, reads }: Ran): TrackedFigure[] {
  return drawnFigures(notebook).map((figure: DrawnFigure) => ({
    id: figure.id,
    name: `${name}/${figure.id}`,
    cell: figure.cell,
    spec: figureHashes(figure).spec,
    inputs: figure.inputs.map((input) => {
      const [file = "", column = null] = input.split("#");
      return { file: file.replace(/\/$/, ""), column };
    }),
    reads: reads[figure.cell]?.reads ?? {},
    cells: withUsedCells(reads, figure.cell),
    shown: new Set(
      texts(figure.spec)
        .flatMap((text) => text.split(/[\s,;:()（）<>/]+/))
        .filter(Boolean),
    ),
  }));
}

function texts(value: JsonValue): string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(texts);
}

/** Whether a table is a file or made of it, or lies in a folder. */
export function isOf(table: string, file: string): boolean {
  const from = fileOf(table);
  return from === file || from.startsWith(`${file}/`);
}

/** The rows of a table on disk that figures read, by field; null where one uses it whole. */
export function usedRows(figures: readonly TrackedFigure[], file: string): UsedRows | null {
  const used = new Map<string, Set<number>>();
  for (const { reads } of figures) {
    for (const [rows, columns] of Object.entries(reads[file] ?? {})) {
      if (rows === "all") return null;
      for (const column of columns.split(" ")) {
        const known = used.get(column) ?? new Set();
        used.set(column, known);
        for (const row of rowNumbers(rows)) known.add(row);
      }
    }
  }
  return used;
}
