import { readEnumerator } from "../repair/enumerators.js";
import type { Span } from "../span.js";
import { endsWithGenre } from "./genre.js";
import { type HeadingCandidate, numberOf } from "./heading-forms.js";

const NUMBERED = /^(?<stem>\S.{2,58}?[^\d\s])\s*[（(]?(?<number>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]?$/u;

const PUNCTUATION = /[。；：，？！:,;]/u;

/**
 * Titles that differ in their number alone: 消防责任书（一）, 消防责任书（二）; the first may stand without.
 *
 * Believed where they end with the name of a genre and their numbers run from 1 without a gap.
 *
 * @param text repaired text
 * @param lines its lines
 */
export function numberedTitles(text: string, lines: readonly Span[]): HeadingCandidate[] {
  const series = new Map<string, HeadingCandidate[]>();
  const plain = new Map<string, Span>();
  for (const line of lines) {
    if (line.end - line.start > 62) continue;
    const content = text.slice(line.start, line.end);
    if (PUNCTUATION.test(content)) continue;
    const match = NUMBERED.exec(content);
    const stem = (match?.groups?.stem ?? content).replace(/\s+/gu, "");
    if (!endsWithGenre(stem)) continue;
    if (!match) {
      if (!plain.has(stem)) plain.set(stem, line);
      continue;
    }
    const found = { ...line, ordinal: numberOf(match.groups?.number ?? ""), stem };
    const same = series.get(stem);
    if (same) same.push(found);
    else series.set(stem, [found]);
  }
  for (const [stem, titles] of series) {
    const first = plain.get(stem);
    const opens = titles[0]?.ordinal === 2 && first && first.start < titles[0].start;
    const all = opens ? [{ ...first, ordinal: 1, stem }, ...titles] : titles;
    if (all.length >= 2 && runsFromOne(all) && haveText(all, text.length)) return all;
  }
  return [];
}

/** Enumerators with which a document opens: below a title that is numbered itself they start at 1 again. */
const OPENERS = new Set(["chinese", "article", "chapter"]);

/**
 * Titles that are numbered like items: 一、消防责任书, 二、食品责任书, each with lists of its own.
 *
 * Believed only where the next number of their style, or of one with which documents open (一、, 第一条), is 1 below
 * every title: below the headings of one document the numbers go on.
 *
 * @param text repaired text
 * @param lines its lines
 */
export function enumeratedTitles(text: string, lines: readonly Span[]): HeadingCandidate[] {
  const marks = lines.flatMap((line) => {
    const mark = readEnumerator(text, line.start);
    return mark
      ? [{ line, mark, isTitle: mark.rank === null && isTitle(text, { start: mark.end, end: line.end }) }]
      : [];
  });
  for (const family of ["chinese", "chinese-bracket", "digit", "digit-bracket"]) {
    const seen = marks.filter(({ mark }) => mark.family === family || OPENERS.has(mark.family));
    const titles: HeadingCandidate[] = [];
    seen.forEach(({ line, mark, isTitle }, i) => {
      const next = titles.length + 1;
      if (isTitle && mark.family === family && mark.ordinal === next && seen[i + 1]?.mark.ordinal === 1) {
        titles.push({ ...line, ordinal: next, stem: "" });
      }
    });
    if (titles.length >= 2) return titles;
  }
  return [];
}

function isTitle(text: string, { start, end }: Span): boolean {
  const content = text.slice(start, Math.min(end, start + 62)).trim();
  return content.length >= 4 && content.length <= 60 && !PUNCTUATION.test(content) && endsWithGenre(content);
}

function runsFromOne(titles: readonly HeadingCandidate[]): boolean {
  return titles.every(({ ordinal }, i) => ordinal === i + 1);
}

/** Whether some text of its own follows every title. */
function haveText(titles: readonly HeadingCandidate[], end: number): boolean {
  return titles.every((title, i) => (titles[i + 1]?.start ?? end) - title.end > 20);
}
