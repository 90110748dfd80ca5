import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listTexts, readText } from "../corpus/read.js";
import { toCsv } from "../csv.js";
import { consequences } from "../provisions/consequences.js";
import { defaultRules } from "../provisions/default-rules.js";
import { SANCTION_COUNT_COLUMNS, sanctionCounter } from "../severity/sanction-counts.js";
import { structure } from "../structure/structure.js";
import { readArguments } from "./arguments.js";
import { type Io, UsageError } from "./io.js";
import { writeWhole } from "./records.js";

const FOLDER = fileURLToPath(new URL("../../data/reference/", import.meta.url));
const HELP = `usage: guizhang reference-sanctions [--to FOLDER] [--origin TEXT] PATH…

Counts the sanctions of a reference corpus, one file at a time, and writes statute-sanctions.csv (issuer, trigger,
addressee, type, records, documents, …) and statute-sanctions.json (origin, sizes, fingerprints) to FOLDER (default data/reference).
Of several versions of one text (same name, another date in brackets at its end) only the latest is counted.
`;

/** `guizhang reference-sanctions [--to FOLDER] [--origin TEXT] PATH…` */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, { to: { type: "string" }, origin: { type: "string" } });
  if (values.help) {
    io.stdout(HELP);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError("expected a file or folder, found no path");
  const { files, problems } = listTexts(positionals);
  for (const { path, message } of problems) io.stderr(`guizhang: ${path}: ${message}\n`);
  const chosen = latestVersions(files);
  const counter = sanctionCounter();
  const texts = createHash("sha256");
  let failed = problems.length > 0;
  let documents = 0;
  for (const file of chosen) {
    const read = readText(file);
    if ("problem" in read && read.problem) {
      io.stderr(`guizhang: ${read.problem.path}: ${read.problem.message}\n`);
      failed ||= read.problem.severity === "error";
    }
    if (!("document" in read) || !read.document) continue;
    documents++;
    texts.update(`${read.document.sha256}\n`);
    const structured = structure(read.document);
    counter.add(consequences(structured), structured.parts[0]?.level ?? "unknown");
  }
  const rows = counter.rows();
  const csv = toCsv(rows, SANCTION_COUNT_COLUMNS);
  const about = {
    origin: (values.origin as string | undefined) ?? "not stated",
    files: files.length,
    documents,
    sanctions: rows.reduce((sum, row) => sum + row.records, 0),
    rows: rows.length,
    rules: defaultRules().version,
    texts_sha256: texts.digest("hex"),
    table_sha256: createHash("sha256").update(csv).digest("hex"),
  };
  const folder = (values.to as string | undefined) ?? FOLDER;
  writeWhole(join(folder, "statute-sanctions.csv"), csv);
  writeWhole(join(folder, "statute-sanctions.json"), `${JSON.stringify(about, null, 1)}\n`);
  io.stderr(`guizhang: ${documents} documents, ${about.sanctions} sanctions, ${rows.length} rows\n`);
  return failed ? 2 : 0;
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
