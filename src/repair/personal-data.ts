import type { Span } from "../span.js";

/** A number or address that leads to a person. */
export interface PersonalDatum extends Span {
  readonly kind: "identity_card" | "bank_card" | "mobile" | "telephone" | "email";
}

const CARD = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/g;
const BANK = /(?<![\dA-Za-z.])[3-6]\d{3}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z.])/g;
const MOBILE = /(?<![\dA-Za-z.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\dA-Za-z.])/g;
const TELEPHONE = /(?<![\d.])(?:0\d{2,3}[-—－ ]|[（(]0\d{2,3}[）)])\d{7,8}(?![\d.])/g;
const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}/g;

/**
 * Identity-card numbers (18 places, check digit holds), bank cards (16 to 19 digits, check digit holds), mobile and
 * telephone numbers and e-mail addresses of a text. For names see personNames.
 *
 * @param text any text
 * @returns what was found, in order, not overlapping
 * @example
 * personalData("电话：010-12345678").map(({ kind, start }) => [kind, start]) // [["telephone", 3]]
 * @see GB 11643-1999 (identity cards); ISO/IEC 7812-1 (check digit of cards)
 */
export function personalData(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  const taken = new Uint8Array(text.length);
  const add = (kind: PersonalDatum["kind"], pattern: RegExp, holds: (printed: string) => boolean): void => {
    for (const { 0: printed, index } of text.matchAll(pattern)) {
      const end = index + printed.length;
      if (!holds(printed) || taken.subarray(index, end).includes(1)) continue;
      taken.fill(1, index, end);
      found.push({ start: index, end, kind });
    }
  };
  add("identity_card", CARD, isIdentityCard);
  add("bank_card", BANK, (printed) => passesLuhn(printed.replace(/\D/g, "")));
  add("mobile", MOBILE, () => true);
  add("telephone", TELEPHONE, () => true);
  add("email", EMAIL, () => true);
  return found.sort((a, b) => a.start - b.start);
}

/** The 18th place is the check of the first 17: sum of digits times 2^(17 - i) modulo 11. */
function isIdentityCard(printed: string): boolean {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(printed[i]) * (2 ** (17 - i) % 11);
  return "10X98765432"[sum % 11] === printed[17]!.toUpperCase();
}

/** Every second digit from the right doubled, digits added: a multiple of ten. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
