import type { SourceDocument } from "../corpus/document.js";
import { blanksInWords } from "./blanks.js";
import { boilerplate } from "./boilerplate.js";
import { countCharacters } from "./characters.js";
import { editText } from "./edit-text.js";
import { byPosition, type Finding } from "./finding.js";
import { htmlResidue } from "./html-residue.js";
import { lineBreaks } from "./line-breaks.js";
import { lostValues } from "./lost-values.js";
import { masks } from "./masks.js";
import { misprints } from "./misprints.js";
import { mojibake } from "./mojibake.js";
import { pageMarks } from "./page-marks.js";
import type { Edit, NoiseKind, NoiseRecord, RepairedText } from "./repaired-text.js";

/** Which repairs to leave out. */
export interface RepairOptions {
  /** kinds of noise that are only flagged, never edited (default: none) */
  readonly off?: readonly NoiseKind[];
}

/**
 * Finds noise in a document and reads it repaired, without changing the document.
 *
 * @param document the document as read
 * @param options which repairs to switch off
 * @returns the repaired text with its edits, and every finding as a record whose span is in the text as read
 */
export function repair(
  document: SourceDocument,
  options: RepairOptions = {},
): { repaired: RepairedText; noise: NoiseRecord[] } {
  const { source, text } = document;
  const off = new Set<NoiseKind>(options.off ?? []);
  const counts = countCharacters(text);
  const marks = pageMarks(text, counts);
  const found: Finding[] = [
    ...marks,
    ...htmlResidue(text),
    ...mojibake(text, counts),
    ...boilerplate(text),
    ...masks(text),
    ...misprints(text, counts),
    ...lostValues(text),
    ...blanksInWords(text, counts),
    ...lineBreaks(text, counts, off.has("page_mark") ? [] : marks),
  ].sort(byPosition);
  const noise = found.map(({ start, end, kind, note }) => ({ source, start, end, kind, note }));
  return { repaired: editText(source, text, edits(found, off)), noise };
}

/** The findings that carry a replacement, as edits; where two overlap, the one that starts first (the longer) wins. */
function edits(found: readonly Finding[], off: ReadonlySet<NoiseKind>): Edit[] {
  const chosen: Edit[] = [];
  let done = 0;
  for (const { start, end, kind, note, replacement } of found) {
    if (replacement === undefined || off.has(kind) || start < done || end <= start) continue;
    chosen.push({ start, end, replacement, kind, note });
    done = end;
  }
  return chosen;
}
