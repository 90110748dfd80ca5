import { fromCsv, toCsv } from "../csv.js";
import { CODING_COLUMNS } from "../severity/codings.js";
import type { CodedConsequence } from "../severity/observations.js";

/** Writes codings as a sheet that a coder can correct. */
export function toCodingCsv(records: readonly CodedConsequence[]): string {
  return toCsv(records, CODING_COLUMNS);
}

/** Reads a corrected sheet; the error names file, line and column. */
export function fromCodingCsv(content: string, file = "codings"): CodedConsequence[] {
  return fromCsv(content, CODING_COLUMNS, file).map((row) => ({
    ...row,
    flags: row.flags ?? [],
  })) as unknown as CodedConsequence[];
}
