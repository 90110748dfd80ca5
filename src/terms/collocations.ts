import { cellsOf, countGrams, type GramCounts } from "./gram-cells.js";
import { mutualIndependence } from "./independence.js";
import { lambdaOfCells } from "./lambda.js";
import { byCodePoint } from "./matrix.js";

/** Words that follow one another, or stand near one another in this order, with scores of how firmly. */
export interface Collocation {
  readonly terms: readonly string[];
  readonly count: number;
  /** occurrences inside a longer n-gram of the sizes looked at; 0 where a window is wider than 1 */
  readonly count_nested: number;
  /** log₂(O/E), E = N Π share of each word in its place */
  readonly pmi: number | null;
  readonly npmi: number | null;
  /** (O − E)/√O */
  readonly t_score: number | null;
  /** (O − E)/√E */
  readonly z_score: number | null;
  /** 14 + log₂(K · O / Σ frequencies of the words in their places) */
  readonly log_dice: number | null;
  /** signed G² against independent words (see `mutualIndependence`) */
  readonly g2: number | null;
  /** upper tail of χ²(2ᴷ − K − 1) at |g2| */
  readonly p: number | null;
  readonly lambda: number;
  /** λ over its standard error */
  readonly z: number;
  readonly note: string;
}

export interface CollocationOptions {
  /** numbers of words, 2 to 4; default [2] */
  readonly sizes?: readonly number[];
  /** how far neighbouring words may stand apart: 1 (default) where they follow one another, 3 where up to two words lie between */
  readonly window?: number;
  /** fewest occurrences; default 2 */
  readonly minCount?: number;
  /** n-grams with a term for which this is false are not scored; they still count as contexts. Default: all are scored */
  readonly scored?: (term: string) => boolean;
}

/**
 * Collocations: n-grams of words that follow one another, or stand within a window of one another, more often than by chance.
 *
 * Contexts are all n-grams of the same size and window in the same runs; nothing crosses a run (a clause, or what stands
 * between two signs). Margins are those of the places in the n-grams, so a pair's table is (first here, second there), and
 * no span factor is needed.
 *
 * @param runs lists of terms
 * @param options see `CollocationOptions`
 * @returns rows by falling z of λ, then count, then code point
 * @throws RangeError when a size is not 2, 3 or 4, or the window no whole number above 0
 * @example
 * collocations([["计划", "生育"], ["计划", "生育"], ["工作", "计划"]])[0].count // 2
 * @see Blaheta and Johnson 2001; Evert 2008, Corpora and collocations, doi:10.1515/9783110213881.2.1212
 */
export function collocations(
  runs: readonly (readonly string[])[],
  { sizes = [2], window = 1, minCount = 2, scored = () => true }: CollocationOptions = {},
): Collocation[] {
  if (!Number.isInteger(window) || window < 1)
    throw new RangeError(`collocations requires a window of at least 1, got ${window}`);
  const distinct = [...new Set(sizes)].sort((a, b) => a - b);
  for (const size of distinct) {
    if (![2, 3, 4].includes(size)) throw new RangeError(`collocations requires sizes 2 to 4, got ${size}`);
  }
  const rows = distinct.flatMap((size) => {
    const counts = countGrams(runs, size, window);
    const nested =
      window > 1 ? new Map<string, number>() : nestedCounts(runs, size, distinct.at(-1)!, scored);
    return [...counts.grams]
      .filter(([key, count]) => count >= minCount && key.split("\t").every(scored))
      .map(([key]) => score(key.split("\t"), nested.get(key) ?? 0, counts));
  });
  return rows.sort(
    (a, b) => b.z - a.z || b.count - a.count || byCodePoint(a.terms.join("\t"), b.terms.join("\t")),
  );
}

/** Occurrences of n-grams inside a longer one whose words are all scored. */
function nestedCounts(
  runs: readonly (readonly string[])[],
  size: number,
  largest: number,
  scored: (term: string) => boolean,
): Map<string, number> {
  const nested = new Map<string, number>();
  if (size === largest) return nested;
  for (const run of runs) {
    const good = run.map(scored);
    for (let i = 0; i + size <= run.length; i++) {
      const whole = (from: number) =>
        from >= 0 && from + size < run.length && good.slice(from, from + size + 1).every(Boolean);
      if (!whole(i) && !whole(i - 1)) continue;
      const key = run.slice(i, i + size).join("\t");
      nested.set(key, (nested.get(key) ?? 0) + 1);
    }
  }
  return nested;
}

function score(terms: readonly string[], count_nested: number, counts: GramCounts): Collocation {
  const size = terms.length;
  const cells = cellsOf(terms, counts);
  const { observed, expected, singles, total, g2, p } = mutualIndependence(cells);
  const pmi = Math.log2(observed / expected);
  const share = -Math.log2(observed / total);
  return {
    terms,
    count: observed,
    count_nested,
    pmi,
    npmi: share === 0 ? 1 : pmi / ((size - 1) * share),
    t_score: (observed - expected) / Math.sqrt(observed),
    z_score: (observed - expected) / Math.sqrt(expected),
    log_dice: 14 + Math.log2((size * observed) / singles.reduce((sum, n) => sum + n, 0)),
    g2,
    p,
    ...lambdaOfCells(cells),
    note: g2 === null ? "a word fills its place in every n-gram" : "",
  };
}

/** Runs of terms between the tokens that are left out (signs, numbers), so that n-grams do not jump over them. */
export function splitRuns(terms: readonly (string | null)[]): string[][] {
  const runs: string[][] = [];
  let run: string[] = [];
  for (const term of terms) {
    if (term !== null) run.push(term);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
