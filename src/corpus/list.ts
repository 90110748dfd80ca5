import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { ReadProblem } from "./document.js";

/** A file found on disk, not yet read. */
export interface TextFile {
  /** what its records are named after: the path relative to the folder given, or the base name of a file given */
  readonly source: string;
  readonly path: string;
}

const TEXT_FILE = /\.(txt|md)$/i;
const ROW_FILE = /\.(csv|jsonl(\.gz|\.zst)?|parquet)$/i;

/** Whether a file's name says that it holds many documents, one a row. A CSV is taken for one only where it is named itself. */
export function isRowFile(name: string): boolean {
  return ROW_FILE.test(name);
}

/**
 * Lists the text files under files and folders without reading them, each once.
 *
 * A folder is walked recursively (`.txt`, `.md`; hidden files and folders, and links, are passed over).
 *
 * @param paths a file, a folder, `-`, or several of them
 * @param rows whether files of rows (`.jsonl`, `.jsonl.gz`, `.jsonl.zst`, `.parquet`) inside folders are listed too; default false
 * @returns the files in code-point order of `source`, and the paths that lead nowhere
 */
export function listTexts(
  paths: string | readonly string[],
  { rows = false }: { readonly rows?: boolean } = {},
): { files: TextFile[]; problems: ReadProblem[] } {
  const isWanted = (name: string): boolean =>
    TEXT_FILE.test(name) || (rows && isRowFile(name) && !/\.csv$/i.test(name));
  const problems: ReadProblem[] = [];
  const bySource = new Map<string, TextFile>();
  const seen = new Set<string>();
  for (const path of typeof paths === "string" ? [paths] : paths) {
    const found = path === "-" ? [{ source: "-", path }] : filesUnder(path, isWanted, problems);
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

function filesUnder(path: string, isWanted: (name: string) => boolean, problems: ReadProblem[]): TextFile[] {
  try {
    if (!statSync(path).isDirectory()) return [{ source: basename(path), path }];
  } catch (error) {
    problems.push({ path, severity: "error", message: diskMessage(error) });
    return [];
  }
  const before = problems.length;
  const files = [...walk(path, "", isWanted, problems)];
  if (files.length === 0 && problems.length === before) {
    problems.push({
      path,
      severity: "error",
      message: "expected a folder with at least one .txt or .md file, found none",
    });
  }
  return files;
}

function* walk(
  root: string,
  below: string,
  isWanted: (name: string) => boolean,
  problems: ReadProblem[],
): Generator<TextFile> {
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
    if (entry.isDirectory()) yield* walk(root, source, isWanted, problems);
    else if (!isWanted(entry.name)) continue;
    else if (entry.isFile()) yield { source, path: join(root, source) };
    else {
      const message = "passed over: a link or special file is not followed inside a folder";
      problems.push({ path: join(root, source), severity: "warning", message });
    }
  }
}

/** What a failed call of the file system means, for the reader of a message. */
export function diskMessage(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "expected a file or folder, found nothing at this path";
  if (code === "EACCES" || code === "EPERM")
    return "expected a readable file, found that permission is denied";
  if (code === "EISDIR") return "expected a file, found a folder";
  return `could not be read: ${code ?? message}`;
}
