import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";

/** A printed count with its unit and the words before it; offsets in the folded text. */
export interface Count extends Span {
  readonly value: number | null;
  /** 人 for persons however they are counted, 元 for money */
  readonly unit: string;
  readonly label: string;
  /** where the words of the count begin */
  readonly from: number;
  readonly printed: string;
  /** 余, 多 or 近: not to be taken literally */
  readonly about: boolean;
  /** 10,000 where the number is printed in 万, else 1 */
  readonly scale: 1 | 10000;
}

/** The common scale of numbers: 10,000 where all are printed in 万, so that claims show the numbers as printed. */
export function scaleOf(counts: readonly Count[]): 1 | 10000 {
  return counts.length > 0 && counts.every((c) => c.scale === 10000) ? 10000 : 1;
}

const UNITS = [
  "人次",
  "人",
  "名",
  "职",
  "元",
  "户",
  "对",
  "家",
  "处",
  "起",
  "例",
  "件",
  "项",
  "期",
  "场",
  "份",
  "具",
  "台",
  "块",
  "个",
  "篇",
  "条",
  "盒",
  "亩",
  "吨",
  "分",
];
const PERSONS = new Set(["人", "名", "职"]);
const MASK = /(?:\*{1,}|[X×]{2,}|～|[□_]{2,})万?/y;

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
  const unit = UNITS.find((u) => text.startsWith(u, end));
  if (!unit) return null;
  if (
    value !== null &&
    !Number.isInteger(value) &&
    unit !== "元" &&
    unit !== "分" &&
    unit !== "吨" &&
    unit !== "亩"
  )
    return null;
  const after = text.slice(end + unit.length, end + unit.length + 2);
  if (unit === "个" && /^(?:百|千|月|工|小|年|季|星)/.test(after)) return null;
  if (unit === "分" && /^[之钟别管]/.test(after)) return null;
  if (unit === "期" && /^[间内]/.test(after)) return null;
  return {
    start: at,
    end: end + unit.length,
    value,
    unit: PERSONS.has(unit) ? "人" : unit,
    label: text.slice(from, at).replace(/\s+/g, ""),
    from,
    printed: text.slice(at, end),
    about,
    scale: text.slice(at, end).includes("万") ? 10000 : 1,
  };
}

/** beyond this many characters a sentence is cut at a comma, so that the work stays linear */
const LONG = 2000;

/** The sentences of a stretch of folded text: up to 。！？； or a line's end. */
export function sentences(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const long = at - start > LONG && text[at] === ",";
    if (!long && !"。!?\n".includes(text[at] as string)) continue;
    if (text.slice(start, at).trim() !== "") found.push({ start, end: at });
    start = at + 1;
  }
  if (text.slice(start, span.end).trim() !== "") found.push({ start, end: span.end });
  return found;
}

/** How many characters of a word pair two labels share (longest common run). */
export function commonRun(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let n = 0;
      while (i + n < a.length && a[i + n] === b[j + n]) n++;
      if (n > best) best = n;
    }
  }
  return best;
}
