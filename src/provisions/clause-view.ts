import type { Quantity } from "../quantities/records.js";
import type { Clause } from "../structure/records.js";
import type { Hit } from "./literal-index.js";
import type { AddresseeRule, CueRule, MarkerRule, TriggerRule } from "./rule-types.js";
import type { Segment } from "./segments.js";

/** A clause with everything that the rules found in it, offsets in the repaired text. */
export interface ClauseView {
  readonly clause: Clause;
  readonly index: number;
  /** the folded repaired text of the whole document */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
  readonly quantities: readonly Quantity[];
  readonly nouns: readonly Hit<AddresseeRule>[];
  readonly grounds: readonly Hit<TriggerRule>[];
  readonly markers: readonly Hit<MarkerRule>[];
}

/** A cue that may become a consequence. */
export interface Candidate extends Hit<CueRule> {
  /** number of its segment */
  readonly segment: number;
}

export function segmentAt(segments: readonly Segment[], at: number): number {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle] as Segment).start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Hits that do not overlap: longest first at each place, higher priority before longer. */
export function withoutOverlaps<T extends { readonly priority: number }>(
  hits: readonly Hit<T>[],
  from: number,
): Hit<T>[] {
  const order = hits
    .map((hit, i) => ({ hit, i }))
    .sort(
      (a, b) =>
        b.hit.rule.priority - a.hit.rule.priority ||
        b.hit.end - b.hit.start - (a.hit.end - a.hit.start) ||
        a.i - b.i,
    );
  const taken = new Set<number>();
  const kept: Hit<T>[] = [];
  for (const { hit } of order) {
    let free = true;
    for (let at = hit.start - from; at < hit.end - from && free; at++) free = !taken.has(at);
    if (!free) continue;
    for (let at = hit.start - from; at < hit.end - from; at++) taken.add(at);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}
