import { hypergeometric } from "./hypergeometric.js";

/** Fisher's exact test of a 2×2 table. */
export interface FisherTest {
  /** two-sided: all tables that are no more probable than this one */
  readonly p: number;
  /** probability of a first cell at most as large */
  readonly p_less: number;
  /** probability of a first cell at least as large */
  readonly p_greater: number;
  /** conditional maximum-likelihood odds ratio (as R); null where it is infinite or the table has one outcome only */
  readonly odds_ratio: number | null;
  /** exact interval of the conditional odds ratio; null for an open end */
  readonly lower: number | null;
  readonly upper: number | null;
  /** sample odds ratio ad/bc (as scipy); null where bc = 0 */
  readonly sample_odds_ratio: number | null;
  readonly note: string;
}

/**
 * Fisher's exact test of the 2×2 table a b / c d, with the conditional odds ratio and its exact interval.
 *
 * Given the margins, a is hypergeometric; with odds ratio ω its probabilities are proportional to f(a) ωᵃ, and the estimate
 * is the ω at which the mean of a is the a observed. The two-sided p adds tables up to a relative excess of 1e-7, as R does.
 *
 * @param a first row, first column, whole number
 * @param b first row, second column
 * @param c second row, first column
 * @param d second row, second column
 * @param level of the interval, in (0, 1); default 0.95
 * @returns p-values, odds ratios, interval
 * @throws RangeError when a cell is no whole number of at least 0
 * @example
 * fisherExact(1, 3, 3, 1).p // 0.485714285714
 * @see Fisher 1935, Journal of the Royal Statistical Society 98: 39–82, doi:10.2307/2342435
 */
export function fisherExact(a: number, b: number, c: number, d: number, level = 0.95): FisherTest {
  if (![a, b, c, d].every((n) => Number.isSafeInteger(n) && n >= 0)) {
    throw new RangeError(`fisherExact requires whole numbers of at least 0, got ${a}, ${b}, ${c}, ${d}`);
  }
  const { least, logs } = hypergeometric(a + b, a + c, a + b + c + d);
  const at = a - least;
  const limit = logs[at]! + Math.log1p(1e-7);
  const add = (from: number, to: number) => sumExp(logs.slice(from, to));
  const single = logs.length === 1;
  const tail = (1 - level) / 2;
  const interior = !single && at > 0 && at < logs.length - 1;
  return {
    p: Math.min(1, sumExp(logs.filter((l) => l <= limit))),
    p_less: Math.min(1, add(0, at + 1)),
    p_greater: Math.min(1, add(at, logs.length)),
    odds_ratio: interior ? solve((log) => meanAt(logs, log) - at) : !single && at === 0 ? 0 : null,
    lower: single || at === 0 ? (single ? null : 0) : solve((log) => tailAt(logs, log, at, "up") - tail),
    upper: single || at === logs.length - 1 ? null : solve((log) => tail - tailAt(logs, log, at, "down")),
    sample_odds_ratio: b * c === 0 ? null : (a * d) / (b * c),
    note: single
      ? "the margins allow one table only"
      : at === logs.length - 1
        ? "the odds ratio is infinite"
        : "",
  };
}

/** The ω at which a function that grows with ln ω is 0, by bisection. */
function solve(f: (logOdds: number) => number): number {
  let low = -1;
  let high = 1;
  while (f(low) > 0 && low > -700) low *= 2;
  while (f(high) < 0 && high < 700) high *= 2;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}

function tilted(logs: readonly number[], logOdds: number): number[] {
  const shifted = logs.map((log, i) => log + i * logOdds);
  const top = shifted.reduce((m, l) => Math.max(m, l), -Infinity);
  const raw = shifted.map((l) => Math.exp(l - top));
  const sum = raw.reduce((s, x) => s + x, 0);
  return raw.map((x) => x / sum);
}

function meanAt(logs: readonly number[], logOdds: number): number {
  return tilted(logs, logOdds).reduce((sum, p, i) => sum + p * i, 0);
}

function tailAt(logs: readonly number[], logOdds: number, at: number, side: "up" | "down"): number {
  const p = tilted(logs, logOdds);
  return (side === "up" ? p.slice(at) : p.slice(0, at + 1)).reduce((sum, x) => sum + x, 0);
}

function sumExp(logs: readonly number[]): number {
  const top = logs.reduce((m, l) => Math.max(m, l), -Infinity);
  if (top === -Infinity) return 0;
  return Math.exp(top) * logs.reduce((sum, l) => sum + Math.exp(l - top), 0);
}
