import { readEnumerator } from "../repair/enumerators.js";
import type { Span } from "../span.js";
import { isTitle } from "./stacked.js";

/** The title in a collection's heading: 第一篇：… without its number. */
export function headingTitle(text: string, heading: Span): string | null {
  const words = text.slice(heading.start, heading.end).replace(/\s+/gu, "");
  const title = /^[^：:]{0,6}[：:](.+)$/u.exec(words)?.[1] ?? "";
  return title.length >= 8 ? title : null;
}

/** The earlier title that a document's first line repeats. */
export function repeatedTitle(
  text: string,
  lines: readonly Span[],
  titles: readonly string[],
): string | null {
  const first = lines[0] as Span;
  const opening = text.slice(first.start, Math.min(first.end, first.start + 200)).replace(/\s+/gu, "");
  return titles.find((title) => opening.startsWith(title)) ?? null;
}

/** The title that a line which has lost its breaks opens with: its first words, where they name a genre and number one follows. */
export function gluedTitle(text: string, lines: readonly Span[]): string | null {
  const first = lines[0];
  if (!first || first.end - first.start <= 90) return null;
  const opening = text.slice(first.start, first.start + 90);
  for (const { index } of opening.matchAll(/\s+(?=\S)/gu)) {
    const after = first.start + index + (/^\s+/u.exec(opening.slice(index))?.[0].length ?? 0);
    if (readEnumerator(text, after)?.ordinal !== 1) continue;
    const title = opening.slice(0, index).replace(/\s+/gu, "");
    return isTitle(title) ? title : null;
  }
  return null;
}

/** Cuts a known title off a first line that runs on into the text; the lines themselves where it does not. */
export function cutTitle(text: string, lines: readonly Span[], title: string): readonly Span[] {
  const first = lines[0];
  if (!first || first.end - first.start <= title.length + 10) return lines;
  let end = first.start;
  for (const character of title) {
    while (end < first.end && /\s/u.test(text[end] as string)) end++;
    if (!text.startsWith(character, end)) return lines;
    end += character.length;
  }
  return [{ start: first.start, end }, { start: end, end: first.end }, ...lines.slice(1)];
}

/** Starts of lines that repeat an earlier title (its first 20 characters, white space left out), at most `most` of them. */
export function repeatedTitles(
  text: string,
  lines: readonly Span[],
  titles: readonly string[],
  most: number,
): number[] {
  const openings = titles.map((title) => title.slice(0, 20));
  const starts = lines
    .slice(3)
    .filter((line) => {
      const content = text.slice(line.start, Math.min(line.end, line.start + 60)).replace(/\s+/gu, "");
      return openings.some((opening) => content.startsWith(opening));
    })
    .map((line) => line.start);
  return starts.slice(0, most);
}
