import { frequenciesOf } from "./diversity.js";
import { expectedTypes } from "./rarefaction.js";

/**
 * The moving-average type-token ratio: the mean TTR of all windows of a given length.
 *
 * @param terms tokens in order
 * @param window tokens in a window, whole number of at least 1; default 100
 * @returns MATTR; null for a text shorter than the window (it is not shortened)
 * @throws RangeError when the window is below 1
 * @example
 * mattr(["one", "one", "two", "one", "one", "two", "one"], 3) // 0.666666666667
 * @see Covington and McFall 2010, Journal of Quantitative Linguistics 17: 94–100, doi:10.1080/09296171003643098
 */
export function mattr(terms: readonly string[], window = 100): number | null {
  requireWindow("mattr", window);
  if (terms.length < window) return null;
  const counts = new Map<string, number>();
  let sum = 0;
  terms.forEach((term, i) => {
    counts.set(term, (counts.get(term) ?? 0) + 1);
    const leaving = terms[i - window];
    if (leaving !== undefined) {
      const left = counts.get(leaving)! - 1;
      if (left === 0) counts.delete(leaving);
      else counts.set(leaving, left);
    }
    if (i >= window - 1) sum += counts.size / window;
  });
  return sum / (terms.length - window + 1);
}

/**
 * The mean segmental type-token ratio: the mean TTR of consecutive segments; an incomplete last segment is dropped.
 *
 * @param terms tokens in order
 * @param segment tokens in a segment; default 100
 * @returns MSTTR; null for a text shorter than a segment
 * @throws RangeError when the segment is below 1
 * @example
 * msttr(["a", "b", "a", "b", "c", "c", "a", "b"], 4) // 0.625
 */
export function msttr(terms: readonly string[], segment = 100): number | null {
  requireWindow("msttr", segment);
  const segments = Math.floor(terms.length / segment);
  if (segments === 0) return null;
  let sum = 0;
  for (let i = 0; i < segments; i++)
    sum += new Set(terms.slice(i * segment, (i + 1) * segment)).size / segment;
  return sum / segments;
}

/**
 * The measure of textual lexical diversity: the mean length of runs whose TTR stays above a threshold.
 *
 * A factor is complete when TTR ≤ threshold; the rest counts (1 − TTR)/(1 − threshold) of one; the mean of both directions.
 *
 * @param terms tokens in order
 * @param threshold in (0, 1); default 0.72
 * @returns tokens per factor; null for an empty text or one in which no word occurs twice
 * @throws RangeError when the threshold is outside (0, 1)
 * @see McCarthy and Jarvis 2010, Behavior Research Methods 42: 381–392, doi:10.3758/BRM.42.2.381
 */
export function mtld(terms: readonly string[], threshold = 0.72): number | null {
  if (!(threshold > 0 && threshold < 1))
    throw new RangeError(`mtld requires a threshold in (0, 1), got ${threshold}`);
  const forward = factors(terms, threshold);
  const backward = factors([...terms].reverse(), threshold);
  if (terms.length === 0 || forward === 0 || backward === 0) return null;
  return (terms.length / forward + terms.length / backward) / 2;
}

function factors(terms: readonly string[], threshold: number): number {
  let complete = 0;
  let types = new Set<string>();
  let tokens = 0;
  for (const term of terms) {
    types.add(term);
    tokens++;
    if (types.size / tokens <= threshold) {
      complete++;
      types = new Set();
      tokens = 0;
    }
  }
  return tokens === 0 ? complete : complete + (1 - types.size / tokens) / (1 - threshold);
}

/**
 * HD-D: the expected type-token ratio of a random sample of the text (see `expectedTypes`).
 *
 * @param terms tokens
 * @param draws size of the sample, whole number of at least 1; default 42
 * @returns HD-D in (0, 1]; null for a text shorter than the sample
 * @throws RangeError when draws is below 1
 * @see McCarthy and Jarvis 2007, Language Testing 24: 459–488, doi:10.1177/0265532207080767
 */
export function hdd(terms: readonly string[], draws = 42): number | null {
  requireWindow("hdd", draws);
  const expected = expectedTypes(frequenciesOf(terms), draws);
  return expected && expected.types / draws;
}

function requireWindow(name: string, window: number): void {
  if (!Number.isInteger(window) || window < 1)
    throw new RangeError(`${name} requires a length of at least 1, got ${window}`);
}
