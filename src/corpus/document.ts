/** How a file's bytes were turned into text. */
export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "gb18030";

/**
 * One source file as read: the decoded text, unchanged, with what identifies its bytes.
 *
 * Every span in every record points into `text`. A byte-order mark is a signature, not text: it is left out.
 */
export interface SourceDocument {
  /** path relative to the folder it was read from, with `/`; for a single file its base name */
  readonly source: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** size of the file in bytes */
  readonly bytes: number;
  /** sha256 of the file's bytes, 64 hexadecimal digits */
  readonly sha256: string;
}
