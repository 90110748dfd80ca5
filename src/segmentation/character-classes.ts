import { FIRST_HAN, LAST_HAN } from "./jieba-tables.js";

/** What a UTF-16 code unit is to jieba; units of a class above OTHER stand in blocks that are looked up in the dictionary. */
export const OTHER = 0;
/** a Chinese character that the hidden Markov model covers */
export const HAN = 1;
/** a Chinese character beyond it */
export const RARE_HAN = 2;
export const DIGIT = 3;
export const LETTER = 4;
/** one of + # & . _ % - */
export const JOINER = 5;
/** halves of a character beyond the first 65,536; in a block only where jieba takes it for a Chinese one */
export const HIGH_HALF = 6;
export const LOW_HALF = 7;

/** Class of each code unit. */
export const CLASSES: Uint8Array = classes();

function classes(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [from, to] of [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
  ] as const)
    table.fill(RARE_HAN, from, to + 1);
  table.fill(HAN, FIRST_HAN, LAST_HAN + 1);
  for (const character of "0123456789") table[character.charCodeAt(0)] = DIGIT;
  for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") {
    table[character.charCodeAt(0)] = LETTER;
  }
  for (const character of "+#&._%-") table[character.charCodeAt(0)] = JOINER;
  table.fill(HIGH_HALF, 0xd800, 0xdc00);
  table.fill(LOW_HALF, 0xdc00, 0xe000);
  return table;
}

/** Whether a code point beyond the first 65,536 is a Chinese character to jieba. */
export function isAstralHan(point: number): boolean {
  return (
    (point >= 0x20000 && point <= 0x2a6df) ||
    (point >= 0x2a700 && point <= 0x2ebef) ||
    (point >= 0x2f800 && point <= 0x2fa1f)
  );
}

/** Whether a class is that of an ASCII letter or digit. */
export function isAlphanumeric(kind: number): boolean {
  return kind === DIGIT || kind === LETTER;
}
