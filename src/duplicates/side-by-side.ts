import type { Span } from "../span.js";
import { type DifferenceKind, differences } from "./differences.js";

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
