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
const STYLES: readonly RegExp[] = [
  new RegExp(`(${NUM})是`, "y"),
  /(\d{1,2})、/y,
  /(\d{1,2})\.(?!\d)/y,
  new RegExp(`\\((${NUM})\\)`, "y"),
  /\((\d{1,2})\)/y,
  new RegExp(`(${NUM})、`, "y"),
  new RegExp(`第(${NUM})(?:项|点|条)?`, "y"),
  new RegExp(`其(${NUM})`, "y"),
  /([⑴-⒇①-⑳])/y,
];

/** Reads the list that begins at an offset of a folded text with its item 1; null where none does. */
export function ordinalListAt(text: string, at: number, limit: number): OrdinalList | null {
  for (const style of STYLES) {
    if (ordinalAt(text, at, style)?.number !== 1) continue;
    return follow(text, at, Math.min(limit, at + 20_000), style);
  }
  return null;
}

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

function follow(text: string, from: number, limit: number, style: RegExp): OrdinalList {
  const numbers: number[] = [];
  let end = from;
  let stop = limit;
  for (let at = from; at < limit; at++) {
    if (at > from && !/[。;:,!?)\s“”]/.test(text[at - 1] as string)) continue;
    const found = ordinalAt(text, at, style);
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
  return { numbers, end, closed: /[。!?]\s*$/.test(lastItem) && /[。!?]$/.test(rest) };
}
