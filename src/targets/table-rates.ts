import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { roundedClaim } from "./judged.js";
import { agreement, decimalsOf } from "./rounding.js";
import { type Cell, numberColumns, numberIn, type PrintedTable, tablesIn } from "./score-tables.js";

/** rows that must agree before a column is taken as the quotient of two others, and their share of all rows */
const ROWS = 3;
const MOST = 0.75;
const RATE = /[率面]|比例|比重|占比|[%‰]/;

interface Column {
  readonly name: string;
  readonly cells: readonly (Cell | null)[];
}

/**
 * Rates in the columns of a table against the quotient of two columns of counts: births, births within policy, rate.
 *
 * Which two columns is not said: they are those whose quotient three rows and three quarters of all rows print. A row that prints
 * another rate then fails, for its neighbours say what it should be.
 */
export function tableRateClaims(text: string, span: Span): Claim[] {
  return tablesIn(text, span).flatMap((table) => {
    const columns = numberColumns(table);
    const counts = columns.filter((c) => !RATE.test(c.name));
    return columns
      .filter((c) => RATE.test(c.name))
      .flatMap((rate) => rowsOf(table, rate, nearestFirst(columns, counts, rate)));
  });
}

const nearestFirst = (columns: readonly Column[], counts: readonly Column[], rate: Column): Column[] =>
  [...counts].sort(
    (a, b) =>
      Math.abs(columns.indexOf(a) - columns.indexOf(rate)) -
      Math.abs(columns.indexOf(b) - columns.indexOf(rate)),
  );

const scaleOf = ({ name }: Column): number => (name.includes("‰") ? 1000 : 100);

function rowsOf(table: PrintedTable, rate: Column, counts: readonly Column[]): Claim[] {
  const scale = scaleOf(rate);
  const quotient = (part: Column, whole: Column, row: number): number | null => {
    const [a, b] = [numberIn(part.cells[row]), numberIn(whole.cells[row])];
    return a === null || !b || numberIn(rate.cells[row]) === null ? null : (a / b) * scale;
  };
  const rows = table.rows.map((_, i) => i);
  const fitsIn = (part: Column, whole: Column): number =>
    rows.filter((i) => {
      const value = quotient(part, whole, i);
      const words = rate.cells[i]?.words.replace(/[%‰分]$/, "") ?? "";
      return value !== null && agreement(value, Number(words), decimalsOf(words)).holds;
    }).length;
  const pair = counts
    .flatMap((part) => counts.filter((c) => c !== part).map((whole) => ({ part, whole })))
    .map((p) => ({ ...p, fits: fitsIn(p.part, p.whole) }))
    .sort((a, b) => b.fits - a.fits)[0];
  if (!pair || pair.fits < ROWS || pair.fits < MOST * rows.length) return [];
  return rows.flatMap((i) => {
    const value = quotient(pair.part, pair.whole, i);
    const cell = rate.cells[i];
    const row = table.rows[i];
    if (value === null || !cell || !row) return [];
    const printed = cell.words.replace(/[%‰分]$/, "");
    return [
      roundedClaim(
        {
          start: row.start,
          end: cell.end,
          type: "rate",
          claim: `${rate.name} of ${row.cells[0]?.words ?? ""} is ${pair.part.name} of ${pair.whole.name}`,
          operands: [numberIn(pair.part.cells[i]), numberIn(pair.whole.cells[i])],
          formula: `a/b*${scale}`,
        },
        value,
        Number(printed),
        decimalsOf(printed),
      ),
    ];
  });
}
