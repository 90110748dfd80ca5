import { fold } from "./fold.js";
import { type Numeral, opensNumeral, readNumeral } from "./numerals.js";
import type { Quantity, QuantityKind } from "./records.js";
import { readUnit } from "./units.js";

/** one number with its unit, before interval words are read */
interface Atom {
  readonly start: number;
  readonly end: number;
  readonly kind: QuantityKind;
  readonly value: number | null;
  readonly numeral: Numeral | null;
  /** arabic digits without 万, 千 or a decimal point, directly before 元 */
  readonly bareDigits: boolean;
}

const AT_LEAST_BEFORE = [
  "不低于",
  "不少于",
  "不得低于",
  "不得少于",
  "不小于",
  "至少",
  "最低",
  "高于",
  "超过",
  "多于",
  "大于",
  "最少",
  "低限",
  "≥",
  ">",
];
const AT_MOST_BEFORE = [
  "不超过",
  "不高于",
  "不多于",
  "不得超过",
  "不得高于",
  "不大于",
  "至多",
  "最高",
  "最多",
  "最长",
  "低于",
  "少于",
  "不足",
  "不满",
  "未满",
  "小于",
  "不到",
  "未达到",
  "≤",
  "<",
];
const AT_LEAST_AFTER = ["及以上", "(含)以上", "以上", "及其以上", "起步"];
const AT_MOST_AFTER = ["及以下", "(含)以下", "以下", "以内", "之内", "封顶"];
const RANGE_LINKS = ["-", "~", "至", "到"];
const MASK_CHARACTERS = "Xx×*＊某□_…?";
const MASK = new RegExp(`[${MASK_CHARACTERS}]{1,6}|~`, "y");
const RATIO_BASES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000 };

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

