import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listTexts } from "../corpus/list.js";
import { readText } from "../corpus/read.js";
import { toCsv } from "../csv.js";
import { readDataText } from "../lexicon.js";
import { consequences } from "../provisions/consequences.js";
import { defaultRules } from "../provisions/default-rules.js";
import type { Consequence } from "../provisions/records.js";
import { CODING_COLUMNS } from "../severity/codings.js";
import { FINE_COUNT_COLUMNS, fineCounter } from "../severity/fine-counts.js";
import { SANCTION_COUNT_COLUMNS, sanctionCounter } from "../severity/sanction-counts.js";
import { contains, type Span } from "../span.js";
import { structure } from "../structure/structure.js";
import { writeWhole } from "../whole-file.js";
import { readArguments } from "./arguments.js";
import { type Io, UsageError } from "./io.js";

const FOLDER = fileURLToPath(new URL("../../data/reference/", import.meta.url));
/** `guizhang reference-sanctions [--to FOLDER] [--origin TEXT] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("reference-sanctions", args);
  if (positionals.length === 0) throw new UsageError("expected a file or folder, found no path");
  const { files, problems } = listTexts(positionals);
  for (const { path, message } of problems) io.stderr(`guizhang: ${path}: ${message}\n`);
  const counted = new Set(latestVersions(files));
  const passages = codedPassages();
  const sanctions = sanctionCounter();
  const fines = fineCounter();
  const sample: Consequence[] = [];
  const texts = createHash("sha256");
  let failed = problems.length > 0;
  let documents = 0;
  for (const file of files) {
    const passage = passages.get(file.source);
    if (!counted.has(file) && !passage) continue;
    const { document, problem } = readText(file);
    if (problem) {
      io.stderr(`guizhang: ${problem.path}: ${problem.message}\n`);
      failed ||= problem.severity === "error";
    }
    if (!document) continue;
    const structured = structure(document);
    const records = consequences(structured);
    if (passage) sample.push(...records.filter((record) => contains(passage, record)));
    if (!counted.has(file)) continue;
    documents++;
    texts.update(`${document.sha256}\n`);
    const [part] = structured.parts;
    sanctions.add(records, part?.level ?? "unknown");
    fines.add(records, part?.level ?? "unknown", part?.year_reliable ? part.year : null);
  }
  const tables = {
    "statute-sanctions.csv": [sanctions.rows(), SANCTION_COUNT_COLUMNS],
    "statute-fines.csv": [fines.rows(), FINE_COUNT_COLUMNS],
    "statute-sample.csv": [sample, CODING_COLUMNS],
  } as const;
  const folder = (values.to as string | undefined) ?? FOLDER;
  const written = Object.entries(tables).map(([name, [rows, columns]]) => {
    const csv = toCsv(rows, columns);
    writeWhole(join(folder, name), csv);
    return [name, { rows: rows.length, sha256: createHash("sha256").update(csv).digest("hex") }] as const;
  });
  const total = sanctions.rows().reduce((sum, row) => sum + row.records, 0);
  const about = {
    origin: (values.origin as string | undefined) ?? "not stated",
    files: files.length,
    documents,
    sanctions: total,
    fines: fines.rows().reduce((sum, row) => sum + row.records, 0),
    rules: defaultRules().version,
    texts_sha256: texts.digest("hex"),
    tables: Object.fromEntries(written),
  };
  writeWhole(join(folder, "statute-sanctions.json"), `${JSON.stringify(about, null, 1)}\n`);
  io.stderr(`guizhang: ${documents} documents, ${total} sanctions, ${about.fines} fines with an amount\n`);
  return failed ? 2 : 0;
}

/** The passage of each file that was coded by hand. */
function codedPassages(): Map<string, Span> {
  const { ranges } = JSON.parse(readDataText("gold/statutes-sample.ranges.json")) as {
    ranges: readonly (Span & { readonly source: string })[];
  };
  return new Map(ranges.map((range) => [range.source, range]));
}

/** Of files that differ only in a date in brackets at the end of their names, the latest; one without a date counts as oldest. */
function latestVersions<T extends { readonly source: string }>(files: readonly T[]): T[] {
  const latest = new Map<string, { readonly date: string; readonly file: T }>();
  for (const file of files) {
    const date = /[（(](\d{4}-\d{2}-\d{2})[)）]\.\w+$/.exec(file.source)?.[1] ?? "";
    const name = file.source.replace(/[（(]\d{4}-\d{2}-\d{2}[)）](?=\.\w+$)/, "");
    const known = latest.get(name);
    if (!known || known.date < date) latest.set(name, { date, file });
  }
  return [...latest.values()].map(({ file }) => file);
}
