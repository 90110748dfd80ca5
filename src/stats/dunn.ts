import { type Adjustment, adjust } from "./adjust.js";
import { normalTail } from "./normal.js";
import { ranks, tieTerm } from "./ranks.js";

/** One pair of groups in Dunn's comparison. */
export interface DunnPair {
  /** places of the two groups in the list given */
  readonly i: number;
  readonly j: number;
  /** above 0 when group i has the higher mean rank; null when undefined */
  readonly z: number | null;
  readonly p: number | null;
  readonly p_adjusted: number | null;
  readonly n_i: number;
  readonly n_j: number;
  readonly note: string;
}

/**
 * Dunn's comparison of every pair of groups after a Kruskal–Wallis test, with tie term, p adjusted for the number of pairs.
 *
 * z = (R̄_i − R̄_j) / √((N(N + 1)/12 − Σ(t³ − t)/(12(N − 1))) (1/n_i + 1/n_j)), R̄ the mean ranks among all values.
 *
 * @param groups finite numbers per group
 * @param adjustment default "holm"
 * @returns a row per pair i < j, in order
 * @throws TypeError when a value is not finite
 * @example
 * dunn([[1, 2], [3, 4]])[0].z // -1.549193
 * @see Dunn 1964, Technometrics 6: 241–252, doi:10.1080/00401706.1964.10490181
 */
export function dunn(groups: readonly (readonly number[])[], adjustment: Adjustment = "holm"): DunnPair[] {
  const all = groups.flat();
  const n = all.length;
  const rank = ranks(all);
  const spread = n > 1 ? (n * (n + 1)) / 12 - tieTerm(all) / (12 * (n - 1)) : 0;
  let at = 0;
  const means = groups.map((group) => {
    let sum = 0;
    for (let i = 0; i < group.length; i++) sum += rank[at + i]!;
    at += group.length;
    return group.length === 0 ? 0 : sum / group.length;
  });
  const rows: DunnPair[] = [];
  for (let i = 0; i < groups.length; i++) {
    for (let j = i + 1; j < groups.length; j++) {
      const sizes = { n_i: groups[i]!.length, n_j: groups[j]!.length };
      const empty = sizes.n_i === 0 || sizes.n_j === 0;
      const note = empty ? "a group is empty" : spread <= 1e-12 ? "all values are equal" : "";
      const z = note ? null : (means[i]! - means[j]!) / Math.sqrt(spread * (1 / sizes.n_i + 1 / sizes.n_j));
      const p = z === null ? null : Math.min(1, 2 * normalTail(Math.abs(z)));
      rows.push({ i, j, z, p, p_adjusted: null, ...sizes, note });
    }
  }
  const adjusted = adjust(
    rows.map((row) => row.p),
    adjustment,
  );
  return rows.map((row, k) => ({ ...row, p_adjusted: adjusted[k]! }));
}
