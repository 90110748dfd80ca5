import { isAbsolute, relative, resolve } from "node:path";
import type { ReadProblem, SourceDocument } from "../corpus/document.js";
import type { RowOptions } from "../corpus/rows.js";
import { readDocuments } from "../corpus/stream.js";
import { shardsFolder } from "../shards/shard-files.js";
import { type Io, printable, UsageError } from "./io.js";

type Values = Readonly<Record<string, unknown>>;

/**
 * Reads the paths of a command line, one document after another, and names on standard error what could not be read.
 *
 * @param visit is given each document, in the order in which they are read
 * @returns the exit status that the command must end with (2 where a file failed)
 * @throws UsageError when no path is given
 */
export async function eachDocument(
  paths: readonly string[],
  values: Values,
  io: Io,
  visit: (document: SourceDocument) => void,
): Promise<0 | 2> {
  if (paths.length === 0)
    throw new UsageError("expected a file, a folder or - (standard input), found no path");
  let status: 0 | 2 = 0;
  for await (const { document, problem } of readDocuments(paths, {
    ...rowOptionsOf(values),
    stdin: io.stdin,
  })) {
    if (document) visit(document);
    if (problem) io.stderr(problemLine(problem));
    if (problem?.severity === "error") status = 2;
  }
  return status;
}

/**
 * Reads the paths of a command line and names on standard error what could not be read.
 *
 * @returns the documents in code-point order of `source`, and the exit status that the command must end with (2 where a file failed)
 * @throws UsageError when no path is given
 */
export async function readPaths(
  paths: readonly string[],
  values: Values,
  io: Io,
): Promise<{ documents: readonly SourceDocument[]; status: 0 | 2 }> {
  const documents: SourceDocument[] = [];
  const status = await eachDocument(paths, values, io, (document) => documents.push(document));
  documents.sort(bySource);
  return { documents, status };
}

/** Code-point order of the sources. */
export function bySource(a: { readonly source: string }, b: { readonly source: string }): number {
  return a.source < b.source ? -1 : a.source > b.source ? 1 : 0;
}

/**
 * Refuses results among the texts that they are made of: the next call would read them as texts.
 *
 * @param output the folder that was named
 * @param paths files and folders of texts
 * @param results where in it the results go; default those of shards
 * @throws UsageError where the results would be written into one of the paths
 */
export function checkApart(
  output: string,
  paths: readonly string[],
  results: string = shardsFolder(output),
): void {
  const inside = paths.find((path) => {
    const way = relative(resolve(path), resolve(results));
    return !/^\.\.([\\/]|$)/.test(way) && !isAbsolute(way);
  });
  if (inside !== undefined)
    throw new UsageError(
      `--output expects a folder apart from the texts, found ${output} with results in ${inside}`,
    );
}

/** Which columns of files of rows the options name. */
export function rowOptionsOf(values: Values): RowOptions {
  const textColumn = values["text-column"] as string | undefined;
  const idColumn = values["id-column"] as string | undefined;
  return { ...(textColumn !== undefined && { textColumn }), ...(idColumn !== undefined && { idColumn }) };
}

/** The line that names what could not be read. */
export function problemLine({ path, row, message, severity }: ReadProblem): string {
  const where = row === undefined ? path : `${path}, row ${row}`;
  return `guizhang: ${severity === "warning" ? "warning: " : ""}${printable(`${where}: ${message}`)}\n`;
}
