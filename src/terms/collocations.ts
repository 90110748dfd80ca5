import { association } from "./association.js";
import { pairTable } from "./contingency.js";
import { lambdaOfCells, ones } from "./lambda.js";
import { byCodePoint } from "./matrix.js";

/** Words that follow one another, with scores of how firmly. */
export interface Collocation {
  readonly terms: readonly string[];
  readonly count: number;
  /** occurrences inside a longer n-gram of the sizes looked at */
  readonly count_nested: number;
  /** log₂(O/E), E from independent words (for pairs: from the pairs' margins) */
  readonly pmi: number | null;
  readonly npmi: number | null;
  /** (O − E)/√O */
  readonly t_score: number | null;
  /** (O − E)/√E */
  readonly z_score: number | null;
  /** 14 + log₂(K · O / Σ frequencies of the words in their places) */
  readonly log_dice: number | null;
  /** signed, pairs only */
  readonly g2: number | null;
  /** upper tail of χ²(1) at |g2|, pairs only */
  readonly p: number | null;
  readonly lambda: number;
  /** λ over its standard error */
  readonly z: number;
  readonly note: string;
}

export interface CollocationOptions {
  /** numbers of words, 2 to 4; default [2] */
  readonly sizes?: readonly number[];
  /** fewest occurrences; default 2 */
  readonly minCount?: number;
  /** n-grams with a term for which this is false are not scored; they still count as contexts. Default: all are scored */
  readonly scored?: (term: string) => boolean;
}

/**
 * Collocations by adjacency: n-grams of words that follow one another more often than by chance.
 *
 * Contexts are all n-grams of the same size in the same runs; nothing crosses a run (a clause, or what stands between two
 * signs). Margins are those of the places in the n-grams, so a pair's table is (first here, second there).
 *
 * @param runs lists of terms
 * @param options see `CollocationOptions`
 * @returns rows by falling z of λ, then count, then code point
 * @throws RangeError when a size is not 2, 3 or 4
 * @example
 * collocations([["计划", "生育"], ["计划", "生育"], ["工作", "计划"]])[0].count // 2
 * @see Blaheta and Johnson 2001; Evert 2008, Corpora and collocations, doi:10.1515/9783110213881.2.1212
 */
export function collocations(
  runs: readonly (readonly string[])[],
  { sizes = [2], minCount = 2, scored = () => true }: CollocationOptions = {},
): Collocation[] {
  const distinct = [...new Set(sizes)].sort((a, b) => a - b);
  for (const size of distinct) {
    if (![2, 3, 4].includes(size)) throw new RangeError(`collocations requires sizes 2 to 4, got ${size}`);
  }
  const rows = distinct.flatMap((size) => {
    const places = placeCounts(runs, size);
    const nested = nestedCounts(runs, size, distinct.at(-1)!, scored);
    return [...places.grams]
      .filter(([key, count]) => count >= minCount && key.split("\t").every(scored))
      .map(([key, count]) => score(key.split("\t"), count, nested.get(key) ?? 0, places));
  });
  return rows.sort(
    (a, b) => b.z - a.z || b.count - a.count || byCodePoint(a.terms.join("\t"), b.terms.join("\t")),
  );
}

interface Places {
  readonly all: number;
  readonly grams: ReadonlyMap<string, number>;
  /** counts of n-grams that agree in the places of a pattern, by pattern, then by the agreeing words */
  readonly patterns: readonly ReadonlyMap<string, number>[];
}

function placeCounts(runs: readonly (readonly string[])[], size: number): Places {
  const patterns = Array.from({ length: 2 ** size }, () => new Map<string, number>());
  let all = 0;
  for (const run of runs) {
    for (let i = 0; i + size <= run.length; i++) {
      all++;
      for (let pattern = 1; pattern < patterns.length; pattern++) {
        const key = restrict(run.slice(i, i + size), pattern);
        patterns[pattern]!.set(key, (patterns[pattern]!.get(key) ?? 0) + 1);
      }
    }
  }
  return { all, grams: patterns.at(-1)!, patterns };
}

/** The words in the places where the pattern has a 1, first place most significant. */
function restrict(gram: readonly string[], pattern: number): string {
  return gram.filter((_, i) => (pattern >> (gram.length - 1 - i)) & 1).join("\t");
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

function score(terms: readonly string[], count: number, count_nested: number, places: Places): Collocation {
  const size = terms.length;
  const full = 2 ** size - 1;
  const agreeing = (pattern: number) =>
    pattern === 0 ? places.all : (places.patterns[pattern]!.get(restrict(terms, pattern)) ?? 0);
  // exactly these places agree: inclusion and exclusion over the patterns that contain this one
  const cells = Array.from({ length: full + 1 }, (_, pattern) => {
    let exactly = 0;
    for (let larger = pattern; larger <= full; larger++) {
      if ((larger & pattern) === pattern)
        exactly += (ones(larger ^ pattern) % 2 === 0 ? 1 : -1) * agreeing(larger);
    }
    return exactly;
  });
  const singles = terms.map((_, i) => agreeing(1 << (size - 1 - i)));
  const expected = singles.reduce((product, n) => (product * n) / places.all, places.all);
  const pair = size === 2 ? association(pairTable(count, singles[0]!, singles[1]!, places.all)) : null;
  const pmi = Math.log2(count / expected);
  const share = -Math.log2(count / places.all);
  return {
    terms,
    count,
    count_nested,
    pmi,
    npmi: share === 0 ? 1 : pmi / ((size - 1) * share),
    t_score: (count - expected) / Math.sqrt(count),
    z_score: (count - expected) / Math.sqrt(expected),
    log_dice: 14 + Math.log2((size * count) / singles.reduce((sum, n) => sum + n, 0)),
    g2: pair?.g2 ?? null,
    p: pair?.p ?? null,
    ...lambdaOfCells(cells),
    note:
      pair === null ? "g2 is for pairs" : pair.g2 === null ? "every pair begins or ends with one word" : "",
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
