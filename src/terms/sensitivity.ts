import { kendall, spearman } from "../stats/correlation.js";
import { countTerms, type TermRow } from "./counts.js";
import type { Dictionary } from "./dictionary.js";
import { keyness } from "./keyness.js";
import { byCodePoint } from "./matrix.js";
import { createSegmenter, type Segmenter } from "./segmenter.js";
import { type Selection, selectTerms } from "./selection.js";

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

/** A text to be cut by several segmenters. */
export interface PlainText {
  readonly id: string;
  readonly text: string;
  /** default 1 */
  readonly weight?: number;
  /** whether the text belongs to the target of a comparison of rates; default false */
  readonly target?: boolean;
}

/** One segmenter of a sensitivity report with its table and its comparison with the first segmenter. */
export interface SensitivityRow extends RankingComparison {
  /** `terms`: by rate; `keyness`: by signed G² of the target texts against the others */
  readonly table: "terms" | "keyness";
  readonly segmenter: string;
  /** engine and version */
  readonly engine: string;
  readonly fingerprint: string;
  readonly tokens: number;
  readonly types: number;
}

/**
 * Whether headline tables depend on the segmenter: the same texts under several, each set against the first.
 *
 * Two tables: the most frequent terms, and, where some texts are marked as target, the key terms of those.
 *
 * @param texts texts, as repaired
 * @param segmenters named segmenters, the one in use first
 * @param options selection of terms, and how many terms to compare (default 30)
 * @returns a row a table and segmenter, the first compared with itself
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
  const split = texts.some((text) => text.target) && texts.some((text) => !text.target);
  const results = entries.map(([name, segmenter]) => {
    const counted = texts.map(({ id, text, weight = 1, target = false }) => ({
      id,
      weight,
      target,
      terms: selectTerms(segmenter.segment(text), selection),
    }));
    const rows = countTerms(counted);
    const side = (target: boolean) => ({
      counts: new Map(
        countTerms(counted.filter((text) => text.target === target)).map((r) => [r.term, r.count]),
      ),
    });
    const keys = split
      ? keyness(side(true), side(false)).map(({ term, g2 }) => ({ term, value: g2 ?? 0 }))
      : [];
    keys.sort((a, b) => b.value - a.value || byCodePoint(a.term, b.term));
    return { name, segmenter, rows, rankings: { terms: byRate(rows), keyness: keys } };
  });
  const first = results[0]!;
  const tables = split ? (["terms", "keyness"] as const) : (["terms"] as const);
  return tables.flatMap((table) =>
    results.map(({ name, segmenter, rows, rankings }) => ({
      table,
      segmenter: name,
      engine: `${segmenter.engine} ${segmenter.version}`,
      fingerprint: segmenter.fingerprint,
      tokens: rows.reduce((sum, row) => sum + row.count, 0),
      types: rows.length,
      ...compareRankings(first.rankings[table], rankings[table], { top, names: [first.name, name] }),
    })),
  );
}

/**
 * The segmenters of a sensitivity report: the one in use (jieba with our dictionary), then without the dictionary, with
 * guessing (HMM), jieba as it comes, character bigrams, and ICU, whose words change with the version of Node.
 */
export function comparedSegmenters(dictionary: Dictionary, icu = true): Record<string, Segmenter> {
  return {
    "jieba + dictionary": createSegmenter({ dictionary, hmm: false }),
    jieba: createSegmenter({ hmm: false }),
    "jieba + dictionary + HMM": createSegmenter({ dictionary }),
    "jieba + HMM": createSegmenter(),
    "character bigrams": createSegmenter({ engine: "bigrams" }),
    ...(icu && { ICU: createSegmenter({ engine: "icu" }) }),
  };
}
