import { defaultLevel } from "../severity/grouping.js";
import { bothNames } from "../severity/labels.js";

/** Colours of the six levels, mild to grave (blues, then oranges, each darkening), and of records without a level. */
export const LEVEL_COLORS = ["#d6e6f4", "#8fc1de", "#3d8dc4", "#fdbe85", "#e6550d", "#8c2d04"] as const;
export const NO_LEVEL_COLOR = "#bdbdbd";

/** The family of types that stands on each level, mild to grave. */
export const LEVEL_FAMILIES = [
  "corrective",
  "evaluative",
  "economic",
  "career",
  "position",
  "liberty",
] as const;

/** The name of a level with its family; null is no level. */
export function levelName(level: number | null): string {
  return level === null ? "no level 未具名" : `${level} ${bothNames("family", LEVEL_FAMILIES[level - 1]!)}`;
}

/** The colour of the level of a sanction type. */
export function levelColor(type: string): string {
  const level = defaultLevel(type);
  return level === null ? NO_LEVEL_COLOR : LEVEL_COLORS[level - 1]!;
}
