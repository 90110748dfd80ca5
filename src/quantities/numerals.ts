/** A numeral read at some place of a text. */
export interface Numeral {
  readonly value: number;
  /** offset after its last character */
  readonly end: number;
  /** the power of ten that closes it (万 in 3万, 1 where it has none): lower bounds without a unit take it over */
  readonly scale: number;
  readonly script: "arabic" | "chinese";
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const SHORT_TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8 };
/** 20千米, 5千克: 千 belongs to the unit */
const METRIC = /^千[米克瓦升卡帕]/;
/** a thousand separator belongs to the number, any other comma does not; a number begins at its first digit */
const ARABIC = /(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|(?<!\d)\d+(?:\.\d+)?/y;
/** 队伍2025人: a capital digit and arabic ones are no string */
const CAPITAL_BEFORE_ARABIC = /^[壹贰叁肆伍陆柒捌玖]\d/;
/** what is larger counts nothing: it is a code, or digits run together */
const LARGEST = 1e15;

/** 1 for each character that a numeral can begin with */
const OPENS = new Uint8Array(0x10000);
for (const character of ["0123456789半", ...[DIGITS, TENS, SHORT_TENS].flatMap(Object.keys)].join("")) {
  OPENS[character.charCodeAt(0)] = 1;
}

/** Whether a numeral can begin with this character of a folded text; undefined, after its end, begins none. */
export function opensNumeral(character: string | undefined): boolean {
  return character !== undefined && OPENS[character.charCodeAt(0)] === 1;
}

/**
 * Reads the numeral that begins at an offset of a folded text: arabic, Chinese, capital or mixed.
 *
 * Covers 两, 廿, 卅, 半, 〇, capitals (贰万), mixed forms (2万5千, 1.5万), a dropped last unit (二万五 = 25000) and plain digit
 * strings (二〇一一).
 *
 * @param text folded text (see fold)
 * @param at offset of its first character
 * @returns the numeral, or null where none begins or its value is above 10^15
 * @example
 * readNumeral("一亿二千万", 0)?.value // 120000000
 * @example
 * readNumeral("二万五", 0)?.value // 25000
 * @example
 * readNumeral("1.5万", 0)?.value // 15000
 */
export function readNumeral(text: string, at: number): Numeral | null {
  const numeral = readAny(text, at);
  return numeral && numeral.value <= LARGEST ? numeral : null;
}

function readAny(text: string, at: number): Numeral | null {
  if (text[at] === "半") return { value: 0.5, end: at + 1, scale: 1, script: "chinese" };
  const arabic = readArabic(text, at);
  if (arabic) return withMyriads(text, at, arabic.value, arabic.end, "arabic");
  const string = readDigitString(text, at);
  if (string) return string;
  const whole = readSection(text, at);
  if (!whole) return null;
  const section = withDecimals(text, whole);
  return withMyriads(text, at, section.value, section.end, "chinese");
}

function readArabic(text: string, at: number): { value: number; end: number } | null {
  ARABIC.lastIndex = at;
  const match = ARABIC.exec(text);
  if (!match) return null;
  return { value: Number(match[0].replaceAll(",", "")), end: at + match[0].length };
}

/** 二〇一一, 二00七: three or more bare digits in a row are read as digits, but not from their middle */
function readDigitString(text: string, at: number): Numeral | null {
  if (digitOf(text[at - 1]) !== undefined) return null;
  if (CAPITAL_BEFORE_ARABIC.test(text.slice(at, at + 2))) return null;
  let end = at;
  let digits = "";
  for (let digit = digitOf(text[end]); digit !== undefined; digit = digitOf(text[++end])) digits += digit;
  if (digits.length < 3 || (text[end] ?? "") in TENS) return null;
  return { value: Number(digits), end, scale: 1, script: "chinese" };
}

function digitOf(character: string | undefined): number | undefined {
  if (character === undefined) return undefined;
  return character >= "0" && character <= "9" ? Number(character) : DIGITS[character];
}

/** a number below 10,000 in Chinese characters, or arabic digits followed by 十百千 */
function readSection(text: string, at: number): { value: number; end: number } | null {
  let end = at;
  let total = 0;
  let digit: number | null = null;
  let lastTen = 0;
  let read = false;
  for (; end < text.length; end++) {
    const character = text[end] as string;
    if (character in SHORT_TENS && digit === null) {
      total += SHORT_TENS[character] as number;
      lastTen = 10;
    } else if (character in TENS) {
      const ten = TENS[character] as number;
      if (lastTen !== 0 && ten >= lastTen) break;
      if (digit === null && ten > 10 && !read) return null; // 百 and 千 need a digit before them
      total += (digit ?? 1) * ten;
      digit = null;
      lastTen = ten;
    } else if (character in DIGITS) {
      const value = DIGITS[character] as number;
      if (digit !== null && digit !== 0) break;
      if (value === 0 && digit === null && !read && !((text[end + 1] ?? "") in TENS)) {
        read = true;
        end++;
        digit = 0;
        break;
      }
      digit = value;
    } else break;
    read = true;
  }
  if (!read) return null;
  if (digit !== null) {
    // a last digit without its unit takes the next lower one: 一百二 is 120; after 十 or 零 it is a plain digit
    const dropped = lastTen >= 100 && text[end - 2] !== "零" && text[end - 2] !== "〇";
    total += dropped ? digit * (lastTen / 10) : digit;
  }
  return { value: total, end };
}

/** 零点五, 一点二五 */
function withDecimals(text: string, whole: { value: number; end: number }): { value: number; end: number } {
  if (text[whole.end] !== "点") return whole;
  let end = whole.end + 1;
  let digits = "";
  for (; (text[end] ?? "") in DIGITS; end++) digits += DIGITS[text[end] as string];
  return digits === "" ? whole : { value: Number(`${whole.value}.${digits}`), end };
}

function withMyriads(
  text: string,
  at: number,
  first: number,
  firstEnd: number,
  script: "arabic" | "chinese",
): Numeral | null {
  let end = firstEnd;
  let section = first;
  let scale = 1;
  if (script === "arabic") {
    const ten = TENS[text[end] ?? ""];
    if (ten !== undefined && !METRIC.test(text.slice(end, end + 2))) {
      section *= ten;
      scale = ten;
      end++;
    }
  }
  let total = 0;
  let above = Number.POSITIVE_INFINITY;
  while ((text[end] ?? "") in MYRIADS) {
    const myriad = MYRIADS[text[end] as string] as number;
    // 一亿二千万 adds the lower unit; 一万亿 multiplies by the higher
    total = myriad < above ? total + section * myriad : (total + section) * myriad;
    scale = myriad < above ? myriad : scale * myriad;
    above = myriad;
    section = 0;
    end++;
    if (text[end] === "零") end++;
    const rest = readRest(text, end, myriad);
    if (!rest) continue;
    section = rest.value;
    end = rest.end;
    scale = 1;
  }
  if (end === at) return null;
  return { value: round(total + section), end, scale, script };
}

/** what follows 万 or 亿 within one numeral: 5千 in 2万5千, 五 (times a tenth of the unit) in 二万五 */
function readRest(text: string, at: number, above: number): { value: number; end: number } | null {
  const arabic = readArabic(text, at);
  if (arabic) {
    const ten = TENS[text[arabic.end] ?? ""];
    if (ten !== undefined) return { value: arabic.value * ten, end: arabic.end + 1 };
    return (text[arabic.end] ?? "") in MYRIADS ? arabic : null;
  }
  const section = readSection(text, at);
  if (!section) return null;
  if (section.end === at + 1 && (text[at] as string) in DIGITS && !((text[section.end] ?? "") in MYRIADS)) {
    return { value: text[at - 1] === "零" ? section.value : (section.value * above) / 10, end: section.end };
  }
  return section;
}

/** money and counts are decimal: 0.1 + 0.2 times 10,000 must not carry binary dust */
function round(value: number): number {
  return Number(value.toPrecision(15));
}
