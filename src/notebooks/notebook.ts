/** Any JSON value. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** One output of a cell, as the notebook format has it (texts whole, not split into lines). */
export type Output =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | {
      readonly output_type: "display_data";
      readonly data: { readonly [mediaType: string]: JsonValue };
      readonly metadata: { readonly [key: string]: JsonValue };
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

/** A cell; code cells carry outputs. */
export interface Cell {
  readonly cell_type: "code" | "markdown" | "raw";
  readonly id: string;
  readonly source: string;
  readonly metadata: { readonly [key: string]: JsonValue };
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}

/** A notebook as run, compared and written here. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: { readonly [key: string]: JsonValue };
}

type Raw = { readonly [key: string]: unknown };

/**
 * Reads a notebook (format 4). Lines are joined, cells without an id get `cell-N`.
 *
 * @param text content of an .ipynb file
 * @param name how messages call it
 * @throws TypeError when it is no notebook of format 4
 */
export function parseNotebook(text: string, name: string): Notebook {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new TypeError(`${name} requires JSON, got ${(error as Error).message}`);
  }
  if (!isObject(raw) || raw.nbformat !== 4 || !Array.isArray(raw.cells)) {
    const found = isObject(raw) ? `format ${String(raw.nbformat)}` : "other JSON";
    throw new TypeError(`${name} requires a notebook of format 4, got ${found}`);
  }
  const taken = new Set<string>();
  const cells = raw.cells.map((cell: unknown, i): Cell => {
    if (!isObject(cell) || !CELL_TYPES.includes(cell.cell_type as Cell["cell_type"]))
      throw new TypeError(`${name} requires cells of ${CELL_TYPES.join(", ")}, cell ${i + 1} is none`);
    const own = typeof cell.id === "string" && /^[\w-]{1,64}$/.test(cell.id) && !taken.has(cell.id);
    const id = own ? (cell.id as string) : `cell-${String(i + 1).padStart(2, "0")}`;
    taken.add(id);
    return {
      cell_type: cell.cell_type as Cell["cell_type"],
      id,
      source: joined(cell.source),
      metadata: (isObject(cell.metadata) ? cell.metadata : {}) as Cell["metadata"],
      execution_count: typeof cell.execution_count === "number" ? cell.execution_count : null,
      outputs: (Array.isArray(cell.outputs) ? cell.outputs.filter(isObject) : []).map(parseOutput),
    };
  });
  return { cells, metadata: (isObject(raw.metadata) ? raw.metadata : {}) as Notebook["metadata"] };
}

const CELL_TYPES: readonly Cell["cell_type"][] = ["code", "markdown", "raw"];

function isObject(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseOutput(raw: Raw): Output {
  if (raw.output_type === "stream") return { ...raw, text: joined(raw.text) } as unknown as Output;
  if (raw.output_type === "error") return raw as unknown as Output;
  const data = Object.entries((raw.data ?? {}) as Raw).map(([type, value]) => [
    type,
    isText(type) ? joined(value) : value,
  ]);
  const metadata = raw.metadata ?? {};
  return { output_type: "display_data", data: Object.fromEntries(data), metadata } as unknown as Output;
}

/**
 * The one text of a notebook: format 4.5, keys sorted, one space of indentation, texts split into lines as Jupyter
 * does it, a line end at the end of the file. Nothing of the run's time or place is in it.
 */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => {
    const { cell_type, id, metadata } = cell;
    const common = { cell_type, id, metadata, source: lines(cell.source) };
    if (cell_type !== "code") return common;
    return { ...common, execution_count: cell.execution_count, outputs: cell.outputs.map(formatOutput) };
  });
  const raw = { cells, metadata: notebook.metadata, nbformat: 4, nbformat_minor: 5 };
  return `${JSON.stringify(sorted(raw), null, 1)}\n`;
}

function formatOutput(output: Output): unknown {
  if (output.output_type === "stream") return { ...output, text: lines(output.text) };
  if (output.output_type === "error") return output;
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    isText(type) && typeof value === "string" ? lines(value) : value,
  ]);
  return { ...output, data: Object.fromEntries(data) };
}

function isText(mediaType: string): boolean {
  return /^text\/|^application\/javascript$|^image\/svg\+xml$/.test(mediaType);
}

function joined(value: unknown): string {
  return Array.isArray(value) ? value.join("") : String(value ?? "");
}

/** Lines with their ends, as Python's `splitlines(True)` gives them, which Jupyter writes. */
function lines(text: string): string[] {
  return (
    text.match(
      /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])|[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+$/g,
    ) ?? []
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const object = value as Raw;
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, sorted(object[key])]),
  );
}
