import type { DocumentKeynessRow } from "../terms/document-keyness.js";
import type { KeynessRow } from "../terms/keyness.js";
import type { NeighbourScore } from "../terms/neighbour-scores.js";
import { effectForest } from "./effect-forest.js";
import type { FigureSpec } from "./figure.js";

/** Names of the two sides of a comparison, as printed at the axis. */
export interface SideNames {
  readonly target: string;
  readonly reference: string;
}

/**
 * Key terms of both sides with their log ratio and its exact interval, corrected for the number of terms.
 *
 * @param rows result of `keyness`
 * @param names of the sides
 * @param top how many a side, by conservative log ratio; default 15
 * @returns plotly traces and layout; labels at the right: occurrences in target and reference
 */
export function keynessForest(rows: readonly KeynessRow[], names: SideNames, top = 15): FigureSpec {
  const strength = (row: KeynessRow) => row.log_ratio_conservative ?? 0;
  const sorted = [...rows].filter((row) => strength(row) !== 0).sort((a, b) => strength(b) - strength(a));
  const high = sorted.filter((row) => strength(row) > 0).slice(0, top);
  const low = sorted.filter((row) => strength(row) < 0).slice(-top);
  return effectForest(
    [...high, ...low].map((row) => ({
      label: row.term,
      estimate: row.log_ratio,
      lower: row.log_ratio_lower,
      upper: row.log_ratio_upper,
      counts: `${row.target_count} : ${row.reference_count}`,
    })),
    { axis: "log2 ratio of rates 比率对数", sides: [names.reference, names.target] },
  );
}

/**
 * Terms compared with documents as sampling unit: log ratio with its resampled interval.
 *
 * @param rows result of `documentKeyness`
 * @param names of the sides
 * @param top how many, by |Cliff's δ|; default 20
 * @returns plotly traces and layout; labels at the right: documents that hold the term on each side, and δ
 */
export function documentKeynessForest(
  rows: readonly DocumentKeynessRow[],
  names: SideNames,
  top = 20,
): FigureSpec {
  const head = [...rows].slice(0, top).sort((a, b) => (b.log_ratio ?? 0) - (a.log_ratio ?? 0));
  return effectForest(
    head.map((row) => ({
      label: row.term,
      estimate: row.log_ratio,
      lower: row.log_ratio_lower,
      upper: row.log_ratio_upper,
      counts: `${row.target_documents}/${row.target_n} : ${row.reference_documents}/${row.reference_n}  δ ${(row.cliffs_delta ?? 0).toFixed(2)}`,
    })),
    { axis: "log2 ratio of rates 比率对数", sides: [names.reference, names.target] },
  );
}

/**
 * The strongest neighbours of a node word with their log odds ratio and its interval: from documents drawn again where the
 * scores have it, else Wald's.
 *
 * @param scores result of `neighbourScores`
 * @param node node word
 * @param top how many, by logDice; default 20
 * @returns plotly traces and layout; labels at the right: common clauses, clauses of the word, documents
 */
export function neighbourForest(scores: readonly NeighbourScore[], node: string, top = 20): FigureSpec {
  const head = scores.filter((score) => score.node === node).slice(0, top);
  return effectForest(
    head.map((row) => ({
      label: row.term,
      estimate: row.log_odds,
      lower: row.resampled_lower ?? row.log_odds_lower,
      upper: row.resampled_upper ?? row.log_odds_upper,
      counts: `${row.observed}/${row.term_clauses} in ${row.documents}`,
    })),
    { axis: `log odds ratio with ${node} 对数优势比` },
  );
}
