import { explainConsequences } from "../provisions/consequences.js";
import { defaultRules } from "../provisions/default-rules.js";
import { loadRules } from "../provisions/load-rules.js";
import type { RejectedCue } from "../provisions/records.js";
import type { RuleSet } from "../provisions/rule-types.js";
import { contains, type Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import { structure } from "../structure/structure.js";
import { readArguments, wholeNumber } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/**
 * `guizhang consequences PATH…`: sanctions and rewards.
 *
 * `--rules FILE` lays a file of one's own over the rules (repeatable); `--explain` writes on standard error every cue
 * that was found, kept or rejected, and why; `--at OFFSET` does so for the one clause that holds this offset (UTF-16 code
 * units of the decoded text), which it prints first.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("consequences", args);
  checkFormat(values);
  const rules = rulesOf((values.rules ?? []) as string[], io);
  const at = values.at === undefined ? null : wholeNumber(values, "at", 0);
  const { documents, status } = await readPaths(positionals, values, io);
  const found = documents.map((document) => clauseAt(structure(document), rules, at, io));
  const records = found.flatMap((one) => one.records);
  if (values.explain === true || at !== null) for (const one of found) explain(one, io);
  if (records.length === 0)
    io.stderr("guizhang: none found: no text threatens a sanction or promises a reward\n");
  writeRecords(records, values, io, "consequences");
  return status;
}

type Explained = ReturnType<typeof explainConsequences>;

/** what was found in a document, or in its one clause that holds an offset */
function clauseAt(structured: StructuredDocument, rules: RuleSet, at: number | null, io: Io): Explained {
  const found = explainConsequences(structured, { rules });
  if (at === null) return found;
  const clause = structured.clauses.find(({ start, end }) => start <= at && at < end);
  if (!clause) return { records: [], rejected: [] };
  const { source, text } = structured.document;
  io.stderr(`${source}:${clause.start}-${clause.end} ${text.slice(clause.start, clause.end).trim()}\n`);
  const inside = (span: Span) => contains(clause, span);
  return { records: found.records.filter(inside), rejected: found.rejected.filter(inside) };
}

function explain({ records, rejected }: Explained, io: Io): void {
  for (const record of records) {
    const why = record.why.map(({ field, rule, text }) => `${field}: ${rule}${text ? ` (${text})` : ""}`);
    io.stderr(
      `+ ${record.source}:${record.start}-${record.end} ${record.type} ${record.cue}\n    ${why.join("; ")}\n`,
    );
  }
  for (const cue of rejected) io.stderr(rejectedLine(cue));
}

function rejectedLine({ source, start, end, type, cue, rule, because, reason }: RejectedCue): string {
  return `- ${source}:${start}-${end} ${type} ${cue}\n    ${rule}, dropped by ${because}: ${reason}\n`;
}

function rulesOf(overlays: readonly string[], io: Io): RuleSet {
  if (overlays.length === 0) return defaultRules();
  try {
    const { rules, broken } = loadRules(overlays);
    for (const line of broken) io.stderr(`guizhang: with your rules, ${line}\n`);
    return rules;
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    const { code, path } = error as NodeJS.ErrnoException;
    if (code !== undefined)
      throw new UsageError(`${path ?? overlays.join(", ")}: expected a rule file, found ${code}`);
    throw error;
  }
}
