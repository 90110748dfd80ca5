import type { Span } from "../span.js";

/** A cell of a table that lost its lines; offsets in the folded text. */
export interface Cell extends Span {
  readonly words: string;
}

/** A row with an enumerator or a name, and its numbers by column where they can be told apart. */
export interface TableRow extends Span {
  readonly cells: readonly Cell[];
  /** 一, 1, （一）: the first cell where it is an enumerator */
  readonly label: string | null;
  /** the enumerator of the section above, in Chinese numerals */
  readonly section: string | null;
  /** the cell of the column of points */
  readonly points: Cell | null;
  /** 合计, 总计: the row sums up the others */
  readonly total: boolean;
}

/** A table as printed in lines: a header without numbers, and the rows below it. */
export interface PrintedTable extends Span {
  readonly header: readonly string[];
  /** whether a column holds points */
  readonly scores: boolean;
  readonly rows: readonly TableRow[];
}

const POINTS = /^(?:分值|标准分|基准分|基本分|满分|赋分|权重分?|分数|总分)(?:\(分\))?$/;
/** columns that are left empty when the table is printed */
const BLANK = /得分|自评|备注|扣分$|考评分|实得/;
const NUMBER = /^(\d{1,6}(?:\.\d{1,2})?)(?:分|%)?$/;
const LABEL = /^(?:[(]?([一二三四五六七八九十]{1,3})[)]?、?|[(]?(\d{1,2})[)]?[、.]?)$/;
const TOTAL = /^(?:合计|总计|共计|总分|小计|全[乡镇县区市街村]合?计?)$/;
/** words of a header */
const COLUMN =
  /序号|项目|内容|指标|标准|办法|分值|得分|备注|名称|村名|乡镇|单位|任务|方式|依据|要求|满分|权重|目标|[(](?:人|户|亩|元|万元|个|例|公里|吨|分)[)]/;

/** The tables of a stretch of folded text whose cells stand apart by white space, or on lines of their own. */
export function tablesIn(text: string, span: Span): PrintedTable[] {
  const lines = linesOf(text, span);
  const found: PrintedTable[] = [];
  for (let i = 0; i < lines.length; i++) {
    const header = headerCells(lines[i] as readonly Cell[]);
    const names = header.map((c) => c.words);
    if (names.length < 3 || !(isHeader(names) || headsNumbers(names, lines.slice(i + 1, i + 1 + FEW))))
      continue;
    const rows: TableRow[] = [];
    let section: string | null = null;
    let last = i;
    for (let k = i + 1; k < lines.length; k++) {
      const row = rowOf(lines[k] as readonly Cell[], names, section);
      if (!row) break;
      if (row.label !== null && row.section === null && /[一二三四五六七八九十]/.test(row.label))
        section = row.label;
      rows.push(row);
      last = k;
    }
    if (rows.length < 2) continue;
    const end = (rows.at(-1) as TableRow).end;
    found.push({
      start: (header[0] as Cell).start,
      end,
      header: names,
      scores: names.some((n) => POINTS.test(n)),
      rows,
    });
    i = last;
  }
  return found;
}

/** the cells of a header that stands in brackets at the end of a line: 各村数字如下(单位 人口 出生)： */
function headerCells(cells: readonly Cell[]): Cell[] {
  const open = cells.findLastIndex((c) => c.words.includes("("));
  const last = cells.at(-1) as Cell;
  if (open < 0 || !/[^(]\):?$/.test(last.words)) return [...cells];
  return cells.slice(open).map((c) => {
    const lead = c === cells[open] ? c.words.lastIndexOf("(") + 1 : 0;
    const words = c.words.slice(lead).replace(/\):?$/, "");
    return { start: c.start + lead, end: c.start + lead + words.length, words };
  });
}

/** rows that show by their cells that the line above them names columns */
const FEW = 3;

/** names without numbers over rows of as many cells, all of them numbers but the first */
const headsNumbers = (names: readonly string[], rows: readonly (readonly Cell[])[]): boolean =>
  rows.length === FEW &&
  names.every((n) => n.length <= 12 && !/[\d。,;]/.test(n)) &&
  rows.every(
    (row) =>
      row.length === names.length &&
      !NUMBER.test(row[0]?.words ?? "") &&
      row.slice(1).every((c) => NUMBER.test(c.words)),
  );

const isHeader = (names: readonly string[]): boolean =>
  names.every((n) => n.length <= 12 && !/[\d。,;]/.test(n)) &&
  names.filter((n) => COLUMN.test(n)).length >= Math.ceil(names.length / 2);

/** the cells of every line that is not blank */
function linesOf(text: string, span: Span): Cell[][] {
  return [...text.slice(span.start, span.end).matchAll(/[^\n]+/g)].flatMap((line) => {
    const at = span.start + line.index;
    const cells = [...line[0].matchAll(/[^\s|│]+/g)].map((m) => ({
      start: at + m.index,
      end: at + m.index + m[0].length,
      words: m[0],
    }));
    return cells.length > 0 ? [cells] : [];
  });
}

/** a line as a row: two cells at least, one of them a number that is no enumerator; null where the table ends */
function rowOf(cells: readonly Cell[], names: readonly string[], section: string | null): TableRow | null {
  const first = cells[0] as Cell;
  const total = TOTAL.test(first.words);
  const label = total || cells.length < 2 ? null : LABEL.exec(first.words);
  const rest = label || total ? cells.slice(1) : cells;
  const numbers = rest.filter((c) => NUMBER.test(c.words));
  if (cells.length < 2 || numbers.length === 0) return null;
  const column = names.findIndex((n) => POINTS.test(n));
  const inColumn = cells[column];
  const scored = column < 0 ? null : numbers.length === 1 ? numbers[0] : numbers.find((c) => c === inColumn);
  return {
    start: first.start,
    end: (cells.at(-1) as Cell).end,
    cells,
    label: label ? first.words.replace(/[()、.]/g, "") : null,
    section: label?.[2] === undefined ? null : section,
    points: scored ?? null,
    total,
  };
}

/** The number that a cell prints, null where it prints none. */
export function numberIn(cell: Cell | null | undefined): number | null {
  const match = cell ? NUMBER.exec(cell.words) : null;
  return match ? Number(match[1]) : null;
}

/** The columns of numbers of a table without points: their cells by row, named after the header's last columns. */
export function numberColumns(
  table: PrintedTable,
): { readonly name: string; readonly cells: readonly (Cell | null)[] }[] {
  const names = table.header.filter((n) => !BLANK.test(n));
  const numbers = table.rows.map((r) =>
    (r.label === null ? r.cells : r.cells.slice(1)).filter((c) => NUMBER.test(c.words)),
  );
  const width = Math.max(...numbers.map((n) => n.length));
  if (numbers.some((n) => n.length !== width)) return [];
  return Array.from({ length: width }, (_, i) => ({
    name: names[names.length - width + i] ?? "",
    cells: numbers.map((n) => n[i] ?? null),
  }));
}
