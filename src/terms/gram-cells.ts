import { ones } from "./lambda.js";
import { nGrams } from "./n-grams.js";

/** How often the n-grams of a size occur, and how often they agree in some of their places. */
export interface GramCounts {
  /** all n-grams */
  readonly all: number;
  /** counts by the n-gram's terms, joined by tabs */
  readonly grams: ReadonlyMap<string, number>;
  /** counts of n-grams that agree in the places of a pattern, by pattern, then by the agreeing terms */
  readonly patterns: readonly ReadonlyMap<string, number>[];
}

/**
 * Counts the n-grams of some runs, whole and by every choice of places. Time and memory grow with 2 to the power of the size.
 *
 * @param runs lists of terms; no n-gram crosses a run
 * @param size terms in each
 * @param window how far neighbouring places may stand apart: 1 for words that follow one another
 */
export function countGrams(runs: readonly (readonly string[])[], size: number, window = 1): GramCounts {
  const patterns = Array.from({ length: 2 ** size }, () => new Map<string, number>());
  const skips = Array.from({ length: window }, (_, skip) => skip);
  let all = 0;
  for (const run of runs) {
    for (const gram of nGrams(run, size, skips)) {
      all++;
      for (let pattern = 1; pattern < patterns.length; pattern++) {
        const key = restrict(gram, pattern);
        patterns[pattern]!.set(key, (patterns[pattern]!.get(key) ?? 0) + 1);
      }
    }
  }
  return { all, grams: patterns.at(-1)!, patterns };
}

/** The terms in the places where the pattern has a 1, first place most significant. */
function restrict(gram: readonly string[], pattern: number): string {
  return gram.filter((_, i) => (pattern >> (gram.length - 1 - i)) & 1).join("\t");
}

/**
 * The counts of n-grams that agree with the given terms in exactly the places of each pattern.
 *
 * @param terms one n-gram
 * @param counts see `countGrams`
 * @returns 2ᴷ counts, for `lambdaOfCells` and `mutualIndependence`
 */
export function cellsOf(terms: readonly string[], counts: GramCounts): number[] {
  const full = 2 ** terms.length - 1;
  const agreeing = Array.from({ length: full + 1 }, (_, pattern) =>
    pattern === 0 ? counts.all : (counts.patterns[pattern]!.get(restrict(terms, pattern)) ?? 0),
  );
  // inclusion and exclusion over the patterns that contain this one
  return agreeing.map((_, pattern) => {
    let exactly = 0;
    for (let larger = pattern; larger <= full; larger++) {
      if ((larger & pattern) === pattern)
        exactly += (ones(larger ^ pattern) % 2 === 0 ? 1 : -1) * agreeing[larger]!;
    }
    return exactly;
  });
}
