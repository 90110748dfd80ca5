import type { Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import { type DifferenceKind, differences } from "./differences.js";
import { comparedTexts } from "./near-duplicates.js";
import type { DuplicateRecord } from "./records.js";

/** One difference between two copies with a few characters around it, for reading side by side. */
export interface SideBySideRow {
  readonly kind: DifferenceKind;
  /** what stands before it in a */
  readonly before: string;
  readonly a: string;
  readonly b: string;
  /** what stands after it in a */
  readonly after: string;
  readonly a_start: number;
  readonly b_start: number;
}

/**
 * Two copies side by side, only where they differ.
 *
 * @param a one text
 * @param b the other
 * @param options `context`: characters before and after, default 8; `most`: longest reading shown, default 40, longer ones end in …
 * @returns rows in reading order, line breaks shown as spaces
 * @example
 * sideBySide("每次罚款2000元。", "每次罚款2025元。", { context: 2 }).map((row) => row.b) // ["2025"]
 */
export function sideBySide(
  a: string,
  b: string,
  { context = 8, most = 40 }: { readonly context?: number; readonly most?: number } = {},
): SideBySideRow[] {
  const shown = (text: string, { start, end }: Span) => {
    const characters = [...text.slice(start, end).replace(/\s+/g, " ").trim()];
    return characters.length > most ? `${characters.slice(0, most).join("")}…` : characters.join("");
  };
  return differences(a, b).map(({ kind, a: inA, b: inB }) => ({
    kind,
    before: shown(a, { start: Math.max(0, inA.start - context), end: inA.start }),
    a: shown(a, inA),
    b: shown(b, inB),
    after: shown(a, { start: inA.end, end: Math.min(a.length, inA.end + context) }),
    a_start: inA.start,
    b_start: inB.start,
  }));
}

/**
 * The two texts of a pair side by side, only where they differ.
 *
 * @param documents structured documents that hold both
 * @param pair a record of `nearDuplicates` for whole texts
 * @param options context and longest reading, as in `sideBySide`
 * @returns rows in reading order
 * @throws RangeError when one of the texts is not among the documents
 * @example
 * const documents = readCorpus(dataPath("teaching")).documents.map((document) => structure(document));
 * copiesSideBySide(documents, nearDuplicates(documents)[0]).some(({ a, b }) => a === "XX" && b === "300") // true
 */
export function copiesSideBySide(
  documents: readonly StructuredDocument[],
  pair: Pick<DuplicateRecord, "a" | "b">,
  options: { readonly context?: number; readonly most?: number } = {},
): SideBySideRow[] {
  const texts = documents.flatMap(comparedTexts);
  const [a, b] = [pair.a, pair.b].map((side) => {
    const found = texts.find(
      ({ source, start, end }) => source === side.source && start === side.start && end === side.end,
    );
    if (!found) {
      throw new RangeError(
        `copiesSideBySide requires a whole text of the documents, got ${side.source} ${side.start}..${side.end}`,
      );
    }
    return found.text;
  });
  return sideBySide(a as string, b as string, options);
}
