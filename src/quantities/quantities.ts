import { MASK_CHARACTERS, readAtom } from "./atoms.js";
import { fold } from "./fold.js";
import { range, readUpper, withWords } from "./intervals.js";
import { opensNumeral } from "./numerals.js";
import type { Quantity } from "./records.js";

/**
 * Finds every quantity of a text: money, durations, multiples, shares, points and ages, with their intervals.
 *
 * Calendar dates, years, article and chapter numbers, ordinals and counts of persons or things are not quantities. A
 * masked number (XX元) is a quantity with open ends and the flag `masked`; a bare amount that reads as a year of this
 * century (2025元) keeps its value and carries `year_artifact`. A word before a printed fraction (不低于万分之七) is left out of
 * its interval: it states how a rate is tested; `form` keeps it. The work is linear in the length of the text.
 *
 * @param text any text; spans point into it
 * @returns quantities in the order of the text, not overlapping
 * @example
 * quantities("处二千元以上一万元以下的罚款").map(({ min, max }) => [min, max]) // [[2000,10000]]
 * @example
 * quantities("2011年9月30日第三十五条") // []
 */
export function quantities(text: string): Quantity[] {
  return quantitiesOfFolded(fold(text));
}

/** 1 for each character that a quantity, or a numeral to be skipped, can begin with */
const BEGINS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const character = String.fromCharCode(code);
  return opensNumeral(character) || `第万~${MASK_CHARACTERS}`.includes(character) ? 1 : 0;
});

/** The same for a text that is folded already. */
export function quantitiesOfFolded(text: string): Quantity[] {
  const found: Quantity[] = [];
  let at = 0;
  while (at < text.length) {
    const read = BEGINS[text.charCodeAt(at)] === 1 ? readQuantity(text, at) : null;
    if (read === null) {
      at++;
      continue;
    }
    if (read.quantity) found.push(read.quantity);
    at = Math.max(at + 1, read.end);
  }
  return found;
}

function readQuantity(text: string, at: number): { quantity: Quantity | null; end: number } | null {
  const first = readAtom(text, at);
  if (first === null) return null;
  if ("skip" in first) return { quantity: null, end: first.skip };
  const upper = readUpper(text, first);
  if (upper) return { quantity: range(first, upper.atom, upper.end), end: upper.end };
  const single = withWords(text, first);
  return { quantity: single, end: single.end };
}
