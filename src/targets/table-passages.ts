import type { Span } from "../span.js";
import type { Clause } from "../structure/records.js";
import type { Passage } from "./passages.js";
import { numberIn, type TableRow, tablesIn } from "./score-tables.js";

/** The passages with the rows of scoring tables in place of the stretches that hold them: each row an item with a cell of points. */
export function withTableRows(text: string, passages: readonly Passage[]): Passage[] {
  const parts = new Map<string, Passage[]>();
  for (const p of passages) parts.set(p.part.part, [...(parts.get(p.part.part) ?? []), p]);
  return [...parts.values()].flatMap((own) => {
    const first = own[0] as Passage;
    const last = own.at(-1) as Passage;
    const tables = tablesIn(text, { start: first.start, end: last.end }).filter(
      (t) => t.scores && t.rows.filter((r) => r.points !== null).length >= 2,
    );
    if (tables.length === 0) return own;
    const rows = tables.flatMap((t, i) =>
      t.rows
        .filter((r) => !r.total)
        .map((r) => rowPassage(r, holding(own, r), tables.length > 1 ? `表${i + 1}` : "表")),
    );
    const apart = own.flatMap((p) => outside(p, tables));
    return [...apart, ...rows].sort((a, b) => a.start - b.start || a.end - b.end);
  });
}

const holding = (passages: readonly Passage[], span: Span): Passage =>
  passages.findLast((p) => p.start <= span.start) ?? (passages[0] as Passage);

/** what of a passage lies outside the tables: its clauses that no table holds, cut where one begins */
function outside(passage: Passage, tables: readonly Span[]): Passage[] {
  const table = tables.find((t) => t.start < passage.end && t.end > passage.start);
  if (!table) return [passage];
  const clauses = passage.clauses.flatMap((c) => {
    if (c.at.end <= table.start || c.at.start >= table.end) return [c];
    return c.at.start < table.start ? [{ ...c, at: { start: c.at.start, end: table.start } }] : [];
  });
  const first = clauses[0];
  const last = clauses.at(-1);
  if (!first || !last) return [];
  return [
    {
      ...passage,
      start: first.at.start,
      end: last.at.end,
      from: Math.max(first.at.start, passage.from),
      clauses,
    },
  ];
}

/** a row as an item of the outline: its cells are clauses, without those of its enumerator and its points */
function rowPassage(row: TableRow, holder: Passage, table: string): Passage {
  const cells = row.cells.filter((c, i) => c !== row.points && !(i === 0 && row.label !== null));
  const model = holder.clauses[0] as Clause;
  const path = [table, row.section, row.label ?? cells[0]?.words ?? ""].filter((s) => s !== null).join("/");
  const points = numberIn(row.points);
  return {
    ...holder,
    path,
    label: row.label,
    from: (cells[0] ?? row).start,
    start: row.start,
    end: row.end,
    headings: [],
    leadIns: [],
    leadInSpans: [],
    clauses: cells.map((c) => ({ ...model, path, at: { start: c.start, end: c.end }, is_heading: false })),
    isHeading: false,
    ...(row.points && points !== null
      ? { pointsCell: { start: row.points.start, end: row.points.end, points, total: false } }
      : {}),
  };
}
