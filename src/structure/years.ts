import { chineseOrdinal } from "../repair/ordinals.js";
import type { Span } from "../span.js";

/** A year as printed in a text. */
export interface YearToken extends Span {
  readonly year: number;
  readonly form: "digits" | "chinese";
  /** followed by month and day, or printed as the year of a document number */
  readonly dated: boolean;
}

const DIGITS = /(?<![\d.])((?:19|20)\d{2})(?=\s*年|[〕\]）)】"“”]\s*第?\s*\d{1,4}\s*号)/gu;
const CHINESE = /[一二][〇○零0０一二三四五六七八九]{3}(?=年)/gu;
const FULL_DATE = /^\s*年\s*(?:[\d一二三四五六七八九十]{1,3}\s*月|月\s*日)/u;

/** The years of a text, printed in digits (2011年, 〔2009〕2号) or in Chinese numerals (二○○七年), in order. */
export function yearTokens(text: string, from = 0, to = text.length): YearToken[] {
  const part = text.slice(from, to);
  const tokens: YearToken[] = [];
  const add = (index: number, length: number, year: number, form: YearToken["form"]): void => {
    const after = part.slice(index + length, index + length + 12);
    const dated = FULL_DATE.test(after) || !/^\s*年/u.test(after);
    tokens.push({ start: from + index, end: from + index + length, year, form, dated });
  };
  for (const match of part.matchAll(DIGITS)) add(match.index, 4, Number(match[1]), "digits");
  for (const match of part.matchAll(CHINESE)) {
    const year = chineseOrdinal(match[0].replace(/[0０]/gu, "〇"));
    if (year >= 1900 && year < 2100) add(match.index, match[0].length, year, "chinese");
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** The first year taken for one written over others: a text whose years all read an earlier one is taken to be of that year. */
export const OVERWRITTEN_FROM = 2023;

/**
 * The year that a site wrote over all others, if it did.
 *
 * Suspected where at least nine tenths of the years from 2000 on, printed in digits, read one and the same year. Believed
 * where the year stands as a sum of money or a count as well (2025元), or, from 2023 on, where the text is a harvested
 * collection or prints an earlier year in Chinese numerals.
 *
 * @param text the text
 * @param tokens its years, front matter left out
 * @param harvested whether the text is a site's collection of documents
 * @returns the year, or null where none was overwritten
 */
export function overwrittenYear(
  text: string,
  tokens: readonly YearToken[],
  harvested: boolean,
): number | null {
  const recent = tokens.filter((token) => token.form === "digits" && token.year >= 2000);
  const counts = new Map<number, number>();
  for (const { year } of recent) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [year, count] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0];
  if (count < 0.9 * recent.length || count === 0) return null;
  if (yearSlots(text, count >= 3 ? year : undefined).some((slot) => slot.year === year)) return year;
  if (year < OVERWRITTEN_FROM) return null;
  return harvested || tokens.some((token) => token.form === "chinese" && token.year < year - 1) ? year : null;
}

/** Measures, which may well be 2025: believed only of a year that the text prints throughout. */
const MEASURE = /(?<![\d.,:—\-第])(20\d{2})(?=余?(?:公斤|千克|吨|米(?!制)|公顷|平方米|立方米))/gu;
const SLOT =
  /(?<![\d.,:—\-第])(20\d{2})(?=余?(?:元|名|份|人(?!口)|户|例|件|个|台|次|亩|公里|条|把|盏|辆|棵|株|头|只|套))/gu;

/**
 * Numbers that stand as a sum of money or a count and read a year: from 2023 to 2026, or the year that a text prints
 * throughout. They are overwritten round numbers, not amounts.
 */
export function yearSlots(text: string, throughout?: number): YearToken[] {
  const measured = [...text.matchAll(MEASURE)].filter(([, year]) => Number(year) === throughout);
  return [...text.matchAll(SLOT), ...measured]
    .map((match) => ({
      start: match.index,
      end: match.index + 4,
      year: Number(match[1]),
      form: "digits" as const,
      dated: false,
    }))
    .filter(({ year }) => (year >= OVERWRITTEN_FROM && year <= 2026) || year === throughout)
    .sort((a, b) => a.start - b.start);
}

/**
 * The year of a document as printed: of its date of signing, else of its document number, else of its title, else the
 * year that its text names at least four times and more often than all others together.
 *
 * @param tokens the document's years
 * @param start where the document starts
 * @param end where it ends
 * @param titleEnd where its title ends
 */
export function documentYear(
  tokens: readonly YearToken[],
  start: number,
  end: number,
  titleEnd: number,
): YearToken | null {
  const inside = tokens.slice(firstAt(tokens, start), firstAt(tokens, end));
  const signed = inside.filter((token) => token.dated && end - token.end <= 40);
  const chinese = signed.find((token) => token.form === "chinese");
  if (chinese) return chinese;
  if (signed.length > 0) return signed[signed.length - 1] as YearToken;
  const head = inside.filter(
    (token) => token.end <= titleEnd + 30 && token.dated && token.start <= titleEnd + 30,
  );
  if (head.length > 0) return head[head.length - 1] as YearToken;
  const titled = inside.find((token) => token.end <= titleEnd);
  if (titled) return titled;
  const counts = new Map<number, YearToken[]>();
  for (const token of inside) {
    const same = counts.get(token.year);
    if (same) same.push(token);
    else counts.set(token.year, [token]);
  }
  const most = [...counts.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  return most.length >= 4 && most.length * 2 > inside.length ? (most[0] as YearToken) : null;
}

/** Index of the first token at or after an offset (tokens are sorted). */
function firstAt(tokens: readonly YearToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens[middle] as YearToken).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
