import { explainConsequences } from "../provisions/consequences.js";
import { defaultRules } from "../provisions/default-rules.js";
import { loadRules } from "../provisions/load-rules.js";
import type { RejectedCue } from "../provisions/records.js";
import type { RuleSet } from "../provisions/rule-types.js";
import { structure } from "../structure/structure.js";
import { readArguments } from "./arguments.js";
import { readPaths } from "./corpus.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

/**
 * `guizhang consequences PATH…`: sanctions and rewards.
 *
 * `--rules FILE` lays a file of one's own over the rules (repeatable); `--explain` writes on standard error every cue
 * that was found, kept or rejected, and why.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments(args, {
    rules: { type: "string", multiple: true },
    explain: { type: "boolean" },
  });
  checkFormat(values);
  const rules = rulesOf((values.rules ?? []) as string[], io);
  const { documents, status } = await readPaths(positionals, values, io);
  const found = documents.map((document) => explainConsequences(structure(document), { rules }));
  const records = found.flatMap((one) => one.records);
  if (values.explain === true) {
    for (const { records: kept, rejected } of found) {
      for (const record of kept) {
        const why = record.why.map(({ field, rule, text }) => `${field}: ${rule}${text ? ` (${text})` : ""}`);
        io.stderr(
          `+ ${record.source}:${record.start}-${record.end} ${record.type} ${record.cue}\n    ${why.join("; ")}\n`,
        );
      }
      for (const cue of rejected) io.stderr(rejectedLine(cue));
    }
  }
  if (records.length === 0)
    io.stderr("guizhang: none found: no text threatens a sanction or promises a reward\n");
  writeRecords(records, values, io, "consequences");
  return status;
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
