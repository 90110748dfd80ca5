/** A row or column of a correspondence analysis. */
export interface CorrespondencePoint {
  readonly label: string;
  /** share of the table's sum */
  readonly mass: number;
  /** standard coordinates, one an axis */
  readonly standard: readonly number[];
  /** principal coordinates: standard times singular value */
  readonly principal: readonly number[];
  /** share of the axis' inertia that the point makes */
  readonly contribution: readonly number[];
  /** share of the point's distance from the centre that the axis shows (squared cosine); null at the centre */
  readonly quality: readonly (number | null)[];
}

export interface CorrespondenceAnalysis {
  readonly rows: readonly CorrespondencePoint[];
  readonly columns: readonly CorrespondencePoint[];
  /** singular values, falling */
  readonly singular: readonly number[];
  /** squared singular values and their share of the total inertia (χ²/N) */
  readonly inertia: readonly number[];
  readonly share: readonly number[];
  readonly total_inertia: number;
}

/**
 * Simple correspondence analysis of a table of counts.
 *
 * Singular values and vectors of the standardised residuals (p − rc)/√(rc); rows and columns without counts are left out.
 * The sign of an axis is chosen so that the column with the largest |standard coordinate| is positive.
 *
 * @param table counts of at least 0, one list a row
 * @param rowLabels one a row
 * @param columnLabels one a column
 * @param axes axes to keep; default 2
 * @returns coordinates, contributions, inertia
 * @throws RangeError when the shape is wrong, a count is negative, or fewer than two rows or columns hold counts
 * @see Greenacre 2017, Correspondence Analysis in Practice, 3rd ed., appendix A
 */
export function correspondenceAnalysis(
  table: readonly (readonly number[])[],
  rowLabels: readonly string[],
  columnLabels: readonly string[],
  axes = 2,
): CorrespondenceAnalysis {
  if (table.length !== rowLabels.length || table.some((row) => row.length !== columnLabels.length)) {
    throw new RangeError(
      `correspondenceAnalysis requires ${rowLabels.length} rows of ${columnLabels.length} counts`,
    );
  }
  if (table.some((row) => row.some((n) => !(n >= 0)))) {
    throw new RangeError("correspondenceAnalysis requires counts of at least 0");
  }
  const keptRows = rowLabels.map((_, i) => i).filter((i) => sum(table[i]!) > 0);
  const keptColumns = columnLabels.map((_, j) => j).filter((j) => table.some((row) => row[j]! > 0));
  if (keptRows.length < 2 || keptColumns.length < 2) {
    throw new RangeError("correspondenceAnalysis requires at least two rows and two columns with counts");
  }
  const total = sum(table.map(sum));
  const p = keptRows.map((i) => keptColumns.map((j) => table[i]![j]! / total));
  const r = p.map(sum);
  const c = keptColumns.map((_, j) => sum(p.map((row) => row[j]!)));
  const residuals = p.map((row, i) => row.map((x, j) => (x - r[i]! * c[j]!) / Math.sqrt(r[i]! * c[j]!)));
  const total_inertia = sum(residuals.map((row) => sum(row.map((x) => x * x))));
  const { u, s, v } = singularValues(residuals);
  const kept = Math.min(axes, keptRows.length - 1, keptColumns.length - 1);
  const signs = Array.from({ length: kept }, (_, k) => {
    const scores = c.map((mass, j) => v[k]![j]! / Math.sqrt(mass));
    return scores.reduce((top, x) => (Math.abs(x) > Math.abs(top) + 1e-12 ? x : top), 0) < 0 ? -1 : 1;
  });
  const points = (
    labels: readonly string[],
    masses: readonly number[],
    vectors: readonly (readonly number[])[],
  ) =>
    labels.map((label, i): CorrespondencePoint => {
      const mass = masses[i]!;
      const standard = signs.map((sign, k) => (sign * vectors[k]![i]!) / Math.sqrt(mass));
      const principal = standard.map((x, k) => x * s[k]!);
      const distance = sum(s.map((value, k) => ((vectors[k]?.[i] ?? 0) * value) ** 2)) / mass;
      return {
        label,
        mass,
        standard,
        principal,
        contribution: standard.map((x) => mass * x * x),
        quality: principal.map((x) => (distance > 1e-15 ? (x * x) / distance : null)),
      };
    });
  return {
    rows: points(
      keptRows.map((i) => rowLabels[i]!),
      r,
      u,
    ),
    columns: points(
      keptColumns.map((j) => columnLabels[j]!),
      c,
      v,
    ),
    singular: s.slice(0, kept),
    inertia: s.slice(0, kept).map((x) => x * x),
    share: s.slice(0, kept).map((x) => (x * x) / total_inertia),
    total_inertia,
  };
}

/**
 * Singular value decomposition by one-sided Jacobi rotations (Hestenes), the shorter side rotated.
 *
 * @returns u and v as lists of vectors, s falling
 */
function singularValues(matrix: readonly (readonly number[])[]): {
  u: number[][];
  s: number[];
  v: number[][];
} {
  const transpose = matrix.length < matrix[0]!.length;
  // columns[k] is the k-th column of the matrix with at least as many rows as columns
  const columns = transpose
    ? matrix.map((row) => [...row])
    : matrix[0]!.map((_, j) => matrix.map((row) => row[j]!));
  const n = columns.length;
  const v = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false;
    for (let i = 0; i < n - 1; i++) {
      for (let j = i + 1; j < n; j++) {
        const [x, y] = [columns[i]!, columns[j]!];
        const [alpha, beta, gamma] = [dot(x, x), dot(y, y), dot(x, y)];
        if (Math.abs(gamma) <= 1e-15 * Math.sqrt(alpha * beta) || gamma === 0) continue;
        rotated = true;
        const zeta = (beta - alpha) / (2 * gamma);
        const t = Math.sign(zeta || 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        const cos = 1 / Math.sqrt(1 + t * t);
        rotate(x, y, cos, cos * t);
        rotate(v[i]!, v[j]!, cos, cos * t);
      }
    }
    if (!rotated) break;
  }
  const lengths = columns.map((column) => Math.sqrt(dot(column, column)));
  const order = lengths.map((_, k) => k).sort((a, b) => lengths[b]! - lengths[a]! || a - b);
  const left = order.map((k) => columns[k]!.map((x) => (lengths[k]! > 1e-300 ? x / lengths[k]! : 0)));
  const right = order.map((k) => v[k]!);
  const s = order.map((k) => lengths[k]!);
  return transpose ? { u: right, s, v: left } : { u: left, s, v: right };
}

function rotate(x: number[], y: number[], cos: number, sin: number): void {
  for (let k = 0; k < x.length; k++) {
    const before = x[k]!;
    x[k] = cos * before - sin * y[k]!;
    y[k] = sin * before + cos * y[k]!;
  }
}

function dot(x: readonly number[], y: readonly number[]): number {
  let product = 0;
  for (let k = 0; k < x.length; k++) product += x[k]! * y[k]!;
  return product;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
