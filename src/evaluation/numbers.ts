const NUMBERS = ["amount", "multiple", "base", "per", "months", "flags"] as const;

/** The fields of a coding that tools for annotation hold as JSON in a note, in their order. */
export type NumberField = (typeof NUMBERS)[number];

/** The numbers of a coding as a note: `{"amount":…}`. */
export function noteOf(record: Readonly<Record<NumberField, unknown>>): string {
  return JSON.stringify(Object.fromEntries(NUMBERS.map((name) => [name, record[name]])));
}

/**
 * The numbers that a note holds.
 *
 * @param note JSON as `noteOf` writes it; a coder may have left fields out
 * @returns its fields, null where it is no such note
 * @example
 * numbersOf('{"per":"case","x":1}') // { per: "case" }
 */
export function numbersOf(note: string): Partial<Record<NumberField, unknown>> | null {
  let value: unknown;
  try {
    value = JSON.parse(note);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const given = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    NUMBERS.flatMap((name) => (Object.hasOwn(given, name) ? [[name, given[name]]] : [])),
  );
}
