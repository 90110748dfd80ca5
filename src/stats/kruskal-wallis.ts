import { chiSquareTail } from "./chi-square.js";
import { ranks, tieTerm } from "./ranks.js";

/** Kruskal and Wallis' test with effect sizes. */
export interface KruskalWallis {
  /** with tie correction; null when undefined */
  readonly h: number | null;
  readonly df: number | null;
  /** upper chi-square tail; null when undefined */
  readonly p: number | null;
  /** H / (N − 1), in [0, 1] */
  readonly epsilon_squared: number | null;
  /** (H − k + 1) / (N − k); below 0 when groups differ less than by chance */
  readonly eta_squared: number | null;
  /** values in all groups */
  readonly n: number;
  readonly groups: number;
  readonly note: string;
}

/**
 * Kruskal and Wallis' rank test of several groups, with tie correction.
 *
 * H = (12/(N(N + 1)) Σ R_j²/n_j − 3(N + 1)) / (1 − Σ(t³ − t)/(N³ − N)), R_j the rank sum and n_j the size of group j, t the
 * tie sizes. Empty groups are left out. Like every rank test it supposes independent values.
 *
 * @param groups finite numbers per group
 * @returns H, p, ε² = H/(N − 1), η²_H and counts; null with a note for fewer than two groups or when all values are equal
 * @throws TypeError when a value is not finite
 * @example
 * kruskalWallis([[1, 2], [3, 4]]).h // 2.4
 * @see Kruskal and Wallis 1952, doi:10.2307/2280779; Tomczak and Tomczak 2014, Trends in Sport Sciences 21: 19–25
 */
export function kruskalWallis(groups: readonly (readonly number[])[]): KruskalWallis {
  const filled = groups.filter((group) => group.length > 0);
  const all = filled.flat();
  const n = all.length;
  const rank = ranks(all);
  const ties = tieTerm(all);
  const nothing = { h: null, df: null, p: null, epsilon_squared: null, eta_squared: null };
  const counts = { n, groups: filled.length };
  if (filled.length < 2) return { ...nothing, ...counts, note: "fewer than two groups with values" };
  const correction = 1 - ties / (n ** 3 - n);
  if (correction <= 0) return { ...nothing, ...counts, note: "all values are equal" };
  let at = 0;
  let sum = 0;
  for (const group of filled) {
    let rankSum = 0;
    for (let i = 0; i < group.length; i++) rankSum += rank[at + i]!;
    sum += (rankSum * rankSum) / group.length;
    at += group.length;
  }
  const h = Math.max(0, ((12 / (n * (n + 1))) * sum - 3 * (n + 1)) / correction);
  const df = filled.length - 1;
  return {
    h,
    df,
    p: chiSquareTail(h, df),
    epsilon_squared: h / (n - 1),
    eta_squared: n > filled.length ? (h - df) / (n - filled.length) : null,
    ...counts,
    note: "",
  };
}
