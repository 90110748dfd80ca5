import type { Span } from "../span.js";
import { headingTitle, repeatedTitle, repeatedTitles } from "./known-titles.js";
import type { PartHeading } from "./part-headings.js";
import { newTitles, stackedStarts } from "./stacked.js";
import { joined, titleLines } from "./titles.js";

/** The stretch of a text that holds one of its documents. */
export interface Region {
  /** what no other region of the text has: number of the document, letters in a stack, `-2` where a number comes again */
  readonly label: string;
  /** the collection's heading, null where it is missing */
  readonly heading: Span | null;
  readonly start: number;
  /** lines of the document, the heading left out */
  readonly lines: readonly Span[];
  /** a title that the document may open with, known from its heading or from the document that it repeats */
  readonly known: string | null;
}

/**
 * Cuts a text into the stretches of its documents: at the collection's headings; where their numbers leave a gap, at a
 * line that repeats the title of another document, else at a title above items that are numbered anew; and where a document is stacked on another under one heading.
 *
 * @param text repaired text
 * @param lines its lines, from the first document on
 * @param headings the collection's headings, none where the text is one document or a stack without headings
 */
export function regionsOf(text: string, lines: readonly Span[], headings: readonly PartHeading[]): Region[] {
  const first = headings[0];
  const before = first ? lines.filter((line) => line.end <= first.start) : lines;
  const regions: Region[] = before.length > 0 ? stackedRegions(text, before, !first) : [];
  const titles = regions.flatMap((region) => joined(text, titleLines(text, region.lines)) ?? []);
  const under = linesUnder(text, lines.slice(before.length), headings);
  for (const own of under) {
    const title = joined(text, titleLines(text, own));
    if (title && title.length >= 10) titles.push(title);
  }
  headings.forEach((heading, i) => {
    const own = under[i] as Span[];
    const expected = (headings[i + 1]?.ordinal ?? heading.ordinal + 1) - heading.ordinal;
    const repeated = expected > 1 ? repeatedTitles(text, own, titles, expected - 1) : [];
    const starts =
      expected > 1 && repeated.length === 0 ? newTitles(text, own).slice(0, expected - 1) : repeated;
    const found = split(own, starts);
    const numbered = found.length > 0 ? found : [[]];
    numbered.forEach((group, j) => {
      const label = String(heading.ordinal + j);
      const cut = split(group, stackedStarts(text, group));
      const stacked = cut.length > 0 ? cut : [[]];
      stacked.forEach((sub, s) => {
        const opens = j === 0 && s === 0;
        regions.push({
          label: stacked.length > 1 ? label + stackLetters(s) : label,
          heading: opens ? { start: heading.start, end: heading.end } : null,
          start: opens ? heading.start : (sub[0] as Span).start,
          lines: sub,
          known: s > 0 ? null : j > 0 ? repeatedTitle(text, sub, titles) : headingTitle(text, heading),
        });
      });
    });
  });
  return distinctLabels(regions);
}

/** The lines below each heading, up to the next; a line that holds a heading is cut there. */
function linesUnder(text: string, lines: readonly Span[], headings: readonly PartHeading[]): Span[][] {
  let k = 0;
  return headings.map((heading, i) => {
    const stop = headings[i + 1]?.start ?? text.length;
    while (k < lines.length && (lines[k] as Span).end <= heading.end) k++;
    const own: Span[] = [];
    while (k < lines.length && (lines[k] as Span).start < stop) {
      const line = lines[k] as Span;
      own.push({ start: Math.max(line.start, heading.end), end: Math.min(line.end, stop) });
      if (line.end > stop) break;
      k++;
    }
    return own;
  });
}

/** Regions whose labels name one each: where a collection numbers from 1 again, 1, 2, 1, 2 become 1, 2, 1-2, 2-2. */
function distinctLabels(regions: readonly Region[]): Region[] {
  const times = new Map<string, number>();
  return regions.map((region) => {
    const time = (times.get(region.label) ?? 0) + 1;
    times.set(region.label, time);
    return time === 1 ? region : { ...region, label: `${region.label}-${time}` };
  });
}

/** The letters of the nth document of a stack, from 0: a, b … z, aa, ab. */
function stackLetters(n: number): string {
  const rest = Math.floor(n / 26);
  return (rest > 0 ? stackLetters(rest - 1) : "") + String.fromCharCode(97 + (n % 26));
}

/** The documents of lines that stand under no heading; numbered from 1 where the whole text has none. */
function stackedRegions(text: string, lines: readonly Span[], numbered: boolean): Region[] {
  const cut = split(lines, stackedStarts(text, lines));
  return cut.map((sub, s) => ({
    label: numbered ? String(s + 1) : cut.length > 1 ? `1${stackLetters(s)}` : "1",
    heading: null,
    start: (sub[0] as Span).start,
    lines: sub,
    known: null,
  }));
}

/** Lines in groups, a new group at each offset (a line that holds one in its middle is cut there). */
function split(lines: readonly Span[], starts: readonly number[]): Span[][] {
  const groups: Span[][] = [[]];
  for (const line of lines) {
    let from = line.start;
    for (const start of starts) {
      if (start < from || start >= line.end) continue;
      if (start > from) (groups.at(-1) as Span[]).push({ start: from, end: start });
      groups.push([]);
      from = start;
    }
    (groups.at(-1) as Span[]).push({ start: from, end: line.end });
  }
  return groups.filter((group) => group.length > 0);
}
