/**
 * The n-grams or skip-grams of a run of terms.
 *
 * With `skips` [0, 1] every step may pass over none or one term, so size 2 gives A B and A C of A B C (quanteda's rule).
 *
 * @param run terms in order; give clauses one by one where n-grams must not cross them
 * @param size terms in each, at least 1; default 2
 * @param skips how many terms a step may pass over; default [0]
 * @returns n-grams in the order of their first term
 * @throws RangeError when size or a skip is no whole number in range
 * @example
 * nGrams(["a", "b", "c"], 2, [0, 1]) // [["a", "b"], ["a", "c"], ["b", "c"]]
 */
export function nGrams(run: readonly string[], size = 2, skips: readonly number[] = [0]): string[][] {
  if (!Number.isInteger(size) || size < 1)
    throw new RangeError(`nGrams requires a size of at least 1, got ${size}`);
  for (const skip of skips) {
    if (!Number.isInteger(skip) || skip < 0)
      throw new RangeError(`nGrams requires skips of at least 0, got ${skip}`);
  }
  const steps = [...new Set(skips)].sort((a, b) => a - b);
  const grams: string[][] = [];
  const extend = (gram: string[], at: number): void => {
    if (gram.length === size) {
      grams.push(gram);
      return;
    }
    for (const skip of steps) {
      const next = at + skip + 1;
      if (next < run.length) extend([...gram, run[next]!], next);
    }
  };
  for (let i = 0; i < run.length; i++) extend([run[i]!], i);
  return grams;
}
