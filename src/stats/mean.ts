import { requireFinite } from "./ranks.js";

/**
 * The arithmetic mean Σx / n.
 *
 * @param values finite numbers
 * @returns the mean, null when there are no values
 * @throws TypeError when a value is not finite
 * @example
 * mean([1, 3, 3, 3, 5]) // 3
 */
export function mean(values: readonly number[]): number | null {
  requireFinite("mean", values);
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * The geometric mean 10^(Σ log₁₀ x / n), the middle of amounts on a log axis.
 *
 * @param values positive numbers
 * @returns the geometric mean in the unit of the values, null when there are no values
 * @throws RangeError when a value is not positive
 * @example
 * geometricMean([10, 1000]) // 100
 */
export function geometricMean(values: readonly number[]): number | null {
  const centre = mean(logarithms("geometricMean", values));
  return centre === null ? null : 10 ** centre;
}

/**
 * The geometric standard deviation 10^s, s the standard deviation (n − 1) of log₁₀ x.
 *
 * @param values positive numbers
 * @returns a factor of at least 1, null for fewer than two values
 * @throws RangeError when a value is not positive
 * @example
 * geometricSd([100, 100, 100]) // 1
 */
export function geometricSd(values: readonly number[]): number | null {
  const logs = logarithms("geometricSd", values);
  const centre = mean(logs);
  if (centre === null || logs.length < 2) return null;
  let squares = 0;
  for (const log of logs) squares += (log - centre) ** 2;
  return 10 ** Math.sqrt(squares / (logs.length - 1));
}

function logarithms(name: string, values: readonly number[]): number[] {
  return values.map((value) => {
    if (!(value > 0 && Number.isFinite(value))) {
      throw new RangeError(`${name} requires positive numbers, got ${value}`);
    }
    return Math.log10(value);
  });
}
