import type { Span } from "../span.js";
import type { Clause, StructuredDocument } from "../structure/records.js";
import { indicatorsOf } from "./indicators.js";
import { shortened } from "./names.js";
import { type Passage, type Reading, raw, readPassages, segments } from "./passages.js";
import { bareMark, deductions, type PrintedPoints, pointMarks } from "./points.js";
import type { Deduction, Indicator, TargetRecord } from "./records.js";

/**
 * The indicators of a document: what is measured, against which value, for how many points, and what a shortfall costs.
 *
 * One record per indicator; an item that holds several indicators is a record with its points and no value, and its
 * indicators name it as `parent`. In reports only plans that are quoted (`reported`) or announced (`target`) count,
 * never results. A percent sign that the text lost is inferred and flagged `truncated`; a value that is masked or
 * deleted is null with the flag that says why. Thresholds of a veto or a watch list carry the value that must be kept
 * (落实率低于70%的，一票否决 is `>=` 70); a threshold relative to a target is that distance with the flag `relative`.
 *
 * @param structured a document with its clauses
 * @returns records in the order of the text; spans are in the text as read
 */
export function targets(structured: StructuredDocument): TargetRecord[] {
  const reading = readPassages(structured);
  const bare = bareLists(reading);
  const itemLabels = new Map<string, string>();
  const records: TargetRecord[] = [];
  for (const passage of reading.passages) {
    records.push(...targetsOfPassage(reading, passage, bare, itemLabels));
  }
  return records;
}

/** parents under which two or more items end in N分: there the bare points are marks */
function bareLists({ passages, text }: Reading): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const p of passages) {
    if (p.label === null || !bareMark(text, firstClause(p))) continue;
    counts.set(listOf(p), (counts.get(listOf(p)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, n]) => n >= 2).map(([list]) => list));
}

const firstClause = (p: Passage): Span => ({ start: p.from, end: (p.clauses[0] as Clause).at.end });
const listOf = (p: Passage): string => `${p.part.part}|${p.path.split("/").slice(0, -1).join("/")}`;

function targetsOfPassage(
  reading: Reading,
  passage: Passage,
  bare: ReadonlySet<string>,
  itemLabels: Map<string, string>,
): TargetRecord[] {
  const { text } = reading;
  const body: Span = { start: passage.from, end: passage.end };
  let marks = pointMarks(text, body);
  if (marks.length === 0 && passage.label !== null && bare.has(listOf(passage))) {
    const mark = bareMark(text, firstClause(passage));
    if (mark) marks = [mark];
  }
  const found = indicatorsOf(reading, passage, marks.length > 0);
  const rules = deductions(text, body);
  const records: TargetRecord[] = [];
  const key = `${passage.part.part}|${passage.path}`;
  const parent = parentOf(passage, itemLabels);
  const emit = (
    span: Span,
    indicator: Omit<Indicator, keyof Span>,
    points: number | null,
    deduction: Deduction | null,
    label: string | null,
    above: string | null,
  ): void => {
    records.push({
      source: reading.structured.document.source,
      ...raw(reading, span),
      item: indicator.item,
      comparator: indicator.comparator,
      value: indicator.value,
      unit: indicator.unit,
      points,
      deduction,
      part: passage.part.part,
      label,
      parent: above,
      role: indicator.role,
      flags: indicator.flags,
      path: passage.path,
      addressee: indicator.addressee,
      value_max: indicator.valueMax,
    });
  };
  const rule = (from: number, to: number): Deduction | null => {
    const hit = rules.find((r) => r.start >= from && r.start < to);
    if (!hit) return null;
    const { per, points, floor, step } = hit;
    return step === undefined ? { per, points, floor } : { per, points, floor, step };
  };
  if (marks.length === 0) {
    const single = found.length === 1 ? rule(body.start, body.end) : null;
    for (const one of found) emit(one, one, null, single, passage.label, parent);
    return records;
  }
  const scopes = scopesOf(marks, body);
  const head = headMark(marks);
  scopes.forEach(({ mark, start, end }, index) => {
    const inside = found.filter((i) => i.start >= start && i.start < end);
    const own = inside.filter((i) => i.role !== "quota");
    const label = scopes.length === 1 || (head && index === 0) ? passage.label : null;
    const above = head && index > 0 ? (passage.label ?? parent) : parent;
    const deduction = rule(start, end);
    const ruleEnd = Math.max(
      mark.end,
      ...rules.filter((r) => r.start >= start && r.start < end).map((r) => r.end),
    );
    const span = segments(text, { start, end: ruleEnd })[0];
    const whole: Span = { start: span?.start ?? start, end: ruleEnd };
    if (label !== null) itemLabels.set(key, label);
    const first = own[0];
    if (own.length === 1 && first && inside.length === 1) {
      emit(
        { start: whole.start, end: Math.max(whole.end, first.end) },
        first,
        mark.points,
        deduction,
        label,
        above,
      );
      return;
    }
    const item = shortened(
      text
        .slice(whole.start, span?.end ?? mark.start)
        .replace(/\(.*$/s, "")
        .replace(/[\d.]+分[;。]?$/, ""),
      "head",
    );
    const empty = {
      item,
      comparator: null,
      value: null,
      valueMax: null,
      unit: null,
      flags: [],
      addressee: null,
    } as const;
    emit(whole, { ...empty, role: "target" }, mark.points, deduction, label, above);
    for (const one of inside) emit(one, one, null, null, null, label ?? item);
  });
  return records;
}

/** the first of several marks is the total of the others: it belongs to the item that holds them */
function headMark(marks: readonly PrintedPoints[]): boolean {
  const rest = marks.slice(1).reduce((sum, m) => sum + m.points, 0);
  return marks.length > 2 && Math.abs((marks[0]?.points ?? 0) - rest) < 1e-9;
}

function scopesOf(
  marks: readonly PrintedPoints[],
  body: Span,
): { mark: PrintedPoints; start: number; end: number }[] {
  return marks.map((mark, i) => ({
    mark,
    start: i === 0 ? body.start : (marks[i - 1] as PrintedPoints).end,
    end: i === marks.length - 1 ? body.end : mark.end,
  }));
}

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
        heading.replace(/[(:].*$/s, "").replace(/^[^\u4e00-\u9fff]*(?:[一二三四五六七八九十]+[、)]\s*)?/, ""),
        "head",
      );
}
