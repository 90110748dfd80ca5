import { isAdverb, isCalendar } from "./calendar.js";
import { type Numeral, opensNumeral, readNumeral } from "./numerals.js";
import type { QuantityKind } from "./records.js";
import { readUnit } from "./units.js";

/** one number with its unit, before interval words are read */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  readonly value: number | null;
  readonly numeral: Numeral | null;
  /** arabic digits without 万, 千 or a decimal point, directly before 元 */
  readonly bareDigits: boolean;
}

/** what links two numbers to one range */
export const RANGE_LINKS = ["-", "~", "至", "到"];
/** what hides a number */
export const MASK_CHARACTERS = "Xx×*＊某□■〓_…?";
const MASK = new RegExp(`[${MASK_CHARACTERS}]{1,6}|~`, "y");
const RATIO_BASES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000 };

/** an atom, or how far to skip over a numeral that is no quantity */
export function readAtom(text: string, at: number): Atom | { skip: number } | null {
  const character = text[at] as string;
  if (character === "第") return skipOrdinal(text, at);
  const ratio = readRatio(text, at);
  if (ratio) return ratio;
  if (!opensNumeral(character)) return readMasked(text, at);
  const discount = readDiscount(text, at);
  if (discount) return discount;
  const numeral = readNumeral(text, at);
  if (!numeral) return null;
  return readUnitOf(text, at, numeral);
}

function skipOrdinal(text: string, at: number): { skip: number } | null {
  const numeral = opensNumeral(text[at + 1] ?? " ") ? readNumeral(text, at + 1) : null;
  if (!numeral) return null;
  const unit = readUnit(text, numeral.end);
  return { skip: unit ? unit.end : numeral.end };
}

/** 百分之N, 千分之N, 万分之N, N分之M */
function readRatio(text: string, at: number): Atom | null {
  const character = text[at] as string;
  let base = RATIO_BASES[character];
  let link = at + 1;
  if (base === undefined || !text.startsWith("分之", link)) {
    if (!opensNumeral(character)) return null;
    const denominator = readNumeral(text, at);
    if (!denominator || !text.startsWith("分之", denominator.end)) return null;
    base = denominator.value;
    link = denominator.end;
  }
  const from = link + 2;
  const whole: Numeral | null =
    text[from] === "百" ? { value: 100, end: from + 1, scale: 1, script: "chinese" } : null;
  const numeral = whole ?? (opensNumeral(text[from] ?? " ") ? readNumeral(text, from) : null);
  if (!numeral || base === 0) return null;
  const kind = base === 100 ? "percent" : "fraction";
  const value = Number((numeral.value / base).toPrecision(12));
  return { start: at, end: numeral.end, kind, value, numeral, bareDigits: false };
}

const DIGITS = "零一二三四五六七八九";

/** 八五折, but 七八折 is a range */
function readDiscount(text: string, at: number): Atom | null {
  const tens = DIGITS.indexOf(text[at] as string);
  const ones = DIGITS.indexOf(text[at + 1] ?? " ");
  if (tens < 1 || ones < 1 || ones === tens + 1 || readUnit(text, at + 2)?.kind !== "fraction") return null;
  const numeral: Numeral = { value: 10 * tens + ones, end: at + 2, scale: 1, script: "chinese" };
  return atom(at, at + 3, "fraction", numeral.value / 100, numeral, false);
}

function readMasked(text: string, at: number): Atom | null {
  if (/[0-9A-Za-z]/.test(text[at - 1] ?? " ")) return null;
  MASK.lastIndex = at;
  const mask = MASK.exec(text);
  if (!mask) return null;
  let end = at + mask[0].length;
  while ("万千百亿".includes(text[end] ?? "\0")) end++;
  if (text[end] !== "元" && text[end] !== "%" && text[end] !== "‰") return null;
  const unit = readUnit(text, end);
  if (!unit) return null;
  return { start: at, end: unit.end, kind: unit.kind, value: null, numeral: null, bareDigits: false };
}

