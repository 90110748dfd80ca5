import { grouped } from "./grouping.js";
import type { Observation } from "./observations.js";

/** One consequence in two codings: null on the side that has none. */
export interface CodedPair {
  readonly truth: Observation | null;
  readonly found: Observation | null;
}

/** The fields that a coding can get wrong. */
export type CodedField = "type" | "addressee" | "trigger";

/**
 * Aligns two codings of the same texts, one to one: records whose spans overlap, those that agree on more fields first.
 *
 * @param truth the reference coding (gold)
 * @param found the coding to be judged
 * @returns pairs; what is left over on either side stands alone
 * @example
 * pairCodings([], []) // []
 */
export function pairCodings(truth: readonly Observation[], found: readonly Observation[]): CodedPair[] {
  const bySource = grouped(found, ({ record }) => record.source);
  const candidates = truth.flatMap((gold) =>
    (bySource.get(gold.record.source) ?? [])
      .filter(({ record }) => record.start < gold.record.end && gold.record.start < record.end)
      .map((guess) => ({ gold, guess, agreement: agreement(gold, guess) })),
  );
  candidates.sort((a, b) => b.agreement - a.agreement);
  const pairOf = new Map<Observation, Observation>();
  const taken = new Set<Observation>();
  for (const { gold, guess } of candidates) {
    if (pairOf.has(gold) || taken.has(guess)) continue;
    pairOf.set(gold, guess);
    taken.add(guess);
  }
  return [
    ...truth.map((gold) => ({ truth: gold, found: pairOf.get(gold) ?? null })),
    ...found.filter((guess) => !taken.has(guess)).map((guess) => ({ truth: null, found: guess })),
  ];
}

function agreement({ record: a }: Observation, { record: b }: Observation): number {
  const same = (field: CodedField, weight: number) => (a[field] === b[field] ? weight : 0);
  return same("type", 4) + same("addressee", 2) + same("trigger", 1);
}

/** How often one value was coded as another; null stands for no record. */
export interface ConfusionCell {
  readonly truth: string | null;
  readonly found: string | null;
  readonly count: number;
}

/**
 * The confusion matrix of one field, missed records and false alarms included.
 *
 * @param pairs aligned codings
 * @param field default "type"
 * @returns cells with a count above 0, sorted by truth, then by found (null last)
 * @example
 * confusion([]) // []
 */
export function confusion(pairs: readonly CodedPair[], field: CodedField = "type"): ConfusionCell[] {
  const cells = grouped([...pairs], ({ truth, found }) =>
    JSON.stringify([truth?.record[field] ?? null, found?.record[field] ?? null]),
  );
  const compare = (a: string | null, b: string | null) =>
    a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
  return [...cells]
    .map(([key, members]) => {
      const [truth, found] = JSON.parse(key) as [string | null, string | null];
      return { truth, found, count: members.length };
    })
    .sort((a, b) => compare(a.truth, b.truth) || compare(a.found, b.found));
}
