import { isUtf8 } from "node:buffer";
import type { Encoding } from "./document.js";

/** Bytes that are no text in any encoding we read; `byte` is the offset of the first offending byte. */
export class DecodingError extends Error {
  readonly byte: number;
  constructor(message: string, byte: number) {
    super(message);
    this.name = "DecodingError";
    this.byte = byte;
  }
}

/**
 * Turns the bytes of a file into text, strictly: nothing is replaced, dropped or guessed.
 *
 * In this order: a byte-order mark decides (UTF-8, UTF-16 little or big endian; the mark itself is left out); bytes
 * with a NUL are UTF-16 without a mark where nine in ten characters are then ASCII or Chinese, else a binary file; valid UTF-8
 * are UTF-8; bytes of which more than half of the non-ASCII ones stand in valid UTF-8 sequences are damaged UTF-8,
 * which is an error; the rest must be valid GB18030 (which includes GBK and GB2312).
 *
 * @param bytes the file's bytes
 * @returns the text and the encoding it was read in
 * @throws DecodingError naming the byte and what was expected there
 * @example
 * decode(new Uint8Array([0xb7, 0xa3, 0xbf, 0xee])).text // "罚款"
 * decode(new Uint8Array([0xff, 0xfe, 0x5a, 0x7f])).encoding // "utf-16le"
 * @see WHATWG Encoding Standard, https://encoding.spec.whatwg.org/ (labels, fatal mode, GB18030)
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { text: strictly("utf-8", bytes.subarray(3), 3), encoding: "utf-8-bom" };
  }
  if (a === 0xff && b === 0xfe) {
    return { text: strictly("utf-16le", bytes.subarray(2), 2), encoding: "utf-16le" };
  }
  if (a === 0xfe && b === 0xff) {
    return { text: strictly("utf-16be", bytes.subarray(2), 2), encoding: "utf-16be" };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return decodeWithNul(bytes, nul);
  if (isUtf8(bytes) || utf8Share(bytes) > 0.5)
    return { text: strictly("utf-8", bytes, 0), encoding: "utf-8" };
  return { text: strictly("gb18030", bytes, 0), encoding: "gb18030" };
}

/** A text with NUL bytes is UTF-16 without a mark if it reads as Chinese or ASCII one way round, else it is no text. */
function decodeWithNul(bytes: Uint8Array, first: number): { text: string; encoding: Encoding } {
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    let text: string;
    try {
      text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      continue;
    }
    const usual = text.match(USUAL)?.length ?? 0;
    if (usual >= 0.9 * text.length) return { text, encoding };
  }
  throw new DecodingError(`expected text, found a NUL byte at byte ${first}: a binary file`, first);
}

/** ASCII without controls, punctuation, Chinese characters, full-width forms. */
const USUAL =
  /[\t\n\r\x20-\x7e\u2010-\u203f\u2460-\u249b\u3000-\u303f\u3400-\u9fff\ud800-\udfff\uff00-\uffef]/g;

/** Share of the non-ASCII bytes that stand in valid UTF-8 sequences; 1 where every byte is ASCII. */
function utf8Share(bytes: Uint8Array): number {
  let high = 0;
  let valid = 0;
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    let run = 1;
    while (run < length && i + run < bytes.length && (bytes[i + run]! & 0xc0) === 0x80) run++;
    if (length > 1 && run === length && lead < 0xf5) valid += length;
    high += run;
    i += run;
  }
  return high === 0 ? 1 : valid / high;
}

function strictly(label: string, bytes: Uint8Array, offset: number): string {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const at = firstBadByte(label, bytes);
    const name = label.toUpperCase();
    if (at === bytes.length) {
      throw new DecodingError(
        `expected ${name}, found the end of the file in the middle of a character (byte ${at + offset})`,
        at + offset,
      );
    }
    const hex = bytes[at]!.toString(16).padStart(2, "0");
    throw new DecodingError(`expected ${name}, found byte 0x${hex} at byte ${at + offset}`, at + offset);
  }
}

/** Offset of the first byte that cannot continue the text: the shortest prefix that fails ends with it. */
function firstBadByte(label: string, bytes: Uint8Array): number {
  const fails = (length: number): boolean => {
    try {
      new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
      return false;
    } catch {
      return true;
    }
  };
  if (!fails(bytes.length)) return bytes.length;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (fails(middle)) bad = middle;
    else good = middle;
  }
  return bad - 1;
}
