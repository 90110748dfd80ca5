import { createHash } from "node:crypto";
import { fontBytes, fontSha256 } from "./resources.js";

/** Advance widths of a font in ems, by Unicode code point. */
export interface FontMetrics {
  /** advance width in ems, null where the font has no glyph */
  readonly advance: (codePoint: number) => number | null;
}

/**
 * Reads advance widths from the bytes of an OpenType font (tables `head`, `hhea`, `hmtx` and `cmap` format 12).
 *
 * @param bytes the font file
 * @throws TypeError when a table is missing or the font has no full Unicode character map
 * @see https://learn.microsoft.com/typography/opentype/spec/cmap
 */
export function readFontMetrics(bytes: Buffer): FontMetrics {
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    tables.set(bytes.toString("latin1", at, at + 4), bytes.readUInt32BE(at + 8));
  }
  const table = (name: string) => {
    const offset = tables.get(name);
    if (offset === undefined) throw new TypeError(`readFontMetrics requires a font with a table ${name}`);
    return offset;
  };
  const unitsPerEm = bytes.readUInt16BE(table("head") + 18);
  const widths = table("hmtx");
  const widthCount = bytes.readUInt16BE(table("hhea") + 34);
  const groups = characterGroups(bytes, table("cmap"));
  return {
    advance(codePoint) {
      let low = 0;
      let high = groups.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const group = groups[middle]!;
        if (codePoint < group.first) high = middle - 1;
        else if (codePoint > group.last) low = middle + 1;
        else {
          const glyph = Math.min(group.glyph + codePoint - group.first, widthCount - 1);
          return bytes.readUInt16BE(widths + 4 * glyph) / unitsPerEm;
        }
      }
      return null;
    },
  };
}

/** The runs of code points of the character map for all of Unicode (platform 3, encoding 10), sorted. */
function characterGroups(bytes: Buffer, cmap: number) {
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const record = cmap + 4 + 8 * i;
    if (bytes.readUInt16BE(record) !== 3 || bytes.readUInt16BE(record + 2) !== 10) continue;
    const subtable = cmap + bytes.readUInt32BE(record + 4);
    const count = bytes.readUInt32BE(subtable + 12);
    return Array.from({ length: count }, (_, group) => {
      const at = subtable + 16 + 12 * group;
      return {
        first: bytes.readUInt32BE(at),
        last: bytes.readUInt32BE(at + 4),
        glyph: bytes.readUInt32BE(at + 8),
      };
    });
  }
  throw new TypeError(
    "readFontMetrics requires a character map for all of Unicode (platform 3, encoding 10)",
  );
}

let pinned: FontMetrics | undefined;

/** The pinned font's widths; the file is read once and must have the recorded sha256. */
export function pinnedFont(): FontMetrics {
  if (pinned) return pinned;
  const bytes = fontBytes();
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== fontSha256) {
    throw new TypeError(`the font of figures requires sha256 ${fontSha256}, got ${found}`);
  }
  pinned = readFontMetrics(bytes);
  return pinned;
}

/**
 * Width of a line of text in the pinned font.
 *
 * Formula: sum of the advance widths of its code points, times the size; a character without a glyph counts one em.
 *
 * @param text one line
 * @param size font size in pixels
 * @returns width in pixels
 * @example
 * textWidth("罚款", 14) // 28
 */
export function textWidth(text: string, size: number): number {
  const font = pinnedFont();
  let width = 0;
  for (const character of text) width += font.advance(character.codePointAt(0)!) ?? 1;
  return width * size;
}

/**
 * Breaks a text into lines no wider than a limit: Chinese between any two characters, but not before a
 * closing mark or after an opening one; other scripts at white space.
 *
 * @param width limit in pixels; a single word wider than it stands alone
 * @param size font size in pixels
 * @example
 * wrapText("罚款与警告，按对象分。", 42, 14) // ["罚款与","警告，","按对象","分。"]
 */
export function wrapText(text: string, width: number, size: number): string[] {
  const pieces =
    text.match(/\s+|[（《“‘[(]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef]+)[，。；：、！？）》”’…％\])]*/gu) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && textWidth((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += line === "" ? piece.trimStart() : piece;
  }
  if (line.trimEnd() !== "") lines.push(line.trimEnd());
  return lines;
}
