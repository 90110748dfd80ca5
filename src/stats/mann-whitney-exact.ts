import { mannWhitney } from "./mann-whitney.js";

/**
 * The exact two-sided p-value of Mann and Whitney's test for small groups without ties.
 *
 * Twice the smaller tail of the distribution of U over all orders of m + n different values, at most 1.
 *
 * @param x finite numbers
 * @param y finite numbers, none equal to one of x or to each other
 * @returns p in [0, 1]; null when a group is empty or values are tied
 * @throws RangeError when m · n is above 10,000 (use `mannWhitney`)
 * @example
 * mannWhitneyExact([3, 4], [1, 2]) // 0.333333333333
 * @see Mann and Whitney 1947, Annals of Mathematical Statistics 18: 50–60, doi:10.1214/aoms/1177730491
 */
export function mannWhitneyExact(x: readonly number[], y: readonly number[]): number | null {
  const [m, n] = [x.length, y.length];
  if (m * n > 10_000) throw new RangeError(`mannWhitneyExact requires m · n <= 10000, got ${m * n}`);
  const { u } = mannWhitney(x, y);
  if (u === null || new Set([...x, ...y]).size < m + n) return null;
  // ways[j][s]: choices of j of the first i ranks whose Mann–Whitney count is s
  const ways = Array.from({ length: m + 1 }, () => new Float64Array(m * n + 1));
  ways[0]![0] = 1;
  for (let i = 1; i <= m + n; i++) {
    for (let j = Math.min(i, m); j >= 1; j--) {
      const above = i - j; // values of y below the j-th chosen
      if (above > n) continue;
      for (let s = m * n; s >= above; s--) ways[j]![s]! += ways[j - 1]![s - above]!;
    }
  }
  const counts = ways[m]!;
  const all = counts.reduce((sum, c) => sum + c, 0);
  const below = counts.slice(0, u + 1).reduce((sum, c) => sum + c, 0) / all;
  const above = counts.slice(u).reduce((sum, c) => sum + c, 0) / all;
  return Math.min(1, 2 * Math.min(below, above));
}
