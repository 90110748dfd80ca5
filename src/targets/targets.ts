import type { Span } from "../span.js";
import type { Clause, StructuredDocument } from "../structure/records.js";
import { indicatorsOf } from "./indicators.js";
import { shortened } from "./names.js";
import { type Passage, type Reading, raw, readPassages } from "./passages.js";
import {
  awardMarks,
  bareMark,
  inlineMarks,
  marksWithin,
  type PrintedPoints,
  pointMarks,
} from "./point-marks.js";
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
  const marks = marksOf(reading);
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

/**
 * The marks of points of every passage: in brackets, else awarded in words, else several bare
 * ones in a line, else bare where several items of a list end so.
 */
function marksOf(reading: Reading): ReadonlyMap<Passage, readonly PrintedPoints[]> {
  const { text, passages } = reading;
  const marks = new Map<Passage, readonly PrintedPoints[]>();
  const bare = new Map<string, Passage[]>();
  for (const passage of passages) {
    const body: Span = { start: passage.from, end: passage.end };
    const bracketed = pointMarks(text, body);
    if (bracketed.length > 0) {
      const own = bracketed[0] as PrintedPoints;
      const rest = bracketed.length === 1 ? marksWithin(text, { start: own.end, end: body.end }) : [];
      marks.set(passage, [...bracketed, ...rest]);
      continue;
    }
    if (reading.modes.get(passage.part.part) !== "sets") continue;
    const within = [...marks.keys()].some(
      (p) => p.part === passage.part && passage.path.startsWith(`${p.path}/`),
    );
    const awarded = passage.label === null ? [] : awardMarks(text, body, within);
    const inline = awarded.length > 0 ? [] : inlineMarks(text, body);
    if (awarded.length > 0 || inline.length > 0) marks.set(passage, awarded.length > 0 ? awarded : inline);
    else if (passage.label !== null && bareMark(text, firstClause(passage)))
      bare.set(listOf(passage), [...(bare.get(listOf(passage)) ?? []), passage]);
  }
  for (const list of bare.values()) {
    if (list.length < 2) continue;
    for (const passage of list) marks.set(passage, [bareMark(text, firstClause(passage)) as PrintedPoints]);
  }
  return withoutTotals(withoutAnnounced(text, marks));
}

/** marks of a line that only announces items with points of their own (党建20分、综治30分 … （一）党建（20分）) */
function withoutAnnounced(text: string, marks: Map<Passage, readonly PrintedPoints[]>): typeof marks {
  for (const [passage, own] of marks) {
    if (own.length < 2) continue;
    const named = own.filter((mark) => {
      const name = /[\u4e00-\u9fff]{2,}$/
        .exec(text.slice(passage.from, mark.start))?.[0]
        .replace(/^其中|^包括/, "");
      return [...marks].some(
        ([other, theirs]) =>
          other !== passage &&
          other.part === passage.part &&
          name !== undefined &&
          text.startsWith(name, other.from) &&
          theirs.length > 0,
      );
    });
    if (named.length >= own.length / 2) marks.delete(passage);
  }
  return marks;
}

/** a total that stands alone in its list (满分100分, 一、责任目标（100分）) is no item's points */
function withoutTotals(
  marks: ReadonlyMap<Passage, readonly PrintedPoints[]>,
): ReadonlyMap<Passage, readonly PrintedPoints[]> {
  const all = [...marks.keys()];
  const kept = new Map<Passage, readonly PrintedPoints[]>();
  for (const [passage, own] of marks) {
    const peers = all.filter((p) => p !== passage && p.label !== null && listOf(p) === listOf(passage));
    const holds = all.some((p) => p.part === passage.part && p.path.startsWith(`${passage.path}/`));
    const alone = passage.label === null || peers.length === 0;
    const items = own.filter(
      (m) => !(alone && ((m.total && own.length === 1) || (m.points >= 100 && holds))),
    );
    if (items.length > 0) kept.set(passage, items);
  }
  return kept;
}

const firstClause = (p: Passage): Span => ({ start: p.from, end: (p.clauses[0] as Clause).at.end });
const listOf = (p: Passage): string => `${p.part.part}|${p.path.split("/").slice(0, -1).join("/")}`;
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
