import { freePlaces } from "./free-places.js";

/**
 * A double-array trie: state s goes over code c to state t = base(s) + c if check(t) = s.
 *
 * Half of the steps that a text tries fail, and a look at the check of a far place costs more than all else. So a state's
 * second number tells of most steps that they fail (see `mayGoOver`); it stands beside the base and holds the value too.
 *
 * @see Aoe 1989, An efficient digital search algorithm by using a double-array structure, 10.1109/32.31365
 */
export interface DoubleArray {
  /** the state from which each state is reached, -1 where there is none */
  readonly check: Int32Array;
  /** base of state s at 2s, 0 where no word goes on; at 2s + 1 its value (see `valueIn`) and over which codes it may go on */
  readonly nodes: Int32Array;
  /** label of the word that ends in each state */
  readonly labels: Uint8Array;
  /** code of each UTF-16 code unit, 0 where it stands in no word */
  readonly codes: Uint16Array;
}

/** The state before the first character. */
export const ROOT = 0;

/** The largest value. */
export const MOST_VALUE = 0xffff;

/** The value in the second number of a state, 0 where no word ends. */
export const valueIn = (node: number): number => node & MOST_VALUE;

/** Whether a state with this second number may go on over a code: bit 16 + c mod 16 stands for code c, so no is sure, yes is not. */
export const mayGoOver = (node: number, code: number): boolean => ((node >>> (16 + (code & 15))) & 1) === 1;

/** A word for the trie, with a value from 1 to `MOST_VALUE` and a label. */
export interface TrieEntries {
  /** words in ascending order of their code units, each once, none empty */
  readonly words: readonly string[];
  readonly values: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
  /** how often each word is met */
  readonly uses: ArrayLike<number>;
}

/** A state whose place is found, the word that ends in it or -1, and those that go on. */
interface Passed {
  readonly state: number;
  readonly word: number;
  readonly from: number;
  readonly to: number;
  readonly uses: number;
}

/**
 * A double-array trie of words.
 *
 * States are placed level by level, those that texts pass most often first, so that they stand close together.
 *
 * @param entries words with their values
 * @param codes code of each code unit, the same for no two units; low codes for frequent units
 * @returns the trie; building takes time linear in the characters but for the search of free places
 * @example
 * const codes = new Uint16Array(0x10000);
 * codes[0x7532] = 1;
 * const entries = { words: ["甲"], values: [7], labels: [0], uses: [1] };
 * findWord(buildDoubleArray(entries, codes), "甲") > 0 // true
 */
export function buildDoubleArray(
  { words, values, labels, uses }: TrieEntries,
  codes: Uint16Array,
): DoubleArray {
  const usesBefore = new Float64Array(words.length + 1);
  for (let i = 0; i < words.length; i++) usesBefore[i + 1] = (usesBefore[i] as number) + (uses[i] as number);
  const places = freePlaces();
  places.take(ROOT, ROOT);
  const placed: { state: number; base: number; word: number }[] = []; // word -1 where none ends in the state
  let level: Passed[] = [{ state: ROOT, word: -1, from: 0, to: words.length, uses: 0 }];
  for (let depth = 0; level.length > 0; depth++) {
    const following: Passed[] = [];
    level.sort((a, b) => b.uses - a.uses || a.from - b.from);
    for (const { state, word, from, to } of level) {
      const children = childRanges(from, to, depth);
      const base = places.baseFor(children);
      placed.push({ state, base, word });
      for (let i = 0; i < children.length; i += 3) {
        const [code, first, end] = [children[i], children[i + 1], children[i + 2]] as [
          number,
          number,
          number,
        ];
        places.take(base + code, state);
        const ends = (words[first] as string).length === depth + 1 ? first : -1;
        const next = ends < 0 ? first : first + 1;
        const passing = (usesBefore[end] as number) - (usesBefore[first] as number);
        if (next === end) placed.push({ state: base + code, base: 0, word: first });
        else following.push({ state: base + code, word: ends, from: next, to: end, uses: passing });
      }
    }
    level = following;
  }
  const check = places.checks(codes.reduce((most, code) => Math.max(most, code), 0));
  const nodes = new Int32Array(2 * check.length);
  const labelOf = new Uint8Array(check.length);
  for (const { state, base, word } of placed) {
    nodes[2 * state] = base;
    if (state !== ROOT) {
      const parent = check[state] as number;
      nodes[2 * parent + 1] =
        (nodes[2 * parent + 1] as number) | (1 << (16 + ((state - (nodes[2 * parent] as number)) & 15)));
    }
    if (word < 0) continue;
    if ((values[word] as number) > MOST_VALUE)
      throw new RangeError(`buildDoubleArray requires values up to ${MOST_VALUE}`);
    nodes[2 * state + 1] = (nodes[2 * state + 1] as number) | (values[word] as number);
    labelOf[state] = labels[word] as number;
  }
  return { check, nodes, labels: labelOf, codes };

  /** code, first word and end of the range of each character that words [from, to) go on with */
  function childRanges(from: number, to: number, depth: number): number[] {
    const children: number[] = [];
    for (let at = from; at < to; ) {
      const unit = (words[at] as string).charCodeAt(depth);
      let end = at + 1;
      while (end < to && (words[end] as string).charCodeAt(depth) === unit) end++;
      children.push(codes[unit] as number, at, end);
      at = end;
    }
    return children;
  }
}

/**
 * The state in which a word ends, -1 where it is no word.
 *
 * @param trie the trie
 * @param word any string
 */
export function findWord({ check, nodes, codes }: DoubleArray, word: string): number {
  let state = ROOT;
  for (let i = 0; i < word.length; i++) {
    const code = codes[word.charCodeAt(i)] as number;
    const target = (nodes[2 * state] as number) + code;
    if (code === 0 || check[target] !== state) return -1;
    state = target;
  }
  return valueIn(nodes[2 * state + 1] as number) === 0 ? -1 : state;
}
