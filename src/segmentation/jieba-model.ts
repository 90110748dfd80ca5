import { buildDoubleArray, type DoubleArray } from "./double-array.js";
import { firstPairs } from "./first-pairs.js";
import type { JiebaTables } from "./jieba-tables.js";

/** Dictionary and hidden Markov model, compiled: plain arrays that can be stored, and shared between threads. */
export interface JiebaModel extends DoubleArray {
  /** pairs that words begin with, see `firstPairs` */
  readonly pairs: Int32Array;
  /** frequency that a state's value stands for; 0 for value 0, which no word has */
  readonly frequencies: Float64Array;
  /** sum of the frequencies of all words */
  readonly total: number;
  /** part of speech that a state's label stands for */
  readonly tags: readonly string[];
  readonly start: Float64Array;
  readonly transitions: Float64Array;
  readonly emissions: Float64Array;
}

/**
 * The dictionary as a double-array trie, with the hidden Markov model.
 *
 * @param tables dictionary text and model
 * @returns the compiled model
 */
export function compileModel({ dictionary, start, transitions, emissions }: JiebaTables): JiebaModel {
  const lines = dictionary.split("\n").filter((line) => line !== "");
  lines.sort(); // the space after a word comes before every character of a longer word
  const words: string[] = [];
  const frequencies = numbering(0);
  const tags = numbering("");
  const values = new Int32Array(lines.length);
  const labels = new Int32Array(lines.length);
  const uses = new Float64Array(lines.length);
  let total = 0;
  for (const [i, line] of lines.entries()) {
    const [word = "", frequency = "", tag = ""] = line.split(" ");
    values[i] = frequencies.numberOf(Number(frequency));
    labels[i] = tags.numberOf(tag);
    uses[i] = Number(frequency);
    total += Number(frequency);
    words.push(word);
  }
  const trie = buildDoubleArray({ words, values, labels, uses }, codesByUse(words, uses));
  const all = Float64Array.from(frequencies.all());
  return {
    ...trie,
    pairs: firstPairs(trie),
    frequencies: all,
    total,
    tags: tags.all(),
    start,
    transitions,
    emissions,
  };
}

/** Numbers for values as they come; `none` has the number 0. */
function numbering<T>(none: T): { numberOf: (value: T) => number; all: () => T[] } {
  const numbers = new Map<T, number>([[none, 0]]);
  const numberOf = (value: T): number => {
    const known = numbers.get(value) ?? numbers.size;
    numbers.set(value, known);
    return known;
  };
  return { numberOf, all: () => [...numbers.keys()] };
}

/** Codes of the code units, low ones for units that are met often. */
function codesByUse(words: readonly string[], uses: Float64Array): Uint16Array {
  const met = new Float64Array(0x10000);
  for (const [w, word] of words.entries()) {
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      met[unit] = (met[unit] as number) + (uses[w] as number);
    }
  }
  const units = [...met.keys()].filter((unit) => (met[unit] as number) > 0);
  units.sort((a, b) => (met[b] as number) - (met[a] as number) || a - b);
  const codes = new Uint16Array(0x10000);
  for (const [i, unit] of units.entries()) codes[unit] = i + 1;
  return codes;
}
