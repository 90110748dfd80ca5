import { type BootstrapInterval, clusterBootstrap } from "../stats/bootstrap.js";
import { type PrecisionRecall, precisionRecall } from "../stats/precision-recall.js";
import type { Random } from "../stats/random.js";
import type { Expression } from "./expressions.js";
import type { Matching } from "./matching.js";

/** Precision, recall and F1 of one group of expressions. */
export interface ScoreRow extends PrecisionRecall {
  /** `all`, `sanction`, `reward` or a type */
  readonly group: string;
  readonly gold: number;
  readonly predicted: number;
  readonly clusters: number;
  readonly f1_lower: number | null;
  readonly f1_upper: number | null;
  readonly note: string;
}

export interface ScoreOptions {
  /** stream for the bootstrap; without one no interval is given */
  readonly random?: Random;
  /** what is resampled together: the near-duplicate cluster of an expression; default its source */
  readonly clusterOf?: (expression: Expression) => string;
  readonly draws?: number;
  /** fewer clusters than this give no interval, default 10 */
  readonly minimumClusters?: number;
}

type Outcome = "tp" | "fp" | "fn";

/**
 * Scores a matching: all, by polarity, and by type, with bootstrap intervals of F1 that resample whole clusters.
 *
 * @param matching from matchConsequences
 * @param options stream, clusters, draws
 * @returns a row per group; types sorted by code point after `all`, `sanction`, `reward`
 */
export function scoreConsequences(matching: Matching, options: ScoreOptions = {}): ScoreRow[] {
  const clusterOf = options.clusterOf ?? (({ source }) => source);
  const outcomes: { outcome: Outcome; cluster: string; polarity: string; type: string }[] = [];
  const add = (outcome: Outcome, expression: Expression) =>
    outcomes.push({
      outcome,
      cluster: clusterOf(expression),
      polarity: expression.polarity,
      type: expression.type,
    });
  for (const { gold } of matching.pairs) add("tp", gold);
  for (const expression of matching.extra) add("fp", expression);
  for (const expression of matching.missed) add("fn", expression);
  const types = [...new Set(outcomes.map(({ type }) => type))].sort((a, b) => (a < b ? -1 : 1));
  const groups = ["all", "sanction", "reward", ...types];
  return groups.map((group) => {
    const own = outcomes.filter(
      ({ polarity, type }) => group === "all" || polarity === group || type === group,
    );
    const clusters = new Map<string, Outcome[]>();
    for (const { cluster, outcome } of own) {
      const list = clusters.get(cluster);
      if (list) list.push(outcome);
      else clusters.set(cluster, [outcome]);
    }
    const score = count(own.map(({ outcome }) => outcome));
    const interval = options.random ? resample([...clusters.values()], options, options.random) : null;
    return {
      group,
      ...score,
      gold: score.tp + score.fn,
      predicted: score.tp + score.fp,
      clusters: clusters.size,
      f1_lower: interval?.lower ?? null,
      f1_upper: interval?.upper ?? null,
      note: interval?.note ?? "",
    };
  });
}

function count(outcomes: readonly Outcome[]): PrecisionRecall {
  const of = (kind: Outcome) => outcomes.filter((outcome) => outcome === kind).length;
  return precisionRecall(of("tp"), of("fp"), of("fn"));
}

function resample(clusters: readonly Outcome[][], options: ScoreOptions, random: Random): BootstrapInterval {
  return clusterBootstrap(clusters, (outcomes) => count(outcomes).f1, {
    random,
    ...(options.draws === undefined ? {} : { draws: options.draws }),
    ...(options.minimumClusters === undefined ? {} : { minimumClusters: options.minimumClusters }),
  });
}
