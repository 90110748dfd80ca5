import { basename } from "node:path";
import { fromBrat } from "../evaluation/brat.js";
import { fromCodingCsv } from "../evaluation/coding-csv.js";
import { fromLabelStudio, type LabelStudioTask } from "../evaluation/label-studio.js";
import type { CodedConsequence } from "../severity/observations.js";
import { oneOf, readArguments } from "./arguments.js";
import { readCodingText } from "./codings.js";
import { type Io, UsageError } from "./io.js";
import { checkFormat, writeRecords } from "./records.js";

const FORMS = ["csv", "label-studio", "brat"] as const;

/**
 * `guizhang import --from csv|label-studio|brat FILE…`: what a coder corrected, as hand-coded records (a line of JSON each) that
 * `evaluate --gold` and `agreement` read. A brat `.ann` is read with the `.txt` beside it, whose name the records carry.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = readArguments("import", args);
  checkFormat(values);
  const form = oneOf(values, "from", FORMS, "csv");
  if (positionals.length === 0) throw new UsageError("expected a file that a coder corrected, found no path");
  writeRecords(
    positionals.flatMap((path) => readCoded(path, form)),
    values,
    io,
  );
  return 0;
}

function readCoded(path: string, form: (typeof FORMS)[number]): CodedConsequence[] {
  const content = readCodingText(path);
  try {
    if (form === "csv") return fromCodingCsv(content, path);
    if (form === "label-studio") {
      const tasks = JSON.parse(content) as LabelStudioTask | LabelStudioTask[];
      return (Array.isArray(tasks) ? tasks : [tasks]).flatMap((task) => fromLabelStudio(task));
    }
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`);
  }
  const text = path.replace(/\.ann$/, ".txt");
  try {
    return fromBrat(content, readCodingText(text), basename(text).replaceAll("__", "/"));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
