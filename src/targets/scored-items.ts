import type { Span } from "../span.js";
import { deductions, type PrintedDeduction } from "./deductions.js";
import { shortened } from "./names.js";
import { type Passage, segments } from "./passages.js";
import type { PrintedPoints } from "./point-marks.js";
import type { Deduction, Indicator } from "./records.js";

/** What a passage records: an indicator, an item with points, or both in one; offsets in the folded text. */
export interface ItemEntry extends Span {
  readonly indicator: Omit<Indicator, keyof Span>;
  readonly points: number | null;
  readonly deduction: Deduction | null;
  /** the passage's own label, null for a part of it */
  readonly label: string | null;
  /** the item that holds it within the passage; undefined where the outline says so */
  readonly holder: string | undefined;
}

/** The entries of a passage without marks of points: its indicators. */
export function plainEntries(text: string, passage: Passage, found: readonly Indicator[]): ItemEntry[] {
  const body: Span = { start: passage.from, end: passage.end };
  const rule = found.length === 1 ? deductions(text, body)[0] : undefined;
  const deduction = rule ? deductionOf(rule, null) : null;
  return found.map((one) => ({
    start: one.start,
    end: one.end,
    indicator: one,
    points: null,
    deduction: one.role === "reported" ? null : deduction,
    label: passage.label,
    holder: undefined,
  }));
}

/** The entries of a passage with marks of points: one a mark, and below it what it holds. */
export function scoredEntries(
  text: string,
  passage: Passage,
  found: readonly Indicator[],
  marks: readonly PrintedPoints[],
): ItemEntry[] {
  const body: Span = { start: passage.from, end: passage.end };
  const rules = deductions(text, body);
  const scopes = scopesOf(text, marks, body, rules);
  const head = headMark(text, marks);
  return scopes.flatMap(({ mark, start, end }, index): ItemEntry[] => {
    const inside = found.filter((i) => i.start >= start && i.start < end);
    const own = inside.filter((i) => i.role !== "quota");
    const label = scopes.length === 1 || (head && index === 0) ? passage.label : null;
    const holder = head && index > 0 ? (passage.label ?? undefined) : undefined;
    const priced = rules.filter((r) => r.start >= start && r.start < end);
    const deduction = priced[0] ? deductionOf(priced[0], mark.points) : null;
    const whole = wholeSpan(text, { start, end }, mark, priced);
    const first = own[0];
    const entry = { points: mark.points, deduction, label, holder };
    if (own.length === 1 && first && inside.length === 1)
      return [{ ...entry, start: whole.start, end: Math.max(whole.end, first.end), indicator: first }];
    const item = nameOf(text, whole, mark);
    const each = pointsOfEach(text, { start: mark.end, end }, mark.points, own.length);
    return [
      { ...entry, ...whole, indicator: { ...NOTHING, item } },
      ...inside.map((one) => ({
        start: one.start,
        end: each !== null && one.role !== "quota" ? each.end : one.end,
        indicator: one,
        points: one.role === "quota" ? null : (each?.points ?? null),
        deduction: null,
        label: null,
        holder: label ?? item,
      })),
    ];
  });
}

/** (6分),每项3分: the points of each of the item's indicators, and where they are printed, where they make the item's; else null */
function pointsOfEach(
  text: string,
  after: Span,
  points: number,
  indicators: number,
): { readonly points: number; readonly end: number } | null {
  const match = /^[^。;]{0,4}(?:每[项个]|各)(?:计|得)?([\d.]{1,4})分/.exec(
    text.slice(after.start, after.end),
  );
  const each = Number(match?.[1]);
  return match && indicators > 1 && Math.abs(each * indicators - points) < 1e-9
    ? { points: each, end: after.start + match[0].length }
    : null;
}

const NOTHING = {
  comparator: null,
  value: null,
  valueMax: null,
  unit: null,
  role: "target",
  flags: [],
  addressee: null,
} as const;

/** a rule that takes at most so many points leaves the rest as the floor */
function deductionOf(rule: PrintedDeduction, points: number | null): Deduction {
  const floor = rule.most !== null && points !== null ? Math.max(0, points - rule.most) : rule.floor;
  return rule.step === undefined
    ? { per: rule.per, points: rule.points, floor }
    : { per: rule.per, points: rule.points, floor, step: rule.step };
}

/** from the first word of the scope to its mark and the rules that price it */
function wholeSpan(
  text: string,
  scope: Span,
  mark: PrintedPoints,
  priced: readonly PrintedDeduction[],
): Span {
  const end = Math.max(mark.end, ...priced.map((r) => r.end));
  const rest = opens(text, scope, mark) ? scope.end : end;
  const first = segments(text, { start: scope.start, end: rest })[0];
  const start = first?.start ?? scope.start;
  const lead = /^[、;和\s]*/.exec(text.slice(start, mark.start))?.[0].length ?? 0;
  return { start: start + lead, end: opens(text, scope, mark) ? trimmedEnd(text, scope) : end };
}

/** the mark stands before the words that it prices: （10分）完善制度 */
const opens = (text: string, scope: Span, mark: PrintedPoints): boolean =>
  text.slice(scope.start, mark.start).trim() === "";

function trimmedEnd(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

function nameOf(text: string, whole: Span, mark: PrintedPoints): string {
  const words = opens(text, whole, mark)
    ? text.slice(mark.end, whole.end)
    : text.slice(whole.start, mark.start);
  const first = segments(words, { start: 0, end: words.length })[0];
  return shortened(
    words
      .slice(first?.start ?? 0, first?.end ?? words.length)
      .replace(/[([【].*$/s, "")
      .replace(/[\d.]+分[;。]?$/, ""),
    "head",
  );
}

/** the first of several marks is the total of the others, or in brackets before points in words: it holds them */
function headMark(text: string, marks: readonly PrintedPoints[]): boolean {
  const bracket = (m: PrintedPoints | undefined): boolean =>
    m !== undefined && "([【".includes(text[m.start] as string);
  if (marks.length > 2 && bracket(marks[0]) && !marks.slice(1).some(bracket)) return true;
  if (marks[0]?.head) return true;
  const rest = marks.slice(1).reduce((sum, m) => sum + m.points, 0);
  if (marks.length === 2 && (!bracket(marks[0]) || bracket(marks[1]))) return false;
  return marks.length > 1 && Math.abs((marks[0]?.points ?? 0) - rest) < 1e-9;
}

/** each mark with its words: up to the mark and the rules that follow it, or from the mark where it stands first */
function scopesOf(
  text: string,
  marks: readonly PrintedPoints[],
  body: Span,
  rules: readonly PrintedDeduction[],
): { mark: PrintedPoints; start: number; end: number }[] {
  const first = marks[0];
  const leading =
    first !== undefined &&
    marks.length > 1 &&
    opens(text, body, first) &&
    text.slice(first.start, first.end).includes("分");
  let from = body.start;
  return marks.map((mark, i) => {
    const next = marks[i + 1];
    if (leading) return { mark, start: mark.start, end: next?.start ?? body.end };
    const start = from;
    from = mark.end;
    for (const rule of rules) {
      if (next && rule.end > next.start) break;
      if (rule.start >= from && /^[,;。\s]*$/.test(text.slice(from, rule.start))) from = rule.end;
    }
    return { mark, start, end: next ? from : body.end };
  });
}
