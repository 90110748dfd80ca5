import type { Span } from "../span.js";
import type { Clause } from "../structure/records.js";
import { mannerOf } from "./manner.js";
import { headedMarks, marksWithin } from "./marks-within.js";
import type { Passage, Reading } from "./passages.js";
import {
  awardMarks,
  bareMark,
  closingMark,
  inlineMarks,
  type PrintedPoints,
  pointMarks,
  selfScoredMarks,
} from "./point-marks.js";

type Marks = ReadonlyMap<Passage, readonly PrintedPoints[]>;

/**
 * The marks of points of every passage: in brackets, else awarded in words, else several bare ones in a line, else alone
 * at the end, else bare where several items of a list end so.
 */
export function passageMarks(reading: Reading): Marks {
  const { text, passages } = reading;
  const marks = new Map<Passage, readonly PrintedPoints[]>();
  const marked = new Set<string>();
  const bare = new Map<string, Passage[]>();
  const headedLists = new Set<string>();
  const set = (passage: Passage, own: readonly PrintedPoints[]): void => {
    marks.set(passage, own);
    marked.add(keyOf(passage));
  };
  for (const passage of passages) {
    if (passage.pointsCell) {
      set(passage, [passage.pointsCell]);
      continue;
    }
    const body: Span = { start: passage.from, end: passage.end };
    const bracketed = pointMarks(text, body);
    if (bracketed.length > 0) {
      const own = bracketed[0] as PrintedPoints;
      const rest = bracketed.length === 1 ? marksWithin(text, { start: own.end, end: body.end }) : [];
      set(passage, [...bracketed, ...rest]);
      continue;
    }
    if (mannerOf(reading, passage) !== "sets") {
      const own = selfScoredMarks(text, body);
      if (own.length > 0) set(passage, own);
      continue;
    }
    const headed = passage.label === null ? [] : headedMarks(text, body);
    if (headed.length > 0) {
      set(passage, headed);
      headedLists.add(listOf(passage));
      continue;
    }
    const within = ancestors(passage).some((key) => marked.has(key));
    const inWords = awardMarks(text, body, within);
    const awarded =
      passage.label !== null || (inWords.length > 1 && !BONUS.test(text.slice(body.start, body.end)))
        ? inWords
        : [];
    const inline = awarded.length > 0 ? [] : inlineMarks(text, body);
    const alone = passage.label === null ? null : closingMark(text, body);
    if (awarded.length > 0 || inline.length > 0) set(passage, awarded.length > 0 ? awarded : inline);
    else if (alone) set(passage, [alone]);
    else if (passage.label !== null && bareMark(text, firstClause(passage)))
      bare.set(listOf(passage), [...(bare.get(listOf(passage)) ?? []), passage]);
  }
  for (const [key, list] of bare) {
    if (list.length < 2 && !headedLists.has(key)) continue;
    for (const passage of list) set(passage, [bareMark(text, firstClause(passage)) as PrintedPoints]);
  }
  return withoutTotals(withoutAnnounced(text, marks));
}

const BONUS = /加分|奖励分|附加/;

/** marks of a line that only announces items with points of their own (党建20分、综治30分 … （一）党建（20分）) */
function withoutAnnounced(text: string, marks: Marks): Marks {
  const opening = new Map<string, Passage[]>();
  for (const passage of marks.keys()) {
    const key = `${passage.part.part}|${text.slice(passage.from, passage.from + 2)}`;
    opening.set(key, [...(opening.get(key) ?? []), passage]);
  }
  const announces = (passage: Passage, mark: PrintedPoints): boolean => {
    const name = /[\u4e00-\u9fff]{2,}$/
      .exec(text.slice(passage.from, mark.start))?.[0]
      .replace(/^其中|^包括/, "");
    if (name === undefined || name.length < 2) return false;
    const named = opening.get(`${passage.part.part}|${name.slice(0, 2)}`) ?? [];
    return named.some((other) => other !== passage && text.startsWith(name, other.from));
  };
  return new Map(
    [...marks].filter(
      ([passage, own]) =>
        own.length < 2 || own.filter((mark) => announces(passage, mark)).length < own.length / 2,
    ),
  );
}

/** a total that stands alone in its list (满分100分, 一、责任目标（100分）) is no item's points */
function withoutTotals(marks: Marks): Marks {
  const labelled = new Map<string, number>();
  const holders = new Set<string>();
  for (const passage of marks.keys()) {
    if (passage.label !== null) labelled.set(listOf(passage), (labelled.get(listOf(passage)) ?? 0) + 1);
    for (const key of ancestors(passage)) holders.add(key);
  }
  const kept = new Map<Passage, readonly PrintedPoints[]>();
  for (const [passage, own] of marks) {
    const alone = passage.label === null || labelled.get(listOf(passage)) === 1;
    const holds = holders.has(keyOf(passage));
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

/** the keys of the items that hold a passage, from the outermost */
function ancestors(passage: Passage): string[] {
  const steps = passage.path.split("/");
  return steps.slice(1).map((_, i) => `${passage.part.part}|${steps.slice(0, i + 1).join("/")}`);
}
