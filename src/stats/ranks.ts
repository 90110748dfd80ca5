/**
 * Mid-ranks: the smallest value has rank 1, equal values share the mean of the ranks that they fill.
 *
 * @param values finite numbers
 * @returns ranks in the order of the values
 * @throws TypeError when a value is not finite
 * @example
 * ranks([10, 20, 20, 30]) // [1, 2.5, 2.5, 4]
 * @see Kruskal and Wallis 1952, Journal of the American Statistical Association 47: 583–621, doi:10.2307/2280779
 */
export function ranks(values: readonly number[]): number[] {
  requireFinite("ranks", values);
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
  const result = new Array<number>(values.length).fill(0);
  for (let first = 0; first < order.length; ) {
    let end = first + 1;
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++;
    for (let i = first; i < end; i++) result[order[i]!] = (first + 1 + end) / 2;
    first = end;
  }
  return result;
}

/**
 * The tie term Σ(t³ − t) over the sizes t of the groups of equal values; 0 without ties.
 *
 * @param values finite numbers
 * @returns the sum that rank tests correct their variance with
 * @throws TypeError when a value is not finite
 * @example
 * tieTerm([1, 2, 2, 3, 3, 3]) // 30
 */
export function tieTerm(values: readonly number[]): number {
  requireFinite("tieTerm", values);
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  let sum = 0;
  for (const size of sizes.values()) sum += size ** 3 - size;
  return sum;
}

/** Throws a TypeError that names the caller unless every value is a finite number. */
export function requireFinite(name: string, values: readonly number[]): void {
  for (const value of values) {
    if (!Number.isFinite(value)) throw new TypeError(`${name} requires finite numbers, got ${value}`);
  }
}
