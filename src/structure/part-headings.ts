import { chineseOrdinal, foldDigits } from "../repair/ordinals.js";
import type { Span } from "../span.js";

/** A collection's heading for one of its documents. */
export interface PartHeading extends Span {
  readonly ordinal: number;
}

const NUMERAL = "[一二三四五六七八九十百\\d０-９]{1,4}";
/** 第一篇：… 篇一：… 范文三 … 【篇二】… 范文第1篇 */
const LEADING = new RegExp(
  `^[【\\[（(#\\s]*(?:(?:范文)?第(${NUMERAL})篇|(?:篇|范文)(${NUMERAL})(?=[：:】\\]）)、．. \\u3000]|$))[：:】\\]）)、．.\\s]*`,
  "u",
);
/** …篇一 …第一篇 …（篇二） …范文3 */
const TRAILING = new RegExp(
  `^(\\S.{0,60}?)[\\s（(【]*(?:(?:范文)?第?(${NUMERAL})篇|(?:篇|范文)(${NUMERAL}))[）)】]?\\s*$`,
  "u",
);
const GLUED = new RegExp(`(?<=[。！？…”）)])\\s*(?=第${NUMERAL}篇[：:])`, "gu");

/**
 * The headings under which a collection prints its documents: 第一篇：…, 第二篇:…, 篇三：…, …篇四, on a line of their own or
 * glued to the end of the line before.
 *
 * A heading form is believed where it occurs with two numbers or opens the text; …篇一 needs the same words before 篇
 * on two lines. Where a number is printed twice and the first line breaks off with dots, the first is the site's
 * teaser and left out.
 *
 * @param text repaired text
 * @param lines its lines
 * @returns headings in order, each with the span of its line
 */
export function partHeadings(text: string, lines: readonly Span[]): PartHeading[] {
  const leading: PartHeading[] = [];
  const trailing = new Map<string, PartHeading[]>();
  for (const line of lines) {
    for (const span of splitGlued(text, line)) {
      const content = text.slice(span.start, Math.min(span.end, span.start + 120));
      const head = LEADING.exec(content);
      if (head) {
        const glued = span.end - span.start > 80 && /[。；]/u.test(text.slice(span.start, span.end));
        const end = glued ? span.start + head[0].length : span.end; // the text runs on in the heading's line
        leading.push({ start: span.start, end, ordinal: ordinalOf(head[1] ?? head[2] ?? "") });
        continue;
      }
      const tail = span.end - span.start <= 80 ? TRAILING.exec(content) : null;
      if (tail) {
        const heading = { ...span, ordinal: ordinalOf(tail[2] ?? tail[3] ?? "") };
        const key = tail[1] as string;
        const same = trailing.get(key);
        if (same) same.push(heading);
        else trailing.set(key, [heading]);
      }
    }
  }
  const best = [...trailing.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const chosen = best.length >= 2 && best.length >= leading.length ? best : leading;
  const kept = chosen.filter((heading, i) => !(isTeaser(text, heading) && repeats(chosen, i)));
  return kept.length >= 2 || kept[0]?.start === lines[0]?.start ? kept : [];
}

function splitGlued(text: string, line: Span): Span[] {
  const cuts = [line.start];
  for (const match of text.slice(line.start, line.end).matchAll(GLUED)) {
    cuts.push(line.start + match.index + match[0].length);
  }
  return cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? line.end }));
}

function ordinalOf(numeral: string): number {
  const folded = foldDigits(numeral);
  return /^\d+$/.test(folded) ? Number(folded) : chineseOrdinal(folded);
}

function isTeaser(text: string, heading: Span): boolean {
  const lineEnd = text.indexOf("\n", heading.start);
  return /(?:\.{3,}|…+)\s*$/u.test(text.slice(heading.start, lineEnd < 0 ? text.length : lineEnd));
}

const repeats = (headings: readonly PartHeading[], i: number): boolean =>
  headings.slice(i + 1, i + 3).some((later) => later.ordinal === headings[i]?.ordinal);
