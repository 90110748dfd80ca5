import { type Dominance, dominance } from "../stats/dominance.js";
import { compareGroups, type Grouping } from "./grouping.js";
import type { Observation } from "./observations.js";
import { scale } from "./scales.js";
import { type Choices, scores } from "./scores.js";

/** Whether one group is at least as severe as another under every increasing scale. */
export interface DominanceRow {
  readonly x: string;
  readonly y: string;
  readonly dominance: Dominance;
  readonly records_x: number;
  readonly records_y: number;
  readonly clusters_x: number;
  readonly clusters_y: number;
}

/**
 * Exact first-order dominance of the severity levels between every two groups, both ways round.
 *
 * It describes the records at hand and holds under every increasing scale; it says nothing of chance, so the clusters
 * stand beside it.
 *
 * @param observations consequences with their documents
 * @param by what to group by
 * @param choices as for `scores`
 * @returns a row per ordered pair of groups that have levels
 * @see Lehmann 1955, doi:10.1214/aoms/1177728487
 */
export function dominanceMatrix(
  observations: readonly Observation[],
  by: Grouping,
  choices: Partial<Choices> = {},
): DominanceRow[] {
  const { groups } = scores(observations, by, scale("ordinal"), choices);
  const names = [...groups.keys()].sort((a, b) => compareGroups(by, a, b));
  const values = (name: string) => groups.get(name)!.map((score) => score.value);
  const clusters = (name: string) =>
    new Set(groups.get(name)!.map((score) => score.observation.cluster)).size;
  return names.flatMap((x) =>
    names
      .filter((y) => y !== x)
      .map((y) => ({
        x,
        y,
        dominance: dominance(values(x), values(y))!,
        records_x: values(x).length,
        records_y: values(y).length,
        clusters_x: clusters(x),
        clusters_y: clusters(y),
      })),
  );
}
