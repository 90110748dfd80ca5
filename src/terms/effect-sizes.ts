import { betaQuantile } from "../stats/beta.js";
import { normalQuantile } from "../stats/normal.js";
import { margins, signedG2TwoTerm, type Table } from "./contingency.js";

/** What stands in for a count of 0 in a log ratio: 0.5 in the empty cell (Hardie), 0.5 added to all (Walter), or nothing. */
export type ZeroRule = "hardie" | "walter" | "none";

/**
 * The log ratio: how many times the rate doubles from reference to target.
 *
 * log₂((a/N₁)/(b/N₂)). `hardie` (default) puts 0.5 for a count of 0, on either side; `walter` adds 0.5 to every count and
 * total; `none` gives null.
 *
 * @param table keyness table
 * @param zero rule for empty cells; default `hardie`
 * @returns log₂ of the ratio of rates; null where a total is 0, both counts are 0, or a count is 0 under `none`
 * @example
 * logRatio({ o11: 10, o12: 0, o21: 0, o22: 90 }) // 7.491853
 * @see Hardie 2014, CASS briefings: Log Ratio
 * @see Walter 1975, Biometrika 62: 371–374, doi:10.1093/biomet/62.2.371
 */
export function logRatio(table: Table, zero: ZeroRule = "hardie"): number | null {
  const { r1, r2, c1 } = margins(table);
  if (r1 === 0 || r2 === 0 || c1 === 0) return null;
  if (zero === "walter") {
    return Math.log2((table.o11 + 0.5) / (r1 + 0.5)) - Math.log2((table.o21 + 0.5) / (r2 + 0.5));
  }
  if (zero === "none" && table.o11 * table.o21 === 0) return null;
  return Math.log2((table.o11 || 0.5) / r1 / ((table.o21 || 0.5) / r2));
}

/** Interval of a log ratio, corrected for the number of terms looked at. */
export interface LogRatioInterval {
  /** −∞ is null */
  readonly lower: number | null;
  /** ∞ is null */
  readonly upper: number | null;
  /** the limit nearer to 0, or 0 where the interval holds 0 (Evert's LRC) */
  readonly conservative: number | null;
}

export interface IntervalOptions {
  /** level before correction, in (0, 1); default 0.95 */
  readonly level?: number;
  /** number of terms looked at m; default 1 (no correction) */
  readonly comparisons?: number;
  /** `bonferroni` α/m (default) or `sidak` 1 − (1 − α)^(1/m) */
  readonly correction?: "bonferroni" | "sidak";
  /** `exact` by beta quantiles (default) or `normal` approximation */
  readonly method?: "exact" | "normal";
}

/**
 * The interval of the log ratio, and the conservative log ratio (LRC).
 *
 * Given a + b, a is binomial with odds (ratio of rates · N₁/N₂), so with q the beta quantiles α/2 of Beta(a, b + 1) and
 * 1 − α/2 of Beta(a + 1, b) the limits are log₂(q/(1 − q) · N₂/N₁). `normal`: log ratio ± z √(1/a + 1/b − 1/N₁ − 1/N₂) / ln 2,
 * 0.5 for a count of 0.
 *
 * @param table keyness table
 * @param options see `IntervalOptions`
 * @returns limits and LRC; all null where a total is 0 or both counts are 0
 * @throws RangeError when level or comparisons are out of range
 * @see Evert, Dykes and Peters 2018, A quantitative evaluation of keyword measures
 */
export function logRatioInterval(table: Table, options: IntervalOptions = {}): LogRatioInterval {
  const { level = 0.95, comparisons = 1, correction = "bonferroni", method = "exact" } = options;
  if (!(level > 0 && level < 1) || !(comparisons >= 1)) {
    throw new RangeError(
      `logRatioInterval requires a level in (0, 1) and comparisons >= 1, got ${level} and ${comparisons}`,
    );
  }
  const { r1, r2, c1 } = margins(table);
  if (r1 === 0 || r2 === 0 || c1 === 0) return { lower: null, upper: null, conservative: null };
  const alpha = 1 - level;
  const each = correction === "sidak" ? -Math.expm1(Math.log1p(-alpha) / comparisons) : alpha / comparisons;
  const { lower, upper } = method === "normal" ? normalLimits(table, each) : exactLimits(table, each);
  const conservative = lower !== null && lower > 0 ? lower : upper !== null && upper < 0 ? upper : 0;
  return { lower, upper, conservative };
}

function exactLimits(table: Table, alpha: number): { lower: number | null; upper: number | null } {
  const { r1, r2 } = margins(table);
  const [a, b] = [table.o11, table.o21];
  const shift = Math.log2(r2 / r1);
  const below = a === 0 ? 0 : betaQuantile(alpha / 2, a, b + 1);
  const above = b === 0 ? 0 : betaQuantile(alpha / 2, b, a + 1); // 1 − upper quantile, with all its digits
  return {
    lower: a === 0 ? null : Math.log2(below) - Math.log1p(-below) / Math.LN2 + shift,
    upper: b === 0 ? null : Math.log1p(-above) / Math.LN2 - Math.log2(above) + shift,
  };
}

