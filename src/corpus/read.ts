import { readFileSync, statSync } from "node:fs";
import { DecodingError, decode } from "./decode.js";
import type { Reading, ReadProblem, SourceDocument } from "./document.js";
import { diskMessage, isRowFile, listTexts, type TextFile } from "./list.js";
import { sha256 } from "./provenance.js";

/** What a folder, file or list of them holds. */
export interface Corpus {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly ReadProblem[];
}

/** Largest document read by default, in bytes. */
export const MAX_BYTES = 256 * 2 ** 20;

export interface ReadOptions {
  /** largest document read, in bytes; default 256 MiB (a string of JavaScript ends at about 512 Mi characters) */
  readonly maxBytes?: number;
  /** what `-` reads; default: no standard input */
  readonly stdin?: () => Uint8Array;
}

/**
 * Reads files and folders into documents, each with the sha256 of its bytes.
 *
 * A folder is read recursively (`.txt`, `.md`, in code-point order of the path; hidden files and folders, and links,
 * are passed over); a path given twice is read once. A file that cannot be read is named in `problems` and the
 * others are still done.
 *
 * @param paths a file, a folder, `-` for standard input, or several of them
 * @param options limits
 * @returns the documents in code-point order of `source`, and what went wrong
 * @example
 * readCorpus("no/such/folder").problems.length // 1
 */
export function readCorpus(paths: string | readonly string[], options: ReadOptions = {}): Corpus {
  const { files, problems } = listTexts(paths);
  const documents: SourceDocument[] = [];
  for (const file of files) {
    const result = readText(file, options);
    if (result.problem) problems.push(result.problem);
    if (result.document) documents.push(result.document);
  }
  documents.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  return { documents, problems };
}

/**
 * Reads and decodes one file.
 *
 * @param file where it lies and what its records are named after
 * @param options limits
 * @returns the document, or the problem that kept it from being one (an empty file is a document with a warning)
 */
export function readText(file: TextFile, { maxBytes = MAX_BYTES, stdin }: ReadOptions = {}): Reading {
  const failure = (message: string): { problem: ReadProblem } => ({
    problem: { path: file.path, severity: "error", message },
  });
  if (isRowFile(file.path))
    return failure("expected a text, found a file of rows, which readDocuments reads");
  let bytes: Uint8Array;
  try {
    if (file.path === "-" && stdin) bytes = stdin();
    else {
      const { size } = statSync(file.path);
      if (size > maxBytes)
        return failure(`expected at most ${maxBytes} bytes, found ${size}: split the file`);
      bytes = readFileSync(file.path);
    }
  } catch (error) {
    return failure(diskMessage(error));
  }
  try {
    const { text, encoding } = decode(bytes);
    const document = { source: file.source, text, encoding, bytes: bytes.length, sha256: sha256(bytes) };
    if (text.trim() !== "") return { document };
    return {
      document,
      problem: { path: file.path, severity: "warning", message: "an empty file: no text in it" },
    };
  } catch (error) {
    if (error instanceof DecodingError) return failure(error.message);
    throw error;
  }
}
