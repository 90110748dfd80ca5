import type { StructuredDocument } from "../structure/records.js";
import { indicatorsOf } from "./indicators.js";
import { shortened } from "./names.js";
import { passageMarks } from "./passage-marks.js";
import { type Passage, type Reading, raw, readPassages } from "./passages.js";
import type { TargetRecord } from "./records.js";
import { type ItemEntry, plainEntries, scoredEntries } from "./scored-items.js";

/**
 * The indicators of a document: what is measured, against which value, for how many points, and what a shortfall costs.
 *
 * One record per indicator; an item that holds several indicators is a record with its points and no value, and its
 * indicators name it as `parent`. In reports only plans that are quoted (`reported`) or announced (`target`) count,
 * never results. A percent sign that the text lost is inferred and flagged `truncated`; a value that is masked or
 * deleted is null with the flag that says why. Thresholds of a veto or a watch list carry the value that must be kept
 * (落实率低于70%的，一票否决 is `>=` 70); a threshold relative to a target, or a change on the year before, is that
 * distance with the flag `relative`.
 *
 * @param structured a document with its clauses
 * @returns records in the order of the text; spans are in the text as read
 */
export function targets(structured: StructuredDocument): TargetRecord[] {
  const reading = readPassages(structured);
  const marks = passageMarks(reading);
  const itemLabels = new Map<string, string>();
  return reading.passages.flatMap((passage) => {
    const own = marks.get(passage) ?? [];
    const found = indicatorsOf(reading, passage, own.length > 0);
    const entries =
      own.length > 0
        ? scoredEntries(reading.text, passage, found, own)
        : plainEntries(reading.text, passage, found);
    const parent = parentOf(passage, itemLabels);
    const labelled = entries.find((e) => e.points !== null && e.label !== null);
    if (labelled) itemLabels.set(keyOf(passage), labelled.label as string);
    return entries.map((entry) => recordOf(reading, passage, entry, parent));
  });
}

function recordOf(reading: Reading, passage: Passage, entry: ItemEntry, parent: string | null): TargetRecord {
  const { indicator } = entry;
  return {
    source: reading.structured.document.source,
    ...raw(reading, entry),
    item: indicator.item,
    comparator: indicator.comparator,
    value: indicator.value,
    unit: indicator.unit,
    points: entry.points,
    deduction: entry.deduction,
    part: passage.part.part,
    label: entry.label,
    parent: entry.holder ?? parent,
    role: indicator.role,
    flags: indicator.flags,
    path: passage.path,
    addressee: indicator.addressee,
    value_max: indicator.valueMax,
  };
}

const keyOf = (p: Passage): string => `${p.part.part}|${p.path}`;

function parentOf(passage: Passage, itemLabels: ReadonlyMap<string, string>): string | null {
  const steps = passage.path.split("/");
  for (let depth = steps.length - (passage.label === null ? 0 : 1); depth > 0; depth--) {
    const label = itemLabels.get(`${passage.part.part}|${steps.slice(0, depth).join("/")}`);
    if (label !== undefined) return label;
  }
  const heading = passage.headings.at(-1);
  return heading === undefined
    ? null
    : shortened(
        heading
          .replace(/[([【:].*$/s, "")
          .replace(/^[^\u4e00-\u9fff]*(?:[一二三四五六七八九十]+[、)]\s*)?/, ""),
        "head",
      );
}
