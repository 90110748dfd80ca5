import { byCodePoint } from "./matrix.js";

export interface CooccurrenceOptions {
  /** how far two terms may stand apart, in terms; Infinity (default) for the whole run, such as a clause */
  readonly window?: number;
  /** whether (a before b) and (b before a) are told apart; default false */
  readonly ordered?: boolean;
  /** weight of a pair by its distance; default 1 for every distance */
  readonly weight?: (distance: number) => number;
}

/** How often two terms stand together; for unordered pairs `first` comes first in code-point order. */
export interface Cooccurrence {
  readonly first: string;
  readonly second: string;
  readonly count: number;
}

/**
 * Co-occurrences of terms within a window, run by run (a run is a clause or a document; nothing crosses it).
 *
 * Unordered pairs of one term with itself count twice, once from each side, as in quanteda's `fcm`.
 *
 * @param runs lists of terms
 * @param options see `CooccurrenceOptions`
 * @returns pairs that occur, in code-point order
 * @throws RangeError when the window is below 1
 * @example
 * cooccurrences([["b", "a"]]) // [{ first: "a", second: "b", count: 1 }]
 */
export function cooccurrences(
  runs: readonly (readonly string[])[],
  options: CooccurrenceOptions = {},
): Cooccurrence[] {
  const { window = Infinity, ordered = false, weight = () => 1 } = options;
  if (!(window >= 1)) throw new RangeError(`cooccurrences requires a window of at least 1, got ${window}`);
  const pairs = new Map<string, Map<string, number>>();
  for (const run of runs) {
    for (let i = 0; i < run.length; i++) {
      for (let j = i + 1; j < run.length && j - i <= window; j++) {
        const [a, b] = [run[i]!, run[j]!];
        const swap = !ordered && byCodePoint(a, b) > 0;
        const [first, second] = swap ? [b, a] : [a, b];
        const row = pairs.get(first) ?? new Map<string, number>();
        pairs.set(first, row);
        row.set(second, (row.get(second) ?? 0) + weight(j - i) * (!ordered && a === b ? 2 : 1));
      }
    }
  }
  const result: Cooccurrence[] = [];
  for (const first of [...pairs.keys()].sort(byCodePoint)) {
    const row = pairs.get(first)!;
    for (const second of [...row.keys()].sort(byCodePoint))
      result.push({ first, second, count: row.get(second)! });
  }
  return result;
}
