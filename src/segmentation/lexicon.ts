import { MOST_VALUE, ROOT, valueIn } from "./double-array.js";
import type { JiebaModel } from "./jieba-model.js";
import { type TypePool, typePool, unitsOf } from "./type-pool.js";
import { type UserWords, userWords } from "./user-words.js";

/** Arrays that the search for the best path reads; they change when a word is added. */
export interface LexiconTables {
  readonly check: Int32Array;
  readonly nodes: Int32Array;
  readonly pairs: Int32Array;
  /** both numbers of the state after each first code, so that no step from the root is looked up */
  readonly first: Int32Array;
  /** log probability of a word by the value of its state */
  readonly weights: Float64Array;
  readonly userWeights: Float64Array;
  readonly userTypes: Int32Array;
  /** log probability of a character that is no word */
  readonly unknown: number;
  /** number of the first type that is a word of the dictionary, in the order of the trie's states */
  readonly firstType: number;
}

/**
 * The words that one segmenter knows: jieba's, and those that were added to it alone.
 *
 * A type is the number of a different token: below 65,536 the single code unit itself, then a place for each state of the
 * dictionary's trie, then strings as they come.
 */
export interface Lexicon {
  readonly model: JiebaModel;
  readonly words: UserWords;
  readonly tables: () => LexiconTables;
  readonly isWord: (units: Uint16Array, from: number, to: number) => boolean;
  readonly typeOf: (units: Uint16Array, from: number, to: number) => number;
  readonly textOf: (type: number) => string;
  /** frequency of a type, null where it is no word */
  readonly frequencyOf: (type: number) => number | null;
  /** part of speech of a type, null where it is no word */
  readonly tagOf: (type: number) => string | null;
  /** sum of all frequencies */
  readonly total: () => number;
  /** gives a word a frequency; the tag is that of a new word, a known one keeps its own */
  readonly set: (word: string, frequency: number, tag: string) => void;
  /** number of types so far */
  readonly size: () => number;
}

/**
 * A lexicon of its own over a model that many may share.
 *
 * @param model compiled dictionary and hidden Markov model; never changed
 * @returns jieba's words alone, to which others can be added
 */
export function createLexicon(model: JiebaModel): Lexicon {
  const { check, codes, labels, tags } = model;
  const words = userWords();
  const pool: TypePool = typePool();
  const added: { type: number; frequency: number; tag: string }[] = [];
  const addedByType = new Map<number, number>();
  const firstType = 0x10000;
  const firstString = firstType + check.length;
  let { nodes } = model;
  let frequencies = model.frequencies;
  let total = model.total;
  let tables: LexiconTables | undefined;
  let first = afterRoot();

  function reckoned(): LexiconTables {
    const logTotal = Math.log(total);
    return {
      check,
      nodes,
      pairs: model.pairs,
      first,
      weights: frequencies.map((frequency) => Math.log(frequency) - logTotal),
      userWeights: Float64Array.from(added, ({ frequency }) => Math.log(frequency) - logTotal),
      userTypes: Int32Array.from(added, ({ type }) => type),
      unknown: 0 - logTotal,
      firstType,
    };
  }

  function afterRoot(): Int32Array {
    const first = new Int32Array(2 * 0x10000);
    for (const code of codes) {
      const state = (nodes[2 * ROOT] as number) + code;
      if (code > 0 && check[state] === ROOT) first.set(nodes.subarray(2 * state, 2 * state + 2), 2 * code);
    }
    return first;
  }

  /** the state in which units[from, to) end as a word of the dictionary, -1 for none */
  function stateOf(units: Uint16Array, from: number, to: number): number {
    let state = ROOT;
    for (let i = from; i < to; i++) {
      const code = codes[units[i] as number] as number;
      const target = (nodes[2 * state] as number) + code;
      if (code === 0 || check[target] !== state) return -1;
      state = target;
    }
    return valueIn(nodes[2 * state + 1] as number) === 0 ? -1 : state;
  }

  function typeOf(units: Uint16Array, from: number, to: number): number {
    if (to - from === 1) return units[from] as number;
    const state = stateOf(units, from, to);
    return state >= 0 ? firstType + state : firstString + pool.numberOf(units, from, to);
  }

  /** the state of a type that is a word of the dictionary, else -1 */
  function stateOfType(type: number): number {
    if (type < firstType) return stateOf(Uint16Array.of(type), 0, 1);
    return type < firstString ? type - firstType : -1;
  }

  function textOf(type: number): string {
    if (type < firstType) return String.fromCharCode(type);
    if (type >= firstString) return pool.textOf(type - firstString);
    let text = "";
    for (let state = type - firstType; state !== ROOT; ) {
      const parent = check[state] as number;
      text = String.fromCharCode(unitOf(state - (nodes[2 * parent] as number))) + text;
      state = parent;
    }
    return text;
  }

  let unitsByCode: Uint16Array | undefined;
  function unitOf(code: number): number {
    if (unitsByCode === undefined) {
      unitsByCode = new Uint16Array(0x10000);
      for (const [unit, given] of codes.entries()) if (given > 0) unitsByCode[given] = unit;
    }
    return unitsByCode[code] as number;
  }

  function frequencyOf(type: number): number | null {
    const state = stateOfType(type);
    if (state >= 0) return frequencies[valueIn(nodes[2 * state + 1] as number)] as number;
    return added[addedByType.get(type) ?? -1]?.frequency ?? null;
  }

  function tagOf(type: number): string | null {
    const state = stateOfType(type);
    if (state >= 0) return tags[labels[state] as number] as string;
    return added[addedByType.get(type) ?? -1]?.tag ?? null;
  }

  function isWord(units: Uint16Array, from: number, to: number): boolean {
    if (stateOf(units, from, to) >= 0) return true;
    if (added.length === 0) return false;
    let state = 0;
    for (let i = from; i < to && state >= 0; i++) state = words.step(state, units[i] as number);
    return state > 0 && words.wordAt(state) >= 0;
  }

  /** the value that stands for a frequency, a new one where no word has it */
  function valueFor(frequency: number): number {
    const known = frequencies.indexOf(frequency, 1);
    if (known > 0) return known;
    if (frequencies.length > MOST_VALUE)
      throw new RangeError(`a lexicon holds up to ${MOST_VALUE} different frequencies`);
    frequencies = Float64Array.of(...frequencies, frequency);
    return frequencies.length - 1;
  }

  function set(word: string, frequency: number, tag: string): void {
    const units = unitsOf(word);
    const type = typeOf(units, 0, word.length);
    total += frequency - (frequencyOf(type) ?? 0);
    tables = undefined;
    const state = stateOfType(type);
    if (state >= 0) {
      if (nodes === model.nodes) nodes = nodes.slice(); // the model stays as it is for others
      nodes[2 * state + 1] = ((nodes[2 * state + 1] as number) & ~MOST_VALUE) | valueFor(frequency);
      if (type < firstType) first = afterRoot();
      return;
    }
    const known = addedByType.get(type) ?? added.length;
    if (known === added.length) words.add(word);
    added[known] = { type, frequency, tag: added[known]?.tag ?? tag };
    addedByType.set(type, known);
  }

  return {
    model,
    words,
    tables: () => {
      tables ??= reckoned();
      return tables;
    },
    isWord,
    typeOf,
    textOf,
    frequencyOf,
    tagOf,
    total: () => total,
    set,
    size: () => firstString + pool.size(),
  };
}
