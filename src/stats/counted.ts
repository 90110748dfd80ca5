/** A value with how often it occurs. */
export interface Counted {
  readonly value: number;
  readonly count: number;
}

/**
 * Equal values put together, in rising order: what resampling needs to be fast where few values are different.
 *
 * @param values finite numbers
 * @returns each different value with its count
 * @example
 * tally([3, 1, 3]) // [{ value: 1, count: 1 }, { value: 3, count: 2 }]
 */
export function tally(values: readonly number[]): Counted[] {
  return merged(values.map((value) => ({ value, count: 1 })));
}

/** Counted values in rising order, equal ones put together. */
function merged(items: readonly Counted[]): Counted[] {
  const counts = new Map<number, number>();
  for (const { value, count } of items) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/**
 * The mean of counted values, Σ count · value / Σ count.
 *
 * @param items counted values in any order, equal ones may stand apart
 * @returns the mean, null when nothing was counted
 * @example
 * countedMean([{ value: 1, count: 1 }, { value: 4, count: 2 }]) // 3
 */
export function countedMean(items: readonly Counted[]): number | null {
  let sum = 0;
  let n = 0;
  for (const { value, count } of items) {
    sum += value * count;
    n += count;
  }
  return n === 0 ? null : sum / n;
}

/**
 * The type 7 quantile of counted values, the same as that of the values written out.
 *
 * @param items counted values in any order, equal ones may stand apart
 * @param p in [0, 1]
 * @returns the quantile, null when nothing was counted
 * @throws RangeError when p is outside [0, 1]
 * @example
 * countedQuantile([{ value: 1, count: 2 }, { value: 2, count: 2 }], 0.5) // 1.5
 * @see Hyndman and Fan 1996, doi:10.1080/00031305.1996.10473566
 */
export function countedQuantile(items: readonly Counted[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`countedQuantile requires p in [0, 1], got ${p}`);
  const sorted = merged(items);
  let n = 0;
  for (const { count } of sorted) n += count;
  if (n === 0) return null;
  const h = (n - 1) * p;
  const low = Math.floor(h);
  const below = atPlace(sorted, low);
  return below + (h - low) * (atPlace(sorted, Math.min(low + 1, n - 1)) - below);
}

/** The value at a place (from 0) of the values written out in order. */
function atPlace(sorted: readonly Counted[], place: number): number {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (place < passed) return value;
  }
  return sorted[sorted.length - 1]!.value;
}
