import { clusterBootstrap, type IntervalMethod } from "../stats/bootstrap.js";
import { type Counted, countedMean, countedQuantile, tally } from "../stats/counted.js";
import { type Random, seededRandom } from "../stats/random.js";
import { compareGroups, type Grouping, grouped, groupOf } from "./grouping.js";
import type { Observation } from "./observations.js";
import { type Scale, scale } from "./scales.js";
import { type Choices, type Score, scores } from "./scores.js";

/** One statistic of one group on one scale. */
export interface SeverityRow {
  /** what the records were grouped by */
  readonly group: Grouping;
  readonly value: string;
  readonly records: number;
  readonly clusters: number;
  readonly scale: string;
  readonly statistic: SeverityStatistic;
  readonly estimate: number | null;
  /** 95 % limits of a cluster bootstrap, null with a reason in `note` where clusters are too few */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly note: string;
  /** sanctions of the group without a score, by reason */
  readonly left_out: Readonly<Record<string, number>>;
}

export type SeverityStatistic =
  | "median"
  | "quarter_1"
  | "quarter_3"
  | "mean"
  | "geometric_mean"
  | "share_level_4_or_more";

export interface SeverityTableOptions {
  /** default "addressee" */
  readonly by?: Grouping;
  /** default: the ordinal levels */
  readonly scale?: Scale;
  readonly choices?: Partial<Choices>;
  /** seed of the resamples, default 1; every row has a stream of its own */
  readonly seed?: number;
  /** resamples, default 2,000 */
  readonly draws?: number;
  /** default "percentile" */
  readonly method?: IntervalMethod;
  /** fewer clusters give no interval, default 10 */
  readonly minimumClusters?: number;
}

/**
 * Severity by group: median and quartiles first, then the mean and, on the ordinal scale, the share at level 4 or more
 * (career, post, liberty); on the scale `amount` in yuan, with the geometric mean in the mean's place.
 *
 * @param observations consequences with their documents
 * @param options grouping, scale, choices, seed, draws
 * @returns rows by group in reading order; a group none of whose records has a score keeps a row with `estimate` null
 */
export function severityTable(
  observations: readonly Observation[],
  options: SeverityTableOptions = {},
): SeverityRow[] {
  const { by = "addressee", seed = 1, draws = 2_000 } = options;
  const used = options.scale ?? scale();
  const pooled = scores(observations, by, used, options.choices);
  const sanctions = observations.filter(({ record }) => record.polarity === "sanction");
  const names = new Set([...pooled.groups.keys()]);
  const left = leftOutByGroup(sanctions, by, used, options.choices);
  for (const name of left.keys()) names.add(name);
  return [...names]
    .sort((a, b) => compareGroups(by, a, b))
    .flatMap((value) => {
      const members = pooled.groups.get(value) ?? [];
      const clusters = [...grouped(members, (score) => score.observation.cluster).values()].map((list) =>
        tally(list.map(toValue)),
      );
      const prices = used.measure === "log10_yuan" ? pricesNote(members) : "";
      return statisticsOf(used).map(([statistic, compute], place) => {
        const random: Random = seededRandom((seed + place) >>> 0);
        const result = clusterBootstrap(clusters, compute, {
          random,
          draws,
          ...(options.method ? { method: options.method } : {}),
          ...(options.minimumClusters ? { minimumClusters: options.minimumClusters } : {}),
        });
        return {
          group: by,
          value,
          records: members.length,
          clusters: clusters.length,
          scale: used.name,
          statistic,
          estimate: rounded(result.estimate),
          lower: rounded(result.lower),
          upper: rounded(result.upper),
          note: members.length === 0 ? "no record has a value on this scale" : result.note + prices,
          left_out: left.get(value) ?? {},
        };
      });
    });
}

type Compute = (items: readonly Counted[]) => number | null;

function statisticsOf(used: Scale): [SeverityStatistic, Compute][] {
  const yuan = used.measure === "log10_yuan";
  const back =
    (compute: Compute): Compute =>
    (items) => {
      const value = compute(items);
      return value === null || !yuan ? value : 10 ** value;
    };
  const rows: [SeverityStatistic, Compute][] = [
    ["median", back((items) => countedQuantile(items, 0.5))],
    ["quarter_1", back((items) => countedQuantile(items, 0.25))],
    ["quarter_3", back((items) => countedQuantile(items, 0.75))],
    [yuan ? "geometric_mean" : "mean", back(countedMean)],
  ];
  if (used.name === "ordinal") {
    rows.push([
      "share_level_4_or_more",
      (items) => countedMean(items.map(({ value, count }) => ({ value: value >= 4 ? 1 : 0, count }))),
    ]);
  }
  return rows;
}

function leftOutByGroup(
  sanctions: readonly Observation[],
  by: Grouping,
  used: Scale,
  choices: Partial<Choices> | undefined,
): Map<string, Readonly<Record<string, number>>> {
  const groups = grouped(sanctions, (observation) => groupOf(observation, by));
  return new Map(
    [...groups].map(([name, members]) => [name, scores(members, "all", used, choices).left_out]),
  );
}

/** Twelve digits: what the way through a logarithm leaves behind them is no information. */
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(12));
}

/** Says where amounts of several years stand side by side; two documents without a trusted year may be of different years. */
function pricesNote(members: readonly Score[]): string {
  const years = new Set(
    members.map(({ observation: { price_year, year, document } }) => price_year ?? year ?? document),
  );
  return years.size > 1 ? "; amounts of different or unknown years, as printed" : "";
}

function toValue(score: Score): number {
  return score.value;
}
