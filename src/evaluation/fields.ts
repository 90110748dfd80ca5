import type { Interval } from "../quantities/records.js";
import { cohenKappa } from "../stats/cohen-kappa.js";
import { krippendorffAlpha } from "../stats/krippendorff.js";
import type { Expression } from "./expressions.js";
import type { Matching } from "./matching.js";

/** Agreement on one field over matched expressions. */
export interface FieldRow {
  readonly field: string;
  /** where the extractor found it, `all` for every pair */
  readonly how: string;
  readonly n: number;
  /** share of pairs that are equal */
  readonly exact: number | null;
  /** F1 over the sets of values (addressee and trigger can have several) */
  readonly f1: number | null;
  /** over pairs with one value on both sides; null for numbers */
  readonly kappa: number | null;
  /** nominal for names, interval on log10 for amounts */
  readonly alpha: number | null;
  readonly note: string;
}

const NAMES = ["base", "per"] as const;
const NUMBERS = ["amount", "multiple", "months"] as const;
/** how far two numbers may differ, relative to the larger */
const TOLERANCE = 0.02;

/**
 * Agreement per field, for all pairs and, for addressee and trigger, by `how` they were found.
 *
 * @param matching from matchConsequences
 * @returns a row per field and `how`; numbers count pairs in which either side has one
 */
export function scoreFields(matching: Matching): FieldRow[] {
  const pairs = matching.pairs;
  const rows: FieldRow[] = [];
  for (const field of ["addressee", "trigger"] as const) {
    rows.push(setRow(field, "all", pairs));
    const hows = [
      ...new Set(pairs.flatMap(({ predicted }) => (predicted.how ? [predicted.how[field]] : []))),
    ];
    for (const how of hows.sort((a, b) => (a < b ? -1 : 1))) {
      rows.push(
        setRow(
          field,
          how,
          pairs.filter(({ predicted }) => predicted.how?.[field] === how),
        ),
      );
    }
  }
  for (const field of NAMES) rows.push(nameRow(field, pairs));
  for (const field of NUMBERS) rows.push(numberRow(field, pairs));
  return rows;
}

type Pairs = Matching["pairs"];

function setRow(field: "addressee" | "trigger", how: string, pairs: Pairs): FieldRow {
  const sets = (one: Expression): ReadonlySet<string> =>
    field === "addressee" ? one.addressees : one.triggers;
  let equal = 0;
  let shared = 0;
  let total = 0;
  const singles: [string, string][] = [];
  for (const { predicted, gold } of pairs) {
    const a = sets(predicted);
    const b = sets(gold);
    const both = [...a].filter((value) => b.has(value)).length;
    if (both === a.size && both === b.size) equal++;
    shared += both;
    total += a.size + b.size;
    if (a.size === 1 && b.size === 1) singles.push([[...a][0] as string, [...b][0] as string]);
  }
  const left = singles.map(([a]) => a);
  const right = singles.map(([, b]) => b);
  return {
    field,
    how,
    n: pairs.length,
    exact: pairs.length === 0 ? null : equal / pairs.length,
    f1: total === 0 ? null : (2 * shared) / total,
    kappa: cohenKappa(left, right).kappa,
    alpha: krippendorffAlpha([left, right]).alpha,
    note:
      singles.length < pairs.length
        ? `kappa and alpha over ${singles.length} pairs with one value on both sides`
        : "",
  };
}

function nameRow(field: (typeof NAMES)[number], pairs: Pairs): FieldRow {
  const used = pairs.filter(({ predicted, gold }) => predicted[field] !== null || gold[field] !== null);
  const left = used.map(({ predicted }) => predicted[field] ?? "none");
  const right = used.map(({ gold }) => gold[field] ?? "none");
  const equal = left.filter((value, i) => value === right[i]).length;
  const share = used.length === 0 ? null : equal / used.length;
  return {
    field,
    how: "all",
    n: used.length,
    exact: share,
    f1: share,
    kappa: cohenKappa(left, right).kappa,
    alpha: krippendorffAlpha([left, right]).alpha,
    note: "",
  };
}

function numberRow(field: (typeof NUMBERS)[number], pairs: Pairs): FieldRow {
  const used = pairs.filter(({ predicted, gold }) => predicted[field] !== null || gold[field] !== null);
  const equal = used.filter(({ predicted, gold }) => sameInterval(predicted[field], gold[field])).length;
  const share = used.length === 0 ? null : equal / used.length;
  const size = (one: Expression) => {
    const number = one[field]?.max ?? one[field]?.min ?? null;
    return number !== null && number > 0 ? Math.log10(number) : null;
  };
  const alpha = krippendorffAlpha(
    [used.map(({ predicted }) => size(predicted)), used.map(({ gold }) => size(gold))],
    "interval",
  );
  return {
    field,
    how: "all",
    n: used.length,
    exact: share,
    f1: share,
    kappa: null,
    alpha: alpha.alpha,
    note: "alpha on log10 of the upper bound, else the lower",
  };
}

/** Whether two intervals agree within 2 %, open ends where both are open. */
export function sameInterval(a: Interval | null, b: Interval | null): boolean {
  if (a === null || b === null) return a === b;
  return close(a.min, b.min) && close(a.max, b.max);
}

function close(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}
