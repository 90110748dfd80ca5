import type { JiebaModel } from "./jieba-model.js";
import { FIRST_HAN, STATES } from "./jieba-tables.js";

const [BEGIN, END, MIDDLE, SINGLE] = [0, 1, 2, 3];

/**
 * The likeliest words of a run of Chinese characters under jieba's hidden Markov model.
 *
 * Of two equally likely predecessors the later state in the order begin, end, middle, single wins, and probabilities are
 * added in jieba-rs's order, so that results agree with it to the last bit.
 *
 * @param model start, transition and emission probabilities
 * @returns function that writes the ends of the words of units[from, to) to `ends` and returns their number
 * @see Viterbi 1967, Error bounds for convolutional codes, 10.1109/TIT.1967.1054010
 */
export function viterbiCutter({ start, transitions, emissions }: JiebaModel) {
  let back = new Uint8Array(256);
  let states = new Uint8Array(64);
  const between = (from: number, to: number) => transitions[from * STATES + to] as number;
  const [endBegin, singleBegin] = [between(END, BEGIN), between(SINGLE, BEGIN)];
  const [beginEnd, middleEnd] = [between(BEGIN, END), between(MIDDLE, END)];
  const [middleMiddle, beginMiddle] = [between(MIDDLE, MIDDLE), between(BEGIN, MIDDLE)];
  const [singleSingle, endSingle] = [between(SINGLE, SINGLE), between(END, SINGLE)];

  return (units: Uint16Array, from: number, to: number, ends: Int32Array): number => {
    const length = to - from;
    if (length > states.length) {
      states = new Uint8Array(2 * length);
      back = new Uint8Array(2 * length * STATES);
    }
    let emission = ((units[from] as number) - FIRST_HAN) * STATES;
    let begin = (start[BEGIN] as number) + (emissions[emission + BEGIN] as number);
    let end = (start[END] as number) + (emissions[emission + END] as number);
    let middle = (start[MIDDLE] as number) + (emissions[emission + MIDDLE] as number);
    let single = (start[SINGLE] as number) + (emissions[emission + SINGLE] as number);
    for (let t = 1; t < length; t++) {
      emission = ((units[from + t] as number) - FIRST_HAN) * STATES;
      const at = t * STATES;
      let emitted = emissions[emission + BEGIN] as number;
      let [a, b] = [end + endBegin + emitted, single + singleBegin + emitted];
      back[at + BEGIN] = b >= a ? SINGLE : END;
      const nextBegin = b >= a ? b : a;
      emitted = emissions[emission + END] as number;
      [a, b] = [begin + beginEnd + emitted, middle + middleEnd + emitted];
      back[at + END] = b >= a ? MIDDLE : BEGIN;
      const nextEnd = b >= a ? b : a;
      emitted = emissions[emission + MIDDLE] as number;
      [a, b] = [begin + beginMiddle + emitted, middle + middleMiddle + emitted];
      back[at + MIDDLE] = b >= a ? MIDDLE : BEGIN;
      const nextMiddle = b >= a ? b : a;
      emitted = emissions[emission + SINGLE] as number;
      [a, b] = [end + endSingle + emitted, single + singleSingle + emitted];
      back[at + SINGLE] = b >= a ? SINGLE : END;
      single = b >= a ? b : a;
      begin = nextBegin;
      end = nextEnd;
      middle = nextMiddle;
    }
    let state = single >= end ? SINGLE : END;
    for (let t = length - 1; t >= 0; t--) {
      states[t] = state;
      state = back[t * STATES + state] as number;
    }
    let count = 0;
    for (let t = 0; t < length; t++) {
      if (states[t] === END || states[t] === SINGLE) ends[count++] = from + t + 1;
    }
    return count;
  };
}
