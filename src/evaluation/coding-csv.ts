import { type Column, fromCsv, toCsv } from "../csv.js";
import type { Coded } from "./coded.js";

const text = (name: string, description: string): Column => ({ name, type: "string", description });
const json = (name: string, description: string): Column => ({ name, type: "json", description });

/** The columns of a coding sheet. */
export const CODING_COLUMNS: readonly Column[] = [
  text("source", "name of the text"),
  { name: "start", type: "integer", description: "first character, UTF-16 code units of the text as read" },
  { name: "end", type: "integer", description: "after the last character" },
  text("polarity", "sanction or reward"),
  text("type", "type of the codebook"),
  text("addressee", "whom it hits"),
  text("trigger", "for what"),
  json("amount", "yuan, min and max"),
  json("multiple", "times a base, min and max"),
  text("base", "what the multiple counts"),
  text("per", "rate"),
  json("months", "duration, min and max"),
  json("flags", "doubts about the characters"),
];

/** Writes codings as a sheet that a coder can correct. */
export function toCodingCsv(records: readonly Coded[]): string {
  return toCsv(records, CODING_COLUMNS);
}

/** Reads a corrected sheet; the error names file, line and column. */
export function fromCodingCsv(content: string, file = "codings"): Coded[] {
  return fromCsv(content, CODING_COLUMNS, file).map((row) => ({
    ...row,
    flags: row.flags ?? [],
  })) as unknown as Coded[];
}
