import { blockCutter } from "./block-cutter.js";
import { CLASSES, HIGH_HALF, isAstralHan, LOW_HALF, OTHER } from "./character-classes.js";
import type { Lexicon } from "./lexicon.js";

/** The tokens of the text that was cut last; the arrays are used again for the next. */
export interface Cut {
  readonly count: number;
  /** where each token ends; the next begins there, the first at 0 */
  readonly ends: Int32Array;
  /** type of each token in the lexicon */
  readonly types: Int32Array;
}

/**
 * A function that cuts texts into tokens by number, without a string for any.
 *
 * @param lexicon words and their numbers
 * @returns function of text and whether unknown words are guessed; tokens cover the whole text, white space too
 */
export function textCutter(lexicon: Lexicon): (text: string, hmm: boolean) => Cut {
  const { codes: codeOf } = lexicon.model;
  let units = new Uint16Array(256); // the block that is cut
  let codes = new Uint16Array(256);
  let blockStart = 0;
  let ends = new Int32Array(1024);
  let types = new Int32Array(1024);
  let count = 0;

  function pushUnit(end: number, type: number): void {
    if (count === ends.length) {
      ends = larger(ends, new Int32Array(2 * count));
      types = larger(types, new Int32Array(2 * count));
    }
    ends[count] = end;
    types[count++] = type;
  }

  function push(start: number, end: number, type: number): void {
    pushUnit(blockStart + end, type >= 0 ? type : lexicon.typeOf(units, start, end));
  }

  const cutBlock = blockCutter(lexicon, push);

  function add(length: number, unit: number): void {
    if (length === units.length) {
      units = larger(units, new Uint16Array(2 * length));
      codes = larger(codes, new Uint16Array(2 * length));
    }
    units[length] = unit;
    codes[length] = codeOf[unit] as number;
  }

  return (text, hmm) => {
    count = 0;
    for (let at = 0; at < text.length; ) {
      blockStart = at;
      let length = 0;
      for (; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const kind = CLASSES[unit] as number;
        if (kind === OTHER || kind === LOW_HALF) break;
        if (kind === HIGH_HALF) {
          if (!isAstralHan(text.codePointAt(at) as number)) break;
          add(length++, unit);
          add(length++, text.charCodeAt(++at));
        } else add(length++, unit);
      }
      if (length > 0) {
        if (length === 1) pushUnit(at, units[0] as number);
        else cutBlock(units, codes, length, hmm);
        continue;
      }
      const unit = text.charCodeAt(at);
      if (unit !== 0x0d && CLASSES[unit] === OTHER) {
        pushUnit(++at, unit);
        continue;
      }
      add(0, unit);
      const isPair =
        (text.codePointAt(at) as number) > 0xffff || (unit === 0x0d && text.charCodeAt(at + 1) === 0x0a);
      if (isPair) add(1, text.charCodeAt(at + 1));
      push(0, isPair ? 2 : 1, -1);
      at += isPair ? 2 : 1;
    }
    return { count, ends, types };
  };
}

function larger<T extends Int32Array | Uint16Array>(old: T, wider: T): T {
  wider.set(old);
  return wider;
}
