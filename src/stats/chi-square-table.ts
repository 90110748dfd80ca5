import { chiSquareTail } from "./chi-square.js";

/** Tests of independence in a table of counts. */
export interface TableTest {
  readonly n: number;
  readonly df: number;
  /** Σ (O − E)²/E */
  readonly chi2: number | null;
  readonly p: number | null;
  /** 2 Σ O ln(O/E) */
  readonly g2: number | null;
  readonly p_g2: number | null;
  /** √(χ²/(n · (min(rows, columns) − 1))), 0 to 1 */
  readonly cramers_v: number | null;
  readonly expected: readonly (readonly number[])[];
  readonly note: string;
}

/**
 * Chi-square and likelihood-ratio test of a table of any size, with Cramér's V.
 *
 * Rows and columns without counts are left out of the degrees of freedom. No correction.
 *
 * @param table counts of at least 0, one list a row
 * @returns statistics; null with a note where fewer than two rows or columns hold counts
 * @throws RangeError when rows differ in length or a count is negative
 * @example
 * chiSquareTable([[10, 20], [20, 10]]).chi2 // 6.666666666667
 * @see Cramér 1946, Mathematical Methods of Statistics, chapter 21
 */
export function chiSquareTable(table: readonly (readonly number[])[]): TableTest {
  const width = table[0]?.length ?? 0;
  if (table.some((row) => row.length !== width || row.some((n) => !(n >= 0)))) {
    throw new RangeError("chiSquareTable requires rows of one length with counts of at least 0");
  }
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const rows = table.map(sum);
  const columns = Array.from({ length: width }, (_, j) => sum(table.map((row) => row[j]!)));
  const n = sum(rows);
  const expected = rows.map((r) => columns.map((c) => (n === 0 ? 0 : (r * c) / n)));
  const [r, c] = [rows.filter((x) => x > 0).length, columns.filter((x) => x > 0).length];
  const df = Math.max(0, (r - 1) * (c - 1));
  if (df === 0) {
    const note = "fewer than two rows or columns hold counts";
    return { n, df, chi2: null, p: null, g2: null, p_g2: null, cramers_v: null, expected, note };
  }
  let chi2 = 0;
  let g2 = 0;
  table.forEach((row, i) => {
    row.forEach((o, j) => {
      const e = expected[i]![j]!;
      if (e > 0) chi2 += (o - e) ** 2 / e;
      if (o > 0) g2 += 2 * o * Math.log(o / e);
    });
  });
  g2 = Math.max(0, g2);
  return {
    n,
    df,
    chi2,
    p: chiSquareTail(chi2, df),
    g2,
    p_g2: chiSquareTail(g2, df),
    cramers_v: Math.sqrt(chi2 / (n * (Math.min(r, c) - 1))),
    expected,
    note: "",
  };
}
