import { clusterBootstrap } from "../stats/bootstrap.js";
import { geometricMean } from "../stats/mean.js";
import type { Random } from "../stats/random.js";
import { compareGroups, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";
import { type Choices, sizeOf } from "./scores.js";
import { countedInterval, type SizeOptions, sizedObservations } from "./sizes.js";

/** The geometric mean of a group's sizes with a cluster bootstrap. */
export interface SizeInterval {
  readonly group: string;
  readonly end: Choices["amounts"];
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly n: number;
  readonly clusters: number;
  readonly note: string;
}

/**
 * Geometric means of sizes by group at one end of the ranges, with a cluster bootstrap of 2,000 resamples.
 *
 * @param observations consequences with their documents
 * @param end lower, middle or upper end of the ranges
 * @param random stream for the resamples
 * @param options as for `sizes`
 * @returns a row per group, in reading order; limits are null with a reason where clusters are too few
 */
export function sizeIntervals(
  observations: readonly Observation[],
  end: Choices["amounts"],
  random: Random,
  options: SizeOptions = {},
): SizeInterval[] {
  const { by = "all" } = options;
  const groups = grouped(sizedObservations(observations, options), (observation) => groupOf(observation, by));
  return [...groups.keys()]
    .sort((a, b) => compareGroups(by, a, b))
    .map((group) => {
      const values = groups.get(group)!.flatMap((observation) => {
        const size = sizeOf(countedInterval(observation, options), end);
        return typeof size === "number" ? [{ cluster: observation.cluster, size }] : [];
      });
      const clusters = [...grouped(values, (value) => value.cluster).values()];
      const { estimate, lower, upper, note } = clusterBootstrap(
        clusters,
        (items) => geometricMean(items.map((item) => item.size)),
        { random },
      );
      return { group, end, estimate, lower, upper, n: values.length, clusters: clusters.length, note };
    });
}
