/** How disagreements between ordered categories weigh: all alike, by distance, by squared distance. */
export type KappaWeights = "plain" | "linear" | "quadratic";

/** Cohen's kappa with what it was computed from. */
export interface Kappa {
  /** null when undefined: no units, or both coders used one and the same category only */
  readonly kappa: number | null;
  /** share of units with equal codes */
  readonly agreement: number | null;
  readonly n: number;
  readonly categories: number;
  readonly note: string;
}

/**
 * Cohen's kappa: agreement of two coders beyond what their own category shares would give by chance.
 *
 * κ = 1 − Σ w_ij o_ij / Σ w_ij e_ij, o the observed and e the expected shares of category pairs; w_ij is 0 on the diagonal
 * and off it 1 (plain), |i − j| (linear) or (i − j)² (quadratic), i and j the places of the categories in their order.
 *
 * @param a codes of the first coder, one per unit
 * @param b codes of the second coder, same units
 * @param weights default "plain"
 * @param order the categories in order; default all codes used, sorted (numbers by size, texts by code point)
 * @returns kappa, raw agreement and counts
 * @throws RangeError when the lengths differ or a code is not in `order`
 * @example
 * cohenKappa([1, 1, 2, 2], [1, 1, 2, 1]).kappa // 0.5
 * @see Cohen 1960, doi:10.1177/001316446002000104; Cohen 1968, doi:10.1037/h0026256
 */
export function cohenKappa<T extends string | number>(
  a: readonly T[],
  b: readonly T[],
  weights: KappaWeights = "plain",
  order: readonly T[] = sortedCodes([...a, ...b]),
): Kappa {
  if (a.length !== b.length) {
    throw new RangeError(
      `cohenKappa requires as many codes of either coder, got ${a.length} and ${b.length}`,
    );
  }
  const place = new Map(order.map((code, i) => [code, i]));
  const index = (code: T): number => {
    const i = place.get(code);
    if (i === undefined) throw new RangeError(`cohenKappa requires codes of the order given, got ${code}`);
    return i;
  };
  const n = a.length;
  const countsA = new Array<number>(order.length).fill(0);
  const countsB = new Array<number>(order.length).fill(0);
  let observed = 0;
  let equal = 0;
  for (let unit = 0; unit < n; unit++) {
    const i = index(a[unit]!);
    const j = index(b[unit]!);
    countsA[i]!++;
    countsB[j]!++;
    observed += weight(weights, i, j);
    if (i === j) equal++;
  }
  let expected = 0;
  countsA.forEach((rows, i) => {
    countsB.forEach((columns, j) => {
      expected += weight(weights, i, j) * rows * columns;
    });
  });
  const note = n === 0 ? "no units" : expected === 0 ? "both coders used one and the same category only" : "";
  return {
    kappa: note === "" ? 1 - (observed * n) / expected : null,
    agreement: n === 0 ? null : equal / n,
    n,
    categories: order.length,
    note,
  };
}

function weight(weights: KappaWeights, i: number, j: number): number {
  if (weights === "plain") return i === j ? 0 : 1;
  return weights === "linear" ? Math.abs(i - j) : (i - j) ** 2;
}

/** The distinct codes in order: numbers by size, texts by code point. */
export function sortedCodes<T extends string | number>(codes: readonly T[]): T[] {
  return [...new Set(codes)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
