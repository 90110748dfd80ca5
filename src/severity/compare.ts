import { clusterBootstrap, type IntervalMethod } from "../stats/bootstrap.js";
import { cliffsDelta } from "../stats/cliffs-delta.js";
import { type Dominance, dominance } from "../stats/dominance.js";
import { type MannWhitney, mannWhitney } from "../stats/mann-whitney.js";
import { mean } from "../stats/mean.js";
import { permuteLabels, swapWithinUnits } from "../stats/permutation.js";
import { median } from "../stats/quantile.js";
import type { Random } from "../stats/random.js";
import type { PermutationTest } from "../stats/rearrangements.js";
import { type Grouping, grouped } from "./grouping.js";
import type { Observation } from "./observations.js";
import { type Scale, scale } from "./scales.js";
import { type Choices, type Score, scores } from "./scores.js";

export interface CompareOptions {
  readonly by: Grouping;
  /** stream for resamples and rearrangements */
  readonly random: Random;
  /** default: the ordinal levels */
  readonly scale?: Scale;
  readonly choices?: Partial<Choices>;
  /** resamples and rearrangements, default 2,000 each */
  readonly draws?: number;
  /** default "percentile" */
  readonly method?: IntervalMethod;
  /** fewer clusters give no interval, default 10 */
  readonly minimumClusters?: number;
}

/** Two groups compared: effect sizes first, then what can be said about chance with clusters as units. */
export interface GroupComparison {
  readonly x: string;
  readonly y: string;
  readonly scale: string;
  readonly records_x: number;
  readonly records_y: number;
  readonly clusters_x: number;
  readonly clusters_y: number;
  /** clusters that hold records of both */
  readonly clusters_both: number;
  readonly mean_x: number | null;
  readonly mean_y: number | null;
  /** mean x − mean y, with the limits of a cluster bootstrap where there are clusters enough */
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly median_x: number | null;
  readonly median_y: number | null;
  /** Cliff's δ over records */
  readonly delta: number | null;
  readonly dominance: Dominance | null;
  /** rearranging whole clusters: names swapped inside clusters that hold both groups, labels dealt out anew otherwise */
  readonly permutation: PermutationTest;
  /** rank test on one median per cluster and group */
  readonly cluster_test: MannWhitney;
  readonly note: string;
}

/**
 * Compares the severity of two groups, with documents and their near copies as one sampling unit.
 *
 * @param observations consequences with their documents
 * @param x name of the first group
 * @param y name of the second group
 * @param options grouping, scale, choices, stream, draws
 * @returns effect sizes, exact dominance, a permutation p by cluster and a bootstrap interval by cluster, null with a
 * reason where there is nothing to compute
 * @see Cliff 1993, doi:10.1037/0033-2909.114.3.494; Cameron, Gelbach and Miller 2008, doi:10.1162/rest.90.3.414
 */
export function compareTwo(
  observations: readonly Observation[],
  x: string,
  y: string,
  options: CompareOptions,
): GroupComparison {
  const used = options.scale ?? scale();
  const { groups } = scores(observations, options.by, used, options.choices);
  const [scoresX, scoresY] = [groups.get(x) ?? [], groups.get(y) ?? []];
  const [valuesX, valuesY] = [scoresX.map(toValue), scoresY.map(toValue)];
  const units = pairedUnits(scoresX, scoresY);
  const both = units.filter((unit) => unit.x.length > 0 && unit.y.length > 0).length;
  const draws = options.draws ?? 2_000;
  const bootstrap = clusterBootstrap(
    units.map((unit) => [unit]),
    (sample) =>
      difference(
        sample.flatMap((unit) => unit.x),
        sample.flatMap((unit) => unit.y),
      ),
    {
      random: options.random,
      draws,
      ...(options.method ? { method: options.method } : {}),
      ...(options.minimumClusters ? { minimumClusters: options.minimumClusters } : {}),
    },
  );
  const permutation =
    both > 0
      ? swapWithinUnits(units, { random: options.random, draws })
      : permuteLabels(
          units.map((unit) =>
            unit.x.length > 0
              ? { group: "x" as const, values: unit.x }
              : { group: "y" as const, values: unit.y },
          ),
          { random: options.random, draws },
        );
  const medians = (name: "x" | "y") =>
    units.filter((unit) => unit[name].length > 0).map((unit) => median(unit[name])!);
  const clusters = { [x]: medians("x").length, [y]: medians("y").length };
  const note = noteOf(clusters, options.minimumClusters ?? 10) || bootstrap.note;
  return {
    x,
    y,
    scale: used.name,
    records_x: valuesX.length,
    records_y: valuesY.length,
    clusters_x: medians("x").length,
    clusters_y: medians("y").length,
    clusters_both: both,
    mean_x: mean(valuesX),
    mean_y: mean(valuesY),
    difference: difference(valuesX, valuesY),
    lower: note === "" ? bootstrap.lower : null,
    upper: note === "" ? bootstrap.upper : null,
    median_x: median(valuesX),
    median_y: median(valuesY),
    delta: cliffsDelta(valuesX, valuesY).delta,
    dominance: dominance(valuesX, valuesY),
    permutation,
    cluster_test: mannWhitney(medians("x"), medians("y")),
    note,
  };
}

/** Why two groups get no interval: a group is empty or has too few clusters; empty when neither. */
function noteOf(clusters: Readonly<Record<string, number>>, minimum: number): string {
  const names = Object.keys(clusters);
  const empty = names.find((name) => clusters[name] === 0);
  if (empty !== undefined) return `no value on this scale for ${empty}`;
  const few = names.filter((name) => clusters[name]! < minimum);
  if (few.length === 0) return "";
  const counts = few.map(
    (name) => `${name} has ${clusters[name]} ${clusters[name] === 1 ? "cluster" : "clusters"}`,
  );
  return `${counts.join(", ")}, fewer than ${minimum}: no interval is credible, show the clusters`;
}

/** The values of two groups by cluster, clusters in code-point order. */
function pairedUnits(x: readonly Score[], y: readonly Score[]): { x: number[]; y: number[] }[] {
  const [byX, byY] = [grouped(x, clusterOf), grouped(y, clusterOf)];
  return [...new Set([...byX.keys(), ...byY.keys()])]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => ({ x: (byX.get(name) ?? []).map(toValue), y: (byY.get(name) ?? []).map(toValue) }));
}

function toValue(score: Score): number {
  return score.value;
}

function clusterOf(score: Score): string {
  return score.observation.cluster;
}

function difference(x: readonly number[], y: readonly number[]): number | null {
  const [a, b] = [mean(x), mean(y)];
  return a === null || b === null ? null : a - b;
}
