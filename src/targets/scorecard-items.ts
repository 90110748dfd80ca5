import { toRepaired } from "../repair/offsets.js";
import type { Part } from "../structure/records.js";
import { componentSections } from "./component-sections.js";
import { deductions } from "./deductions.js";
import { type Reading, raw } from "./passages.js";
import type { TargetRecord } from "./records.js";
import { tidy } from "./rounding.js";
import type { ScorecardItem } from "./scorecard-records.js";

/**
 * Nested items: what the outline holds below an item, the indicators of an item without labels of their own, the items
 * of a section below the part of the score that a line before it names, and unlabelled items that make the points of
 * the one before them.
 */
export function itemsOf(reading: Reading, part: Part, records: readonly TargetRecord[]): ScorecardItem[] {
  const scored = records.filter((r) => r.points !== null);
  const holders = holdersOf(records, scored);
  const inside = new Map<TargetRecord, TargetRecord[]>();
  for (const [record, holder] of holders) inside.set(holder, [...(inside.get(holder) ?? []), record]);
  const tops = scored.filter((r) => !holders.has(r));
  const shares = new Map([...inSections(reading, part, records), ...following(tops)]);
  const shared = new Set([...shares.values()].flat());
  const taken = new Set<TargetRecord>(shared);
  const ids = new Set<string>();
  const build = (record: TargetRecord, wanted: string): ScorecardItem => {
    taken.add(record);
    const id = unused(wanted, ids);
    const at = toRepaired(reading.structured.repaired, record);
    const own = (inside.get(record) ?? []).filter((r) => !taken.has(r));
    const below = [...own, ...(shares.get(record) ?? [])];
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
  return tops
    .filter((record) => !shared.has(record))
    .map((record, i) => build(record, record.label === null ? `${i + 1}` : stepOf(record)));
}

/** an id that no item before has: sections that number their items anew repeat labels */
function unused(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}#${n}`;
  ids.add(id);
  return id;
}

/** the items of the sections that a line of parts announces, by the record of their part */
function inSections(
  reading: Reading,
  part: Part,
  records: readonly TargetRecord[],
): [TargetRecord, readonly TargetRecord[]][] {
  return componentSections(reading, part, records).flatMap(({ mark, items }) => {
    const at = raw(reading, mark);
    const record = records.find((r) => r.points === mark.points && r.start < at.end && r.end > at.start);
    return record && items.length > 0 && !items.includes(record) ? [[record, items]] : [];
  });
}

/** unlabelled items right after one without any inside, whose points make its points */
function following(tops: readonly TargetRecord[]): [TargetRecord, readonly TargetRecord[]][] {
  return tops.flatMap((record, i): [TargetRecord, readonly TargetRecord[]][] => {
    if (record.label === null) return [];
    const next = tops.slice(i + 1).findIndex((r) => r.label !== null);
    const rest = next < 0 ? tops.slice(i + 1) : tops.slice(i + 1, i + 1 + next);
    const sum = tidy(rest.reduce((s, r) => s + (r.points as number), 0));
    return rest.length >= 2 && sum === record.points ? [[record, rest]] : [];
  });
}

/** a, b … z, aa, ab … for an item without a label, by its number from 0 */
export function letterOf(i: number): string {
  return (i < 26 ? "" : letterOf(Math.floor(i / 26) - 1)) + "abcdefghijklmnopqrstuvwxyz"[i % 26];
}

/** the item's own step in the outline: （四） however its brackets are printed */
function stepOf(record: TargetRecord): string {
  return record.path.split("/").at(-1) || (record.label as string);
}

/**
 * The scored item that directly holds each record: the labelled one of its own passage, else the nearest one up the
 * outline that stands before it.
 */
function holdersOf(
  records: readonly TargetRecord[],
  scored: readonly TargetRecord[],
): Map<TargetRecord, TargetRecord> {
  const byPath = new Map<string, TargetRecord[]>();
  for (const item of scored) {
    const group = byPath.get(item.path);
    if (group) group.push(item);
    else byPath.set(item.path, [item]);
  }
  const before = (record: TargetRecord, path: string, labelled = false): TargetRecord | undefined =>
    byPath
      .get(path)
      ?.findLast(
        (item) => item !== record && item.start <= record.start && !(labelled && item.label === null),
      );
  const found = new Map<TargetRecord, TargetRecord>();
  for (const record of records) {
    if (record.role === "quota" || (record.points === null && record.value === null)) continue;
    const own = record.label === null ? before(record, record.path, true) : undefined;
    const steps = record.path.split("/");
    const above = steps
      .slice(1)
      .map((_, i) => before(record, steps.slice(0, steps.length - 1 - i).join("/")))
      .find((item) => item !== undefined);
    const holder = own ?? above;
    if (holder) found.set(record, holder);
  }
  return found;
}
