import { CLASSES, DIGIT, HAN, HIGH_HALF, isAlphanumeric } from "./character-classes.js";
import { mayGoOver, ROOT, valueIn } from "./double-array.js";
import { beginsWithPair, PAIRED } from "./first-pairs.js";
import type { Lexicon } from "./lexicon.js";
import { viterbiCutter } from "./viterbi.js";

/**
 * Cuts blocks: runs of Chinese characters, ASCII letters, digits and joiners.
 *
 * The words of the dictionary in a block form a graph; its likeliest path is found from the end of the block, over
 * log frequency of a word less that of all words. Characters left single are joined: with the hidden Markov model to
 * words that stand in no dictionary, without it to runs of ASCII letters and digits.
 *
 * @param lexicon words with their weights
 * @param push takes a token of the block: its end, and its type where it is known, else -1
 * @returns function that cuts units[0, length), whose codes in the dictionary's trie are given
 * @see jieba-rs 0.7, whose results these are
 */
export function blockCutter(lexicon: Lexicon, push: (start: number, end: number, type: number) => void) {
  const { words } = lexicon;
  const { begins } = words;
  const likeliest = viterbiCutter(lexicon.model);
  let best = new Float64Array(256); // log probability of the best path from a place to the end
  let next = new Int32Array(256); // where the first word of that path ends
  let typeOf = new Int32Array(256); // and its type
  let ends = new Int32Array(256);

  function findPath(units: Uint16Array, codes: Uint16Array, length: number): void {
    const { check, nodes, pairs, first, weights, userWeights, userTypes, unknown, firstType } =
      lexicon.tables();
    const root = nodes[2 * ROOT] as number;
    const [bests, nexts, typesOf] = [best, next, typeOf];
    bests[length] = 0;
    for (let start = length - 1; start >= 0; start--) {
      const unit = units[start] as number;
      let most = -Infinity;
      let mostEnd = 0;
      let mostType = unit;
      const code = codes[start] as number;
      let value = valueIn(first[2 * code + 1] as number);
      if (value !== 0) {
        most = (weights[value] as number) + (bests[start + 1] as number);
        mostEnd = start + 1;
      }
      let at = start + 1;
      let state = -1;
      if (at < length) {
        const second = codes[at] as number;
        const base = first[2 * code] as number;
        const isPair =
          (code | second) < PAIRED
            ? beginsWithPair(pairs, code, second)
            : base !== 0 && check[base + second] === root + code;
        if (isPair) state = base + second;
      }
      while (state >= 0) {
        const node = nodes[2 * state + 1] as number;
        value = valueIn(node);
        at++;
        if (value !== 0) {
          const weight = (weights[value] as number) + (bests[at] as number);
          if (weight >= most) {
            most = weight;
            mostEnd = at;
            mostType = firstType + state;
          }
        }
        if (at === length) break;
        const code = codes[at] as number;
        if (!mayGoOver(node, code)) break;
        const target = (nodes[2 * state] as number) + code;
        if (check[target] !== state) break;
        state = target;
      }
      if (begins[unit] === 1) {
        let user = 0;
        for (let at = start; at < length; at++) {
          user = words.step(user, units[at] as number);
          if (user < 0) break;
          const word = words.wordAt(user);
          if (word < 0) continue;
          const weight = (userWeights[word] as number) + (bests[at + 1] as number);
          if (weight > most || (weight === most && at >= mostEnd)) {
            most = weight;
            mostEnd = at + 1;
            mostType = userTypes[word] as number;
          }
        }
      }
      if (mostEnd === 0) {
        const isPair = CLASSES[unit] === HIGH_HALF;
        mostEnd = start + (isPair ? 2 : 1);
        mostType = isPair ? -1 : unit;
        most = unknown + (bests[mostEnd] as number);
      }
      bests[start] = most;
      nexts[start] = mostEnd;
      typesOf[start] = mostType;
    }
  }

  /** Whether the path takes one character here. */
  const isSingle = (units: Uint16Array, start: number, end: number) =>
    end - start === 1 || (end - start === 2 && CLASSES[units[start] as number] === HIGH_HALF);

  function pushSingles(units: Uint16Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      const after = at + (CLASSES[units[at] as number] === HIGH_HALF ? 2 : 1);
      push(at, after, -1);
      at = after;
    }
  }

  function cutGuessing(units: Uint16Array, length: number): void {
    let singles = -1; // where a run of single characters begins
    for (let at = 0; at < length; ) {
      const end = next[at] as number;
      if (isSingle(units, at, end)) {
        if (singles < 0) singles = at;
      } else {
        if (singles >= 0) guess(units, singles, at);
        singles = -1;
        push(at, end, typeOf[at] as number);
      }
      at = end;
    }
    if (singles >= 0) guess(units, singles, length);
  }

  /** A run of single characters: words by the hidden Markov model, unless the run is one character or a word itself. */
  function guess(units: Uint16Array, from: number, to: number): void {
    const taken = isSingle(units, from, to) || lexicon.isWord(units, from, to);
    if (taken) pushSingles(units, from, to);
    for (let at = taken ? to : from; at < to; ) {
      let end = at + 1;
      if (CLASSES[units[at] as number] !== HAN) {
        end = endOfForeign(units, at, to);
        push(at, end, -1);
      } else {
        while (end < to && CLASSES[units[end] as number] === HAN) end++;
        if (end - at === 1) push(at, end, -1);
        else {
          const count = likeliest(units, at, end, ends);
          for (let i = 0, start = at; i < count; i++) {
            push(start, ends[i] as number, -1);
            start = ends[i] as number;
          }
        }
      }
      at = end;
    }
  }

  function cutPlain(units: Uint16Array, length: number): void {
    let run = -1; // where a run of single letters and digits begins
    for (let at = 0; at < length; ) {
      const end = next[at] as number;
      if (end - at === 1 && isAlphanumeric(CLASSES[units[at] as number] as number)) {
        if (run < 0) run = at;
      } else {
        if (run >= 0) push(run, at, -1);
        run = -1;
        push(at, end, typeOf[at] as number);
      }
      at = end;
    }
    if (run >= 0) push(run, length, -1);
  }

  return (units: Uint16Array, codes: Uint16Array, length: number, hmm: boolean): void => {
    if (length >= best.length) {
      best = new Float64Array(2 * length);
      next = new Int32Array(2 * length);
      typeOf = new Int32Array(2 * length);
      ends = new Int32Array(2 * length);
    }
    findPath(units, codes, length);
    if (hmm) cutGuessing(units, length);
    else cutPlain(units, length);
  };
}

/**
 * The end of a piece without characters of the model: letters and digits, then, as jieba-rs reads its `(?:.\d+)?%?`, any
 * one character with digits after it and a percent sign; or what stands before the next letter or digit.
 */
function endOfForeign(units: Uint16Array, from: number, to: number): number {
  const kind = (at: number) => (at < to ? (CLASSES[units[at] as number] as number) : -1);
  let at = from;
  if (!isAlphanumeric(kind(at))) {
    while (at < to && kind(at) !== HAN && !isAlphanumeric(kind(at))) at++;
    return at;
  }
  while (isAlphanumeric(kind(at))) at++;
  const after = at + (kind(at) === HIGH_HALF ? 2 : 1);
  if (at < to && kind(at) !== HAN && kind(after) === DIGIT) {
    at = after;
    while (kind(at) === DIGIT) at++;
  }
  return units[at] === PERCENT && at < to ? at + 1 : at;
}

const PERCENT = "%".charCodeAt(0);
