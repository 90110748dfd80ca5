import { quantileSorted } from "../stats/quantile.js";
import type { Random } from "../stats/random.js";
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

/** What coding error does to a number. */
export interface CodingError {
  /** the number on the records as they are */
  readonly estimate: number | null;
  /** its distribution after simulated coding: mean, standard deviation, type 7 quantiles */
  readonly mean: number | null;
  readonly sd: number | null;
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
  /** mean − estimate: the bias that coding error brings */
  readonly shift: number | null;
  /** share of simulations whose sign equals that of the estimate; null when the estimate is 0 or undefined */
  readonly same_sign: number | null;
  /** simulations with a defined number */
  readonly draws: number;
  readonly note: string;
}

/**
 * The distribution of a number when records are coded again with the errors that were measured.
 *
 * Each record is missed, or given a type, addressee and trigger, by drawing from what happened to the paired records of
 * the same true value (field by field); as many false alarms are added as were measured per true record. Errors are
 * taken as independent between records, so errors that cluster in one document make the true spread larger.
 *
 * @param observations records taken as true
 * @param pairs aligned codings that the error rates come from
 * @param statistic the number, null where undefined
 * @param options `random` stream, `draws` (default 1,000), `level` (default 0.95)
 * @returns the distribution, null with a reason where nothing was measured
 */
export function simulateCoding(
  observations: readonly Observation[],
  pairs: readonly CodedPair[],
  statistic: (coded: readonly Observation[]) => number | null,
  options: { readonly random: Random; readonly draws?: number; readonly level?: number },
): CodingError {
  const { random, draws = 1_000, level = 0.95 } = options;
  const estimate = statistic(observations);
  const judged = pairs.filter((pair) => pair.truth !== null);
  const alarms = pairs.filter((pair) => pair.truth === null).map((pair) => pair.found!);
  const none = { mean: null, sd: null, lower: null, median: null, upper: null, shift: null, same_sign: null };
  if (judged.length === 0)
    return { estimate, ...none, draws: 0, note: "no paired records to measure errors on" };
  const outcomes = {
    type: outcomesOf(judged, "type"),
    addressee: outcomesOf(
      judged.filter((pair) => pair.found),
      "addressee",
    ),
    trigger: outcomesOf(
      judged.filter((pair) => pair.found),
      "trigger",
    ),
  };
  const draw = (field: CodedField, value: string): string | null => {
    const list = outcomes[field].get(value);
    return list ? list[random.below(list.length)]! : value; // a value that was never judged is taken as coded right
  };
  const values: number[] = [];
  for (let i = 0; i < draws; i++) {
    const coded: Observation[] = [];
    for (const observation of observations) {
      const { record } = observation;
      const type = draw("type", record.type);
      if (type === null) continue;
      const addressee = draw("addressee", record.addressee);
      const trigger = draw("trigger", record.trigger);
      coded.push({ ...observation, record: { ...record, type, addressee, trigger } as typeof record });
    }
    if (alarms.length > 0) {
      for (let j = 0; j < observations.length; j++) {
        if (random.below(judged.length) < alarms.length) coded.push(alarms[random.below(alarms.length)]!);
      }
    }
    const value = statistic(coded);
    if (value !== null) values.push(value);
  }
  if (values.length === 0) return { estimate, ...none, draws: 0, note: "undefined in every simulation" };
  values.sort((a, b) => a - b);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const signed = estimate !== null && estimate !== 0;
  return {
    estimate,
    mean,
    sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length),
    lower: quantileSorted(values, (1 - level) / 2),
    median: quantileSorted(values, 0.5),
    upper: quantileSorted(values, (1 + level) / 2),
    shift: estimate === null ? null : mean - estimate,
    same_sign: signed ? values.filter((value) => value * estimate > 0).length / values.length : null,
    draws: values.length,
    note: values.length < draws ? `undefined in ${draws - values.length} of ${draws} simulations` : "",
  };
}

/** True value → what the other coding made of it, once per paired record. */
function outcomesOf(pairs: readonly CodedPair[], field: CodedField): Map<string, (string | null)[]> {
  const groups = grouped(pairs, ({ truth }) => truth!.record[field]);
  return new Map(
    [...groups].map(([value, members]) => [value, members.map(({ found }) => found?.record[field] ?? null)]),
  );
}
