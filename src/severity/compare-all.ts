import { type DunnPair, dunn } from "../stats/dunn.js";
import { type KruskalWallis, kruskalWallis } from "../stats/kruskal-wallis.js";
import { median } from "../stats/quantile.js";
import type { CompareOptions } from "./compare.js";
import { compareGroups, grouped } from "./grouping.js";
import type { Observation } from "./observations.js";
import { scale } from "./scales.js";
import { scores } from "./scores.js";

/** All groups compared on one summary per cluster. */
export interface ClusterTest {
  readonly groups: readonly string[];
  /** clusters per group */
  readonly clusters: readonly number[];
  readonly kruskal_wallis: KruskalWallis;
  /** every pair, p adjusted by Holm */
  readonly dunn: readonly (DunnPair & { readonly x: string; readonly y: string })[];
}

/**
 * Kruskal–Wallis with ε² and Dunn's pairs (Holm) over all groups, on one median per cluster and group.
 *
 * Where a cluster holds several groups its medians are not independent of each other; then prefer the permutation of
 * `compareTwo`, which keeps clusters whole.
 *
 * @param observations consequences with their documents
 * @param options grouping, scale, choices
 * @returns the tests with group names and cluster counts
 */
export function compareAll(
  observations: readonly Observation[],
  options: Pick<CompareOptions, "by" | "scale" | "choices">,
): ClusterTest {
  const { groups } = scores(observations, options.by, options.scale ?? scale(), options.choices);
  const names = [...groups.keys()].sort((a, b) => compareGroups(options.by, a, b));
  const values = names.map((name) =>
    [...grouped(groups.get(name)!, ({ observation }) => observation.cluster).values()].map(
      (members) => median(members.map(({ value }) => value))!,
    ),
  );
  return {
    groups: names,
    clusters: values.map((list) => list.length),
    kruskal_wallis: kruskalWallis(values),
    dunn: dunn(values).map((pair) => ({ ...pair, x: names[pair.i]!, y: names[pair.j]! })),
  };
}
