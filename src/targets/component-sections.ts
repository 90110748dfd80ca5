import type { Part } from "../structure/records.js";
import type { Passage, Reading } from "./passages.js";
import { type PrintedPoints, pointMarks, pointsInLine } from "./point-marks.js";
import type { TargetRecord } from "./records.js";
import { topmost } from "./scored-tree.js";
import { statedTotals } from "./stated-totals.js";

/** A part of a score that a line names with its points, and the items of the section that is called after it. */
export interface ComponentSection {
  readonly mark: PrintedPoints;
  readonly name: string;
  readonly items: readonly TargetRecord[];
  /** whether the section prints the points itself */
  readonly restated: boolean;
}

/** The parts of a passage that lists them with their points in one line, and the total that it states */
export function componentsOf(
  text: string,
  passage: Passage,
): { parts: PrintedPoints[]; total: PrintedPoints | null } {
  const printed = statedTotals(text, passage)[0];
  const inWords = pointsInLine(text, passage);
  const parts = inWords.length > 0 || !printed ? inWords : bracketedAfter(text, passage, printed);
  const hundred = HUNDRED.exec(text.slice(passage.start, passage.end));
  const implied = hundred && {
    start: passage.start + hundred.index,
    end: passage.start + hundred.index + hundred[0].length,
    points: 100,
    total: true,
  };
  return { parts, total: printed ?? implied };
}

const HUNDRED = /百分制|按百分(?:计|折|考核)|满分(?:为|是|:)?100(?=[,:;。])/;

/** 总分为100分，分为师德（15分）、出勤（20分）: the marks of the same sentence */
function bracketedAfter(text: string, passage: Passage, total: PrintedPoints): PrintedPoints[] {
  const stop = text.slice(total.end, passage.end).search(/[。;\n]/);
  const end = stop < 0 ? passage.end : total.end + stop;
  const marks = pointMarks(text, { start: total.end, end });
  return passage.label === null && marks.length >= 2 ? marks : [];
}

/**
 * The parts of a score that one line lists (水环境40分、管护30分) with their sections further on: the section that has
 * the part's name, or stands where it should among those that have.
 */
export function componentSections(
  reading: Reading,
  part: Part,
  own: readonly TargetRecord[],
): ComponentSection[] {
  const { text } = reading;
  const passages = reading.passages.filter((p) => p.part.part === part.part);
  const sections = passages.filter((p) => p.label !== null);
  return passages.flatMap((passage) => {
    const { parts } = componentsOf(text, passage);
    if (parts.length < 2) return [];
    const depth = passage.path.split("/").length;
    const after = sections.filter((s) => s.start >= passage.end && s.path.split("/").length === depth);
    const names = parts.map((mark) => nameBefore(text, passage, mark));
    const named = names.map((name) =>
      name === null
        ? -1
        : after.findIndex((s) => text.slice(s.from, s.from + name.length + 4).includes(name)),
    );
    const first = named.find((at) => at >= 0) ?? 0;
    const found = named.filter((at) => at >= 0).length;
    const inOrder = 2 * found >= named.length && named.every((at, i) => at === -1 || at === first + i);
    return parts.flatMap((mark, i) => {
      const name = names[i];
      const section = after[inOrder ? first + i : (named[i] as number)];
      if (!name || !section || (named[i] === -1 && !inOrder)) return [];
      const restated = text.slice(section.from, section.end).includes(`${mark.points}分`);
      return [{ mark, name, items: itemsOf(section, own), restated }];
    });
  });
}

function nameBefore(text: string, passage: Passage, mark: PrintedPoints): string | null {
  const name = /[\u4e00-\u9fff]{2,}$/.exec(text.slice(passage.from, mark.start))?.[0];
  return name?.replace(/^(?:其中|包括)/, "") ?? null;
}

/** the outermost scored items of a section */
function itemsOf(section: Passage, own: readonly TargetRecord[]): TargetRecord[] {
  return topmost(
    own.filter(
      (r) =>
        r.points !== null &&
        (r.path === section.path ? r.label === null : r.path.startsWith(`${section.path}/`)),
    ),
  );
}
