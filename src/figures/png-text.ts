import { crc32 } from "node:zlib";

/** Bytes of a PNG before its first chunk. */
const SIGNATURE = 8;

/**
 * A PNG with texts in it: an uncompressed `iTXt` chunk each, after the header. The picture's own bytes stay.
 *
 * @param png a PNG
 * @param texts keyword (1 to 79 Latin characters) to text
 * @see W3C, Portable Network Graphics (third edition) 2025, section 11.3.3.4, https://www.w3.org/TR/png-3/#11iTXt
 */
export function withPngTexts(png: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Buffer.from(png);
  const end = SIGNATURE + chunkLength(bytes, SIGNATURE);
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return Buffer.concat([bytes.subarray(0, end), ...chunks, bytes.subarray(end)]);
}

/**
 * The texts of a PNG's uncompressed `iTXt` chunks, by keyword.
 *
 * @example
 * const png = Buffer.from("89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55", "hex");
 * pngTexts(withPngTexts(png, { Title: "罚款" })) // { Title: "罚款" }
 */
export function pngTexts(png: Uint8Array): Readonly<Record<string, string>> {
  const bytes = Buffer.from(png);
  const texts: Record<string, string> = {};
  for (let at = SIGNATURE; at < bytes.length; at += chunkLength(bytes, at)) {
    if (bytes.toString("latin1", at + 4, at + 8) !== "iTXt") continue;
    const content = bytes.subarray(at + 8, at + chunkLength(bytes, at) - 4);
    const keyword = content.indexOf(0);
    // after the keyword: two bytes on compression, then language and translated keyword, each ended by a zero
    const language = content.indexOf(0, keyword + 3);
    const translated = content.indexOf(0, language + 1);
    texts[content.toString("latin1", 0, keyword)] = content.toString("utf8", translated + 1);
  }
  return texts;
}

/** Bytes of a chunk: length, type, content, check sum. */
function chunkLength(bytes: Buffer, at: number): number {
  return 12 + bytes.readUInt32BE(at);
}

function textChunk(keyword: string, text: string): Buffer {
  const content = Buffer.concat([
    Buffer.from("iTXt", "latin1"),
    Buffer.from(keyword, "latin1"),
    Buffer.from([0, 0, 0, 0, 0]),
    Buffer.from(text, "utf8"),
  ]);
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  return chunk;
}
