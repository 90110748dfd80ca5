import { fold } from "../quantities/fold.js";
import { toRaw, toRepaired } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { Clause, Genre, Part, StructuredDocument } from "../structure/records.js";
import type { PrintedPoints } from "./point-marks.js";
import { withTableRows } from "./table-passages.js";

/** Consecutive clauses of one outline item: what the rules of this room read. Offsets are in the repaired text. */
export interface Passage extends Span {
  readonly part: Part;
  readonly path: string;
  /** the item's own enumerator without its mark, null for a paragraph without one */
  readonly label: string | null;
  /** where the words after the enumerator begin */
  readonly from: number;
  readonly headings: readonly string[];
  readonly leadIns: readonly string[];
  readonly leadInSpans: readonly Span[];
  readonly clauses: readonly Clause[];
  readonly isHeading: boolean;
  /** the cell of points where the passage is a row of a table */
  readonly pointsCell?: PrintedPoints;
}

/** A folded document with its passages in order. */
export interface Reading {
  readonly structured: StructuredDocument;
  /** the repaired text with widths folded; same offsets as the repaired text */
  readonly text: string;
  readonly passages: readonly Passage[];
  /** how each part speaks of indicators, by label */
  readonly modes: ReadonlyMap<string, "sets" | "reports" | "none">;
}

/** Groups the clauses of a document by outline item. */
export function readPassages(structured: StructuredDocument): Reading {
  const text = fold(structured.repaired.text);
  const parts = new Map(structured.parts.map((p) => [p.part, p]));
  const passages: Passage[] = [];
  let run: Clause[] = [];
  const close = (): void => {
    const first = run[0];
    const last = run.at(-1);
    const part = first ? parts.get(first.part) : undefined;
    if (first && last && part) {
      const label = first.label;
      const span = (s: Span): string => text.slice(s.start, s.end).trim();
      passages.push({
        part,
        path: first.path,
        label: label === null ? null : plainLabel(label),
        from: afterLabel(text, first.at),
        start: first.at.start,
        end: last.at.end,
        headings: first.headings.map(span),
        leadIns: first.lead_ins.map(span),
        leadInSpans: first.lead_ins,
        clauses: run,
        isHeading: run.every((c) => c.is_heading),
      });
    }
    run = [];
  };
  for (const clause of structured.clauses) {
    const last = run.at(-1);
    if (
      last &&
      (last.part !== clause.part ||
        last.path !== clause.path ||
        clause.label !== null ||
        last.is_heading !== clause.is_heading)
    ) {
      close();
    }
    run.push(clause);
  }
  close();
  const modes = new Map(
    structured.parts.map((p) => {
      const { start, end } = toRepaired(structured.repaired, p);
      return [
        p.part,
        REPORTS.test(p.title ?? "") ? "reports" : mode(p.genre, text.slice(start, end)),
      ] as const;
    }),
  );
  return { structured, text, passages: withTableRows(text, passages), modes };
}

/** The span of the text as read. */
export function raw(reading: Reading, span: Span): Span {
  return toRaw(reading.structured.repaired, span);
}

/** a title that names a report, whatever plans it names beside it: 2013年工作总结和2014年工作打算 */
const REPORTS = /总结|汇报|述职|情况报告|自查报告|公报|简报|公示|公开栏|完成情况|分析报告/;

/** How a document speaks of indicators: it sets them, it reports them, or it has none. */
export function mode(genre: Genre, words: string): "sets" | "reports" | "none" {
  if (genre === "statute") return "none";
  if (genre === "other")
    return (words.match(/我[省市县区镇乡街村局]/g)?.length ?? 0) >= 3 ? "reports" : "sets";
  return genre === "report" || genre === "speech" || genre === "qa_script" ? "reports" : "sets";
}

/** Splits a stretch of folded text at commas and stops that stand outside brackets. */
export function segments(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let depth = 0;
  let start = span.start;
  for (let at = span.start; at < span.end; at++) {
    const c = text[at] as string;
    if (c === "(" || c === "（") depth++;
    else if (c === ")" || c === "）") depth = Math.max(0, depth - 1);
    else if ("。;!?\n".includes(c)) depth = 0;
    if ("。;!?\n".includes(c) || (depth === 0 && ",:".includes(c))) {
      if (at > start) found.push({ start, end: at });
      start = at + 1;
    }
  }
  if (span.end > start) found.push({ start, end: span.end });
  return found.map((s) => trimmed(text, s)).filter((s) => s.end > s.start);
}

/** The span without white space at its edges. */
export function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

const ENUMERATOR =
  /^(?:\s*[-•★]\s)?\s*(?:[一二三四五六七八九十百]{1,4}、|[((][一二三四五六七八九十百]{1,4}[))]|\d{1,3}、|\d{1,3}\.(?!\d)|[((]\d{1,3}[))]|\d{1,3}[))]|第[一二三四五六七八九十百零\d]{1,6}[章节条篇编款项](?:之[一二三四五六七八九十]{1,2})?|[⑴-⒇①-⑳⒈-⒛]|[一二三四五六七八九十]是|第[一二三四五六七八九十]{1,2}[,、:])\s*/;

function afterLabel(text: string, span: Span): number {
  const match = ENUMERATOR.exec(text.slice(span.start, Math.min(span.end, span.start + 24)));
  return span.start + (match ? match[0].length : 0);
}

function plainLabel(label: string): string {
  return label
    .trim()
    .replace(/^[-•★]\s*/, "")
    .replace(/[、.．,，:：]$/, "")
    .trim();
}
