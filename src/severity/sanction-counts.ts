import { type Column, fromCsv } from "../csv.js";
import { readDataText } from "../lexicon.js";
import type { Consequence } from "../provisions/records.js";
import { median } from "../stats/quantile.js";
import type { Level } from "../structure/records.js";

/** Sanctions of a large collection counted by issuer, trigger, addressee and type, so that its records need not be kept. */
export interface SanctionCount {
  /** administrative level of the issuer */
  readonly issuer: Level;
  readonly trigger: Consequence["trigger"];
  readonly addressee: Consequence["addressee"];
  readonly type: Consequence["type"];
  readonly records: number;
  /** documents that hold at least one of them */
  readonly documents: number;
  /** records that are left to discretion (可以) */
  readonly optional: number;
  /** records with an amount in yuan that is printed at both ends, and the medians of these ends */
  readonly ranged: number;
  readonly median_lower: number | null;
  readonly median_upper: number | null;
}

const column = (name: string, type: Column["type"], description: string): Column => ({
  name,
  type,
  description,
});

export const SANCTION_COUNT_COLUMNS: readonly Column[] = [
  column("issuer", "string", "administrative level of the issuer"),
  column("trigger", "string", "for what"),
  column("addressee", "string", "on whom it falls"),
  column("type", "string", "type of sanction"),
  column("records", "integer", "records"),
  column("documents", "integer", "documents that hold at least one of them"),
  column("optional", "integer", "records left to discretion"),
  column("ranged", "integer", "records with an amount in yuan printed at both ends"),
  column("median_lower", "number", "median of their lower ends"),
  column("median_upper", "number", "median of their upper ends"),
];

/** Counts sanctions document by document. */
export interface SanctionCounter {
  /** adds the consequences of one document */
  readonly add: (consequences: readonly Consequence[], issuer: Level) => void;
  /** the counts so far, sorted by issuer, trigger, addressee and type */
  readonly rows: () => SanctionCount[];
}

/**
 * A counter of sanctions by issuer, trigger, addressee and type, for collections too large to keep as records.
 *
 * @returns functions to add a document and to read the counts
 * @example
 * sanctionCounter().rows() // []
 */
export function sanctionCounter(): SanctionCounter {
  const cells = new Map<
    string,
    { records: number; documents: number; optional: number; amounts: number[][] }
  >();
  return {
    add(consequences, issuer) {
      const seen = new Set<string>();
      for (const { polarity, trigger, addressee, type, optional, amount } of consequences) {
        if (polarity !== "sanction") continue;
        const key = JSON.stringify([issuer, trigger, addressee, type]);
        const cell = cells.get(key) ?? { records: 0, documents: 0, optional: 0, amounts: [] };
        cells.set(key, cell);
        cell.records++;
        if (optional) cell.optional++;
        if (!seen.has(key)) cell.documents++;
        seen.add(key);
        if (amount && amount.min !== null && amount.max !== null) cell.amounts.push([amount.min, amount.max]);
      }
    },
    rows: () =>
      [...cells.keys()].sort().map((key) => {
        const [issuer, trigger, addressee, type] = JSON.parse(key);
        const { records, documents, optional, amounts } = cells.get(key)!;
        return {
          issuer,
          trigger,
          addressee,
          type,
          records,
          documents,
          optional,
          ranged: amounts.length,
          median_lower: median(amounts.map(([min]) => min!)),
          median_upper: median(amounts.map(([, max]) => max!)),
        };
      }),
  };
}

/**
 * The sanctions of 3,382 Chinese statutes (`data/reference/statute-sanctions.csv`), counted.
 *
 * @returns counts by issuer, trigger, addressee and type
 * @throws TypeError when the table is missing or faulty
 * @example
 * statuteSanctions().length > 1000 // true
 */
export function statuteSanctions(): SanctionCount[] {
  const file = "reference/statute-sanctions.csv";
  return fromCsv(readDataText(file), SANCTION_COUNT_COLUMNS, `data/${file}`) as unknown as SanctionCount[];
}
