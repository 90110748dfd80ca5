import { kendall, spearman } from "../stats/correlation.js";
import type { TermRow } from "./counts.js";

/** A term with the value that it is ranked by. */
export interface RankedTerm {
  readonly term: string;
  readonly value: number;
}

/** The terms of a table with their rate, for `compareRankings`. */
export function byRate(rows: readonly TermRow[]): RankedTerm[] {
  return rows.map(({ term, per_million }) => ({ term, value: per_million }));
}

/** How two rankings of terms differ at their heads. */
export interface RankingComparison {
  readonly a: string;
  readonly b: string;
  /** how many terms of each head are compared */
  readonly top: number;
  /** terms in both heads */
  readonly shared: number;
  /** Spearman's ρ and Kendall's τ-b of the values of all terms in either head (a term that is missing has the value 0) */
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** in the head of b, not of a; and the other way round; by rank */
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly note: string;
}

/**
 * Compares the heads of two rankings of terms: with and without duplicates, under two segmenters.
 *
 * @param a first ranking, largest value first (see `byRate`)
 * @param b second ranking
 * @param options names of both, and how many terms to compare (default 30)
 * @returns correlation, and the terms that come and go
 * @example
 * compareRankings([], []).note // "both rankings are empty"
 */
export function compareRankings(
  a: readonly RankedTerm[],
  b: readonly RankedTerm[],
  options: { readonly top?: number; readonly names?: readonly [string, string] } = {},
): RankingComparison {
  const { top = 30, names = ["a", "b"] } = options;
  const heads = [a.slice(0, top).map((row) => row.term), b.slice(0, top).map((row) => row.term)] as const;
  const union = [...new Set([...heads[0], ...heads[1]])];
  const values = [a, b].map((rows) => new Map(rows.map((row) => [row.term, row.value])));
  const [x, y] = values.map((value) => union.map((term) => value.get(term) ?? 0));
  const inA = new Set(heads[0]);
  const inB = new Set(heads[1]);
  const rho = spearman(x!, y!);
  return {
    a: names[0],
    b: names[1],
    top,
    shared: heads[0].filter((term) => inB.has(term)).length,
    spearman: rho,
    kendall: kendall(x!, y!),
    entered: heads[1].filter((term) => !inA.has(term)),
    left: heads[0].filter((term) => !inB.has(term)),
    note:
      union.length === 0
        ? "both rankings are empty"
        : rho === null
          ? "all values of one ranking are equal"
          : "",
  };
}
