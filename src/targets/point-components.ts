import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import { componentSections, componentsOf } from "./component-sections.js";
import type { Reading } from "./passages.js";
import type { PrintedPoints } from "./point-marks.js";
import { pointsClaim } from "./point-sums.js";
import type { TargetRecord } from "./records.js";

/** Parts of a score that one line lists with their points: against the total, and against the items of their sections. */
export function componentClaims(reading: Reading, part: Part, records: readonly TargetRecord[]): Claim[] {
  const own = records.filter((r) => r.part === part.part);
  return [...componentTotals(reading, part), ...componentItems(reading, part, own)];
}

/** 实行百分制：招商40分，扶贫45分，项目15分 */
function componentTotals(reading: Reading, part: Part): Claim[] {
  return reading.passages.flatMap((passage) => {
    if (passage.part.part !== part.part) return [];
    const { parts, total } = componentsOf(reading.text, passage);
    if (parts.length < 2 || !total) return [];
    const start = Math.min(total.start, (parts[0] as PrintedPoints).start);
    const end = Math.max(total.end, (parts.at(-1) as PrintedPoints).end);
    return [pointsClaim({ start, end }, total.points, parts, "the printed total")];
  });
}

/** a part of such a line against the items of its section, unless the section says its points itself */
function componentItems(reading: Reading, part: Part, own: readonly TargetRecord[]): Claim[] {
  return componentSections(reading, part, own).flatMap(({ mark, name, items, restated }) => {
    if (restated || items.length < 2 || items.some((item) => item.points === mark.points)) return [];
    const start = mark.start - name.length;
    return [pointsClaim({ start, end: mark.end }, mark.points, items, `the points of ${name}`)];
  });
}
