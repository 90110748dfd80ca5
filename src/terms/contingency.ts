/** A 2×2 table: rows target and reference (or first word and other words), columns the term and all else. */
export interface Table {
  readonly o11: number;
  readonly o12: number;
  readonly o21: number;
  readonly o22: number;
}

/** Expected counts, N and margins of a table under independence. */
export interface Margins {
  readonly n: number;
  readonly r1: number;
  readonly r2: number;
  readonly c1: number;
  readonly c2: number;
  readonly e11: number;
  readonly e12: number;
  readonly e21: number;
  readonly e22: number;
}

/**
 * Corrections of the 2×2 statistics.
 *
 * `none`; `yates`: every |O − E| less min(0.5, |O − E|), whatever the expected counts (scipy, R); `quanteda`: the same, but
 * only if some expected count is below 5 and |ad − bc| ≥ N/2 (what quanteda.textstats 0.97.3 does under `default`, for G²
 * too, although its help says Williams); `williams`: G² divided by q (Sokal and Rohlf 1995, 18.3), q = 1 when a cell is 0.
 */
export const CORRECTIONS = ["none", "yates", "quanteda", "williams"] as const;
export type Correction = (typeof CORRECTIONS)[number];

/** The 2×2 table of a term's counts in target and reference of given sizes. */
export function keynessTable(
  target: number,
  reference: number,
  targetTotal: number,
  referenceTotal: number,
): Table {
  const table = { o11: target, o12: targetTotal - target, o21: reference, o22: referenceTotal - reference };
  return requireTable("keynessTable", table);
}

/** The 2×2 table of a pair: joint count, counts of the first and of the second, all pairs. */
export function pairTable(joint: number, first: number, second: number, all: number): Table {
  const table = { o11: joint, o12: first - joint, o21: second - joint, o22: all - first - second + joint };
  return requireTable("pairTable", table);
}

function requireTable(name: string, table: Table): Table {
  for (const [cell, n] of Object.entries(table)) {
    if (!(n >= 0 && Number.isFinite(n)))
      throw new RangeError(`${name} requires counts within their totals, got ${cell} = ${n}`);
  }
  return table;
}

/** Margins and expected counts E = row · column / N; all expected counts are 0 where N is 0. */
export function margins({ o11, o12, o21, o22 }: Table): Margins {
  const [r1, r2, c1, c2] = [o11 + o12, o21 + o22, o11 + o21, o12 + o22];
  const n = r1 + r2;
  const e = (row: number, column: number) => (n === 0 ? 0 : (row / n) * column);
  return { n, r1, r2, c1, c2, e11: e(r1, c1), e12: e(r1, c2), e21: e(r2, c1), e22: e(r2, c2) };
}

/**
 * The signed log-likelihood ratio G² of a 2×2 table (the 4-term form).
 *
 * G² = 2 Σ O ln(O/E) over the four cells, 0 ln 0 = 0, positive where O₁₁ > E₁₁. Its p-value is the upper tail of χ²(1) at |G²|.
 *
 * @param table counts of at least 0
 * @param correction default `none`
 * @returns signed G²; null when a margin is 0, because then nothing is compared
 * @example
 * signedG2({ o11: 10, o12: 90, o21: 5, o22: 195 }) // 7.329811674
 * @see Dunning 1993, Computational Linguistics 19: 61–74
 */
export function signedG2(table: Table, correction: Correction = "none"): number | null {
  const m = margins(table);
  if (m.r1 * m.r2 * m.c1 * m.c2 === 0) return null;
  const d = shift(table, m, correction);
  if (d === table.o11 - m.e11) return 0; // nothing is left, or there was nothing
  const sum =
    information(table.o11 - d, m.e11) +
    information(table.o12 + d, m.e12) +
    information(table.o21 + d, m.e21) +
    information(table.o22 - d, m.e22);
  const q = correction === "williams" ? williams(table, m) : 1;
  return (Math.sign(table.o11 - m.e11) * Math.max(0, 2 * sum)) / q;
}

/**
 * The signed 2-term G² of Rayson and Garside (UCREL, WordSmith): the sum over the two cells of the term only.
 *
 * G² = 2 (a ln(a/E₁) + b ln(b/E₂)), E from the totals; smaller than the 4-term form for frequent terms.
 *
 * @param table keyness table
 * @returns signed G²; null when a margin is 0
 * @example
 * signedG2TwoTerm({ o11: 10, o12: 90, o21: 5, o22: 195 }) // 6.931471806
 * @see Rayson and Garside 2000, Proceedings of the Workshop on Comparing Corpora, 1–6, doi:10.3115/1117729.1117730
 */
export function signedG2TwoTerm(table: Table): number | null {
  const m = margins(table);
  if (m.r1 * m.r2 * m.c1 === 0) return null;
  const sum = information(table.o11, m.e11) + information(table.o21, m.e21);
  return Math.sign(table.o11 - m.e11) * Math.max(0, 2 * sum);
}

/**
 * The signed chi-square of a 2×2 table.
 *
 * χ² = N (|ad − bc| − Nδ)² / (product of the margins), δ = ½ where corrected, positive where O₁₁ > E₁₁.
 *
 * @param table counts of at least 0
 * @param correction default `none`; `williams` is for G² only
 * @returns signed χ²; null when a margin is 0
 * @throws RangeError for the correction `williams`
 * @example
 * signedChiSquare({ o11: 1, o12: 3, o21: 3, o22: 1 }, "yates") // -0.5
 * @see Yates 1934, Supplement to the Journal of the Royal Statistical Society 1: 217–235, doi:10.2307/2983604
 */
export function signedChiSquare(table: Table, correction: Correction = "none"): number | null {
  if (correction === "williams")
    throw new RangeError("signedChiSquare requires none, yates or quanteda, got williams");
  const m = margins(table);
  if (m.r1 * m.r2 * m.c1 * m.c2 === 0) return null;
  const d = table.o11 - m.e11 - shift(table, m, correction); // one |O − E| for all four cells
  return Math.sign(table.o11 - m.e11) * d * d * (1 / m.e11 + 1 / m.e12 + 1 / m.e21 + 1 / m.e22);
}

/** What a correction takes from O₁₁ (signed): up to 0.5, towards E₁₁. */
function shift(table: Table, m: Margins, correction: Correction): number {
  const difference = table.o11 - m.e11;
  if (correction === "none" || correction === "williams") return 0;
  if (correction === "quanteda") {
    const determinant = Math.abs(table.o11 * table.o22 - table.o12 * table.o21);
    if (determinant < m.n / 2 || Math.min(m.e11, m.e12, m.e21, m.e22) >= 5) return 0;
  }
  return Math.sign(difference) * Math.min(0.5, Math.abs(difference));
}

function williams(table: Table, m: Margins): number {
  if (Math.min(table.o11, table.o12, table.o21, table.o22) === 0) return 1;
  return 1 + ((m.n / m.r1 + m.n / m.r2 - 1) * (m.n / m.c1 + m.n / m.c2 - 1)) / (6 * m.n);
}

function information(observed: number, expected: number): number {
  return observed <= 0 ? 0 : observed * Math.log(observed / expected);
}
