import { describe, expect, test } from "vitest";
import { DecodingError, decode } from "../../src/corpus/decode.js";

const utf16 = (text: string, mark: boolean, big: boolean): Uint8Array => {
  const bytes: number[] = mark ? (big ? [0xfe, 0xff] : [0xff, 0xfe]) : [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes.push(...(big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]));
  }
  return Uint8Array.from(bytes);
};
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const failure = (bytes: Uint8Array): DecodingError => {
  try {
    decode(bytes);
  } catch (error) {
    if (error instanceof DecodingError) return error;
    throw error;
  }
  throw new Error("decoded");
};

describe("decode reads", () => {
  const text = "第一条\r\n罚款5元𠮷。\n";
  test.each([
    ["utf-8", utf8(text)],
    ["utf-8-bom", Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text))],
    ["utf-16le", utf16(text, true, false)],
    ["utf-16be", utf16(text, true, true)],
    ["utf-16le", utf16(text, false, false)],
    ["utf-16be", utf16(text, false, true)],
  ] as const)("%s, unchanged", (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ text, encoding });
  });

  // Bytes from the GB18030-2005 tables: 第 B5DA, 一 D2BB, 条 CCF5, €  A2E3, 𠮷 = 95 34 B2 35 (four bytes).
  test("gb18030 with two- and four-byte characters", () => {
    const bytes = Uint8Array.of(0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x0a, 0x95, 0x34, 0xb2, 0x35);
    expect(decode(bytes)).toEqual({ text: "第一条\n𠮷", encoding: "gb18030" });
  });

  test("nothing as an empty text", () => {
    expect(decode(new Uint8Array())).toEqual({ text: "", encoding: "utf-8" });
  });
});

describe("decode refuses, naming the byte,", () => {
  test("a damaged UTF-8 text instead of reading it as GB18030", () => {
    const good = utf8("罚款二万元");
    expect(failure(Uint8Array.of(...good, 0xff, ...good)).byte).toBe(15);
  });
  test("a lone surrogate written as UTF-8", () => {
    expect(failure(Uint8Array.of(...utf8("罚款"), 0xed, 0xa0, 0x80, ...utf8("元"))).byte).toBe(7);
  });
  test("a lone surrogate in UTF-16", () => {
    expect(failure(utf16("罚\ud800款", true, false)).message).toContain("UTF-16LE");
  });
  test("a text cut in the middle of its last character", () => {
    const cut = utf8("罚款").subarray(0, 5);
    expect(failure(cut)).toMatchObject({ byte: 5, message: expect.stringContaining("end of the file") });
  });
  test("a picture", () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49);
    expect(failure(png)).toMatchObject({ byte: 8, message: expect.stringContaining("binary") });
  });
  test("a text with NUL bytes on both sides of its byte pairs", () => {
    expect(failure(utf8("a\0b罚\0\0款x")).byte).toBe(1);
  });
});
