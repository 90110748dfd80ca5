import { normalTail } from "./normal.js";
import { ranks, tieTerm } from "./ranks.js";

/** Mann and Whitney's test with the counts that it rests on. */
export interface MannWhitney {
  /** pairs with x > y plus half of the ties; null when a group is empty */
  readonly u: number | null;
  readonly z: number | null;
  /** two-sided, normal approximation; null when a group is empty or all values are equal */
  readonly p: number | null;
  readonly n_x: number;
  readonly n_y: number;
  readonly note: string;
}

/**
 * Mann and Whitney's rank test of two groups, with tie and continuity correction.
 *
 * U = R_x − m(m + 1)/2, z = (|U − mn/2| − ½)⁺ / √(mn/12 · (N + 1 − Σ(t³ − t)/(N(N − 1)))), sign of U − mn/2; R_x the sum of
 * the mid-ranks of x, m and n the group sizes, N = m + n, t the tie sizes. It supposes independent values: give it one
 * value per document or cluster, never the records of one document.
 *
 * @param x finite numbers
 * @param y finite numbers
 * @param options continuity: whether ½ is taken off |U − mn/2|; default true
 * @returns U, z, p and the group sizes
 * @throws TypeError when a value is not finite
 * @example
 * mannWhitney([3, 4], [1, 3]).u // 3.5
 * @see Mann and Whitney 1947, Annals of Mathematical Statistics 18: 50–60, doi:10.1214/aoms/1177730491
 */
export function mannWhitney(
  x: readonly number[],
  y: readonly number[],
  { continuity = true }: { readonly continuity?: boolean } = {},
): MannWhitney {
  const m = x.length;
  const n = y.length;
  const all = [...x, ...y];
  const rank = ranks(all);
  if (m === 0 || n === 0) return { u: null, z: null, p: null, n_x: m, n_y: n, note: "a group is empty" };
  let sum = 0;
  for (let i = 0; i < m; i++) sum += rank[i]!;
  const u = sum - (m * (m + 1)) / 2;
  const total = m + n;
  const variance = ((m * n) / 12) * (total + 1 - tieTerm(all) / (total * (total - 1)));
  if (variance <= 0) return { u, z: null, p: null, n_x: m, n_y: n, note: "all values are equal" };
  const distance = u - (m * n) / 2;
  const size = Math.max(0, Math.abs(distance) - (continuity ? 0.5 : 0)) / Math.sqrt(variance);
  return {
    u,
    z: distance < 0 && size > 0 ? -size : size,
    p: Math.min(1, 2 * normalTail(size)),
    n_x: m,
    n_y: n,
    note: "",
  };
}
