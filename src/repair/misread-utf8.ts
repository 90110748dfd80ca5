import type { Span } from "../span.js";
import { isHan } from "./characters.js";

let table: Uint16Array | null = null;

/** The two bytes of each character of GBK by its code unit, 0 where it has none; built from the decoder at first use. */
export function gbkBytes(): Uint16Array {
  if (table) return table;
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) pairs.push(lead, trail, 0x0a);
  }
  table = new Uint16Array(0x10000);
  const characters = new TextDecoder("gb18030").decode(Uint8Array.from(pairs)).split("\n");
  for (const [i, character] of characters.entries()) {
    if (character.length !== 1 || character === "\ufffd") continue;
    table[character.charCodeAt(0)] = ((pairs[3 * i] as number) << 8) | (pairs[3 * i + 1] as number);
  }
  return table;
}

const isTail = (byte: number): boolean => byte >= 0x80 && byte <= 0xbf;

/**
 * Runs of at least four characters whose GBK bytes are UTF-8 for Chinese characters: UTF-8 that was read as GB18030.
 *
 * Three bytes of UTF-8 become one and a half characters, so a run reads as alternating rare characters. Ordinary
 * Chinese does not pass: its second bytes are mostly no continuation bytes of UTF-8.
 *
 * @param text the text as read
 * @returns spans of such runs, in order
 */
export function utf8ReadAsGbk(text: string): Span[] {
  const bytesOf = gbkBytes();
  const spans: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    const first = bytesOf[text.charCodeAt(i)] as number;
    if (first >>> 8 < 0xe3 || first >>> 8 > 0xe9 || !isTail(first & 0xff) || !isHan(text[i])) continue;
    let end = i;
    for (let bytes = 0; end < text.length; bytes += 2, end++) {
      const code = bytesOf[text.charCodeAt(end)] as number;
      if (code === 0 || !fits(code >>> 8, bytes) || !fits(code & 0xff, bytes + 1)) break;
    }
    if (end - i >= 4) {
      spans.push({ start: i, end });
      i = end - 1;
    }
  }
  return spans;
}

/** Whether a byte may stand at a position of a row of three-byte sequences of UTF-8 for Chinese. */
const fits = (byte: number, position: number): boolean =>
  position % 3 === 0 ? byte >= 0xe3 && byte <= 0xef : isTail(byte);