/** an atom, or how far to skip over a numeral that is no quantity */
function readAtom(text: string, at: number): Atom | { skip: number } | null {
  const character = text[at] as string;
  if (character === "第") return skipOrdinal(text, at);
  const ratio = readRatio(text, at);
  if (ratio) return ratio;
  if (!opensNumeral(character)) return readMasked(text, at);
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
  if (!unit) {
    const upperUnit = unitOfUpper(text, numeral);
    if (!upperUnit) return { skip: numeral.end };
    const factor = Math.max(1, numeral.scale > 1 ? 1 : upperUnit.scale) * upperUnit.factor;
    return atom(at, numeral.end, upperUnit.kind, numeral.value * factor, numeral, false);
  }
  if (Number.isNaN(unit.factor)) return { skip: unit.end };
  const calendar = unit.kind === "duration" && isCalendar(text, at, numeral, unitAt);
  if (calendar) return { skip: unit.end };
  if (unit.kind === "points" && isAdverb(text, at, numeral)) return { skip: unit.end };
  if (unit.kind === "money" && "美港欧日加澳".includes(text[unitAt - 1] ?? "\0")) return { skip: unit.end };
  let value = numeral.value * unit.factor;
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

/** 2011年, 9月, 30日前, 每月20日: parts of dates and years, not lengths of time */
function isCalendar(text: string, at: number, numeral: Numeral, unitAt: number): boolean {
  const unit = text[unitAt] as string;
  const before = text[at - 1] ?? " ";
  if (unit === "年") {
    if (numeral.script === "arabic" && numeral.value >= 1800 && numeral.value < 2200) return true;
    if (numeral.end - at >= 4 && numeral.value >= 1800 && numeral.value < 2200) return true;
    return numeral.end - at === 2 && numeral.script === "arabic" && text.startsWith("月", unitAt + 3);
  }
  if (unit === "月") return true;
  if (unit === "日") {
    if (before === "月" || before === "、" || before === "." || before === "/") return true;
    if ((before === "-" || before === "至") && /月\d{1,2}.$/.test(text.slice(Math.max(0, at - 5), at)))
      return true;
    return /[每于]月$|每个月$|当月$|于$/.test(text.slice(Math.max(0, at - 3), at));
  }
  return false;
}

/** 十分重要: an adverb unless points are being given or taken, or a bound follows */
function isAdverb(text: string, at: number, numeral: Numeral): boolean {
  if (numeral.script !== "chinese" || text.slice(at, numeral.end) !== "十") return false;
  if (/[扣加得减记满给计为值了]$/.test(text.slice(Math.max(0, at - 1), at))) return false;
  return !/^(?:以上|以下|[,。;)、]|$)/.test(text.slice(numeral.end + 1, numeral.end + 3));
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

/** kinds that may close an interval that the other opened: 百分之五十以上一倍以下 */
function compatible(lower: QuantityKind, upper: QuantityKind): boolean {
  const share = (kind: QuantityKind) =>
    kind === "percent" || kind === "permille" || kind === "fraction" || kind === "multiple";
  return lower === upper || (share(lower) && share(upper));
}

function readUpper(text: string, lower: Atom): { atom: Atom; end: number } | null {
  let from = lower.end;
  const suffix = AT_LEAST_AFTER.find((word) => text.startsWith(word, from));
  if (suffix) {
    from += suffix.length;
    if (text[from] === "、" || text[from] === ",") from++;
    if (text.startsWith("至", from)) from++;
    const upper = readAtom(text, from);
    if (!upper || "skip" in upper || !compatible(lower.kind, upper.kind)) return null;
    const close = AT_MOST_AFTER.find((word) => text.startsWith(word, upper.end));
    return close ? { atom: upper, end: upper.end + close.length } : null;
  }
  const link = RANGE_LINKS.find((word) => text.startsWith(word, from));
  const adjacent =
    !link &&
    lower.numeral !== null &&
    lower.end === lower.numeral.end &&
    lower.kind !== "percent" &&
    lower.kind !== "fraction";
  if (!link && !adjacent) return null;
  if (link) from += link.length;
  if (text.startsWith("最高", from)) from += 2;
  const upper = readAtom(text, from);
  if (!upper || "skip" in upper || !compatible(lower.kind, upper.kind)) return null;
  if (upper.value !== null && lower.value !== null && upper.value < lower.value) return null;
  const close = AT_MOST_AFTER.find((word) => text.startsWith(word, upper.end));
  return { atom: upper, end: upper.end + (close?.length ?? 0) };
}

function range(lower: Atom, upper: Atom, end: number): Quantity {
  const masked = lower.value === null || upper.value === null;
  return {
    kind: lower.kind,
    start: lower.start,
    end,
    min: lower.value,
    max: upper.value,
    form: "range",
    flags: masked ? ["masked"] : [],
  };
}

function withWords(text: string, { start, end, kind, value, bareDigits }: Atom): Quantity {
  if (value === null) return { kind, start, end, min: null, max: null, form: "exact", flags: ["masked"] };
  const flags: Quantity["flags"] =
    kind === "money" && bareDigits && value >= 2001 && value <= 2035 && value % 10 !== 0
      ? ["year_artifact"]
      : [];
  const least = AT_LEAST_AFTER.find((word) => text.startsWith(word, end));
  if (least) return { kind, start, end: end + least.length, min: value, max: null, form: "at_least", flags };
  const most = AT_MOST_AFTER.find((word) => text.startsWith(word, end));
  if (most) return { kind, start, end: end + most.length, min: null, max: value, form: "at_most", flags };
  const before = text.slice(Math.max(0, start - 6), start);
  const form = boundBefore(before);
  const bound = form !== "exact" && kind !== "fraction";
  if (!bound) return { kind, start, end, min: value, max: value, form, flags };
  return form === "at_least"
    ? { kind, start, end, min: value, max: null, form, flags }
    : { kind, start, end, min: null, max: value, form, flags };
}

function boundBefore(before: string): Quantity["form"] {
  const bare = before.replace(/(?:人民币|为|达|￥|¥)$/, "");
  const most = AT_MOST_BEFORE.some((word) => bare.endsWith(word));
  const least = AT_LEAST_BEFORE.some((word) => bare.endsWith(word));
  if (least && most)
    return AT_MOST_BEFORE.some((word) => bare.endsWith(word) && word.startsWith("不") && word.length > 2)
      ? "at_most"
      : "at_least";
  return most ? "at_most" : least ? "at_least" : "exact";
}
