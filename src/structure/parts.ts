import { linesOf } from "../repair/lines.js";
import { toRaw, toRepaired } from "../repair/offsets.js";
import type { RepairedText } from "../repair/repaired-text.js";
import type { Span } from "../span.js";
import { genreOf } from "./genre.js";
import { cutTitle, headingTitle, repeatedTitle, repeatedTitles } from "./known-titles.js";
import { levelOf } from "./level.js";
import { type PartHeading, partHeadings } from "./part-headings.js";
import type { Part } from "./records.js";
import { stackedStarts } from "./stacked.js";
import { isStatute, statuteYear } from "./statute.js";
import { titleLines } from "./titles.js";
import { documentYear, overwrittenYear, yearTokens } from "./years.js";

/** A part with what later steps need of it; all spans in the repaired text. */
export interface PartLayout {
  readonly part: Part;
  readonly at: Span;
  /** the collection's heading */
  readonly heading: Span | null;
  readonly title: readonly Span[];
  /** lines of the document, the collection's heading left out */
  readonly lines: readonly Span[];
  readonly statute: boolean;
}

/** The constituent documents of a text, and the site's matter in front of them. */
export interface PartsLayout {
  readonly parts: readonly PartLayout[];
  /** lines of the site before the first document */
  readonly front: readonly Span[];
  /** the year that the site wrote over all others, null where it did not */
  readonly overwritten: number | null;
}

interface Region {
  readonly label: string;
  readonly heading: Span | null;
  readonly start: number;
  readonly lines: Span[];
  /** a title that the document may open with, known from its heading or from the document that it repeats */
  readonly known: string | null;
}

/**
 * Splits a text into its constituent documents.
 *
 * Documents start at the collection's headings; where the numbers of the headings leave a gap, at a line that repeats
 * the title of an earlier document; and under one heading at a second document number or title. A text without
 * headings is one document, a statute in Markdown (`# title`) is one document of genre `statute`.
 *
 * @param repaired the repaired text
 * @param site what the site put between the words of the documents (spans in the text as read)
 */
export function partsOf(repaired: RepairedText, site: readonly Span[] = []): PartsLayout {
  const { text } = repaired;
  const siteLines = new Set(
    site.map((span) => toRepaired(repaired, span)).flatMap(({ start, end }) => (end > start ? [start] : [])),
  );
  const feet = new Map(site.map(({ start, end }) => [end, start]));
  const all = linesOf(text);
  const lines = all.filter(({ start }) => !siteLines.has(start));
  const first = lines[0];
  if (!first) return { parts: [], front: [], overwritten: null };
  const statute = isStatute(repaired, first);
  const headings = statute ? [] : partHeadings(text, lines);
  const start = headings[0]?.start ?? first.start;
  const front = all.filter((line) => line.end <= start && !siteLines.has(line.start));
  const regions =
    headings.length > 0
      ? regionsOf(text, lines, headings)
      : [{ label: "1", heading: null, start, lines, known: null }];
  const tokens = yearTokens(text, start);
  const overwritten = statute ? null : overwrittenYear(text.slice(start), tokens, headings.length > 1);
  const parts = regions.map((region, i): PartLayout => {
    const last = region.lines.at(-1) ?? (region.heading as Span);
    const at = { start: region.start, end: last.end };
    const own = region.known === null ? region.lines : cutTitle(text, region.lines, region.known);
    const title = own === region.lines ? titleLines(text, own) : own.slice(0, 1);
    const titleText = joined(text, title);
    const headingText = region.heading ? joined(text, [region.heading]) : null;
    const content = text.slice(at.start, at.end);
    const name = [titleText, headingText].filter((x) => x !== null);
    const year = statute
      ? statuteYear(text)
      : documentYear(tokens, at.start, at.end, title.at(-1)?.end ?? region.lines[0]?.start ?? at.start);
    const part: Part = {
      source: repaired.source,
      part: region.label,
      ...rawSpan(repaired, at, regions[i + 1]?.start, feet),
      title: titleText,
      heading: headingText,
      genre: statute ? "statute" : genreOf(titleText, headingText, content),
      level: levelOf(name.join("\n").replace(/^第[^：:]{1,4}篇[：:]/gmu, ""), content, statute),
      year: year ? String(year.year) : null,
      year_reliable: year !== null && !(year.form === "digits" && year.year === overwritten),
    };
    return { part, at, heading: region.heading, title, lines: own, statute };
  });
  return { parts, front, overwritten };
}

function joined(text: string, spans: readonly Span[]): string | null {
  const words = spans.map(({ start, end }) => text.slice(start, end).replace(/^#+\s*|\s+/gu, ""));
  return words.length > 0 ? words.join("") : null;
}

function regionsOf(text: string, lines: readonly Span[], headings: readonly PartHeading[]): Region[] {
  const regions: Region[] = [];
  let k = 0;
  const titles: string[] = [];
  headings.forEach((heading, i) => {
    const stop = headings[i + 1]?.start ?? text.length;
    while (k < lines.length && (lines[k] as Span).end <= heading.end) k++;
    const own: Span[] = [];
    while (k < lines.length && (lines[k] as Span).start < stop) {
      const line = lines[k] as Span;
      own.push({ start: Math.max(line.start, heading.end), end: Math.min(line.end, stop) });
      if (line.end > stop) break;
      k++;
    }
    const title = joined(text, titleLines(text, own));
    if (title && title.length >= 10) titles.push(title);
    const expected = (headings[i + 1]?.ordinal ?? heading.ordinal + 1) - heading.ordinal;
    const found = split(own, expected > 1 ? repeatedTitles(text, own, titles, expected - 1) : []);
    const numbered = found.length > 0 ? found : [[]];
    numbered.forEach((group, j) => {
      const label = String(heading.ordinal + j);
      const cut = split(group, stackedStarts(text, group));
      const stacked = cut.length > 0 ? cut : [[]];
      stacked.forEach((sub, s) => {
        const opens = j === 0 && s === 0;
        regions.push({
          label: stacked.length > 1 ? label + String.fromCharCode(97 + s) : label,
          heading: opens ? { start: heading.start, end: heading.end } : null,
          start: opens ? heading.start : (sub[0] as Span).start,
          lines: sub,
          known: s > 0 ? null : j > 0 ? repeatedTitle(text, sub, titles) : headingTitle(text, heading),
        });
      });
    });
  });
  return regions;
}

/** A part in the text as read: up to where the next one starts, page marks and words of the site at
 * the end of its last line included, lines of the site below it left out. */
function rawSpan(
  repaired: RepairedText,
  at: Span,
  next: number | undefined,
  feet: ReadonlyMap<number, number>,
): Span {
  const { raw } = repaired;
  const { start } = toRaw(repaired, at);
  let end = next === undefined ? raw.length : toRaw(repaired, { start: next, end: next }).start;
  for (;;) {
    end = start + raw.slice(start, end).trimEnd().length;
    const foot = feet.get(end);
    if (foot === undefined || foot <= start || !/[\n\r]/u.test(raw[foot - 1] as string))
      return { start, end };
    end = foot;
  }
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
