import { newJieba } from "./jieba.js";

/** States of a character in a word, in the order of jieba's tables: begin, end, middle, single. */
export const STATES = 4;

/** First and last character that the hidden Markov model has probabilities for. */
export const FIRST_HAN = 0x4e00;
export const LAST_HAN = 0x9fd5;

/** Logarithm that stands for "impossible" in jieba's tables. */
export const IMPOSSIBLE = -3.14e100;

/** The dictionary and the hidden Markov model that jieba-wasm cuts with. */
export interface JiebaTables {
  /** lines `word frequency tag` */
  readonly dictionary: string;
  /** log probability of each state at the start */
  readonly start: Float64Array;
  /** log probability from state i to state j at i * 4 + j */
  readonly transitions: Float64Array;
  /** log probability of a character in a state at (character - FIRST_HAN) * 4 + state */
  readonly emissions: Float64Array;
}

/**
 * The tables of the installed jieba-wasm, read from the memory of an instance.
 *
 * The package (MIT, as jieba-rs and jieba, whose dictionary and model it carries) ships no data files, but its module
 * unpacks the dictionary as text and holds the model as plain tables. Read from there they are by construction those
 * that the reference cuts with. Each table is found by its form, and is refused unless it is found once and whole.
 *
 * @returns dictionary and model
 * @throws Error when the memory does not hold them in the form of jieba-rs 0.7
 * @see dict.txt of @node-rs/jieba and hmm_model.utf8 of cppjieba: the same tables as files (a test compares digests)
 */
export function jiebaTables(): JiebaTables {
  const jieba = newJieba();
  jieba.cut("一"); // unpacks the dictionary
  const memory = new Uint8Array(jieba.__wasm.memory.buffer);
  const doubles = new Float64Array(memory.buffer);
  return {
    dictionary: dictionaryText(memory),
    start: startProbabilities(doubles),
    transitions: transitionProbabilities(doubles),
    emissions: emissionProbabilities(memory, doubles),
  };
}

/** The longest run of bytes without a zero around a line that every version of the dictionary has. */
function dictionaryText(memory: Uint8Array): string {
  const bytes = Buffer.from(memory.buffer);
  let longest = "";
  for (let at = bytes.indexOf("\n的 "); at >= 0; at = bytes.indexOf("\n的 ", at + 1)) {
    const end = bytes.indexOf(0, at);
    const text = bytes.toString("utf8", bytes.lastIndexOf(0, at) + 1, end);
    if (text.length > longest.length) longest = text;
  }
  if (!/^(?:\S+ \d+ \w+\n)+$/.test(longest.slice(0, longest.indexOf("\n", 1000) + 1))) {
    throw new Error("jiebaTables requires the dictionary as text in jieba-wasm's memory, found none");
  }
  return longest;
}

const isImpossible = (value: number | undefined) => value === IMPOSSIBLE;
const sumsToOne = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b !== undefined && a < 0 && b < 0 && Math.abs(Math.exp(a) + Math.exp(b) - 1) < 1e-9;

/** a row for a word that ends here (to begin or single), and one for a word that goes on (to end or middle) */
const ends = (d: Float64Array, i: number) =>
  isImpossible(d[i + 1]) && isImpossible(d[i + 2]) && sumsToOne(d[i], d[i + 3]);
const goesOn = (d: Float64Array, i: number) =>
  isImpossible(d[i]) && isImpossible(d[i + 3]) && sumsToOne(d[i + 1], d[i + 2]);
const isTransitions = (d: Float64Array, i: number) =>
  goesOn(d, i) && ends(d, i + 4) && goesOn(d, i + 8) && ends(d, i + 12);

function transitionProbabilities(doubles: Float64Array): Float64Array {
  return theOnly("transitions", places(doubles, isTransitions), doubles, STATES * STATES);
}

function startProbabilities(doubles: Float64Array): Float64Array {
  const inTransitions = new Set(places(doubles, isTransitions).flatMap((i) => [i + 4, i + 12]));
  const found = places(doubles, ends).filter((i) => !inTransitions.has(i));
  return theOnly("start", found, doubles, STATES);
}

function places(doubles: Float64Array, holds: (d: Float64Array, i: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = doubles.indexOf(IMPOSSIBLE); i >= 0; i = doubles.indexOf(IMPOSSIBLE, i + 1)) {
    if (holds(doubles, i)) found.push(i);
    if (holds(doubles, i - 1)) found.push(i - 1);
  }
  return found;
}

function theOnly(name: string, found: readonly number[], doubles: Float64Array, size: number): Float64Array {
  const [at] = found;
  if (at === undefined || found.length > 1) {
    throw new Error(`jiebaTables requires one table ${name} in jieba-wasm's memory, found ${found.length}`);
  }
  return doubles.slice(at, at + size);
}

/** Four tables in the order of the states; an entry is the place of a character's three bytes, 3, and a logarithm. */
function emissionProbabilities(memory: Uint8Array, doubles: Float64Array): Float64Array {
  const words = new Uint32Array(memory.buffer);
  const emissions = new Float64Array((LAST_HAN - FIRST_HAN + 1) * STATES).fill(IMPOSSIBLE);
  const isEntry = (i: number) => words[2 * i + 1] === 3 && hanAt(memory, words[2 * i] as number) !== null;
  let tables = 0;
  for (let i = 0; i + 1 < doubles.length; i++) {
    if (!isEntry(i)) continue;
    let end = i;
    while (isEntry(end) && (doubles[end + 1] as number) < 0 && (doubles[end + 1] as number) > -100) end += 2;
    if (end - i > 2 * LEAST_ENTRIES) {
      for (let at = i; at < end && tables < STATES; at += 2) {
        const han = hanAt(memory, words[2 * at] as number) as number;
        if (han >= FIRST_HAN && han <= LAST_HAN) {
          emissions[(han - FIRST_HAN) * STATES + tables] = doubles[at + 1] as number;
        }
      }
      tables++;
      i = end - 1;
    }
  }
  if (tables !== STATES)
    throw new Error(`jiebaTables requires four tables of emissions in jieba-wasm's memory, found ${tables}`);
  return emissions;
}

const LEAST_ENTRIES = 1000;

/** The character of three bytes at a place, null where there is none. */
function hanAt(memory: Uint8Array, at: number): number | null {
  const [a = 0, b = 0, c = 0] = [memory[at], memory[at + 1], memory[at + 2]];
  if ((a & 0xf0) !== 0xe0 || (b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80) return null;
  return ((a & 0x0f) << 12) | ((b & 0x3f) << 6) | (c & 0x3f);
}
