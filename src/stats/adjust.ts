/** How p-values of several tests are adjusted: family-wise (holm, hochberg, bonferroni) or for the false discovery rate (bh, by). */
export const ADJUSTMENTS = ["holm", "bh", "bonferroni", "hochberg", "by"] as const;
export type Adjustment = (typeof ADJUSTMENTS)[number];

/**
 * p-values adjusted for the number of tests.
 *
 * With the p sorted upwards, p₍₁₎ ≤ … ≤ p₍m₎: Holm max over j ≤ i of (m − j + 1) p₍ⱼ₎; Benjamini and Hochberg min over
 * j ≥ i of m p₍ⱼ₎ / j; Benjamini and Yekutieli that times Σ 1/j; Hochberg min over j ≥ i of (m − j + 1) p₍ⱼ₎; Bonferroni
 * m p. All are cut at 1.
 *
 * @param p p-values in [0, 1]; null (an undefined test) stays null and is not counted in m
 * @param method default "holm"
 * @returns adjusted p-values in the order given
 * @throws RangeError when a p is outside [0, 1]
 * @example
 * adjust([0.02, 0.5, 0.03], "bonferroni") // [0.06, 1, 0.09]
 * @see Holm 1979, Scandinavian Journal of Statistics 6: 65–70; Benjamini and Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x
 */
export function adjust(p: readonly (number | null)[], method: Adjustment = "holm"): (number | null)[] {
  const order: number[] = [];
  p.forEach((value, i) => {
    if (value === null) return;
    if (!(value >= 0 && value <= 1)) throw new RangeError(`adjust requires p in [0, 1], got ${value}`);
    order.push(i);
  });
  order.sort((a, b) => p[a]! - p[b]! || a - b);
  const m = order.length;
  const result: (number | null)[] = p.map(() => null);
  if (method === "bonferroni") {
    for (const i of order) result[i] = Math.min(1, m * p[i]!);
  } else if (method === "holm") {
    let largest = 0;
    order.forEach((i, rank) => {
      largest = Math.max(largest, (m - rank) * p[i]!);
      result[i] = Math.min(1, largest);
    });
  } else {
    const harmonic = method === "by" ? order.reduce((sum, _, i) => sum + 1 / (i + 1), 0) : 1;
    let smallest = 1;
    for (let rank = m; rank >= 1; rank--) {
      const i = order[rank - 1]!;
      const factor = method === "hochberg" ? m - rank + 1 : (harmonic * m) / rank;
      smallest = Math.min(smallest, factor * p[i]!);
      result[i] = smallest;
    }
  }
  return result;
}
