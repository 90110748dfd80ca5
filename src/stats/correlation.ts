import { ranks, requireFinite } from "./ranks.js";

/**
 * Spearman's rank correlation: Pearson's correlation of the mid-ranks.
 *
 * @param x finite numbers
 * @param y as many, in the same order
 * @returns ρ in [−1, 1]; null for fewer than two pairs or when all values of one variable are equal
 * @throws RangeError when the lengths differ
 * @example
 * spearman([1, 2, 3], [10, 20, 15]) // 0.5
 * @see Spearman 1904, American Journal of Psychology 15: 72–101, doi:10.2307/1412159
 */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  requirePairs("spearman", x, y);
  const centre = (x.length + 1) / 2;
  const ranksX = ranks(x);
  const ranksY = ranks(y);
  let product = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let i = 0; i < x.length; i++) {
    const a = ranksX[i]! - centre;
    const b = ranksY[i]! - centre;
    product += a * b;
    squaresX += a * a;
    squaresY += b * b;
  }
  return squaresX === 0 || squaresY === 0 ? null : product / Math.sqrt(squaresX * squaresY);
}

/**
 * Kendall's τ-b, the excess of concordant over discordant pairs corrected for ties.
 *
 * τ_b = (C − D) / √((n₀ − n₁)(n₀ − n₂)), n₀ = n(n − 1)/2 pairs, n₁ and n₂ the pairs tied in x and in y. Quadratic in n.
 *
 * @param x finite numbers
 * @param y as many, in the same order
 * @returns τ_b in [−1, 1]; null for fewer than two pairs or when all values of one variable are equal
 * @throws RangeError when the lengths differ
 * @example
 * kendall([1, 2, 3], [1, 2, 3]) // 1
 * @see Kendall 1945, Biometrika 33: 239–251, doi:10.1093/biomet/33.3.239
 */
export function kendall(x: readonly number[], y: readonly number[]): number | null {
  requirePairs("kendall", x, y);
  let balance = 0;
  let untiedX = 0;
  let untiedY = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = Math.sign(x[i]! - x[j]!);
      const b = Math.sign(y[i]! - y[j]!);
      balance += a * b;
      untiedX += Math.abs(a);
      untiedY += Math.abs(b);
    }
  }
  return untiedX === 0 || untiedY === 0 ? null : balance / Math.sqrt(untiedX * untiedY);
}

function requirePairs(name: string, x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length) {
    throw new RangeError(`${name} requires as many x as y, got ${x.length} and ${y.length}`);
  }
  requireFinite(name, x);
  requireFinite(name, y);
}
