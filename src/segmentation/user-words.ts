/** A trie of words that a user lays over jieba's dictionary; words can be added at any time. */
export interface UserWords {
  /** 1 for a code unit that a word begins with */
  readonly begins: Uint8Array;
  /** the state after a code unit from a state (0 at the start), -1 where no word goes on so */
  readonly step: (state: number, unit: number) => number;
  /** number of the word that ends in a state, -1 for none */
  readonly wordAt: (state: number) => number;
  /** adds a word that is not there yet; words are numbered from 0 as they come */
  readonly add: (word: string) => void;
}

/**
 * An empty trie, whose steps stand in one hash table.
 *
 * @example
 * const words = userWords();
 * words.add("甲");
 * words.wordAt(words.step(0, 0x7532)) // 0
 */
export function userWords(): UserWords {
  const begins = new Uint8Array(0x10000);
  let from = new Int32Array(256).fill(-1); // state and unit of each step, and where it leads
  let over = new Int32Array(256);
  let to = new Int32Array(256);
  let words = new Int32Array(256).fill(-1);
  let states = 1;
  let size = 0;

  /** where a step stands, or the free place where it would */
  function place(state: number, unit: number): number {
    let at = ((Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x2c1b3c6d)) >>> 7) & (from.length - 1);
    while (from[at] !== -1 && (from[at] !== state || over[at] !== unit)) at = (at + 1) & (from.length - 1);
    return at;
  }

  function step(state: number, unit: number): number {
    const at = place(state, unit);
    return from[at] === -1 ? -1 : (to[at] as number);
  }

  function put(state: number, unit: number, target: number): void {
    const at = place(state, unit);
    from[at] = state;
    over[at] = unit;
    to[at] = target;
  }

  function add(word: string): void {
    let state = 0;
    begins[word.charCodeAt(0)] = 1;
    for (let i = 0; i < word.length; i++) {
      let next = step(state, word.charCodeAt(i));
      if (next < 0) {
        if (states * 2 > from.length) grow();
        next = states++;
        put(state, word.charCodeAt(i), next);
      }
      state = next;
    }
    words[state] = size++;
  }

  function grow(): void {
    const [oldFrom, oldOver, oldTo, oldWords] = [from, over, to, words];
    from = new Int32Array(2 * oldFrom.length).fill(-1);
    over = new Int32Array(from.length);
    to = new Int32Array(from.length);
    words = new Int32Array(from.length).fill(-1);
    words.set(oldWords);
    for (const [i, state] of oldFrom.entries()) {
      if (state >= 0) put(state, oldOver[i] as number, oldTo[i] as number);
    }
  }

  return { begins, step, wordAt: (state) => words[state] as number, add };
}
