import { median } from "../stats/quantile.js";
import { defaultLevel, grouped } from "./grouping.js";
import type { Observation } from "./observations.js";

/** One rung of an escalation: what a document threatens for a trigger at one of its steps. */
export interface Rung {
  /** 0 for the first step, then 1, 2, … in the order in which the document names the steps */
  readonly step: number;
  /** the words that open the step (情节严重), null for the first */
  readonly tier: string | null;
  /** lowest and highest level named at the step, null when none has a level */
  readonly least: number | null;
  readonly worst: number | null;
  readonly types: readonly string[];
  readonly records: number;
}

/** The escalation of one trigger in one provision (article, item) of a document. */
export interface Ladder {
  readonly trigger: string;
  readonly document: string;
  /** where the provision stands in the outline; empty where it has no number */
  readonly path: string;
  readonly cluster: string;
  readonly rungs: readonly Rung[];
  /**
   * worst level of the last rung that has one minus worst level of the first that has one: below 0 where the last step is a
   * milder one (情节较轻); null without two such rungs
   */
  readonly climb: number | null;
}

/**
 * Escalation ladders: for every provision and trigger, the sanctions from the first step to the last.
 *
 * Steps of different provisions are not put together: what one article threatens is no step above another article.
 *
 * @param observations consequences with their documents; sanctions that are kept count
 * @returns a ladder per trigger, document and provision, the provisions in the order of the text; most have a single rung
 * @example
 * ladders([]) // []
 */
export function ladders(observations: readonly Observation[]): Ladder[] {
  const counted = observations.filter(({ record, kept }) => kept && record.polarity === "sanction");
  const groups = grouped(counted, ({ record, document }) =>
    JSON.stringify([record.trigger, document, record.path ?? ""]),
  );
  return [...groups.values()]
    .map((members) => {
      const inOrder = [...members].sort((a, b) => a.record.start - b.record.start);
      const steps = grouped(inOrder, ({ record }) => JSON.stringify(record.tier ?? null));
      const first = JSON.stringify(null);
      const keys = [...steps.keys()].sort((a, b) => Number(b === first) - Number(a === first));
      const rungs = keys.map((key, step) => rungOf(step, steps.get(key)!));
      const levels = rungs.map((rung) => rung.worst).filter((level): level is number => level !== null);
      return {
        trigger: members[0]!.record.trigger,
        document: members[0]!.document,
        path: members[0]!.record.path ?? "",
        cluster: members[0]!.cluster,
        rungs,
        climb: levels.length < 2 ? null : levels[levels.length - 1]! - levels[0]!,
      };
    })
    .sort((a, b) => compare(a.trigger, b.trigger) || compare(a.document, b.document)); // stable: text order within
}

function rungOf(step: number, members: readonly Observation[]): Rung {
  const levels = members
    .map(({ record }) => defaultLevel(record.type))
    .filter((level): level is number => level !== null);
  return {
    step,
    tier: members[0]!.record.tier ?? null,
    least: levels.length === 0 ? null : Math.min(...levels),
    worst: levels.length === 0 ? null : Math.max(...levels),
    types: [...new Set(members.map(({ record }) => record.type))].sort(),
    records: members.length,
  };
}

/** What the documents threaten for a trigger, from the mildest to the worst. */
export interface TriggerSummary {
  readonly trigger: string;
  readonly records: number;
  readonly documents: number;
  readonly clusters: number;
  readonly least: number | null;
  readonly median: number | null;
  readonly worst: number | null;
  /** records at levels 1 to 6 */
  readonly levels: readonly number[];
  /** records without a level (liability) */
  readonly unspecified: number;
  /** provisions with more than one step, and the median of their climbs */
  readonly escalating: number;
  readonly median_climb: number | null;
}

/**
 * Triggers with the spread of levels that the documents attach to them and how far their ladders climb.
 *
 * @param observations consequences with their documents; sanctions that are kept count
 * @returns a row per trigger, worst median first, then by name
 * @example
 * triggerSummaries([]) // []
 */
export function triggerSummaries(observations: readonly Observation[]): TriggerSummary[] {
  const counted = observations.filter(({ record, kept }) => kept && record.polarity === "sanction");
  const byTrigger = grouped(ladders(counted), (ladder) => ladder.trigger);
  const rows = [...grouped(counted, ({ record }) => record.trigger)].map(([trigger, members]) => {
    const values = members
      .map(({ record }) => defaultLevel(record.type))
      .filter((level): level is number => level !== null);
    const climbs = byTrigger.get(trigger)!.flatMap((ladder) => (ladder.climb === null ? [] : [ladder.climb]));
    return {
      trigger,
      records: members.length,
      documents: new Set(members.map((member) => member.document)).size,
      clusters: new Set(members.map((member) => member.cluster)).size,
      least: values.length === 0 ? null : Math.min(...values),
      median: median(values),
      worst: values.length === 0 ? null : Math.max(...values),
      levels: [1, 2, 3, 4, 5, 6].map((level) => values.filter((value) => value === level).length),
      unspecified: members.length - values.length,
      escalating: byTrigger.get(trigger)!.filter((ladder) => ladder.rungs.length > 1).length,
      median_climb: median(climbs),
    };
  });
  return rows.sort((a, b) => (b.median ?? 0) - (a.median ?? 0) || compare(a.trigger, b.trigger));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
