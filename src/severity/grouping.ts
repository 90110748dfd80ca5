import { SANCTION_TYPES, type SanctionType } from "../provisions/records.js";
import type { Observation } from "./observations.js";

/** What sanctions can be grouped by; `issuer` is the administrative level, `year` only where it is to be trusted. */
export const GROUPINGS = [
  "type",
  "family",
  "severity_level",
  "addressee",
  "trigger",
  "source",
  "part",
  "genre",
  "issuer",
  "year",
  "all",
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The value that stands for "not known" in a grouping. */
export const UNKNOWN = "unknown";

/**
 * The group that an observation belongs to.
 *
 * @param observation a sanction with its document
 * @param by what to group by; "all" puts everything into one group
 * @returns the group's name; `unknown` where it is not known, `none` for a sanction without a level
 */
export function groupOf(observation: Observation, by: Grouping): string {
  const { record } = observation;
  switch (by) {
    case "type":
    case "addressee":
    case "trigger":
    case "source":
      return record[by];
    case "family":
      return SANCTION_TYPES[record.type as SanctionType]?.family ?? UNKNOWN;
    case "severity_level":
      return String(defaultLevel(record.type) ?? "none");
    case "part":
      return observation.document;
    case "genre":
    case "issuer":
    case "year":
      return observation[by] ?? UNKNOWN;
    case "all":
      return "all";
  }
}

/** The codebook's level of a sanction type, 1 to 6; null for `liability` and for rewards. */
export function defaultLevel(type: string): number | null {
  return (SANCTION_TYPES as Record<string, { level: number | null }>)[type]?.level ?? null;
}

/** Groups in reading order: types, families and levels by severity, everything else by code point. */
export function compareGroups(by: Grouping, a: string, b: string): number {
  if (by === "type" || by === "family") {
    const place = (name: string) => {
      const index = Object.entries(SANCTION_TYPES).findIndex(([type, row]) =>
        by === "type" ? type === name : row.family === name,
      );
      return index < 0 ? Number.MAX_SAFE_INTEGER : index;
    };
    const difference = place(a) - place(b);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Items by key, keys in order of first appearance. */
export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
}
