import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listTexts } from "../corpus/list.js";
import { readText } from "../corpus/read.js";
import { toCsv } from "../csv.js";
import { repair } from "../repair/repair.js";
import { REFERENCE_COLUMNS } from "../terms/reference.js";
import { selectTerms } from "../terms/selection.js";
import { termCounter } from "../terms/term-counter.js";
import { writeWhole } from "../whole-file.js";
import { readArguments, wholeNumber } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { segmenterOf } from "./term-corpus.js";

const FOLDER = fileURLToPath(new URL("../../data/reference/", import.meta.url));
/** `guizhang reference [--to FOLDER] [--origin TEXT] [--min-count N] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("reference", args);
  if (positionals.length === 0) throw new UsageError("expected a file or folder, found no path");
  const least = wholeNumber(values, "min-count", 2, 1);
  const segmenter = segmenterOf(values);
  const { files, problems } = listTexts(positionals);
  for (const { path, message } of problems) io.stderr(`guizhang: ${path}: ${message}\n`);
  const counter = termCounter();
  const texts = createHash("sha256");
  let characters = 0;
  let failed = problems.length > 0;
  for (const file of files) {
    const { document, problem } = readText(file);
    if (problem) io.stderr(`guizhang: ${problem.path}: ${problem.message}\n`);
    failed ||= problem?.severity === "error";
    if (!document) continue;
    texts.update(`${document.sha256}\n`);
    characters += document.text.length;
    counter.add(selectTerms(segmenter.segment(repair(document).repaired.text)));
  }
  const rows = counter.rows(least);
  const csv = toCsv(rows, REFERENCE_COLUMNS);
  const about = {
    origin: (values.origin as string | undefined) ?? "not stated",
    documents: counter.documents(),
    characters,
    tokens: counter.tokens(),
    types: counter.types(),
    least,
    listed_terms: rows.length,
    listed_tokens: rows.reduce((sum, row) => sum + row.count, 0),
    engine: `${segmenter.engine} ${segmenter.version}`,
    dictionary: segmenter.dictionary,
    dictionary_sha256: segmenter.dictionary_sha256,
    hmm: segmenter.hmm,
    units: segmenter.units,
    segmenter: segmenter.fingerprint,
    texts_sha256: texts.digest("hex"),
    table_sha256: createHash("sha256").update(csv).digest("hex"),
  };
  const folder = (values.to as string | undefined) ?? FOLDER;
  writeWhole(join(folder, "statute-terms.csv"), csv);
  writeWhole(join(folder, "statute-terms.json"), `${JSON.stringify(about, null, 1)}\n`);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  io.stderr(
    `guizhang: ${about.documents} documents, ${about.tokens} words, ${about.types} types, ${about.listed_terms} listed; ${memory} MiB at most\n`,
  );
  return failed ? 2 : 0;
}
