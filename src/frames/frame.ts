import { createRequire } from "node:module";

/** A cell of a data frame. */
export type FrameValue = string | number | boolean | null;

/**
 * The part of a danfojs DataFrame that notebooks use: look, select, print.
 *
 * danfojs-node 1.2.0 computes in 32-bit floats and groups, joins, sorts and writes CSV wrongly in known cases
 * (test/frames/known-wrong.test.ts lists them), so frames are made at the end, for showing; numbers come from our own functions.
 */
export interface Frame {
  readonly columns: string[];
  readonly shape: number[];
  readonly values: unknown[];
  head(rows?: number): Frame;
  tail(rows?: number): Frame;
  loc(selection: { rows?: (string | number)[]; columns?: string[] }): Frame;
  iloc(selection: { rows?: (string | number)[]; columns?: (string | number)[] }): Frame;
  toString(): string;
  print(): void;
}

type Danfo = { DataFrame: new (data: FrameValue[][], options: { columns: string[] }) => Frame };
let danfo: Danfo | undefined;

/**
 * A danfojs data frame of plain records.
 *
 * @param rows records; lists and objects are shown as JSON, a missing field as null
 * @param columns which fields, in which order; default: every field in order of first appearance
 * @returns the frame, one row a record
 * @throws RangeError when there is neither a record nor a column
 * @example
 * frame([{ term: "罚款", count: 2 }]).shape // [1, 2]
 */
export function frame(rows: readonly object[], columns?: readonly string[]): Frame {
  const names = columns ? [...columns] : [...new Set(rows.flatMap((row) => Object.keys(row)))];
  if (names.length === 0) throw new RangeError("frame requires at least one record or column, got none");
  // Loaded on first use: danfojs takes about a second, and most commands never show a frame.
  danfo ??= createRequire(import.meta.url)("danfojs-node") as Danfo;
  const data = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) =>
    names.map((n) => cell(row[n])),
  );
  return new danfo.DataFrame(data, { columns: names });
}

function cell(value: unknown): FrameValue {
  if (value === undefined || value === null) return null;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  return JSON.stringify(value);
}
