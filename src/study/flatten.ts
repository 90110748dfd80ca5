import type { Column } from "../csv.js";

type Plain = Readonly<Record<string, unknown>>;

/**
 * A record as one flat row: the fields of a nested object become `<field>_<name>` (`amount` → `amount_min`, `amount_max`).
 *
 * @param record a record of a Study
 * @param columns the columns of its table; only these are kept
 * @returns the row
 * @example
 * flatten({ amount: { min: 500, max: null } }, [{ name: "amount_min", type: "number", description: "" }]) // { amount_min: 500 }
 */
export function flatten(record: object, columns: readonly Column[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const { name } of columns) {
    const nested = nesting(name);
    const plain = record as Plain;
    if (name in plain || !nested) row[name] = plain[name] ?? null;
    else row[name] = (plain[nested.field] as Plain | null | undefined)?.[nested.name] ?? null;
  }
  return row;
}

/**
 * The record that a flat row stands for; the reverse of `flatten`. A nested object whose fields are all empty is `null`.
 *
 * @param row a row of a table
 * @returns the record
 * @example
 * unflatten({ amount_min: 500, amount_max: null }) // { amount: { min: 500, max: null } }
 */
export function unflatten(row: Plain): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const nested = nesting(name);
    if (!nested) {
      record[name] = value;
      continue;
    }
    record[nested.field] = { ...(record[nested.field] as Plain | undefined), [nested.name]: value };
  }
  for (const [field, value] of Object.entries(record)) {
    const object = typeof value === "object" && value !== null && !Array.isArray(value);
    if (object && Object.values(value).every((v) => v === null)) record[field] = null;
  }
  return record;
}

/** Columns that hold one field of a nested object. */
function nesting(column: string): { field: string; name: string } | null {
  const match = /^(a|b|amount|multiple|months|how)_(source|part|start|end|min|max|addressee|trigger)$/.exec(
    column,
  );
  return match ? { field: match[1]!, name: match[2]! } : null;
}
