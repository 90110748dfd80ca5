import { type Adjustment, adjust } from "../stats/adjust.js";
import { chiSquareTail } from "../stats/chi-square.js";
import { type FisherTest, fisherExact } from "../stats/fisher.js";
import { chiSquareTailLog10 } from "../stats/log-tail.js";
import { type Correction, keynessTable, signedChiSquare, signedG2, signedG2TwoTerm } from "./contingency.js";
import {
  bayesFactorBic,
  logRatio,
  logRatioInterval,
  oddsRatio,
  percentDifference,
  type ZeroRule,
} from "./effect-sizes.js";
import { byCodePoint, type DocumentFeatureMatrix, eachCell } from "./matrix.js";

/** Frequencies of terms in a corpus, and its size where that is more than their sum. */
export interface TermFrequencies {
  readonly counts: ReadonlyMap<string, number>;
  /** counted tokens of the corpus; default the sum of the counts */
  readonly total?: number;
}

/**
 * The frequencies of a document-feature matrix, each document with its weight.
 *
 * @param matrix counts by document
 * @returns counts of the terms that occur
 */
export function matrixFrequencies(matrix: DocumentFeatureMatrix): TermFrequencies {
  const counts = new Map<string, number>();
  eachCell(matrix, (row, column, n) => {
    const weighted = n * matrix.weights[row]!;
    const term = matrix.terms[column]!;
    if (weighted > 0) counts.set(term, (counts.get(term) ?? 0) + weighted);
  });
  return { counts };
}

/** One term compared between a target and a reference corpus. */
export interface KeynessRow {
  readonly term: string;
  readonly target_count: number;
  readonly reference_count: number;
  readonly target_total: number;
  readonly reference_total: number;
  /** signed, above 0 where the term is more frequent in the target */
  readonly g2: number | null;
  /** upper tail of χ²(1) at |g2| */
  readonly p: number | null;
  /** p adjusted for the number of terms */
  readonly p_adjusted: number | null;
  /** log₂ of the ratio of rates, 0.5 for a count of 0 */
  readonly log_ratio: number | null;
  /** exact limits of the log ratio, corrected for the number of terms; null also for an open end */
  readonly log_ratio_lower: number | null;
  readonly log_ratio_upper: number | null;
  /** the limit nearer to 0, 0 where the interval holds 0 */
  readonly log_ratio_conservative: number | null;
  /** log₁₀ p, also where p is too small for a number */
  readonly log10_p: number | null;
  readonly g2_two_term: number | null;
  readonly chi2: number | null;
  /** every |O − E| less ½ (Yates), whatever the expected counts */
  readonly chi2_yates: number | null;
  readonly percent_difference: number | null;
  readonly odds_ratio: number | null;
  /** |g2| − ln N */
  readonly bic: number | null;
  readonly note: string;
}

export interface KeynessOptions {
  /** correction of g2 and p; default `none` */
  readonly correction?: Correction;
  /** adjustment of p for the number of terms; default `holm` */
  readonly adjustment?: Adjustment;
  /** level of the intervals before correction for the number of terms; default 0.95 */
  readonly level?: number;
  /** default `hardie` */
  readonly zero?: ZeroRule;
  /** leave out terms with a smaller sum of both counts; default 1. They are not counted as tests either */
  readonly minCount?: number;
}

/**
 * Keyness of every term of two corpora: how far its rate in the target departs from that in the reference.
 *
 * Tokens are taken as independent, which they are not: p-values come out too small (see `documentKeyness`). Terms are
 * ordered by the conservative log ratio, then g2, then code point.
 *
 * @param target frequencies of the corpus in question
 * @param reference frequencies to compare with
 * @param options see `KeynessOptions`
 * @returns one row a term of either corpus; statistics are null with a note where a corpus is empty
 * @throws RangeError when a count is above its total
 * @example
 * keyness({ counts: new Map([["罚款", 3]]) }, { counts: new Map() })[0].note // "the reference is empty"
 * @see Rayson and Garside 2000, doi:10.3115/1117729.1117730; Hardie 2014; Evert 2022, Measuring keyness, doi:10.17605/OSF.IO/CY6MW
 */
export function keyness(
  target: TermFrequencies,
  reference: TermFrequencies,
  options: KeynessOptions = {},
): KeynessRow[] {
  const { correction = "none", adjustment = "holm", level = 0.95, zero = "hardie", minCount = 1 } = options;
  const [n1, n2] = [size(target), size(reference)];
  const terms = termsOfBoth(target, reference, minCount);
  const empty = n1 === 0 ? "the target is empty" : n2 === 0 ? "the reference is empty" : "";
  const rows = terms.map((term): Omit<KeynessRow, "p_adjusted"> => {
    const [a, b] = [target.counts.get(term) ?? 0, reference.counts.get(term) ?? 0];
    const table = keynessTable(a, b, n1, n2);
    const g2 = signedG2(table, correction);
    const interval = logRatioInterval(table, { level, comparisons: terms.length });
    return {
      term,
      target_count: a,
      reference_count: b,
      target_total: n1,
      reference_total: n2,
      g2,
      p: g2 === null ? null : chiSquareTail(Math.abs(g2), 1),
      log_ratio: logRatio(table, zero),
      log_ratio_lower: interval.lower,
      log_ratio_upper: interval.upper,
      log_ratio_conservative: interval.conservative,
      log10_p: g2 === null ? null : chiSquareTailLog10(Math.abs(g2)),
      g2_two_term: signedG2TwoTerm(table),
      chi2: signedChiSquare(table),
      chi2_yates: signedChiSquare(table, "yates"),
      percent_difference: percentDifference(table),
      odds_ratio: oddsRatio(table),
      bic: g2 === null ? null : bayesFactorBic(g2, n1 + n2),
      note: empty || noteOf(a, b),
    };
  });
  const adjusted = adjust(
    rows.map((row) => row.p),
    adjustment,
  );
  return rows.map((row, i) => ({ ...row, p_adjusted: adjusted[i] ?? null })).sort(strongestFirst);
}

/** The terms that occur, and at least `minCount` times in both corpora together. */
export function termsOfBoth(target: TermFrequencies, reference: TermFrequencies, minCount = 1): string[] {
  const count = (term: string) => (target.counts.get(term) ?? 0) + (reference.counts.get(term) ?? 0);
  const terms = new Set([...target.counts.keys(), ...reference.counts.keys()]);
  return [...terms].filter((term) => count(term) >= Math.max(minCount, Number.MIN_VALUE));
}

function size({ counts, total }: TermFrequencies): number {
  return total ?? [...counts.values()].reduce((sum, n) => sum + n, 0);
}

function noteOf(a: number, b: number): string {
  if (b === 0) return "not in the reference: 0.5 stands for 0 in log_ratio, the interval is open above";
  if (a === 0) return "not in the target: 0.5 stands for 0 in log_ratio, the interval is open below";
  return "";
}

function strongestFirst(x: KeynessRow, y: KeynessRow): number {
  return (
    (y.log_ratio_conservative ?? 0) - (x.log_ratio_conservative ?? 0) ||
    (y.g2 ?? 0) - (x.g2 ?? 0) ||
    byCodePoint(x.term, y.term)
  );
}

/** Fisher's exact test of a keyness row (slow for counts in the hundred thousands, so only on demand). */
export function keynessFisher(
  row: Pick<KeynessRow, "target_count" | "reference_count" | "target_total" | "reference_total">,
): FisherTest {
  const { o11, o12, o21, o22 } = keynessTable(
    row.target_count,
    row.reference_count,
    row.target_total,
    row.reference_total,
  );
  return fisherExact(o11, o12, o21, o22);
}
