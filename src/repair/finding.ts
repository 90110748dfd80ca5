import type { Span } from "../span.js";
import type { NoiseKind } from "./repaired-text.js";

/** What a repair step finds in a text as read: a piece of noise and, where the step repairs it, what it reads instead. */
export interface Finding extends Span {
  readonly kind: NoiseKind;
  readonly note: string;
  /** the repaired reading; absent where the noise is only flagged */
  readonly replacement?: string;
}

/** Findings by start, then end, then kind. */
export function byPosition(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);
}

/** Findings in text order, those left out that overlap one before them (of two that start together, the one listed first stays). */
export function separate(found: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  let done = 0;
  for (const finding of [...found].sort((a, b) => a.start - b.start)) {
    if (finding.start < done) continue;
    kept.push(finding);
    done = finding.end;
  }
  return kept;
}
