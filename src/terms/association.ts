import { chiSquareTail } from "../stats/chi-square.js";
import { margins, signedChiSquare, signedG2, type Table } from "./contingency.js";
import { deltaP, logRatio } from "./effect-sizes.js";

/** Scores of how much a pair belongs together; null where undefined. Conventions are named in each line. */
export interface Association {
  readonly observed: number;
  /** R₁C₁/N */
  readonly expected: number;
  /** log₂(O/E) (UCS and association-measures use log₁₀) */
  readonly pmi: number | null;
  /** PMI / −log₂(O/N), from −1 to 1 (Bouma 2009) */
  readonly npmi: number | null;
  /** log₂(O²/E) */
  readonly pmi2: number | null;
  /** log₂(O³/E) */
  readonly pmi3: number | null;
  /** O log₂(O/E) */
  readonly local_mi: number | null;
  /** PMI · ln(O + 1) (Kilgarriff and Tugwell 2002, as in Sketch Engine) */
  readonly mi_log_f: number | null;
  /** information that one word gives on the other, Σ p log₂(p/(p₁p₂)) over the four cells, bits (Dunning 1998) */
  readonly mutual_information: number | null;
  /** (O − E)/√O */
  readonly t_score: number | null;
  /** (O − E)/√(O(1 − O/N)) (Manning and Schütze 1999) */
  readonly t_score_manning: number | null;
  /** (O − E)/√E */
  readonly z_score: number | null;
  /** 2O/(R₁ + C₁) */
  readonly dice: number | null;
  /** 14 + log₂ Dice (Rychlý 2008) */
  readonly log_dice: number | null;
  /** O/(R₁ + C₁ − O) */
  readonly jaccard: number | null;
  /** min(O/R₁, O/C₁) (Pedersen and Bruce 1996) */
  readonly min_sensitivity: number | null;
  /** log₂ of the second word's rate beside the first over its rate elsewhere, 0.5 for a count of 0 (Hardie 2014) */
  readonly log_ratio: number | null;
  /** ΔP: how much the first word raises the probability of the second (Gries 2013) */
  readonly delta_p: number | null;
  /** ΔP the other way round, which is Liddell's difference of proportions */
  readonly delta_p_reverse: number | null;
  /** χ²/N */
  readonly phi2: number | null;
  /** signed, 4-term */
  readonly g2: number | null;
  /** signed 2(O ln(O/E) − (O − E)) (collocations.de simple-ll) */
  readonly simple_ll: number | null;
  /** signed, without correction */
  readonly chi2: number | null;
  /** O (log₂(O/E) − 1) (Quasthoff and Wolff 2002, as in NLTK) */
  readonly poisson_stirling: number | null;
  /** upper tail of χ²(1) at |g2| */
  readonly p: number | null;
}

/**
 * Association scores of a pair from its 2×2 table.
 *
 * @param table see `pairTable`
 * @returns scores under their usual names; what cannot be computed (no joint occurrence, an empty margin) is null
 * @example
 * association({ o11: 30, o12: 70, o21: 30, o22: 9870 }).pmi // 5.64385619
 * @see Evert 2005, The statistics of word cooccurrences, University of Stuttgart
 */
export function association(table: Table): Association {
  const { n, r1, c1, e11: expected } = margins(table);
  const observed = table.o11;
  const both = observed > 0 && expected > 0;
  const ratio = both ? Math.log2(observed / expected) : null;
  const dice = r1 + c1 > 0 ? (2 * observed) / (r1 + c1) : null;
  const g2 = signedG2(table);
  const chi2 = signedChiSquare(table);
  const excess = observed - expected;
  return {
    observed,
    expected,
    pmi: ratio,
    npmi: ratio === null ? null : observed === n ? 1 : ratio / -Math.log2(observed / n),
    pmi2: ratio === null ? null : ratio + Math.log2(observed),
    pmi3: ratio === null ? null : ratio + 2 * Math.log2(observed),
    local_mi: ratio === null ? null : observed * ratio,
    mi_log_f: ratio === null ? null : ratio * Math.log1p(observed),
    mutual_information: g2 === null ? null : Math.abs(g2) / (2 * n * Math.LN2),
    t_score: observed > 0 ? excess / Math.sqrt(observed) : null,
    t_score_manning: observed > 0 && observed < n ? excess / Math.sqrt(observed * (1 - observed / n)) : null,
    z_score: expected > 0 ? excess / Math.sqrt(expected) : null,
    dice,
    log_dice: dice === null || dice === 0 ? null : 14 + Math.log2(dice),
    jaccard: r1 + c1 - observed > 0 ? observed / (r1 + c1 - observed) : null,
    min_sensitivity: r1 > 0 && c1 > 0 ? Math.min(observed / r1, observed / c1) : null,
    log_ratio: logRatio(table),
    delta_p: deltaP(table),
    delta_p_reverse: deltaP({ ...table, o12: table.o21, o21: table.o12 }),
    phi2: chi2 === null ? null : Math.abs(chi2) / n,
    g2,
    simple_ll: simpleLikelihood(observed, expected),
    chi2,
    poisson_stirling: ratio === null ? null : observed * (ratio - 1),
    p: g2 === null ? null : chiSquareTail(Math.abs(g2), 1),
  };
}

function simpleLikelihood(observed: number, expected: number): number | null {
  if (expected === 0) return null;
  const information = observed === 0 ? 0 : observed * Math.log(observed / expected);
  return Math.sign(observed - expected) * 2 * (information - (observed - expected));
}
