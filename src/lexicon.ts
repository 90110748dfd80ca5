import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type Column, fromCsv } from "./csv.js";

/** The folder of the lexicon: rules and word lists as data. */
const LEXICON = new URL("../data/lexicon/", import.meta.url);

/**
 * The text of a file of the lexicon.
 *
 * @param file name in `data/lexicon`, such as `dictionary.csv`
 * @returns its text
 * @throws TypeError when there is no such file
 */
export function readLexiconText(file: string): string {
  try {
    return readFileSync(new URL(file, LEXICON), "utf8");
  } catch {
    throw new TypeError(`data/lexicon/${file}: expected a file of the lexicon, found none`);
  }
}

/**
 * A hash over every file of the lexicon: with other rules, words or cues, another one.
 *
 * @returns first 16 hexadecimal digits of a sha256
 */
export function lexiconFingerprint(): string {
  const hash = createHash("sha256");
  const names = readdirSync(LEXICON, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );
  for (const name of names.filter((name) => /\.\w+$/.test(name)).sort())
    hash.update(`${name}\0`).update(readFileSync(new URL(encodeURI(name), LEXICON)));
  return hash.digest("hex").slice(0, 16);
}

/**
 * The rows of a table of the lexicon.
 *
 * @param file name in `data/lexicon`, ending in `.csv`
 * @param columns the columns that the caller needs, with their types
 * @returns a record a row
 * @throws TypeError naming file and line where a cell is not what its column says
 */
export function readLexiconTable(file: string, columns: readonly Column[]): Record<string, unknown>[] {
  return fromCsv(readLexiconText(file), columns, `data/lexicon/${file}`);
}

/**
 * The text of a file of the reference tables, derived from the statutes.
 *
 * @param file name in `data/reference`
 * @returns its text
 * @throws TypeError when there is no such file
 */
export function readReferenceText(file: string): string {
  try {
    return readFileSync(new URL(`../data/reference/${file}`, import.meta.url), "utf8");
  } catch {
    throw new TypeError(`data/reference/${file}: expected a table of the reference, found none`);
  }
}

/** The folder of the severity scales. */
const SCALES = new URL("../data/scales/", import.meta.url);

/**
 * The text of every severity scale that comes with the library.
 *
 * @returns file name and text, in order of name
 */
export function readScaleTexts(): { readonly file: string; readonly text: string }[] {
  return readdirSync(SCALES)
    .filter((name) => name.endsWith(".csv"))
    .sort()
    .map((name) => ({ file: `data/scales/${name}`, text: readFileSync(new URL(name, SCALES), "utf8") }));
}

/**
 * The text of a file of the package's `data/`, such as a gold file or a reference table.
 *
 * @param name path below `data/`, such as `gold/consequences.jsonl`
 * @returns its text
 * @throws TypeError when there is no such file
 */
export function readDataText(name: string): string {
  try {
    return readFileSync(new URL(`../data/${name}`, import.meta.url), "utf8");
  } catch {
    throw new TypeError(`data/${name}: expected a file, found none`);
  }
}
