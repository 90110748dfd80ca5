import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { DecodingError, decode } from "./decode.js";
import type { SourceDocument } from "./document.js";
import { sha256 } from "./provenance.js";

/** A file that could not be read, or one that was read but holds nothing. */
export interface ReadProblem {
  /** the path as given or found */
  readonly path: string;
  readonly message: string;
  /** `error`: the file gave no document; `warning`: it was read or passed over for the reason given */
  readonly severity: "error" | "warning";
}

/** What a folder, file or list of them holds. */
export interface Corpus {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly ReadProblem[];
}

/** A text file found on disk, not yet read. */
export interface TextFile {
  readonly source: string;
  readonly path: string;
}

export interface ReadOptions {
  /** largest file read, in bytes; default 256 MiB (a string of JavaScript ends at about 512 Mi characters) */
  readonly maxBytes?: number;
  /** what `-` reads; default: no standard input */
  readonly stdin?: () => Uint8Array;
}

const TEXT_FILE = /\.(txt|md)$/i;

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
    if ("problem" in result) problems.push(result.problem);
    if ("document" in result) documents.push(result.document);
  }
  documents.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  return { documents, problems };
}

/**
 * Lists the text files under files and folders without reading them, each once.
 *
 * @param paths a file, a folder, `-`, or several of them
 * @returns the files in code-point order of `source`, and the paths that lead nowhere
 */
export function listTexts(paths: string | readonly string[]): {
  files: TextFile[];
  problems: ReadProblem[];
} {
  const problems: ReadProblem[] = [];
  const bySource = new Map<string, TextFile>();
  const seen = new Set<string>();
  for (const path of typeof paths === "string" ? [paths] : paths) {
    const found = path === "-" ? [{ source: "-", path }] : filesUnder(path, problems);
    for (const file of found) {
      const real = path === "-" ? "-" : realpathSync(file.path);
      if (seen.has(real)) continue;
      seen.add(real);
      const other = bySource.get(file.source);
      if (other) {
        problems.push({
          path: file.path,
          severity: "error",
          message: `would be named ${file.source} like ${other.path}: give the folder that holds both`,
        });
      } else bySource.set(file.source, file);
    }
  }
  const files = [...bySource.values()];
  files.sort((a, b) => (a.source < b.source ? -1 : a.source > b.source ? 1 : 0));
  return { files, problems };
}

function filesUnder(path: string, problems: ReadProblem[]): TextFile[] {
  try {
    if (!statSync(path).isDirectory()) return [{ source: basename(path), path }];
  } catch (error) {
    problems.push({ path, severity: "error", message: diskMessage(error) });
    return [];
  }
  const before = problems.length;
  const files = [...walk(path, "", problems)];
  if (files.length === 0 && problems.length === before) {
    problems.push({
      path,
      severity: "error",
      message: "expected a folder with at least one .txt or .md file, found none",
    });
  }
  return files;
}

function* walk(root: string, below: string, problems: ReadProblem[]): Generator<TextFile> {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, below), { withFileTypes: true });
  } catch (error) {
    problems.push({ path: join(root, below), severity: "error", message: diskMessage(error) });
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const source = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) yield* walk(root, source, problems);
    else if (!TEXT_FILE.test(entry.name)) continue;
    else if (entry.isFile()) yield { source, path: join(root, source) };
    else {
      const message = "passed over: a link or special file is not followed inside a folder";
      problems.push({ path: join(root, source), severity: "warning", message });
    }
  }
}

/**
 * Reads and decodes one file.
 *
 * @param file where it lies and what its records are named after
 * @param options limits
 * @returns the document, or the problem that kept it from being one (an empty file is a document with a warning)
 */
export function readText(
  file: TextFile,
  { maxBytes = 256 * 2 ** 20, stdin }: ReadOptions = {},
):
  | { document: SourceDocument }
  | { document: SourceDocument; problem: ReadProblem }
  | { problem: ReadProblem } {
  const failure = (message: string): { problem: ReadProblem } => ({
    problem: { path: file.path, severity: "error", message },
  });
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

function diskMessage(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "expected a file or folder, found nothing at this path";
  if (code === "EACCES" || code === "EPERM")
    return "expected a readable file, found that permission is denied";
  if (code === "EISDIR") return "expected a file, found a folder";
  return `could not be read: ${code ?? message}`;
}
