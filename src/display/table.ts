import { show } from "./show.js";

/** A column of a table: which field it shows, under which heading, with how many decimals. */
export interface TableColumn {
  readonly key: string;
  /** default: the key */
  readonly heading?: string;
  /** decimals of numbers; default: whole numbers as they are, others to four significant digits */
  readonly digits?: number;
}

/** What a table is made of: plain records, or a danfojs data frame (anything with `columns` and `values`). */
export type TableRows =
  | readonly object[]
  | { readonly columns: readonly string[]; readonly values: readonly unknown[] };

/** What is printed with a table. */
export interface TableOptions {
  /** what the table shows */
  readonly caption?: string;
  /** most rows printed, default 50; how many were left out is said below */
  readonly limit?: number;
}

/** A table as HTML and as plain text. */
export interface RenderedTable {
  readonly html: string;
  readonly text: string;
}

/**
 * Shows records as a real table in the running notebook cell (HTML, and plain text where that is not shown).
 *
 * @param rows plain records, or a danfojs data frame
 * @param columns fields in the order wanted; default: every field, in the order of first appearance
 * @param options caption and limit
 */
export function showTable(
  rows: TableRows,
  columns?: readonly (string | TableColumn)[],
  options: TableOptions = {},
): void {
  const { html, text } = renderTable(rows, columns, options);
  show({ "text/html": html, "text/plain": text });
}

/**
 * The same table as {@link showTable}, not shown.
 *
 * Numbers stand right, everything else left; `null` and missing fields are a dash; lists are joined by a comma.
 *
 * @throws TypeError when a wanted column is in no row, or for NaN and Infinity (an undefined statistic is null)
 * @example
 * renderTable([{ type: "罚款", n: 12 }]).text // "type   n\n罚款  12\n"
 */
export function renderTable(
  rows: TableRows,
  columns?: readonly (string | TableColumn)[],
  { caption, limit = 50 }: TableOptions = {},
): RenderedTable {
  const records = asRecords(rows);
  const known = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const chosen = (columns ?? known).map((column) => (typeof column === "string" ? { key: column } : column));
  const unknown = chosen.filter(({ key }) => records.length > 0 && !known.includes(key));
  if (unknown.length > 0) {
    const names = unknown.map(({ key }) => key).join(", ");
    throw new TypeError(`showTable requires columns among ${known.join(", ")}, got ${names}`);
  }
  const shown = records.slice(0, limit);
  const rest = records.length - shown.length;
  const head = chosen.map(({ key, heading }) => heading ?? key);
  const body = shown.map((record) => chosen.map(({ key, digits }) => cellText(record[key], digits)));
  const right = chosen.map(({ key }) => {
    const values = records
      .map((record) => record[key])
      .filter((value) => value !== null && value !== undefined);
    return values.length > 0 && values.every((value) => typeof value === "number");
  });
  const note = rest > 0 ? `… and ${rest} more rows` : null;
  return { html: html(head, body, right, caption, note), text: plain(head, body, right, caption, note) };
}

type PlainRecord = Readonly<Record<string, unknown>>;

function asRecords(rows: TableRows): readonly PlainRecord[] {
  if (Array.isArray(rows)) return rows as readonly PlainRecord[];
  const frame = rows as { columns: readonly string[]; values: readonly unknown[] };
  return frame.values.map((row) => {
    const cells = Array.isArray(row) ? row : [row];
    return Object.fromEntries(frame.columns.map((column, i) => [column, cells[i]]));
  });
}

function cellText(value: unknown, digits: number | undefined): string {
  if (value === null || value === undefined) return "—";
  if (typeof value === "number") {
    if (!Number.isFinite(value))
      throw new TypeError(`showTable requires finite numbers or null, got ${value}`);
    if (digits !== undefined) return value.toFixed(digits);
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  }
  if (Array.isArray(value)) return value.map((item) => cellText(item, digits)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function html(
  head: readonly string[],
  body: readonly (readonly string[])[],
  right: readonly boolean[],
  caption: string | undefined,
  note: string | null,
): string {
  const align = (i: number) => ` style="text-align:${right[i] ? "right" : "left"}"`;
  const cells = (row: readonly string[], tag: string, more = "") =>
    row.map((cell, i) => `<${tag}${more}${align(i)}>${escapeHtml(cell)}</${tag}>`).join("");
  return [
    "<table>",
    ...(caption === undefined ? [] : [`<caption>${escapeHtml(caption)}</caption>`]),
    `<thead><tr>${cells(head, "th", ' scope="col"')}</tr></thead>`,
    "<tbody>",
    ...body.map((row) => `<tr>${cells(row, "td")}</tr>`),
    "</tbody>",
    "</table>",
    ...(note === null ? [] : [`<p>${note}</p>`]),
  ].join("\n");
}

function plain(
  head: readonly string[],
  body: readonly (readonly string[])[],
  right: readonly boolean[],
  caption: string | undefined,
  note: string | null,
): string {
  const lines = [head, ...body].map((row) => row.map((cell) => cell.replace(/\s+/g, " ")));
  const widths = head.map((_, i) => Math.max(...lines.map((row) => displayWidth(row[i]!))));
  const padded = lines.map((row) =>
    row
      .map((cell, i) => {
        const gap = " ".repeat(widths[i]! - displayWidth(cell));
        return right[i] ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd(),
  );
  return [...(caption === undefined ? [] : [caption]), ...padded, ...(note === null ? [] : [note]), ""].join(
    "\n",
  );
}

/** Columns that a text takes on a terminal: Chinese characters and full-width marks take two. */
function displayWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1;
  return width;
}

/**
 * A text as it stands in HTML.
 *
 * @example
 * escapeHtml('<b title="a&b">') // "&lt;b title=&quot;a&amp;b&quot;&gt;"
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
