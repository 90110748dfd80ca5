import type { Span } from "../span.js";
import { type HeadingCandidate, headingCandidates, numberOf } from "./heading-forms.js";
import { enumeratedTitles, numberedTitles } from "./numbered-titles.js";

/** A collection's heading for one of its documents. */
export interface PartHeading extends Span {
  readonly ordinal: number;
}

/**
 * The headings under which a collection prints its documents: 第一篇：…, 第二篇:…, 篇三：…, …篇四, on a line of their own or
 * glued to the end of the line before; else titles that are numbered themselves (责任书（二）, 二、…责任书).
 *
 * A form is believed where it occurs with two numbers or opens the text; words before the number must be the same on
 * two lines. Where a heading is printed twice and no text of its own follows the first, that is a table of contents or
 * the site's teaser and left out. Divisions whose chapters are numbered through (第二篇, 第三章) are parts of one document.
 *
 * @param text repaired text
 * @param lines its lines
 * @returns headings in order, each with the span of its line
 */
export function partHeadings(text: string, lines: readonly Span[]): PartHeading[] {
  const series = longestSeries(lines.flatMap((line) => headingCandidates(text, line)));
  const kept = series.filter((_, i) => !isListed(text, series, i));
  const first = kept[0];
  const opens = first !== undefined && (first.start === lines[0]?.start || followsLostOne(text, first));
  if (first && (kept.length >= 2 || opens)) return areDivisions(text, lines, kept) ? [] : kept;
  const titles = numberedTitles(text, lines);
  return titles.length > 0 ? titles : enumeratedTitles(text, lines);
}

/** The candidates that share their words, of the words with most numbers; where two tie, those with the number first. */
function longestSeries(candidates: readonly HeadingCandidate[]): HeadingCandidate[] {
  const series = new Map<string, HeadingCandidate[]>([["", []]]);
  for (const candidate of candidates) {
    const same = series.get(candidate.stem);
    if (same) same.push(candidate);
    else series.set(candidate.stem, [candidate]);
  }
  const numbers = (list: readonly HeadingCandidate[]): number => new Set(list.map((c) => c.ordinal)).size;
  const [leading = [], ...others] = [...series.values()];
  const best = others.sort((a, b) => numbers(b) - numbers(a))[0] ?? [];
  return numbers(best) >= 2 && numbers(best) > numbers(leading) ? best : leading;
}

/** Whether a heading only announces the one of the same number further down: no text follows it, or it breaks off with dots. */
function isListed(text: string, series: readonly HeadingCandidate[], i: number): boolean {
  const heading = series[i] as HeadingCandidate;
  if (!series.slice(i + 1).some(({ ordinal }) => ordinal === heading.ordinal)) return false;
  const lineEnd = text.indexOf("\n", heading.start);
  if (/(?:\.{3,}|…+)\s*$/u.test(text.slice(heading.start, lineEnd < 0 ? text.length : lineEnd))) return true;
  return text.slice(heading.end, series[i + 1]?.start).trim() === "";
}

/** A single heading with a colon and a number above 1: those before it are lost. */
function followsLostOne(text: string, { start, end, ordinal, stem }: HeadingCandidate): boolean {
  return stem === "" && ordinal >= 2 && /^[^：:]{2,8}[：:]/u.test(text.slice(start, end));
}

/** Whether chapters are numbered through: the first below a heading goes on from the last above it. */
function areDivisions(text: string, lines: readonly Span[], headings: readonly PartHeading[]): boolean {
  let last = 0;
  let under = -1;
  let h = -1;
  for (const { start } of lines) {
    while (h + 1 < headings.length && (headings[h + 1] as PartHeading).start <= start) h++;
    const numeral = /^第([一二三四五六七八九十百\d]{1,4})章/u.exec(text.slice(start, start + 8))?.[1];
    if (!numeral) continue;
    const chapter = numberOf(numeral);
    if (h !== under && last > 0 && chapter === last + 1) return true;
    last = chapter;
    under = h;
  }
  return false;
}
