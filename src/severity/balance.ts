import { countBalance } from "../stats/count-balance.js";
import { compareGroups, type Grouping, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";

/** Sanctions against rewards in a group, each text once and with every copy. */
export interface RewardBalance {
  readonly group: string;
  /** records of texts that count once */
  readonly sanctions: number;
  readonly rewards: number;
  /** further records in copies of these texts */
  readonly sanctions_in_copies: number;
  readonly rewards_in_copies: number;
  /** documents and clusters that hold the records which count */
  readonly documents: number;
  readonly clusters: number;
  /** ln(sanctions / rewards), each text once: above 0 where sanctions prevail; null where both are 0 */
  readonly log_ratio: number | null;
  /** the same with every copy */
  readonly log_ratio_every_copy: number | null;
  readonly note: string;
}

/**
 * The balance of sanctions and rewards by group, and what copies add to either side.
 *
 * ln(a/b), with ½ added to both counts where one of them is 0 (`countBalance`). It counts what is threatened and promised;
 * it weighs nothing: a reprimand and a prison term are one sanction each.
 *
 * @param observations consequences with their documents
 * @param by what to group by, default "all"
 * @returns a row per group in reading order; a group that stands in copies only has counts of 0
 * @example
 * rewardBalance([]) // []
 * @see Haldane 1956, Annals of Human Genetics 20: 309–311, doi:10.1111/j.1469-1809.1955.tb01285.x
 */
export function rewardBalance(observations: readonly Observation[], by: Grouping = "all"): RewardBalance[] {
  const groups = grouped(observations, (observation) => groupOf(observation, by));
  return [...groups.keys()]
    .sort((a, b) => compareGroups(by, a, b))
    .map((group) => {
      const members = groups.get(group)!;
      const kept = members.filter((member) => member.kept);
      const count = (list: readonly Observation[], polarity: "sanction" | "reward") =>
        list.filter(({ record }) => record.polarity === polarity).length;
      const [sanctions, rewards] = [count(kept, "sanction"), count(kept, "reward")];
      const [everySanction, everyReward] = [count(members, "sanction"), count(members, "reward")];
      const { log_ratio, note } = countBalance(sanctions, rewards);
      return {
        group,
        sanctions,
        rewards,
        sanctions_in_copies: everySanction - sanctions,
        rewards_in_copies: everyReward - rewards,
        documents: new Set(kept.map(({ document }) => document)).size,
        clusters: new Set(kept.map(({ cluster }) => cluster)).size,
        log_ratio,
        log_ratio_every_copy: countBalance(everySanction, everyReward).log_ratio,
        note,
      };
    });
}
