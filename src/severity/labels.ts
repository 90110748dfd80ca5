import { readLexiconTable } from "../lexicon.js";

/** What a code of the codebook is called in print. */
export interface CodeLabel {
  readonly english: string;
  readonly chinese: string;
}

let known: ReadonlyMap<string, CodeLabel> | undefined;

/**
 * The English and Chinese name of a code (`data/lexicon/code-labels.csv`).
 *
 * @param field type, family, addressee or trigger
 * @param code value of the field
 * @returns both names; the code itself where the table has none
 * @throws TypeError when the table is faulty
 * @example
 * codeLabel("type", "fine") // { english: "fine", chinese: "罚款" }
 */
export function codeLabel(field: string, code: string): CodeLabel {
  known ??= readLabels();
  return known.get(`${field} ${code}`) ?? { english: code.replaceAll("_", " "), chinese: "" };
}

/**
 * Both names on one line, Chinese first.
 *
 * @example
 * bothNames("addressee", "leader") // "负责人 leader"
 */
export function bothNames(field: string, code: string): string {
  const { english, chinese } = codeLabel(field, code);
  return chinese === "" ? english : `${chinese} ${english}`;
}

function readLabels(): ReadonlyMap<string, CodeLabel> {
  const text = (name: string) => ({ name, type: "string" as const, description: "" });
  const file = "code-labels.csv";
  const labels = new Map<string, CodeLabel>();
  readLexiconTable(file, ["field", "code", "english", "chinese", "note"].map(text)).forEach((row, i) => {
    const { field, code, english, chinese } = row as Record<string, string | null>;
    const line = `data/lexicon/${file}, line ${i + 2}`;
    if (!field || !code || !english || !chinese)
      throw new TypeError(`${line}: expected field, code and both names`);
    const key = `${field} ${code}`;
    if (labels.has(key)) throw new TypeError(`${line}: expected each code once, found ${key} again`);
    labels.set(key, { english, chinese });
  });
  return labels;
}
