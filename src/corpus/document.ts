/** How a file's bytes were turned into text. */
export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * One source file as read: the decoded text, unchanged, with what identifies its bytes.
 *
 * Every span in every record points into `text`. A byte-order mark is a signature, not text: it is left out.
 * A row of a file of rows is such a file too: `text` is its text column, `bytes` and `sha256` are those of the text in UTF-8.
 */
export interface SourceDocument {
  /** path relative to the folder it was read from, with `/`; for a single file its base name; a row adds `#` and its id or number */
  readonly source: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** size of the file in bytes */
  readonly bytes: number;
  /** sha256 of the file's bytes, 64 hexadecimal digits */
  readonly sha256: string;
  /** the other columns of the row that the document was, as plain values; only documents from files of rows have it */
  readonly metadata?: Readonly<Record<string, unknown>>;
}

/** A file or row that could not be read, or one that was read but holds nothing. */
export interface ReadProblem {
  /** the path as given or found */
  readonly path: string;
  /** number of the row, from 1, in a file of rows */
  readonly row?: number;
  readonly message: string;
  /** `error`: the file or row gave no document; `warning`: it was read or passed over for the reason given */
  readonly severity: "error" | "warning";
}

/** What a file or row gave: its document, or the problem that kept it from being one (an empty one is a document with a warning). */
export type Reading =
  | { readonly document: SourceDocument; readonly problem?: ReadProblem }
  | { readonly document?: undefined; readonly problem: ReadProblem };
