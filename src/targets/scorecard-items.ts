import { toRepaired } from "../repair/offsets.js";
import { deductions } from "./deductions.js";
import { type Reading, raw } from "./passages.js";
import type { TargetRecord } from "./records.js";
import type { ScorecardItem } from "./scorecard-records.js";

/** Nested items: what the outline holds below an item, and the indicators of an item without labels of their own */
export function itemsOf(reading: Reading, records: readonly TargetRecord[]): ScorecardItem[] {
  const scored = records.filter((r) => r.points !== null);
  const taken = new Set<TargetRecord>();
  const build = (record: TargetRecord, id: string): ScorecardItem => {
    taken.add(record);
    const at = toRepaired(reading.structured.repaired, record);
    const below = records.filter(
      (r) => !taken.has(r) && (r.points !== null || r.value !== null) && isBelow(r, record, scored),
    );
    for (const child of below) taken.add(child);
    const rules = record.deduction === null ? [] : deductions(reading.text, at);
    return {
      id,
      label: record.label,
      item: record.item,
      points: record.points,
      comparator: record.comparator,
      value: record.value,
      unit: record.unit,
      deductions: rules.map(({ start, end, most: _, ...rule }) => ({
        ...rule,
        ...raw(reading, { start, end }),
      })),
      start: record.start,
      end: record.end,
      children: below.map((child, i) =>
        build(child, `${id}/${child.label === null ? letterOf(i) : stepOf(child)}`),
      ),
    };
  };
  const top = scored.filter((r) => !scored.some((o) => o !== r && isBelow(r, o, scored)));
  return top.map((record, i) => build(record, record.label === null ? `${i + 1}` : stepOf(record)));
}

/** a, b … z, aa, ab … for an item without a label, by its number from 0 */
export function letterOf(i: number): string {
  return (i < 26 ? "" : letterOf(Math.floor(i / 26) - 1)) + "abcdefghijklmnopqrstuvwxyz"[i % 26];
}

/** the item's own step in the outline: （四） however its brackets are printed */
function stepOf(record: TargetRecord): string {
  return record.path.split("/").at(-1) || (record.label as string);
}

/** directly below: one step down the outline, or an indicator of the same item */
function isBelow(record: TargetRecord, item: TargetRecord, scored: readonly TargetRecord[]): boolean {
  if (record === item || item.points === null || record.role === "quota") return false;
  if (record.path === item.path)
    return record.label === null && item.label !== null && record.start >= item.start;
  if (!record.path.startsWith(`${item.path}/`)) return false;
  return !scored.some(
    (o) =>
      o !== item &&
      o !== record &&
      o.path.startsWith(`${item.path}/`) &&
      (record.path === o.path
        ? record.label === null && o.label !== null
        : record.path.startsWith(`${o.path}/`)),
  );
}
