import { sortedCodes } from "./cohen-kappa.js";

/** How different two codes are: not at all or wholly, by ranks, by difference, by relative difference. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio";

/** Krippendorff's alpha with what it was computed from. */
export interface Alpha {
  /** null when undefined: nothing can be paired, or only one value occurs */
  readonly alpha: number | null;
  readonly observed_disagreement: number | null;
  readonly expected_disagreement: number | null;
  /** share of equal codes among all pairs of codes of one unit */
  readonly agreement: number | null;
  /** codes in units with at least two */
  readonly pairable: number;
  /** units with at least two codes */
  readonly units: number;
  readonly note: string;
}

/**
 * Krippendorff's alpha: reliability of any number of coders, with missing codes.
 *
 * α = 1 − D_o / D_e, D_o the mean difference of codes within units, D_e that of all codes paired at random:
 * D_o = (1/n) Σ o_ck δ²_ck, D_e = (1/(n(n − 1))) Σ n_c n_k δ²_ck, o the coincidence matrix (a unit with m codes adds
 * 1/(m − 1) per ordered pair), n_c its margins, n their sum. δ² is 0 or 1 (nominal); (Σ_{g=c..k} n_g − (n_c + n_k)/2)²
 * (ordinal); (c − k)² (interval); ((c − k)/(c + k))² (ratio).
 *
 * @param coders one list of codes per coder, units in the same order, null where a coder gave none
 * @param metric default "nominal"; "interval" and "ratio" need numbers, "ratio" numbers above 0
 * @returns alpha, both disagreements and counts
 * @throws RangeError when the lists differ in length or a code of "ratio" is not above 0
 * @throws TypeError when "interval" or "ratio" meets a text
 * @example
 * krippendorffAlpha([[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]).observed_disagreement // 0.4
 * @see Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, https://repository.upenn.edu/asc_papers/43
 */
export function krippendorffAlpha<T extends string | number>(
  coders: readonly (readonly (T | null)[])[],
  metric: AlphaMetric = "nominal",
): Alpha {
  const length = coders[0]?.length ?? 0;
  for (const codes of coders) {
    if (codes.length !== length) {
      throw new RangeError(
        `krippendorffAlpha requires lists of equal length, got ${length} and ${codes.length}`,
      );
    }
  }
  const units: T[][] = [];
  for (let unit = 0; unit < length; unit++) {
    const codes = coders.map((list) => list[unit] ?? null).filter((code): code is T => code !== null);
    if (codes.length >= 2) units.push(codes);
  }
  const order = sortedCodes(units.flat());
  requireNumbers(order, metric);
  const { matrix, margins, n } = coincidences(units, order);
  if (n === 0) return undefinedAlpha(0, null, "no unit has two codes");
  const difference = differences(order, margins, metric);
  let observed = 0;
  let expected = 0;
  let equal = 0;
  matrix.forEach((row, c) => {
    row.forEach((coincidence, k) => {
      observed += coincidence * difference(c, k);
      expected += margins[c]! * margins[k]! * difference(c, k);
    });
    equal += row[c]!;
  });
  if (expected === 0) return undefinedAlpha(units.length, equal / n, "only one value occurs", n);
  return {
    alpha: 1 - ((n - 1) * observed) / expected,
    observed_disagreement: observed / n,
    expected_disagreement: expected / (n * (n - 1)),
    agreement: equal / n,
    pairable: n,
    units: units.length,
    note: "",
  };
}

function undefinedAlpha(units: number, agreement: number | null, note: string, pairable = 0): Alpha {
  return {
    alpha: null,
    observed_disagreement: agreement === null ? null : 0,
    expected_disagreement: agreement === null ? null : 0,
    agreement,
    pairable,
    units,
    note,
  };
}

function requireNumbers(codes: readonly (string | number)[], metric: AlphaMetric): void {
  if (metric === "nominal" || metric === "ordinal") return;
  for (const code of codes) {
    if (typeof code !== "number" || !Number.isFinite(code)) {
      throw new TypeError(`krippendorffAlpha requires finite numbers for ${metric}, got ${code}`);
    }
    if (metric === "ratio" && code <= 0) {
      throw new RangeError(`krippendorffAlpha requires numbers above 0 for ratio, got ${code}`);
    }
  }
}

function coincidences<T extends string | number>(units: readonly (readonly T[])[], order: readonly T[]) {
  const place = new Map(order.map((code, i) => [code, i]));
  const matrix = order.map(() => new Array<number>(order.length).fill(0));
  const margins = new Array<number>(order.length).fill(0);
  let n = 0;
  for (const codes of units) {
    const counts = new Map<number, number>();
    for (const code of codes) {
      const i = place.get(code)!;
      counts.set(i, (counts.get(i) ?? 0) + 1);
      margins[i]!++;
      n++;
    }
    for (const [c, countC] of counts) {
      for (const [k, countK] of counts) {
        matrix[c]![k]! += (countC * (countK - (c === k ? 1 : 0))) / (codes.length - 1);
      }
    }
  }
  return { matrix, margins, n };
}

function differences(
  order: readonly (string | number)[],
  margins: readonly number[],
  metric: AlphaMetric,
): (c: number, k: number) => number {
  if (metric === "nominal") return (c, k) => (c === k ? 0 : 1);
  if (metric === "ordinal") {
    const upTo = [0];
    for (const margin of margins) upTo.push(upTo[upTo.length - 1]! + margin);
    return (c, k) => {
      const low = Math.min(c, k);
      const high = Math.max(c, k);
      return (upTo[high + 1]! - upTo[low]! - (margins[low]! + margins[high]!) / 2) ** 2;
    };
  }
  const value = (i: number) => order[i] as number;
  if (metric === "interval") return (c, k) => (value(c) - value(k)) ** 2;
  return (c, k) => ((value(c) - value(k)) / (value(c) + value(k))) ** 2;
}
