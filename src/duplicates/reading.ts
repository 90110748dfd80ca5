import type { NoiseRecord } from "../repair/repaired-text.js";
import type { Span } from "../span.js";
import { type ComparedText, sideOf } from "./records.js";
import { contentOf } from "./shingles.js";

/** One copy at a difference, with what it prints there. */
export interface Reading {
  readonly text: ComparedText;
  /** the whole source as read */
  readonly source: string;
  readonly at: Span;
  readonly printed: string;
  readonly kept: boolean;
}

/** A loss of no width is marked on the characters around the jump. */
export function aroundJump({ text, at, printed }: Reading): Span {
  if (contentSize(printed) > 0 || at.end > at.start) return at;
  return { start: Math.max(0, at.start - 1), end: Math.min(text.text.length, at.end + 1) };
}

/** At most ten characters of what a copy prints. */
export function shortened(printed: string): string {
  const plain = [...printed.replace(/\s+/g, "")];
  return plain.length === 0
    ? "nothing"
    : plain.length > 10
      ? `${plain.slice(0, 10).join("")}…`
      : plain.join("");
}

/** Whether the text breaks off here: its last character ends no sentence. */
export function isBroken({ text, at }: Reading): boolean {
  const before = text.text.slice(0, at.start).trimEnd();
  const after = text.text.slice(at.end).trim();
  return after === "" && before !== "" && !/[。！？”）)]$/.test(before);
}

/**
 * Whether what is inserted is a name of a place or an organisation that the text prints only here: the whole name, or what stands before
 * the 县 or 乡 of both copies, where the other copy never prints it.
 */
export function isForeignName(reading: Reading, other: Reading): boolean {
  const name = reading.printed.trim();
  if (NAME.test(name)) return occurrences(reading) === 1;
  const { text, at } = reading;
  const placed = STEM.test(name) && /^[省市县区镇乡](?![域场别间])/.test(text.text.slice(at.end, at.end + 2));
  return placed && !other.text.text.includes(name) && occurrences(reading) === 1;
}

/** Whether at least half of what a copy prints is noise itself. */
export function isNoise({ text, at }: Reading, known: ReadonlyMap<string, readonly NoiseRecord[]>): boolean {
  const { source, start, end } = sideOf(text, at);
  let noisy = 0;
  for (const noise of known.get(source) ?? []) {
    const shared = Math.min(noise.end, end) - Math.max(noise.start, start);
    if (noise.kind !== "line_break_join" && shared > 0) noisy += shared;
  }
  return 2 * noisy >= end - start;
}

/** Whether a reading is a year in digits and nothing else. */
export function isYear(printed: string): boolean {
  return YEAR.test(printed);
}

/** Whether a year stands where years stand: before 年, or in the brackets of a document number. */
export function isDated({ text, at }: Reading): boolean {
  return /^\s*(?:年|[〕\]）)])/.test(text.text.slice(at.end, at.end + 4));
}

/** Whether a reading is the arabic year that its text, or its whole source, prints most, `least` times or more. */
export function isCommonYear({ text, source, printed }: Reading, least: number): boolean {
  return YEAR.test(printed) && [text.text, source].some((whole) => commonestYear(whole, least) === printed);
}

/** The year printed more often than any other, and at least so often. */
function commonestYear(text: string, least: number): string | null {
  const counts = new Map<string, number>();
  for (const [year] of text.matchAll(/(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])/g)) {
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((x, y) => y[1] - x[1]);
  return first && first[1] >= least && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** How often a text prints a reading. */
export function occurrences({ text, printed }: Reading): number {
  return text.text.split(printed).length - 1;
}

/** Letters, digits and Chinese characters in a text. */
export function contentSize(text: string): number {
  return contentOf(text).characters.length;
}

const NAME = /^\p{Script=Han}{2,7}(?:[省市县区镇乡村厂矿局委]|街道|公司)$/u;
/** A name without its 县 or 乡. */
const STEM = /^(?!.*[的各其该本所全行])\p{Script=Han}{2,3}$/u;
const YEAR = /^(?:19|20)[0-9]{2}$/;
