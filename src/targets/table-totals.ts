import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { tidy } from "./rounding.js";
import {
  type Cell,
  numberColumns,
  numberIn,
  type PrintedTable,
  type TableRow,
  tablesIn,
} from "./score-tables.js";

/** The row 合计 of a table against its columns: points of the sections or items, or any number that each row prints. */
export function tableClaims(text: string, span: Span): Claim[] {
  return tablesIn(text, span).flatMap((table) => {
    const total = table.rows.findLast((r) => r.total);
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
