import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { pointsClaim } from "./point-sums.js";
import { tidy } from "./rounding.js";
import {
  type Cell,
  numberColumns,
  numberIn,
  type PrintedTable,
  type TableRow,
  tablesIn,
} from "./score-tables.js";
import { statedTotals } from "./stated-totals.js";

/** The row 合计 of a table against its columns: points of the sections or items, or any number that each row prints. */
export function tableClaims(text: string, span: Span): Claim[] {
  return tablesIn(text, span).flatMap((table) => {
    const total = table.rows.findLast((r) => r.total);
    if (!total && table.scores) return headedTotal(text, span, table);
    if (!total || total !== table.rows.at(-1)) return [];
    return table.scores ? scoreTotal(table, total) : columnTotals(table);
  });
}

/** the sections where they carry points, else the items */
function scoreTotal(table: PrintedTable, total: TableRow): Claim[] {
  const rows = table.rows.filter((r) => !r.total && r.points !== null);
  const sections = rows.filter((r) => r.section === null && /[一二三四五六七八九十]/.test(r.label ?? ""));
  const parts = (sections.length >= 2 ? sections : rows).map((r) => r.points as Cell);
  return total.points && parts.length >= 2 ? [columnClaim(parts, total.points, "points")] : [];
}

/** how far before its header a table's total may stand, in the line above */
const ABOVE = 60;

/** 扣分标准（满分100分） in the line above the table; rows at its end may be lost, so that only too many points fail */
function headedTotal(text: string, span: Span, table: PrintedTable): Claim[] {
  const from = Math.max(span.start, table.start - ABOVE, text.lastIndexOf("\n", table.start - 2) + 1);
  const total = statedTotals(text, { start: from, end: table.start }).at(-1);
  const rows = table.rows.filter((r) => r.points !== null && r.section === null);
  if (!total || rows.length < 3 || rows.length < table.rows.length) return [];
  const claim = pointsClaim(
    { start: total.start, end: table.end },
    total.points,
    rows.map((r) => ({ points: numberIn(r.points) })),
    "the printed total",
  );
  return claim.holds || (claim.computed ?? 0) > total.points ? [claim] : [];
}

function columnTotals(table: PrintedTable): Claim[] {
  return numberColumns(table).flatMap(({ name, cells }) => {
    const stated = cells.at(-1);
    const parts = cells.slice(0, -1);
    if (!stated || parts.length < 2 || parts.includes(null) || /率|比|均|单价|标准|%/.test(name)) return [];
    return [columnClaim(parts as Cell[], stated, name)];
  });
}

function columnClaim(parts: readonly Cell[], total: Cell, name: string): Claim {
  const values = parts.map((c) => numberIn(c) as number);
  const stated = numberIn(total) as number;
  const computed = tidy(values.reduce((sum, v) => sum + v, 0));
  const holds = computed === stated;
  return {
    start: (parts[0] as Cell).start,
    end: total.end,
    type: "sum",
    claim: `the column ${name} makes ${total.words}`,
    operands: values,
    formula: "sum",
    stated,
    computed,
    holds,
    tolerance: "exact",
    note: holds ? "" : `the column makes ${computed}`,
  };
}
