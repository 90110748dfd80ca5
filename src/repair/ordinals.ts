const DIGITS = "〇一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The value of an enumerator's Chinese numeral (一 … 九千九百九十九, also 一二三 read digit by digit); NaN where it is none. */
export function chineseOrdinal(numeral: string): number {
  const plain = numeral.replace(/[零○０]/g, "〇").replace(/两/g, "二");
  if (/^[〇一二三四五六七八九]{2,}$/.test(plain)) {
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(""));
  }
  let total = 0;
  let digit = 0;
  for (const character of plain) {
    const unit = UNITS[character];
    if (unit !== undefined) {
      total += (digit || 1) * unit;
      digit = 0;
    } else {
      digit = DIGITS.indexOf(character);
      if (digit < 0) return Number.NaN;
    }
  }
  return total + digit || Number.NaN;
}

/** A number from 1 to 9999 in Chinese numerals, as articles are numbered (十, 二十一, 一百零二). */
export function chineseNumeral(n: number): string {
  if (!(Number.isInteger(n) && n >= 1 && n <= 9999)) {
    throw new RangeError(`chineseNumeral requires an integer from 1 to 9999, got ${n}`);
  }
  let numeral = "";
  let zero = false;
  for (const [unit, value] of [
    ["千", 1000],
    ["百", 100],
    ["十", 10],
    ["", 1],
  ] as const) {
    const digit = Math.floor(n / value) % 10;
    if (digit === 0) zero = numeral !== "";
    else {
      numeral +=
        (zero ? "零" : "") + (numeral === "" && digit === 1 && value === 10 ? "" : DIGITS[digit]) + unit;
      zero = false;
    }
  }
  return numeral;
}

/** The number that a glyph such as ⑴, ⒈ or ① stands for; NaN where it is none. */
export function glyphOrdinal(glyph: string): number {
  const code = glyph.codePointAt(0) ?? 0;
  for (const first of [0x2460, 0x2474, 0x2488]) {
    if (code >= first && code < first + 20) return code - first + 1;
  }
  return Number.NaN;
}

/** Full-width digits as half-width ones, nothing else changed. */
export function foldDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}
