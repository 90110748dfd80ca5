import { existsSync } from "node:fs";
import { readCorpus } from "../corpus/read.js";
import { analyseDocuments } from "../study/analyse.js";
import { dataPath, saveStudy } from "../study/tables.js";
import { readArguments } from "./arguments.js";
import { type Io, UsageError } from "./io.js";

/**
 * Where the original collections lie on this machine: `GUIZHANG_CORPUS`, else `data/corpus/`, else null.
 */
export function originals(): string | null {
  const named = process.env.GUIZHANG_CORPUS;
  if (named) return named;
  const local = dataPath("corpus");
  return existsSync(local) ? local : null;
}

/** `guizhang derive [--to FOLDER] [PATH…]`: the tables of a study, by default those of the original collections. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("derive", args);
  const paths = positionals.length > 0 ? positionals : originals();
  if (paths === null) {
    throw new UsageError(
      "expected the original texts in GUIZHANG_CORPUS or data/corpus/, or a path, found neither",
    );
  }
  const to = (values.to as string | undefined) ?? (positionals.length > 0 ? null : dataPath("study"));
  if (to === null) throw new UsageError("expected --to FOLDER beside a path of your own, found none");
  const { documents, problems } = readCorpus(paths);
  for (const { path, message } of problems) io.stderr(`guizhang: ${path}: ${message}\n`);
  if (documents.length === 0) return 2;
  const study = analyseDocuments(documents);
  saveStudy(study, to);
  io.stderr(
    `guizhang: ${to}: ${study.sources.length} files, ${study.parts.length} documents, ${study.consequences.length} consequences\n`,
  );
  return problems.some((p) => p.severity === "error") ? 2 : 0;
}
