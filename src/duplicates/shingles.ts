import type { Span } from "../span.js";
import { mixBits } from "../stats/random.js";

/** Characters per shingle: 5 keeps chance matches rare in Chinese while a single changed character costs only five shingles. */
export const SHINGLE_SIZE = 5;

/**
 * The content of a text: its letters, digits and Chinese characters in order, with their places.
 *
 * Punctuation, white space, dashes and masks (※ × ～) are left out, because copies differ in them at every line;
 * full-width letters and digits count as half-width ones and capitals as small letters.
 */
export interface Content {
  /** code points of the content characters */
  readonly characters: Uint32Array;
  /** offset of each content character in the text, and after them the end of the last (length + 1 numbers) */
  readonly offsets: Uint32Array;
}

/**
 * The letters, digits and Chinese characters of a text.
 *
 * @param text any text
 * @param span the range to read, by default the whole text
 * @returns characters and their offsets in `text`
 * @example
 * [...contentOf("罚款 ２千元。").characters].map((c) => String.fromCodePoint(c)).join("") // "罚款2千元"
 */
export function contentOf(text: string, span: Span = { start: 0, end: text.length }): Content {
  bmpContent ??= classifyBmp();
  const classes = bmpContent;
  const characters = new Uint32Array(span.end - span.start);
  const offsets = new Uint32Array(span.end - span.start + 1);
  let count = 0;
  let last = span.start;
  for (let at = span.start; at < span.end; at++) {
    const unit = text.charCodeAt(at);
    let folded = classes[unit] as number;
    let width = 1;
    if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < span.end) {
      const point = text.codePointAt(at) as number;
      if (point > 0xffff) {
        width = 2;
        folded = isContent.test(String.fromCodePoint(point)) ? point : 0;
      }
    }
    if (folded !== 0) {
      characters[count] = folded;
      offsets[count++] = at;
      last = at + width;
    }
    at += width - 1;
  }
  offsets[count] = last;
  return { characters: characters.slice(0, count), offsets: offsets.slice(0, count + 1) };
}

/**
 * The hashed shingles of a content, one for each place: number i covers the characters i to i + size - 1.
 *
 * Polynomial hash of the code points modulo 2^32, then mixed. Two different shingles share a hash with probability
 * 2^-32: two texts of 10,000 characters meet in one false shingle about once in forty comparisons, which moves a
 * similarity by 0.0001.
 *
 * @param content characters of a text
 * @param size characters per shingle, default 5
 * @returns 32-bit hashes; empty where the content is shorter than one shingle
 * @example
 * shingleSequence(contentOf("限期整改，通报")).length // 2
 * @see Broder 1997, On the resemblance and containment of documents, 10.1109/SEQUEN.1997.666900
 */
export function shingleSequence({ characters }: Content, size: number = SHINGLE_SIZE): Uint32Array {
  const count = Math.max(0, characters.length - size + 1);
  const hashes = new Uint32Array(count);
  let outgoing = 1;
  for (let i = 1; i < size; i++) outgoing = Math.imul(outgoing, BASE);
  let hash = 0;
  for (let i = 0; i < characters.length; i++) {
    if (i >= size) hash = (hash - Math.imul(characters[i - size] as number, outgoing)) | 0;
    hash = (Math.imul(hash, BASE) + (characters[i] as number)) | 0;
    if (i >= size - 1) hashes[i - size + 1] = mixBits(hash);
  }
  return hashes;
}

/**
 * The set of shingles: each hash once, in ascending order.
 *
 * @param sequence hashes in any order, such as those of `shingleSequence`
 * @example
 * shingleSet(Uint32Array.of(7, 3, 7)) // Uint32Array.of(3, 7)
 */
export function shingleSet(sequence: Uint32Array): Uint32Array {
  const sorted = sequence.slice().sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] as number;
  }
  return sorted.slice(0, kept);
}

const BASE = 0x2c1b3c6d; // odd, with mixed bits: no short run of characters cancels out
const isContent = /^[\p{L}\p{N}]$/u;
let bmpContent: Uint16Array | undefined;

/** For each UTF-16 code unit the character it counts as, 0 where it is no content. */
function classifyBmp(): Uint16Array {
  const classes = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit >= 0xd800 && unit < 0xe000) continue;
    const character = String.fromCharCode(unit);
    if (!isContent.test(character)) continue;
    const half = unit >= 0xff10 && unit <= 0xff5a ? unit - 0xfee0 : unit;
    classes[unit] = half >= 0x41 && half <= 0x5a ? half + 0x20 : half;
  }
  return classes;
}
