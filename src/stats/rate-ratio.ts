import { betaQuantile } from "./beta.js";
import { binomialTest } from "./binomial-test.js";

/** Ratio of two rates of events with its exact interval. */
export interface RateRatio {
  /** (k₁/t₁)/(k₂/t₂); null where k₂ is 0 */
  readonly ratio: number | null;
  readonly lower: number;
  /** null for an open end */
  readonly upper: number | null;
  /** exact two-sided p of equal rates */
  readonly p: number;
}

/**
 * The ratio of two Poisson rates with exact interval and p, conditional on the sum of events.
 *
 * Given k₁ + k₂, k₁ is binomial with share ρt₁/(ρt₁ + t₂); Clopper–Pearson limits of the share give limits of ρ.
 *
 * @param k1 events of the first, whole number
 * @param t1 exposure of the first (tokens), above 0
 * @param k2 events of the second
 * @param t2 exposure of the second
 * @param level in (0, 1); default 0.95
 * @returns ratio, limits, p
 * @throws RangeError when an exposure is not above 0
 * @example
 * rateRatio(10, 100, 5, 200).ratio // 4
 * @see Przyborowski and Wilenski 1940, Biometrika 31: 313–323, doi:10.2307/2332612
 */
export function rateRatio(k1: number, t1: number, k2: number, t2: number, level = 0.95): RateRatio {
  if (!(t1 > 0 && t2 > 0)) throw new RangeError(`rateRatio requires exposures above 0, got ${t1} and ${t2}`);
  const tail = (1 - level) / 2;
  const odds = t2 / t1;
  const low = k1 === 0 ? 0 : betaQuantile(tail, k1, k2 + 1);
  const below = k2 === 0 ? 0 : betaQuantile(tail, k2, k1 + 1); // 1 − upper limit of the share
  return {
    ratio: k2 === 0 ? null : (k1 / t1 / k2) * t2,
    lower: (low / (1 - low)) * odds,
    upper: k2 === 0 ? null : ((1 - below) / below) * odds,
    p: binomialTest(k1, k1 + k2, t1 / (t1 + t2)),
  };
}
