import { readNumeral } from "../quantities/numerals.js";

/** A list whose items carry ordinals, from its first item. */
export interface OrdinalList {
  readonly numbers: readonly number[];
  /** offset after the last item's enumerator */
  readonly end: number;
  /** whether the text goes on in order after the last item: its last sentence is closed */
  readonly closed: boolean;
}

const NUM = "[一二三四五六七八九十]{1,3}";
/** an enumerator with its rank: a list ends where a line begins with an enumerator of a lower rank */
const STYLES: readonly { readonly pattern: RegExp; readonly rank: number }[] = [
  { pattern: new RegExp(`(${NUM})是`, "y"), rank: 6 },
  { pattern: /(\d{1,2})、/y, rank: 3 },
  { pattern: /(\d{1,2})\.(?!\d)/y, rank: 3 },
  { pattern: new RegExp(`\\((${NUM})\\)`, "y"), rank: 2 },
  { pattern: /\((\d{1,2})\)/y, rank: 4 },
  { pattern: new RegExp(`(${NUM})、`, "y"), rank: 1 },
  { pattern: new RegExp(`第(${NUM})(?:项|点|条)?`, "y"), rank: 1 },
  { pattern: new RegExp(`其(${NUM})`, "y"), rank: 6 },
  { pattern: /([⑴-⒇①-⑳])/y, rank: 5 },
];

/** the rank of ordinals within a sentence or paragraph: 一是, 其一 */
const INLINE = 6;
/** short lines without a stop after the last sentence: who signed, and when */
const SIGNATURE = /(?:\n[^\n。]{0,24})+$/;
/** how far a list may reach, and how far back one is looked for */
const LONGEST = 20_000;
const BACK = 2_000;

/** Reads the list that begins at an offset of a folded text with its item 1; null where none does. */
export function ordinalListAt(text: string, at: number, limit: number): OrdinalList | null {
  for (const style of STYLES) {
    if (ordinalAt(text, at, style.pattern)?.number === 1)
      return follow(text, at, Math.min(limit, at + LONGEST), style);
  }
  return null;
}

/** The last list of two or more items that ends before an offset (a list that the offset lies in is passed over). */
export function lastOrdinalList(text: string, before: number, limit: number): OrdinalList | null {
  for (let at = before - 1; at >= Math.max(limit, before - BACK); at--) {
    if (at > limit && !OPENING.test(text[at - 1] as string)) continue;
    const list = ordinalListAt(text, at, before);
    const encloses = list !== null && !text.slice(list.end, before).includes("\n");
    if (list && !encloses && list.numbers.length >= 2) return list;
  }
  return null;
}

/** what stands before an enumerator */
const OPENING = /[。;:,!?)\s“”]/;

function ordinalAt(text: string, at: number, style: RegExp): { number: number; end: number } | null {
  style.lastIndex = at;
  const match = style.exec(text);
  if (!match) return null;
  const printed = match[1] as string;
  const code = printed.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return { number: code - 0x245f, end: at + 1 };
  if (code >= 0x2474 && code <= 0x2487) return { number: code - 0x2473, end: at + 1 };
  const numeral = readNumeral(printed, 0);
  return numeral && numeral.end === printed.length
    ? { number: numeral.value, end: at + match[0].length }
    : null;
}

function follow(
  text: string,
  from: number,
  limit: number,
  { pattern, rank }: (typeof STYLES)[number],
): OrdinalList {
  const numbers: number[] = [];
  let end = from;
  let stop = limit;
  for (let at = from; at < limit; at++) {
    if (at > from && !OPENING.test(text[at - 1] as string)) continue;
    if (at > from && text[at - 1] === "\n" && outranked(text, at, rank)) {
      stop = at;
      break;
    }
    const found = ordinalAt(text, at, pattern);
    if (!found) continue;
    const last = numbers.at(-1) ?? 0;
    if (found.number <= last || found.number > last + 2) {
      stop = at;
      break;
    }
    numbers.push(found.number);
    end = found.end;
  }
  const rest = text.slice(end, stop).trimEnd();
  const lastItem = rest.split("\n")[0] ?? "";
  const unsigned = rest.replace(SIGNATURE, "").trimEnd();
  const whole = rank === INLINE || /[。!?]$/.test(unsigned);
  return { numbers, end, closed: /[。!?]\s*$/.test(lastItem) && whole };
}

function outranked(text: string, at: number, rank: number): boolean {
  return STYLES.some((s) => s.rank < rank && s.rank <= 3 && ordinalAt(text, at, s.pattern) !== null);
}
