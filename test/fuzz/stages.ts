// A text through every stage, and what must hold after each, whatever the text.
import { DecodingError, decode } from "../../src/corpus/decode.js";
import { fromCsv, toCsv } from "../../src/csv.js";
import { allNoise } from "../../src/duplicates/compared-noise.js";
import { nearDuplicates } from "../../src/duplicates/near-duplicates.js";
import { consequences } from "../../src/provisions/consequences.js";
import { fold } from "../../src/quantities/fold.js";
import { quantities } from "../../src/quantities/quantities.js";
import type { Span } from "../../src/span.js";
import type { StructuredDocument } from "../../src/structure/records.js";
import { structure } from "../../src/structure/structure.js";
import { flatten } from "../../src/study/flatten.js";
import { TABLES, type TableName } from "../../src/study/schema.js";
import { audit } from "../../src/targets/audit.js";
import { scorecards } from "../../src/targets/scorecards.js";
import { targets } from "../../src/targets/targets.js";
import { type Segmenter, studySegmenter } from "../../src/terms/segmenter.js";
import { tokenize } from "../../src/terms/tokens.js";

/** A rule that a stage broke. */
export class Broken extends Error {
  constructor(stage: string, what: string) {
    super(`${stage}: ${what}`);
    this.name = "Broken";
  }
}

/** What a text gave, counted; so that a run in which nothing is found shows itself. */
export interface Found {
  readonly characters: number;
  readonly records: number;
}

/** Bytes through decoding and then every stage; bytes that are no text must say so, with the place. */
export function checkBytes(bytes: Uint8Array, original: string): Found {
  let text: string;
  try {
    text = decode(bytes).text;
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    if (!(error.byte >= 0 && error.byte <= bytes.length))
      throw new Broken("decode", `byte ${error.byte} of ${bytes.length}`);
    return { characters: 0, records: 0 };
  }
  if (HALF.test(text)) throw new Broken("decode", "half a character");
  return checkText(text, original);
}

/** Half of a character outside the basic plane: no file holds it, but a text that a program made may. */
const HALF = /\p{Surrogate}/u;

let segmenter: Segmenter | undefined;

/**
 * A text through repair, structure, quantities, consequences, targets, scorecards, audit, duplicates (beside the text that
 * it was made from), terms and the tables of a study.
 *
 * @throws Broken where a span lies outside the text or does not print its cue, a number is not finite, or a table does not
 * read back as written; whatever a stage throws, as it is
 */
export function checkText(text: string, original: string): Found {
  const document = {
    source: "a.txt",
    text,
    encoding: "utf-8" as const,
    bytes: Buffer.byteLength(text),
    sha256: "",
  };
  const structured = structure(document);
  checkStructure(structured);
  const quantified = quantities(structured.repaired.text);
  inside("quantities", quantified, structured.repaired.text);
  const sanctions = consequences(structured);
  inside("consequences", sanctions, text);
  for (const { start, end, cue, why } of sanctions) {
    if (cue === "" || !text.slice(start, end).includes(cue))
      throw new Broken("consequences", `${start}-${end} does not print ${JSON.stringify(cue)}`);
    inside("consequences, why", why, text);
    for (const step of why)
      if (step.text !== text.slice(step.start, step.end))
        throw new Broken("consequences", `${step.rule} does not print its text`);
  }
  const indicators = targets(structured);
  inside("targets", indicators, text);
  const claims = audit(structured);
  inside("audit", claims, text);
  const cards = scorecards(structured, sanctions);
  inside("scorecards", cards, text);
  checkFold(text);
  const beside = structure({ ...document, source: "b.txt", text: original });
  const repeats = nearDuplicates([structured, beside]);
  for (const { a, b, jaccard } of repeats) {
    inside(
      "duplicates",
      [a, b].filter(({ source }) => source === "a.txt"),
      text,
    );
    if (!(jaccard >= 0 && jaccard <= 1)) throw new Broken("duplicates", `jaccard ${jaccard}`);
  }
  inside(
    "noise by comparison",
    allNoise([structured, beside], repeats).filter(({ source }) => source === "a.txt"),
    text,
  );
  segmenter ??= studySegmenter();
  const words = tokenize(structured.repaired, segmenter);
  inside("terms", words, text);
  const tables: Partial<Record<TableName, readonly object[]>> = {
    noise: structured.noise,
    duplicates: repeats,
    consequences: sanctions,
    targets: indicators,
    claims,
    scorecards: cards,
  };
  if (!HALF.test(text))
    for (const [name, records] of Object.entries(tables)) checkTable(name as TableName, records);
  const records = [
    structured.parts,
    structured.outline,
    structured.noise,
    quantified,
    sanctions,
    indicators,
    claims,
  ];
  return { characters: text.length, records: records.reduce((n, list) => n + list.length, 0) };
}

function checkStructure(structured: StructuredDocument): void {
  const { document, repaired, noise, parts, outline, clauses } = structured;
  if (repaired.raw !== document.text) throw new Broken("repair", "the text as read was changed");
  let rebuilt = "";
  let at = 0;
  for (const { start, end, replacement } of repaired.edits) {
    rebuilt += document.text.slice(at, start) + replacement;
    at = end;
  }
  if (rebuilt + document.text.slice(at) !== repaired.text)
    throw new Broken("repair", "the edits do not give the repaired text");
  for (const [stage, records] of Object.entries({ noise, parts, outline, clauses }))
    inside(stage, records, document.text);
  inside(
    "clauses, repaired",
    clauses.map((clause) => clause.at),
    repaired.text,
  );
}

/** Every span lies in the text, and every number of the records is finite. */
function inside(stage: string, records: readonly Span[], text: string): void {
  for (const record of records) {
    const { start, end } = record;
    if (
      !(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= text.length)
    )
      throw new Broken(stage, `span ${start}-${end} in a text of ${text.length}`);
    checkFinite(stage, record);
  }
}

function checkFinite(stage: string, value: unknown): void {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Broken(stage, `a number is ${value}`);
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) checkFinite(stage, inner);
}

/** A table as CSV is text in Unicode and reads back as it was written. */
function checkTable(name: TableName, records: readonly object[]): void {
  const { columns } = TABLES[name];
  const rows = records.map((record) => flatten(record, columns));
  const written = toCsv(rows, columns);
  if (HALF.test(written)) throw new Broken("csv", `${name} holds half a character of a text that has none`);
  const read = fromCsv(written, columns, name);
  if (read.length !== rows.length)
    throw new Broken("csv", `${name}: ${rows.length} rows written, ${read.length} read`);
  if (toCsv(read, columns) !== written) throw new Broken("csv", `${name} does not read back as written`);
}

/** The folding of a text changes none of its offsets. */
function checkFold(text: string): void {
  if (fold(text).length !== text.length) throw new Broken("fold", "offsets change");
}
