import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compareWithManifest, type ManifestRow } from "../corpus/manifest.js";
import { fromCsv } from "../csv.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

const STUDY_SOURCES = fileURLToPath(new URL("../../data/study/sources.csv", import.meta.url));

/** `guizhang verify [--manifest FILE.csv] PATH…`: exit 1 where a file differs, is missing or is not listed. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("verify", args);
  checkFormat(values);
  const manifest = readManifest((values.manifest as string | undefined) ?? STUDY_SOURCES);
  const { documents, status } = await readPaths(positionals, values, io);
  const rows = compareWithManifest(documents, manifest);
  writeRecords(rows, values, io);
  const wrong = rows.filter((r) => r.status !== "equal");
  io.stderr(`guizhang: ${rows.length - wrong.length} of ${rows.length} files equal the manifest\n`);
  return status || (wrong.length > 0 ? 1 : 0);
}

function readManifest(path: string): ManifestRow[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(
      `${path}: expected a manifest (CSV with source, bytes, sha256), found no readable file`,
    );
  }
  return fromCsv(
    text,
    [
      { name: "source", type: "string", description: "" },
      { name: "bytes", type: "integer", description: "" },
      { name: "sha256", type: "string", description: "" },
    ],
    path,
  ) as unknown as ManifestRow[];
}
