import { quantileSorted } from "../stats/quantile.js";
import type { Observation } from "./observations.js";
import type { CodedPair } from "./pair-codings.js";
import { type RecodingOptions, recodings } from "./recodings.js";

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

/** A number computed from records, null where undefined. */
export type CodedStatistic = (coded: readonly Observation[]) => number | null;

/**
 * The distributions of numbers when records are coded again with the errors that were measured (`recodings`).
 *
 * All numbers are computed on the same draws.
 *
 * @param observations records taken as true
 * @param pairs aligned codings that the error rates come from
 * @param statistics the numbers by name
 * @param options stream, draws, how errors go together, `level` (default 0.95)
 * @returns a distribution per number, null with a reason where nothing was measured
 * @example
 * simulateCoding([], [], {}, { random: seededRandom(1) }) // {}
 */
export function simulateCoding<Name extends string>(
  observations: readonly Observation[],
  pairs: readonly CodedPair[],
  statistics: Readonly<Record<Name, CodedStatistic>>,
  options: RecodingOptions & { readonly level?: number },
): Record<Name, CodingError> {
  const named = Object.entries(statistics) as [Name, CodedStatistic][];
  const values = named.map((): (number | null)[] => []);
  for (const coded of recodings(observations, pairs, options)) {
    named.forEach(([, statistic], i) => {
      values[i]!.push(statistic(coded));
    });
  }
  return Object.fromEntries(
    named.map(([name, statistic], i) => [
      name,
      distribution(statistic(observations), values[i]!, options.level ?? 0.95),
    ]),
  ) as Record<Name, CodingError>;
}

function distribution(
  estimate: number | null,
  drawn: readonly (number | null)[],
  level: number,
): CodingError {
  const values = drawn.filter((value) => value !== null).sort((a, b) => a - b);
  if (values.length === 0) {
    const note =
      drawn.length === 0 ? "no paired records to measure errors on" : "undefined in every simulation";
    const none = { mean: null, sd: null, lower: null, median: null, upper: null, shift: null };
    return { estimate, ...none, same_sign: null, draws: 0, note };
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const signed = estimate !== null && estimate !== 0;
  const lost = drawn.length - values.length;
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
    note: lost > 0 ? `undefined in ${lost} of ${drawn.length} simulations` : "",
  };
}
