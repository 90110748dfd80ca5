import { type Column, fromCsv } from "../csv.js";
import { readDataText } from "../lexicon.js";
import type { CodedConsequence } from "./observations.js";

/**
 * Consequences coded by hand: a gold file (`.jsonl`) or the truth of the teaching corpus (`.csv`).
 *
 * @param name path below `data/`, such as `gold/consequences.jsonl` or `teaching/records.csv`
 * @returns the records
 * @throws TypeError when the file is missing, or naming the line that is no record
 * @example
 * codings("teaching/records.csv").length > 100 // true
 */
export function codings(name: string): CodedConsequence[] {
  return parseCodings(readDataText(name), `data/${name}`);
}

/**
 * Consequences coded by hand, from the text of a file.
 *
 * @param text JSON records, one a line, or CSV with the codebook's fields (intervals and flags as JSON)
 * @param file its name, which tells the form (`.csv`, else lines of JSON) and stands in messages
 * @returns the records
 * @throws TypeError naming the line that is no record
 */
export function parseCodings(text: string, file: string): CodedConsequence[] {
  if (file.endsWith(".csv")) return fromCsv(text, CODING_COLUMNS, file) as unknown as CodedConsequence[];
  return text
    .split("\n")
    .map((line, i): CodedConsequence | null => {
      if (line.trim() === "") return null;
      try {
        return JSON.parse(line) as CodedConsequence;
      } catch {
        throw new TypeError(`${file}, line ${i + 1}: expected a record as JSON, found ${line.slice(0, 40)}`);
      }
    })
    .filter((record) => record !== null);
}

const text = (name: string, description: string): Column => ({ name, type: "string", description });
const json = (name: string, description: string): Column => ({ name, type: "json", description });

/** The columns of a coding sheet; a sheet may hold more. */
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
