import { cliffsDelta } from "../stats/cliffs-delta.js";
import { type FineCount, isPlainFine } from "./fine-counts.js";
import { compareGroups, grouped } from "./grouping.js";
import type { Observation } from "./observations.js";
import { type PriceIndex, priceFactor, scaled } from "./prices.js";
import { type SizeStatistics, statistics } from "./sizes.js";

/** Fines of one ground in the prices of one year. */
export interface FineSide {
  readonly fines: number;
  readonly documents: number;
  /** over the fines whose lower (upper) end is printed, in yuan */
  readonly lower: SizeStatistics;
  readonly upper: SizeStatistics;
}

/** The fines of the same ground in the same price year, here and in a reference collection. */
export interface FineComparison {
  readonly trigger: string;
  /** year in whose prices both sides stand */
  readonly year: string;
  readonly here: FineSide;
  readonly reference: FineSide;
  /** Cliff's δ of lower ends and of upper ends, above 0 where fines here are higher; null where a side prints none */
  readonly delta_lower: number | null;
  readonly delta_upper: number | null;
}

/** What was compared and what could not be. */
export interface FineComparisons {
  readonly rows: readonly FineComparison[];
  /** fines here that are in no row, by reason */
  readonly left_out: Readonly<Record<string, number>>;
}

/**
 * Compares fines with those of a reference collection, such as the statutes, for the same ground within one price year.
 *
 * Without an index fines are compared only with fines of the same year. With the user's index all amounts are first
 * turned into the prices of one year. Either way only where the year of the text is to be trusted; nothing is assumed
 * for the others. Fines by day, month or point are left out, and so are masked numbers and numbers that read as years.
 *
 * @param observations consequences with their documents; kept fines count
 * @param counts fines of the reference collection
 * @param prices the user's price index and the year whose prices are wanted
 * @returns a row per ground and year that both sides hold, and what was left out
 * @example
 * compareFines([], []) // { rows: [], left_out: {} }
 * @see Cliff 1993, doi:10.1037/0033-2909.114.3.494
 */
export function compareFines(
  observations: readonly Observation[],
  counts: readonly FineCount[],
  prices?: { readonly index: PriceIndex; readonly year: string },
): FineComparisons {
  const left_out: Record<string, number> = {};
  const leave = (reason: string): void => {
    left_out[reason] = (left_out[reason] ?? 0) + 1;
  };
  const here: Priced[] = [];
  for (const { record, document, kept, year } of observations) {
    if (!kept || record.type !== "fine" || record.polarity !== "sanction") continue;
    if (!isPlainFine(record)) {
      leave("no amount for one occasion that reads as money");
      continue;
    }
    const fine = priced({ document, year, trigger: record.trigger, ...record.amount!, records: 1 }, prices);
    if (fine) here.push(fine);
    else leave(year === null ? "no trusted year" : "year not in the price index");
  }
  const reference = counts.flatMap((count) => priced(count, prices) ?? []);
  const theirs = grouped(reference, keyOf);
  const rows = [...grouped(here, keyOf)].flatMap(([key, members]): FineComparison[] => {
    const others = theirs.get(key);
    const { trigger, year } = members[0]!;
    if (!others) {
      for (const _ of members) leave("the reference has no fine for this ground and year");
      return [];
    }
    const delta = (end: "min" | "max") => cliffsDelta(ends(members, end), ends(others, end)).delta;
    return [
      {
        trigger,
        year,
        here: side(members),
        reference: side(others),
        delta_lower: delta("min"),
        delta_upper: delta("max"),
      },
    ];
  });
  rows.sort(
    (a, b) => compareGroups("trigger", a.trigger, b.trigger) || compareGroups("year", a.year, b.year),
  );
  return { rows, left_out };
}

/** A fine in the prices of a year, from a record or a count. */
interface Priced {
  readonly document: string | number;
  readonly trigger: string;
  readonly year: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly records: number;
}

/** The fine in the prices asked for, or as printed in its own year; null where its year is not known or not indexed. */
function priced(
  fine: Omit<Priced, "year"> & { readonly year: string | null },
  prices: { readonly index: PriceIndex; readonly year: string } | undefined,
): Priced | null {
  const { document, trigger, year, min, max, records } = fine;
  if (year === null) return null;
  if (!prices) return { document, trigger, year, min, max, records };
  const factor = priceFactor(prices.index, year, prices.year);
  if (factor === null) return null;
  return { document, trigger, year: prices.year, ...scaled({ min, max }, factor), records };
}

function keyOf({ trigger, year }: Priced): string {
  return JSON.stringify([trigger, year]);
}

/** The printed ends, each as often as it occurs. */
function ends(members: readonly Priced[], end: "min" | "max"): number[] {
  return members.flatMap((fine) => {
    const value = fine[end];
    return value === null || value <= 0 ? [] : new Array<number>(fine.records).fill(value);
  });
}

function side(members: readonly Priced[]): FineSide {
  return {
    fines: members.reduce((sum, { records }) => sum + records, 0),
    documents: new Set(members.map(({ document }) => document)).size,
    lower: statistics(ends(members, "min")),
    upper: statistics(ends(members, "max")),
  };
}
