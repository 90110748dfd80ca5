// What can be wrong with the bytes of a text: cut characters, the wrong encoding, flipped bits.
import type { Random } from "../../src/stats/random.js";

/** Changes the text of a file into bytes that need not be a text. */
export type ByteMutation = (text: string, random: Random) => Uint8Array;

/** Every kind of change to bytes, by name. */
export const BYTE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  utf8_cut: (text, random) => cut(Buffer.from(text), random),
  gb18030_cut: (text, random) => cut(gb18030(text), random),
  utf16_swapped: (text, random) => {
    const bytes = Buffer.from(`${random.below(2) === 0 ? "\ufeff" : ""}${text}`, "utf16le");
    if (random.below(2) === 0) bytes.subarray(0, bytes.length & ~1).swap16();
    return random.below(4) === 0 ? cut(bytes, random) : bytes;
  },
  encodings_mixed: (text, random) => {
    const at = random.below(text.length + 1);
    const [head, tail] = [text.slice(0, at), text.slice(at)];
    return Buffer.concat(
      random.below(2) === 0 ? [Buffer.from(head), gb18030(tail)] : [gb18030(head), Buffer.from(tail)],
    );
  },
  bytes_flipped: (text, random) => {
    const bytes = random.below(2) === 0 ? Buffer.from(text) : gb18030(text);
    for (let i = 1 + random.below(20); i > 0 && bytes.length > 0; i--)
      bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  random_bytes: (_, random) => Uint8Array.from({ length: random.below(600) }, () => random.below(256)),
  double_encoded: (text) => Buffer.from(Buffer.from(text.slice(0, 1500)).toString("latin1")),
};

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.subarray(0, random.below(bytes.length + 1));
}

let pairs: ReadonlyMap<string, number> | undefined;

/** The text in GB18030, as far as two bytes reach; what lies beyond is a question mark. */
export function gb18030(text: string): Buffer {
  pairs ??= pairsOfBytes();
  const bytes: number[] = [];
  for (const c of text) {
    const code = c.codePointAt(0)!;
    const pair = pairs.get(c);
    if (code < 0x80) bytes.push(code);
    else if (pair === undefined) bytes.push(0x3f);
    else bytes.push(pair >> 8, pair & 255);
  }
  return Buffer.from(bytes);
}

function pairsOfBytes(): Map<string, number> {
  const decoder = new TextDecoder("gb18030");
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const c = decoder.decode(Uint8Array.of(lead, trail));
      if (Array.from(c).length === 1 && c !== "\ufffd") found.set(c, lead * 256 + trail);
    }
  }
  return found;
}
