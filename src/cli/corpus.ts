import type { SourceDocument } from "../corpus/document.js";
import { readCorpus } from "../corpus/read.js";
import { type Io, UsageError } from "./io.js";

/**
 * Reads the paths of a command line and names on standard error what could not be read.
 *
 * @returns the documents, and the exit status that the command must end with (2 where a file failed)
 * @throws UsageError when no path is given
 */
export function readPaths(
  paths: readonly string[],
  io: Io,
): { documents: readonly SourceDocument[]; status: 0 | 2 } {
  if (paths.length === 0)
    throw new UsageError("expected a file, a folder or - (standard input), found no path");
  const { documents, problems } = readCorpus(paths, { stdin: io.stdin });
  for (const { path, message, severity } of problems) {
    io.stderr(`guizhang: ${severity === "warning" ? "warning: " : ""}${path}: ${message}\n`);
  }
  return { documents, status: problems.some((p) => p.severity === "error") ? 2 : 0 };
}
