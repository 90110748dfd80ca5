import { type Column, fromCsv } from "../csv.js";
import { readDataText } from "../lexicon.js";
import type { Addressee, Consequence, Trigger } from "../provisions/records.js";
import type { Level } from "../structure/records.js";
import type { CodedConsequence } from "./observations.js";

/** Fines of one document for one ground on one addressee with the same printed amount. */
export interface FineCount {
  /** number of the document, in the order in which the documents were added */
  readonly document: number;
  /** administrative level of the issuer */
  readonly issuer: Level;
  /** year of the text; null where it is not to be trusted */
  readonly year: string | null;
  readonly trigger: Trigger;
  readonly addressee: Addressee;
  /** printed ends in yuan, null where an end is not printed */
  readonly min: number | null;
  readonly max: number | null;
  readonly records: number;
}

export const FINE_COUNT_COLUMNS: readonly Column[] = [
  { name: "document", type: "integer", description: "number of the document, in order of its path" },
  { name: "issuer", type: "string", description: "administrative level of the issuer" },
  { name: "year", type: "string", description: "year of the text, empty where it is not to be trusted" },
  { name: "trigger", type: "string", description: "for what" },
  { name: "addressee", type: "string", description: "on whom it falls" },
  { name: "min", type: "number", description: "lower end in yuan, empty where it is not printed" },
  { name: "max", type: "number", description: "upper end in yuan, empty where it is not printed" },
  { name: "records", type: "integer", description: "fines with this amount" },
];

/** Counts fines document by document. */
export interface FineCounter {
  /** adds the consequences of one document */
  readonly add: (consequences: readonly Consequence[], issuer: Level, year: string | null) => void;
  /** the counts so far: documents in the order added, then by trigger, addressee and amount */
  readonly rows: () => FineCount[];
}

/** Whether a fine is a sum for one occasion that is printed and reads as money: no rate by time or point, no mask, no year. */
export function isPlainFine({ polarity, type, amount, per, flags }: CodedConsequence): boolean {
  const rate = per === "day" || per === "month" || per === "year" || per === "percentage_point";
  const doubtful = flags.includes("masked") || flags.includes("year_artifact");
  return polarity === "sanction" && type === "fine" && amount !== null && !rate && !doubtful;
}

/**
 * A counter of fines by their printed amounts, for collections too large to keep as records.
 *
 * @returns functions to add a document and to read the counts
 * @example
 * fineCounter().rows() // []
 */
export function fineCounter(): FineCounter {
  const counted: FineCount[] = [];
  let document = 0;
  return {
    add(consequences, issuer, year) {
      document++;
      const cells = new Map<string, FineCount>();
      for (const record of consequences) {
        if (!isPlainFine(record)) continue;
        const { trigger, addressee } = record;
        const { min, max } = record.amount!;
        const key = JSON.stringify([trigger, addressee, min, max]);
        const records = (cells.get(key)?.records ?? 0) + 1;
        cells.set(key, { document, issuer, year, trigger, addressee, min, max, records });
      }
      counted.push(...[...cells.values()].sort(compareCounts));
    },
    rows: () => counted,
  };
}

function compareCounts(a: FineCount, b: FineCount): number {
  const text = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  const end = (x: number | null, y: number | null) => (x ?? -1) - (y ?? -1);
  return (
    text(a.trigger, b.trigger) || text(a.addressee, b.addressee) || end(a.min, b.min) || end(a.max, b.max)
  );
}

/**
 * The fines of 3,382 Chinese statutes by year, ground and printed amount (`data/reference/statute-fines.csv`).
 *
 * @returns counts, in the order of the table
 * @throws TypeError when the table is missing or faulty
 */
export function statuteFines(): FineCount[] {
  const file = "reference/statute-fines.csv";
  return fromCsv(readDataText(file), FINE_COUNT_COLUMNS, `data/${file}`) as unknown as FineCount[];
}
