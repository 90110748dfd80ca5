import { kendall, spearman } from "../stats/correlation.js";
import { countTerms, type TermRow } from "./counts.js";
import type { Segmenter } from "./segmenter.js";
import { type Selection, selectTerms } from "./selection.js";

/** How two tables of term frequencies differ at their heads. */
export interface RankingComparison {
  readonly a: string;
  readonly b: string;
  /** how many terms of each head are compared */
  readonly top: number;
  /** terms in both heads */
  readonly shared: number;
  /** Spearman's ρ and Kendall's τ-b of the rates of all terms in either head (a term that is missing has rate 0) */
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** in the head of b, not of a; and the other way round; by rank */
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly note: string;
}

/**
 * Compares the heads of two tables of term frequencies: with and without duplicates, under two segmenters.
 *
 * @param a first table, sorted by `countTerms`
 * @param b second table
 * @param options names of both, and how many terms to compare (default 30)
 * @returns correlation, and the terms that come and go
 * @example
 * compareRankings([], []).note // "both tables are empty"
 */
export function compareRankings(
  a: readonly TermRow[],
  b: readonly TermRow[],
  options: { readonly top?: number; readonly names?: readonly [string, string] } = {},
): RankingComparison {
  const { top = 30, names = ["a", "b"] } = options;
  const heads = [a.slice(0, top).map((row) => row.term), b.slice(0, top).map((row) => row.term)] as const;
  const union = [...new Set([...heads[0], ...heads[1]])];
  const rates = [a, b].map((rows) => new Map(rows.map((row) => [row.term, row.per_million])));
  const [x, y] = rates.map((rate) => union.map((term) => rate.get(term) ?? 0));
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
      union.length === 0 ? "both tables are empty" : rho === null ? "all rates of one table are equal" : "",
  };
}

/** A text to be cut by several segmenters. */
export interface PlainText {
  readonly id: string;
  readonly text: string;
  /** default 1 */
  readonly weight?: number;
}

/** One segmenter of a sensitivity report with its table and its comparison with the first segmenter. */
export interface SensitivityRow extends RankingComparison {
  readonly segmenter: string;
  readonly fingerprint: string;
  readonly tokens: number;
  readonly types: number;
}

/**
 * Whether a table of term frequencies depends on the segmenter: the same texts under several, each set against the first.
 *
 * @param texts texts, as repaired
 * @param segmenters named segmenters, the one in use first
 * @param options selection of terms, and how many terms to compare (default 30)
 * @returns one row a segmenter, the first compared with itself
 * @throws RangeError when no segmenter is given
 */
export function segmenterSensitivity(
  texts: readonly PlainText[],
  segmenters: Readonly<Record<string, Segmenter>>,
  options: { readonly selection?: Selection; readonly top?: number } = {},
): SensitivityRow[] {
  const { selection = {}, top = 30 } = options;
  const entries = Object.entries(segmenters);
  if (entries.length === 0)
    throw new RangeError("segmenterSensitivity requires at least one segmenter, got none");
  const tables = entries.map(([name, segmenter]) => {
    const counted = texts.map(({ id, text, weight = 1 }) => ({
      id,
      weight,
      terms: selectTerms(segmenter.segment(text), selection),
    }));
    return { name, segmenter, rows: countTerms(counted) };
  });
  const first = tables[0]!;
  return tables.map(({ name, segmenter, rows }) => ({
    segmenter: name,
    fingerprint: segmenter.fingerprint,
    tokens: rows.reduce((sum, row) => sum + row.count, 0),
    types: rows.length,
    ...compareRankings(first.rows, rows, { top, names: [first.name, name] }),
  }));
}
