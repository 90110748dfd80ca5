import { logGamma } from "./gamma.js";

/**
 * Probabilities of the hypergeometric distribution: k marked among n drawn, from N of which K are marked.
 *
 * By Loader's saddle-point form, so they keep 13 digits for tables of millions.
 *
 * @param marked K, whole number
 * @param drawn n, whole number
 * @param all N, whole number, at least K and n
 * @returns the least possible k, and the natural logarithm of the probability of every possible k from there
 * @throws RangeError unless 0 ≤ K, n ≤ N are whole numbers
 * @example
 * hypergeometric(1, 1, 2).least // 0
 * @see Loader 2000, Fast and accurate computation of binomial probabilities
 */
export function hypergeometric(
  marked: number,
  drawn: number,
  all: number,
): { least: number; logs: number[] } {
  const whole = [marked, drawn, all].every((n) => Number.isSafeInteger(n) && n >= 0);
  if (!whole || marked > all || drawn > all) {
    throw new RangeError(`hypergeometric requires whole numbers K, n <= N, got ${marked}, ${drawn}, ${all}`);
  }
  const least = Math.max(0, drawn + marked - all);
  const most = Math.min(drawn, marked);
  const logs: number[] = [];
  for (let k = least; k <= most; k++) logs.push(logProbability(k, marked, drawn, all));
  return { least, logs };
}

function logProbability(k: number, marked: number, drawn: number, all: number): number {
  if (all === 0 || marked === 0 || drawn === 0 || marked === all || drawn === all) return 0; // one outcome only
  const p = drawn / all;
  return logBinomial(k, marked, p) + logBinomial(drawn - k, all - marked, p) - logBinomial(drawn, all, p);
}

/** ln of the binomial probability of k in n with 0 < p < 1. */
function logBinomial(k: number, n: number, p: number): number {
  const q = 1 - p;
  if (k === 0) return n === 0 ? 0 : p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q);
  if (k === n) return q < 0.1 ? -deviance(n, n * p) - n * q : n * Math.log(p);
  const error = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  return (
    error - deviance(k, n * p) - deviance(n - k, n * q) + 0.5 * Math.log(n / (2 * Math.PI * k * (n - k)))
  );
}

/** ln n! less Stirling's formula ln(√(2πn) (n/e)ⁿ). */
function stirlingError(n: number): number {
  if (n <= 15) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI);
  const y = 1 / (n * n);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / n;
}

/** x ln(x/m) + m − x, without loss of digits for x near m. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
