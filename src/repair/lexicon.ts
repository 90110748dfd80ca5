import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { readLexiconText } from "../lexicon.js";

/** A row of a lexicon: column name to text; empty where the column is left out. */
export type LexiconRow<K extends string> = Readonly<Record<K, string>>;

/**
 * Reads a lexicon of `data/lexicon/`: a YAML sequence of flat mappings.
 *
 * @param name file name without `.yaml`
 * @param required columns that every row must fill
 * @param optional further columns, "" where a row leaves them out
 * @returns the rows in file order, every value as text
 * @throws TypeError naming file and line where a row is malformed, a column is missing or unknown, or a row repeats
 */
export function readLexicon<R extends string, O extends string = never>(
  name: string,
  required: readonly R[],
  optional: readonly O[] = [],
): readonly LexiconRow<R | O>[] {
  return parseLexicon(readLexiconText(`${name}.yaml`), `data/lexicon/${name}.yaml`, required, optional);
}

/** The rows of a lexicon's text; see readLexicon. */
export function parseLexicon<R extends string, O extends string = never>(
  text: string,
  file: string,
  required: readonly R[],
  optional: readonly O[] = [],
): readonly LexiconRow<R | O>[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const line = (node: unknown): number => {
    const range = (node as { range?: [number, number, number] | null }).range;
    return range ? lines.linePos(range[0]).line : 1;
  };
  const fault = document.errors[0];
  if (fault)
    throw new TypeError(`${file}:${lines.linePos(fault.pos[0]).line} requires YAML, got ${fault.message}`);
  if (!isSeq(document.contents)) throw new TypeError(`${file}:1 requires a sequence of rows`);
  const known = new Set<string>([...required, ...optional]);
  const seen = new Set<string>();
  return document.contents.items.map((item) => {
    if (!isMap(item)) throw new TypeError(`${file}:${line(item)} requires a mapping`);
    const row: Record<string, string> = {};
    for (const column of known) row[column] = "";
    for (const pair of item.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      if (!known.has(key)) throw new TypeError(`${file}:${line(pair.key)} has an unknown column ${key}`);
      if (!isScalar(pair.value))
        throw new TypeError(`${file}:${line(pair.key)} requires one value for ${key}`);
      row[key] = String(pair.value.value);
    }
    for (const column of required) {
      if (!row[column]) throw new TypeError(`${file}:${line(item)} requires a value for ${column}`);
    }
    const text = JSON.stringify(row).normalize("NFC");
    if (seen.has(text)) throw new TypeError(`${file}:${line(item)} repeats an earlier row`);
    seen.add(text);
    return row as LexiconRow<R | O>;
  });
}
