import type { Part } from "../structure/records.js";
import type { Claim } from "./claims.js";
import type { Passage, Reading } from "./passages.js";
import { type PrintedPoints, pointMarks, pointsInLine, statedTotals } from "./point-marks.js";
import { pointsClaim } from "./point-sums.js";
import type { TargetRecord } from "./records.js";
import { topmost } from "./scored-tree.js";

/** Parts of a score that one line lists with their points: against the total, and against the items of their sections. */
export function componentClaims(reading: Reading, part: Part, records: readonly TargetRecord[]): Claim[] {
  const own = records.filter((r) => r.part === part.part);
  return [...componentTotals(reading, part), ...componentItems(reading, part, own)];
}

/** the parts of a passage that lists them with their points in one line, and the total that it states */
function componentsOf(
  text: string,
  passage: Passage,
): { parts: PrintedPoints[]; total: PrintedPoints | null } {
  const printed = statedTotals(text, passage)[0];
  const inWords = pointsInLine(text, passage);
  const parts = inWords.length > 0 || !printed ? inWords : bracketedAfter(text, passage, printed);
  const hundred = text.indexOf("百分制", passage.start);
  const implied =
    hundred >= 0 && hundred < passage.end
      ? { start: hundred, end: hundred + 3, points: 100, total: true }
      : null;
  return { parts, total: printed ?? implied };
}

/** 总分为100分，分为师德（15分）、出勤（20分）: the marks of the same sentence */
function bracketedAfter(text: string, passage: Passage, total: PrintedPoints): PrintedPoints[] {
  const stop = text.slice(total.end, passage.end).search(/[。;\n]/);
  const end = stop < 0 ? passage.end : total.end + stop;
  const marks = pointMarks(text, { start: total.end, end });
  return passage.label === null && marks.length >= 2 ? marks : [];
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

/** a part of such a line against the items of the section that has its name, or stands where its section should */
function componentItems(reading: Reading, part: Part, own: readonly TargetRecord[]): Claim[] {
  const passages = reading.passages.filter((p) => p.part.part === part.part);
  const sections = passages.filter((p) => p.label !== null);
  return passages.flatMap((passage) => {
    const { parts } = componentsOf(reading.text, passage);
    if (parts.length < 2) return [];
    const depth = passage.path.split("/").length;
    const after = sections.filter((s) => s.start >= passage.end && s.path.split("/").length === depth);
    const names = parts.map((mark) =>
      /[\u4e00-\u9fff]{2,}$/
        .exec(reading.text.slice(passage.from, mark.start))?.[0]
        .replace(/^(?:其中|包括)/, ""),
    );
    const named = names.map((name) =>
      name === undefined
        ? -1
        : after.findIndex((s) => reading.text.slice(s.from, s.from + name.length + 4).includes(name)),
    );
    const first = named.find((at) => at >= 0) ?? 0;
    const found = named.filter((at) => at >= 0).length;
    const inOrder = 2 * found >= named.length && named.every((at, i) => at === -1 || at === first + i);
    return parts.flatMap((mark, i) => {
      const name = names[i];
      const section = after[inOrder ? first + i : (named[i] as number)];
      if (name === undefined || !section || (named[i] === -1 && !inOrder)) return [];
      const items = topmost(
        own.filter(
          (r) =>
            r.points !== null &&
            (r.path === section.path ? r.label === null : r.path.startsWith(`${section.path}/`)),
        ),
      );
      const restated = reading.text.slice(section.from, section.end).includes(`${mark.points}分`);
      if (restated || items.length < 2 || items.some((item) => item.points === mark.points)) return [];
      const start = mark.start - name.length;
      return [pointsClaim({ start, end: mark.end }, mark.points, items, `the points of ${name}`)];
    });
  });
}
