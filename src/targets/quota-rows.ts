import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { unitAt } from "./counts.js";

/** One number of a row: 放环215例 */
export interface RowCell extends Span {
  readonly item: string;
  readonly value: number;
  readonly unit: string;
}

/** What one name owes of several things: 城关镇：放环215例，结扎96例，征收56万元 */
export interface QuotaRow extends Span {
  readonly name: string;
  readonly cells: readonly RowCell[];
}

const ROW = /(?<=^|[\n;。:][ \t]{0,8})([\u4e00-\u9fff]{2,10})[::]?(?=[\u4e00-\u9fff]{0,10}\d)([^\n;。:]+)/g;
/** how much a row may say of one thing */
const CELL = /[\u4e00-\u9fff]{1,12}?(?:任务)?(?=\d)/y;

/** Rows of one kind, three or more on end, which name the same things in the same order. */
export function quotaRows(text: string, span: Span): QuotaRow[][] {
  const groups: QuotaRow[][] = [];
  for (const match of text.slice(span.start, span.end).matchAll(ROW)) {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const colon = text.indexOf(":", start);
    if (colon < 0 || colon > start + 12) continue;
    const cells = cellsOf(text, { start: colon + 1, end });
    if (cells.length < 2) continue;
    const row = { start, end, name: text.slice(start, colon), cells };
    const last = groups.at(-1);
    if (
      last &&
      sameKind(last[0] as QuotaRow, row) &&
      /^[\s;。]*$/.test(text.slice((last.at(-1) as QuotaRow).end, start))
    )
      last.push(row);
    else groups.push([row]);
  }
  return groups.filter((rows) => rows.length >= 3);
}

const sameKind = (a: QuotaRow, b: QuotaRow): boolean =>
  a.cells.length === b.cells.length &&
  a.cells.every((c, i) => c.item === b.cells[i]?.item && c.unit === b.cells[i]?.unit);

/** a stretch that is nothing but things with their numbers, parted by commas; none where it says more */
function cellsOf(text: string, span: Span): RowCell[] {
  const cells: RowCell[] = [];
  let at = span.start;
  while (at < span.end) {
    while (/[\s,、]/.test(text[at] ?? "\0")) at++;
    if (at >= span.end) break;
    CELL.lastIndex = at;
    const item = CELL.exec(text);
    const numeral = item ? readNumeral(text, at + item[0].length) : null;
    const unit = numeral ? unitAt(text, numeral.end) : null;
    if (!item || !numeral || unit === null) return [];
    const end = numeral.end + unit.length;
    cells.push({ start: at, end, item: item[0], value: numeral.value, unit });
    at = end;
    if (at < span.end && !/[\s,、]/.test(text[at] as string)) return [];
  }
  return cells;
}
