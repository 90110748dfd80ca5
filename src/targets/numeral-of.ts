import { readNumeral } from "../quantities/numerals.js";

/** The number that an enumerator stands for, whatever its brackets and marks; null where it is none. */
export function numeralOf(printed: string): number | null {
  const plain = printed.replace(/[()（）、.．\s]/g, "");
  const numeral = plain === "" ? null : readNumeral(plain, 0);
  return numeral && numeral.end === plain.length ? numeral.value : null;
}