function readUnitOf(text: string, at: number, numeral: Numeral): Atom | { skip: number } | null {
  let unitAt = numeral.end;
  if (text[unitAt] === " " && readUnit(text, unitAt + 1)) unitAt++;
  if ("余多几".includes(text[unitAt] ?? "\0")) unitAt++;
  const unit = readUnit(text, unitAt);
  const half = text[at] === "半";
  if (half && "个年月天日倍".includes(text[at + 1] ?? "\0") === false) return null;
  if (half && unit && "上下".includes(text[at - 1] ?? "\0")) return { skip: unit.end }; // 下半年 is a date
  if (!unit) {
    const upperUnit = unitOfUpper(text, numeral);
    if (!upperUnit) {
      return paidWithoutUnit(text, at, numeral)
        ? atom(at, numeral.end, "money", numeral.value, numeral, false)
        : { skip: numeral.end };
    }
    const factor = Math.max(1, numeral.scale > 1 ? 1 : upperUnit.scale) * upperUnit.factor;
    return atom(at, numeral.end, upperUnit.kind, numeral.value * factor, numeral, false);
  }
  if (Number.isNaN(unit.factor)) return { skip: unit.end };
  const calendar = unit.kind === "duration" && isCalendar(text, at, numeral, unitAt);
  if (calendar) return { skip: unit.end };
  if (unit.kind === "points" && isAdverb(text, at, numeral)) return { skip: unit.end };
  if (unit.kind === "money" && "美港欧日加澳".includes(text[unitAt - 1] ?? "\0")) return { skip: unit.end };
  // 八五折: two digits are hundredths
  const digits = unit.kind === "fraction" && numeral.value > 10 ? 0.1 : 1;
  let value = numeral.value * unit.factor * digits;
  let end = unit.end;
  if (unit.kind === "money") {
    const cents = readCents(text, end);
    if (cents) {
      value += cents.value;
      end = cents.end;
    }
  }
  if (unit.kind === "duration") {
    const more = readMoreTime(text, end, unit.factor);
    value += more.value;
    end = more.end;
  }
  const bareDigits = numeral.script === "arabic" && numeral.scale === 1 && end === numeral.end + 1;
  return atom(at, end, unit.kind, value, numeral, bareDigits);
}

function atom(
  start: number,
  end: number,
  kind: QuantityKind,
  value: number,
  numeral: Numeral,
  bareDigits: boolean,
): Atom {
  return { start, end, kind, value: Number(value.toPrecision(12)), numeral, bareDigits };
}

/** for a number without a unit: the unit of the number that a dash or 至 (or, for two Chinese digits, nothing) links it to */
function unitOfUpper(
  text: string,
  lower: Numeral,
): { kind: QuantityKind; factor: number; scale: number } | null {
  let from = lower.end;
  const link = RANGE_LINKS.find((word) => text.startsWith(word, from));
  if (link) from += link.length;
  else if (
    !/[一二两三四五六七八九]/.test(text[from] ?? "") ||
    (lower.end > 0 && !/[一二两三四五六七八九]/.test(text[from - 1] ?? ""))
  )
    return null;
  const numeral = opensNumeral(text[from] ?? " ") ? readNumeral(text, from) : null;
  if (!numeral) return null;
  const unit = readUnit(text, numeral.end);
  if (!unit || Number.isNaN(unit.factor)) return null;
  if (unit.kind === "duration" && isCalendar(text, from, numeral, numeral.end)) return null;
  if (!link && numeral.value !== lower.value + 1 && numeral.value !== lower.value + 2) return null;
  const scale = numeral.value / numeral.scale <= lower.value / 10 ? 1 : numeral.scale;
  return { kind: unit.kind, factor: unit.factor, scale };
}

/** 罚三百, 考上高中给500, 罚五十到二百: a verb of paying right before a number that nothing follows */
const PAYS = /(?:罚款?|扣款?|奖励?|给|送|赏|补助?)(?:[一二三四五六七八九十百千0-9]{1,5}[到至-])?$/;
const CLOSED = /^(?:[到至-][一二三四五六七八九十百千0-9]{1,5})?(?:[,;。、)!\n]|$)/;
/** smaller ones may be points, or tell how often; a fine is always money */
const LEAST_PAID = 50;
const LEAST_GOT = 200;

function paidWithoutUnit(text: string, at: number, { value, end, scale }: Numeral): boolean {
  if (value >= LEAST_GOT && text[at - 1] === "得" && CLOSED.test(text.slice(end, end + 8))) return true;
  const least = /罚款?(?:.{1,5}[到至-])?$/.test(text.slice(Math.max(0, at - 8), at)) ? 1 : LEAST_PAID;
  return (
    value >= least &&
    scale <= 10000 &&
    PAYS.test(text.slice(Math.max(0, at - 8), at)) &&
    CLOSED.test(text.slice(end, end + 8))
  );
}

/** 5角, 5分 after 元 */
function readCents(text: string, at: number): { value: number; end: number } | null {
  const numeral = opensNumeral(text[at] ?? " ") ? readNumeral(text, at) : null;
  if (!numeral || numeral.value >= 10 || text[numeral.end] !== "角") return null;
  return { value: numeral.value / 10, end: numeral.end + 1 };
}

/** 一年半, 1年6个月: a smaller unit that goes on */
function readMoreTime(text: string, at: number, factor: number): { value: number; end: number } {
  if (text[at] === "半" && !"年个月天日".includes(text[at + 1] ?? "\0"))
    return { value: factor / 2, end: at + 1 };
  const from = text[at] === "零" || text[at] === "又" ? at + 1 : at;
  const numeral = opensNumeral(text[from] ?? " ") ? readNumeral(text, from) : null;
  const unit = numeral ? readUnit(text, numeral.end) : null;
  if (!numeral || !unit || unit.kind !== "duration" || unit.factor >= factor) return { value: 0, end: at };
  if (text[numeral.end] === "月") return { value: 0, end: at };
  return { value: numeral.value * unit.factor, end: unit.end };
}