function normalLimits(table: Table, alpha: number): { lower: number; upper: number } {
  const { r1, r2 } = margins(table);
  const [a, b] = [table.o11 || 0.5, table.o21 || 0.5];
  const variance = 1 / a + 1 / b - 1 / r1 - 1 / r2;
  const half = (-normalQuantile(alpha / 2) * Math.sqrt(variance)) / Math.LN2;
  const centre = Math.log2(a / r1 / (b / r2));
  return { lower: centre - half, upper: centre + half };
}

/** %DIFF = 100 (rate₁ − rate₂)/rate₂; null where the term is not in the reference (Gabrielatos and Marchi 2011). */
export function percentDifference(table: Table): number | null {
  const { r1, r2 } = margins(table);
  return r1 === 0 || table.o21 === 0 ? null : 100 * ((table.o11 / r1 / table.o21) * r2 - 1);
}

/** (rate₁ − rate₂)/(rate₁ + rate₂), from −1 to 1; null where both are 0 (Hofland and Johansson 1982). */
export function differenceCoefficient(table: Table): number | null {
  const { r1, r2 } = margins(table);
  if (r1 === 0 || r2 === 0 || table.o11 + table.o21 === 0) return null;
  const [p, q] = [table.o11 / r1, table.o21 / r2];
  return (p - q) / (p + q);
}

/** (rate₁ + k)/(rate₂ + k) with rates per million; null where a total is 0 (Kilgarriff 2009, simple maths). */
export function simpleMaths(table: Table, k = 1): number | null {
  const { r1, r2 } = margins(table);
  return r1 === 0 || r2 === 0 ? null : ((1e6 * table.o11) / r1 + k) / ((1e6 * table.o21) / r2 + k);
}

/** Sample odds ratio (a/b)/(c/d); null where b·c is 0. */
export function oddsRatio({ o11, o12, o21, o22 }: Table): number | null {
  return o12 * o21 === 0 ? null : (o11 / o12) * (o22 / o21);
}

/** ΔP = O₁₁/R₁ − O₂₁/R₂: how much the row raises the probability of the column; null where a row is empty (Gries 2013). */
export function deltaP(table: Table): number | null {
  const { r1, r2 } = margins(table);
  return r1 === 0 || r2 === 0 ? null : table.o11 / r1 - table.o21 / r2;
}

/** BIC approximation to the Bayes factor, |G²| − ln N with one degree of freedom; above 2 is positive evidence (Wilson 2013). */
export function bayesFactorBic(g2: number, n: number): number {
  return Math.abs(g2) - Math.log(n);
}

/** Effect size of the 2-term G²: G²/(N ln min E), between 0 and 1; null where min E ≤ 1 (Johnston, Berry and Mielke 2006). */
export function effectOfLikelihood(table: Table): number | null {
  const { n, e11, e21 } = margins(table);
  const least = Math.min(e11, e21);
  const g2 = signedG2TwoTerm(table);
  return g2 === null || least <= 1 ? null : Math.abs(g2) / (n * Math.log(least));
}

/** Weighted log-odds of two corpora under a Dirichlet prior. */
export interface WeightedLogOdds {
  readonly delta: number;
  readonly z: number;
}

/**
 * The log-odds ratio with an informative Dirichlet prior ("fightin' words").
 *
 * δ = ln((y₁+α)/(n₁+α₀−y₁−α)) − ln((y₂+α)/(n₂+α₀−y₂−α)), z = δ/√(1/(y₁+α) + 1/(y₂+α)).
 *
 * @param table keyness table
 * @param alpha prior count of the term, above 0
 * @param alpha0 prior count of all terms, above alpha
 * @returns δ and z
 * @throws RangeError outside these ranges
 * @see Monroe, Colaresi and Quinn 2008, Political Analysis 16: 372–403, doi:10.1093/pan/mpn018, equations 16 and 22
 */
export function weightedLogOdds(table: Table, alpha: number, alpha0: number): WeightedLogOdds {
  if (!(alpha > 0 && alpha0 > alpha)) {
    throw new RangeError(`weightedLogOdds requires 0 < alpha < alpha0, got ${alpha} and ${alpha0}`);
  }
  const { r1, r2 } = margins(table);
  const odds = (y: number, n: number) => (y + alpha) / (n + alpha0 - y - alpha);
  const delta = Math.log(odds(table.o11, r1)) - Math.log(odds(table.o21, r2));
  return { delta, z: delta / Math.sqrt(1 / (table.o11 + alpha) + 1 / (table.o21 + alpha)) };
}
