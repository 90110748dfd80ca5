import type { Span } from "../span.js";
import type { ChainUnit } from "./passage-chains.js";
import type { ComparedText } from "./records.js";
import { contentOf, shingleSequence, shingleSet } from "./shingles.js";

/** A paragraph, list item or clause: a range of a text, from its first to its last content character. */
export interface Unit extends ChainUnit, Span {
  readonly text: number;
  /** the same range in content characters */
  readonly from: number;
  readonly to: number;
  readonly set: Uint32Array;
}

/** A chapter or section heading; passages of two sections are two passages. */
const SECTION = /^第[一二三四五六七八九十百零〇0-9]{1,4}[编章节篇部]/;

/** The units of a text: its lines and list items, or its clauses. */
export function unitsOf(text: ComparedText, number: number, level: "paragraph" | "clause"): Unit[] {
  const content = contentOf(text.text);
  const ends = level === "clause" ? /[\n\r。；！？]/g : /[\n\r]/g;
  const cuts = [...text.text.matchAll(ends)].map((mark) => mark.index + 1);
  const bounds = [...new Set([0, ...cuts, ...(text.breaks ?? []), text.text.length])].sort((x, y) => x - y);
  const units: Unit[] = [];
  let from = 0;
  let section = 0;
  for (const bound of bounds) {
    let to = from;
    while (to < content.characters.length && (content.offsets[to] as number) < bound) to++;
    if (to === from) continue;
    const characters = content.characters.subarray(from, to);
    const set = shingleSet(shingleSequence({ characters, offsets: content.offsets }));
    if (SECTION.test(text.text.slice(content.offsets[from], bound))) section++;
    const start = content.offsets[from] as number;
    const end = endOf(text.text, content.offsets[to - 1] as number);
    if (set.length > 0) units.push({ text: number, start, end, from, to, set, size: set.length, section });
    from = to;
  }
  return packed(units);
}

/** The same units with their sets in one array: a text has hundreds, and each array of its own costs more than its numbers. */
function packed(units: readonly Unit[]): Unit[] {
  const all = new Uint32Array(units.reduce((sum, { set }) => sum + set.length, 0));
  let at = 0;
  return units.map((unit) => {
    all.set(unit.set, at);
    at += unit.set.length;
    return { ...unit, set: all.subarray(at - unit.set.length, at) };
  });
}

/** The end of the character that begins at an offset. */
function endOf(text: string, start: number): number {
  return start + ((text.codePointAt(start) as number) > 0xffff ? 2 : 1);
}
