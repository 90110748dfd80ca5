import type { DrawnFigure, FigureHashes } from "../notebooks/drawn.js";
import type { QuotedNumber } from "../notebooks/quoted-numbers.js";
import type { PlacedSpan } from "./tables.js";

/** A file that spans point into: an original text of the study, or a text of the project. */
export interface SourceFile {
  readonly source: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Rows of one table of which the same columns are read. */
export interface RestedRows {
  /** name within the receipt */
  readonly id: string;
  /** `data/study/parts.csv`, or `data/teaching:parts` for a table made of texts */
  readonly table: string;
  /** of the table's file; null for a table made of texts */
  readonly sha256: string | null;
  /** rows of the whole table */
  readonly of: number;
  /** rows read, such as `1-28,30`, from 1, the header line left out; empty where the table is only counted */
  readonly rows: string;
  readonly count: number;
  /** columns read; none stands for all */
  readonly columns: readonly string[];
  /** where these rows stand in the sources */
  readonly spans: readonly PlacedSpan[];
}

/** From the claim back to the bytes: one figure. */
export interface ReceiptEntry {
  readonly figure: DrawnFigure;
  readonly hashes: FigureHashes;
  readonly notebook: string;
  readonly rows: readonly RestedRows[];
}

/** Everything that the receipt says. */
export interface Receipt {
  readonly version: string;
  readonly released: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly sources: readonly SourceFile[];
  /** every group of rows that some cell rests on, once */
  readonly rows: readonly RestedRows[];
  readonly entries: readonly ReceiptEntry[];
  /** numbers quoted in the text of notebooks, with the rows that the cell rests on which printed them */
  readonly numbers: readonly (QuotedNumber & {
    readonly notebook: string;
    readonly rows: readonly RestedRows[];
  })[];
  /** notebook to the files that it reads, with their sha256 */
  readonly inputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
