import { readEnumerator } from "../repair/enumerators.js";
import { linesOf } from "../repair/lines.js";
import { toRaw, toRepaired } from "../repair/offsets.js";
import type { RepairedText } from "../repair/repaired-text.js";
import type { Span } from "../span.js";
import { genreOf } from "./genre.js";
import { headingWords } from "./heading-forms.js";
import { cutTitle, gluedTitle } from "./known-titles.js";
import { levelOf } from "./level.js";
import { type PartHeading, partHeadings } from "./part-headings.js";
import type { Part } from "./records.js";
import { type Region, regionsOf } from "./regions.js";
import { isTitle } from "./stacked.js";
import { isStatute, statuteYear } from "./statute.js";
import { joined, titleLines } from "./titles.js";
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
  const start = headings[0] && !opensLate(text, lines, headings[0]) ? headings[0].start : first.start;
  const front = lines.filter((line) => line.end <= start);
  const own = lines.slice(front.length);
  const regions: Region[] = statute
    ? [{ label: "1", heading: null, start, lines, known: null }]
    : regionsOf(text, own, headings);
  const tokens = yearTokens(text, start);
  const overwritten = statute ? null : overwrittenYear(text.slice(start), tokens, headings.length > 1);
  const parts = regions.map((region, i): PartLayout => {
    const last = region.lines.at(-1) ?? (region.heading as Span);
    const at = { start: region.start, end: last.end };
    const known = region.known ?? gluedTitle(text, region.lines);
    const own = known === null ? region.lines : cutTitle(text, region.lines, known);
    const title = own === region.lines ? titleLines(text, own) : own.slice(0, 1);
    const titleText = joined(text, title);
    const headingText = region.heading ? joined(text, [region.heading]) : null;
    const headingName = region.heading && headingWords(text.slice(region.heading.start, region.heading.end));
    const content = text.slice(at.start, at.end);
    const name = [titleText, headingName].filter((x) => x !== null);
    const year = statute
      ? statuteYear(text)
      : documentYear(tokens, at.start, at.end, title.at(-1)?.end ?? region.lines[0]?.start ?? at.start);
    const level = levelOf(name.join("\n"), content, statute);
    const part: Part = {
      source: repaired.source,
      part: region.label,
      ...rawSpan(repaired, at, regions[i + 1]?.start, feet),
      title: titleText,
      heading: headingText,
      genre: statute ? "statute" : genreOf(titleText, headingName, content, level),
      level,
      year: year ? String(year.year) : null,
      year_reliable: year !== null && !(year.form === "digits" && year.year === overwritten),
    };
    return { part, at, heading: region.heading, title, lines: own, statute };
  });
  return { parts, front, overwritten };
}

/**
 * Whether the collection's first heading is lost: the numbers open after 1, and what stands above them is a document (a title
 * or an item, and more text than a site's introduction).
 */
function opensLate(text: string, lines: readonly Span[], heading: PartHeading): boolean {
  if (heading.ordinal < 2) return false;
  const above = lines.filter((line) => line.end <= heading.start);
  const length = above.reduce((sum, { start, end }) => sum + end - start, 0);
  const opens = ({ start, end }: Span) => readEnumerator(text, start) ?? isTitle(text.slice(start, end));
  return length >= 60 && above.some(opens);
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
