import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { cues } from "./cues.js";
import { decimalsOf } from "./rounding.js";

/** A printed count with its unit and the words before it; offsets in the folded text. */
export interface Count extends Span {
  readonly value: number | null;
  /** 人 for persons however they are counted, 元 for money */
  readonly unit: string;
  readonly label: string;
  /** where the words of the count begin */
  readonly from: number;
  readonly printed: string;
  /** 余, 多, 近 or 以上: not to be taken literally */
  readonly about: boolean;
  /** 10,000 where the number is printed in 万, else 1 */
  readonly scale: 1 | 10000;
  /** decimals as printed, in the printed scale */
  readonly decimals: number;
}

/** The common scale of numbers: 10,000 where all are printed in 万, so that claims show them as printed. */
export function scaleOf(counts: readonly Count[]): 1 | 10000 {
  return counts.length > 0 && counts.every((c) => c.scale === 10000) ? 10000 : 1;
}

const PERSONS = new Set(["人", "名", "职", "位", "口人"]);
/** units that may be parts of one: 12.5元, 3.2亩 */
const DIVISIBLE = new Set([
  "元",
  "美元",
  "分",
  "吨",
  "亩",
  "公里",
  "千米",
  "米",
  "斤",
  "平方米",
  "平方公里",
  "立方米",
  "公顷",
  "公斤",
  "千克",
]);
const MASK = /(?:\*{1,}|[X×]{2,}|～|[□_]{2,})万?/y;
let units: readonly string[] | null = null;

/** the units of counts, longest first: classifiers of the lexicon, persons and vehicles by the time, money, points */
function unitsOf(): readonly string[] {
  units ??= [
    ...cues("count_unit"),
    "人次",
    "台次",
    "车次",
    "场次",
    "户次",
    "例次",
    "职",
    "笔",
    "位",
    "元",
    "美元",
    "分",
    "盒",
    "具",
    "票",
    "口",
    "口人",
    "米",
    "斤",
    "批",
  ].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return units;
}

/** The counts of a stretch of folded text, in order. */
export function countsIn(text: string, span: Span): Count[] {
  const found: Count[] = [];
  let from = span.start;
  for (let at = span.start; at < span.end; at++) {
    const c = text[at] as string;
    if (",;:。、!?\n()".includes(c)) {
      from = at + 1;
      continue;
    }
    if (c === "第" && opensNumeral(text[at + 1])) {
      at = (readNumeral(text, at + 1)?.end ?? at + 1) - 1;
      continue;
    }
    const count = readCount(text, at, from, span.end);
    if (!count) continue;
    if (count.value !== null || count.unit !== "分") found.push(count);
    at = count.end - 1;
    from = count.end;
  }
  return found;
}

function readCount(text: string, at: number, from: number, limit: number): Count | null {
  if (/[\d.第]/.test(text[at - 1] ?? " ")) return null;
  let end: number;
  let value: number | null = null;
  MASK.lastIndex = at;
  const mask = MASK.exec(text);
  if (mask) end = at + mask[0].length;
  else {
    if (!opensNumeral(text[at] as string) || text[at] === "半") return null;
    const numeral = readNumeral(text, at);
    if (!numeral || numeral.end > limit) return null;
    value = numeral.value;
    end = numeral.end;
  }
  let about = text[at - 1] === "近" || text[at - 1] === "约";
  while ("余多".includes(text[end] ?? "\0")) {
    about = true;
    end++;
  }
  const unit = unitAt(text, end);
  if (unit === null) return null;
  const printed = text.slice(at, end);
  if (/^以[上下内]/.test(text.slice(end + unit.length, end + unit.length + 2))) about = true;
  if (value !== null && !Number.isInteger(value) && !DIVISIBLE.has(unit)) return null;
  return {
    start: at,
    end: end + unit.length,
    value,
    unit: PERSONS.has(unit) ? "人" : unit,
    label: text.slice(from, at).replace(/\s+/g, ""),
    from,
    printed,
    about,
    scale: printed.includes("万") ? 10000 : 1,
    decimals: decimalsOf(printed),
  };
}

/** The unit of a count that stands at an offset, null where another word begins there. */
export function unitAt(text: string, at: number): string | null {
  const unit = unitsOf().find((u) => text.startsWith(u, at));
  return unit && isUnit(unit, text.slice(at + unit.length, at + unit.length + 3)) ? unit : null;
}

/** whether the unit does not go on as another word: 个月, 分之, 期间, 名称 */
function isUnit(unit: string, after: string): boolean {
  if (unit === "个") return !/^(?:百|千|月|工|小时|年|季|星)/.test(after);
  if (unit === "分") return !/^[之钟别管]/.test(after);
  if (unit === "期") return !/^[间内]/.test(after);
  if (unit === "名") return !/^[称单义誉]/.test(after);
  if (unit === "人") return !/^[均口员民才大]/.test(after);
  if (unit === "位") return !/^[置于数]/.test(after);
  if (unit === "口") return !/^[人之径味岸罩]/.test(after);
  if (unit === "次") return !/^之/.test(after);
  return true;
}

/** A count that a sum or quotient may use: printed, positive, literal, no points. */
export function isUsable(c: Count): boolean {
  return c.value !== null && c.value > 0 && !c.about && c.unit !== "分";
}

/** The last counts, at most so many, that end before an offset; the counts are in the order of the text. */
export function countsBefore(counts: readonly Count[], at: number, most: number): Count[] {
  let [low, high] = [0, counts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((counts[middle] as Count).end <= at) low = middle + 1;
    else high = middle;
  }
  return counts.slice(Math.max(0, low - most), low);
}
