import { type DoubleArray, ROOT } from "./double-array.js";

/** Codes below this, those of the most frequent characters, have a place in the table of pairs. */
export const PAIRED = 4096;
const WORDS = PAIRED / 32;

/**
 * Which pairs of frequent characters words begin with: one bit a pair, in a row of `PAIRED` bits for each first code.
 *
 * Codes are low for frequent characters, so the bits that texts ask for stand close together, where the checks of the same
 * pairs lie scattered over the trie.
 *
 * @param trie the trie of the words
 * @returns bit `second` of row `first`; see `beginsWithPair`
 */
export function firstPairs({ check, nodes }: DoubleArray): Int32Array {
  const pairs = new Int32Array(PAIRED * WORDS);
  const root = nodes[2 * ROOT] as number;
  for (const [state, parent] of check.entries()) {
    if (parent <= ROOT || check[parent] !== ROOT) continue;
    const first = parent - root;
    const second = state - (nodes[2 * parent] as number);
    if ((first | second) >= PAIRED) continue;
    const at = first * WORDS + (second >>> 5);
    pairs[at] = (pairs[at] as number) | (1 << (second & 31));
  }
  return pairs;
}

/** Whether words begin with two codes, both below `PAIRED`. */
export const beginsWithPair = (pairs: Int32Array, first: number, second: number): boolean =>
  (((pairs[first * WORDS + (second >>> 5)] as number) >>> (second & 31)) & 1) === 1;
