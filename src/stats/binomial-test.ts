import { logGamma } from "./gamma.js";

/**
 * The exact two-sided binomial test: the probability of all outcomes that are no more probable than the one observed.
 *
 * @param k successes, whole number, 0 ≤ k ≤ n
 * @param n trials
 * @param share supposed probability, in (0, 1)
 * @returns p in [0, 1]
 * @throws RangeError outside these ranges
 * @example
 * binomialTest(0, 5, 0.5) // 0.0625
 */
export function binomialTest(k: number, n: number, share: number): number {
  if (!(k >= 0 && k <= n && share > 0 && share < 1)) {
    throw new RangeError(`binomialTest requires 0 <= k <= n and a share in (0, 1), got ${k}, ${n}, ${share}`);
  }
  const log = (i: number): number =>
    logGamma(n + 1) -
    logGamma(i + 1) -
    logGamma(n - i + 1) +
    i * Math.log(share) +
    (n - i) * Math.log1p(-share);
  const limit = log(k) + Math.log1p(1e-7);
  let p = 0;
  for (let i = 0; i <= n; i++) if (log(i) <= limit) p += Math.exp(log(i));
  return Math.min(1, p);
}
