import type { Span } from "../span.js";
import { isHan } from "./characters.js";

/** The two bytes of each character of GBK, built from the decoder at first use. */
let table: ReadonlyMap<string, number> | null = null;

function gbkBytes(): ReadonlyMap<string, number> {
  if (table) return table;
  const decoder = new TextDecoder("gb18030");
  const bytes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== "\ufffd") bytes.set(character, (lead << 8) | trail);
    }
  }
  table = bytes;
  return bytes;
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
    const first = isHan(text[i]) ? (bytesOf.get(text[i] as string) ?? 0) : 0;
    if (first >>> 8 < 0xe3 || first >>> 8 > 0xe9 || !isTail(first & 0xff)) continue;
    let end = i;
    for (let bytes = 0; end < text.length; bytes += 2, end++) {
      const code = bytesOf.get(text[end] as string);
      if (code === undefined || !fits(code >>> 8, bytes) || !fits(code & 0xff, bytes + 1)) break;
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
