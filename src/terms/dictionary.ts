import { createHash } from "node:crypto";

/** One entry of a segmentation dictionary. */
export interface DictionaryEntry {
  readonly word: string;
  /** least frequency to give the word, null for the smallest that keeps it whole */
  readonly frequency: number | null;
  /** part of speech in jieba's tag set, such as `n` or `v`; null for `n` */
  readonly tag: string | null;
}

/** A named list of words that a segmenter keeps whole. */
export interface Dictionary {
  readonly name: string;
  readonly entries: readonly DictionaryEntry[];
  /** sha256 of the entries in code-point order, 64 hexadecimal digits */
  readonly sha256: string;
}

/** The dictionary without words: the engine's own dictionary alone. */
export const NO_DICTIONARY: Dictionary = dictionary("none", []);

/**
 * A dictionary from a list of words or entries; order and repetition of equal entries do not matter.
 *
 * @param name short name that tables show
 * @param words words, or entries with frequency and tag
 * @returns the dictionary, entries in code-point order
 * @throws RangeError when a word is empty, holds white space, or stands twice with different values
 * @example
 * dictionary("fees", ["社会抚养费"]).entries // [{ word: "社会抚养费", frequency: null, tag: null }]
 */
export function dictionary(name: string, words: readonly (string | DictionaryEntry)[]): Dictionary {
  const byWord = new Map<string, DictionaryEntry>();
  for (const given of words) {
    const entry = typeof given === "string" ? { word: given, frequency: null, tag: null } : given;
    if (entry.word === "" || /\s/.test(entry.word)) {
      throw new RangeError(
        `dictionary requires words without white space, got ${JSON.stringify(entry.word)}`,
      );
    }
    const before = byWord.get(entry.word);
    if (before && (before.frequency !== entry.frequency || before.tag !== entry.tag)) {
      throw new RangeError(`dictionary requires one entry a word, got two for ${entry.word}`);
    }
    byWord.set(entry.word, entry);
  }
  const entries = [...byWord.values()].sort((a, b) => (a.word < b.word ? -1 : 1));
  const canonical = entries.map((e) => `${e.word}\t${e.frequency ?? ""}\t${e.tag ?? ""}\n`).join("");
  return { name, entries, sha256: createHash("sha256").update(canonical).digest("hex") };
}
