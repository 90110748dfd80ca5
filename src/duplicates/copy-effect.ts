import { partLabel } from "./clusters.js";

/** So often stands a term (or a kind of record) in a part. */
export interface CountedItem {
  readonly source: string;
  readonly part: string;
  readonly item: string;
  readonly count: number;
}

/** The least that must be known of a part's weight; rows of a Study's parts have it. */
export interface CountedPart {
  readonly source: string;
  readonly part: string;
  readonly weight: number;
}

/** What copies add to a count. */
export interface CopyEffectRow {
  readonly item: string;
  /** count with every copy */
  readonly every: number;
  /** count with each text once */
  readonly once: number;
  readonly added: number;
  /** added / every */
  readonly share: number;
}

/**
 * How much of each count is there only because texts were printed more than once.
 *
 * @param counts counts by part
 * @param parts parts with their weight, 0 for a copy that another copy is counted for
 * @returns rows by falling number added, then by item; items that no copy adds to included
 * @throws RangeError when a count stands in a part that is not listed
 * @example
 * copyEffect([{ source: "a", part: "1", item: "罚款", count: 3 }], [{ source: "a", part: "1", weight: 0 }])[0].added // 3
 */
export function copyEffect(counts: readonly CountedItem[], parts: readonly CountedPart[]): CopyEffectRow[] {
  const weights = new Map(parts.map(({ source, part, weight }) => [partLabel(source, part), weight]));
  const sums = new Map<string, { every: number; once: number }>();
  for (const { source, part, item, count } of counts) {
    const weight = weights.get(partLabel(source, part));
    if (weight === undefined) {
      throw new RangeError(
        `copyEffect requires the weight of every part, got none for ${partLabel(source, part)}`,
      );
    }
    const sum = sums.get(item) ?? { every: 0, once: 0 };
    sum.every += count;
    sum.once += weight * count;
    sums.set(item, sum);
  }
  return [...sums]
    .filter(([, { every }]) => every > 0)
    .map(([item, { every, once }]) => ({
      item,
      every,
      once,
      added: every - once,
      share: (every - once) / every,
    }))
    .sort((x, y) => y.added - x.added || (x.item < y.item ? -1 : 1));
}
