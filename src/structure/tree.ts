import { chineseNumeral } from "../repair/ordinals.js";
import type { Span } from "../span.js";
import { accepts, openDepth } from "./acceptance.js";
import { BULLET, type Candidate, lineCandidates, withNext } from "./candidates.js";
import { tableOfContents } from "./contents.js";
import { isPlainHeading, isUnnumberedHeading, leadInOf, nameItems } from "./item-headings.js";
import { type Item, newItem, type Segment } from "./items.js";

/** The items and segments of one document, in text order; all spans in the repaired text. */
export interface Tree {
  readonly items: readonly Item[];
  readonly segments: readonly Segment[];
}

const PREFACE = /^(?:前\s*言|序\s*言|引\s*言|导\s*语)/u;
const CLOSING =
  /^(?:附[：:]|附件|[（(]?(?:19|20|二[〇○零0０])\S{0,8}年\S{1,3}月(?:\S{1,3}日)?[）)]?$|年\s*月\s*日|本(?:办法|规定|决定|细则|意见|方案|责任书)(?:自|由|未尽)|特此|共印\d|抄送|主题词)/u;

/** Most items open at once: 编 章 节 条 款 and six kinds of enumerators, with room to spare. */
const DEEPEST = 20;

/**
 * Builds the tree of one document from its lines.
 *
 * Levels are learned from nesting: an enumerator of a family that is open continues that list and closes everything
 * below it; one of a new family hangs below the innermost open item; a list that starts again at 1 hangs below the
 * item above where that is a bare heading, else it stands beside the old list. Only the legal units 编 章 节 条 have a
 * fixed order. Inside a line an enumerator opens an item where it continues an open list or is followed by its second.
 *
 * @param text repaired text
 * @param lines lines of the document
 * @param title lines of its title
 */
export function buildTree(text: string, lines: readonly Span[], title: readonly Span[]): Tree {
  const root = newItem(null, lines[0]?.start ?? 0, { family: "root" });
  const items: Item[] = [];
  const segments: Segment[] = [];
  const stack: Item[] = [];
  const paragraphs = new Map<Item, number>();
  const unitHolders = new Map<string, string>();
  const lastOrdinals = new Map<string, number>();
  const titleStarts = new Set(title.map((span) => span.start));
  const perLine = lines.map((line) => lineCandidates(text, line));
  const all = withNext(perLine.flat());
  const contents = tableOfContents(text, lines, all);
  let k = 0;

  lines.forEach((line, i) => {
    const listed = all.slice(k, k + (perLine[i] as Candidate[]).length);
    k += listed.length;
    const bullet = BULLET.exec(text.slice(line.start, Math.min(line.end, line.start + 10)))?.[0].length ?? 0;
    let from = line.start + bullet;
    let current: Item | null = null;
    const inContents = line.start >= contents.start && line.start < contents.end;
    for (const mark of inContents ? [] : listed) {
      if (!accepts(mark, stack, lastOrdinals)) continue;
      if (current) addSegment(from, mark.start, current, true, from === current.start);
      else if (mark.start > from) placeParagraph(i, from, mark.start);
      current = openItem(mark);
      from = mark.end;
    }
    if (current) addSegment(from, line.end, current, true, current.start === line.start + bullet);
    else placeParagraph(i, from, line.end);
  });
  closeItems(items, segments);
  nameItems(text, items, segments);
  return { items, segments };

  function addSegment(start: number, end: number, item: Item, first: boolean, newLine: boolean): void {
    let from = start;
    let to = end;
    while (from < to && /\s/u.test(text[from] as string)) from++;
    while (to > from && /\s/u.test(text[to - 1] as string)) to--;
    if (to > from || first) segments.push({ start: from, end: to, item, first, newLine, isHeading: false });
  }

  function push(item: Item): void {
    items.push(item);
    stack.push(item);
  }

  function openItem(mark: Candidate): Item {
    if (stack[0]?.family === "heading" && PREFACE.test(text.slice(stack[0].start, stack[0].start + 6)))
      stack.splice(0);
    const sibling = close(mark);
    stack.splice(DEEPEST - 1); // what hangs deeper is no outline any more: it stands beside
    const parent = stack.at(-1) ?? root;
    const previous = segments.at(-1);
    const leadIn = sibling ? sibling.leadIn : previous ? leadInOf(text, previous, parent) : null;
    const { label, step, family, rank, ordinal } = mark;
    lastOrdinals.set(family, ordinal);
    const item = newItem(parent, mark.start, { label, step, family, rank, ordinal, leadIn });
    push(item);
    return item;
  }

  /** Closes what a new item ends; the item whose list it continues, null where it opens a list. */
  function close(mark: Candidate): Item | null {
    if (mark.rank !== null) {
      const rank = mark.rank;
      let depth = stack.findIndex((item) => item.family === mark.family || (item.rank ?? 0) > rank);
      if (depth < 0) depth = stack.findLastIndex((item) => item.rank !== null) + 1;
      if (depth === 0 && stack[0]?.rank === null) {
        // 一、… 第一条: the first article shows which list the articles hang below
        const holder = unitHolders.get(mark.family);
        if (holder === undefined) depth = stack.length;
        else depth = stack.findLastIndex((item) => item.family === holder) + 1;
      }
      stack.splice(depth);
      if (!unitHolders.has(mark.family)) unitHolders.set(mark.family, stack.at(-1)?.family ?? "root");
      return null;
    }
    const depth = openDepth(mark, stack);
    const sibling = stack[depth];
    if (!sibling) return null;
    const last = segments.at(-1);
    const hangsBelow =
      mark.ordinal === 1 &&
      sibling === stack.at(-1) &&
      last?.item === sibling &&
      last.first &&
      isPlainHeading(text.slice(last.start, last.end));
    if (hangsBelow) return null;
    stack.splice(depth);
    return mark.ordinal > sibling.ordinal ? sibling : null;
  }

  function placeParagraph(i: number, start: number, end: number): void {
    const line = lines[i] as Span;
    const content = text.slice(start, Math.min(end, start + 200));
    const alone = end === line.end;
    const article = stack.findLastIndex((item) => item.family === "article");
    if (article >= 0 && alone && !CLOSING.test(content) && continuedDepth(i) <= article + 1) {
      stack.splice(article + 1);
      placeParagraphOfArticle(stack[article] as Item, start, end);
      return;
    }
    if (article >= 0 && alone && !CLOSING.test(content)) stack.splice(continuedDepth(i));
    const heading =
      alone && article < 0 && !titleStarts.has(line.start) && isUnnumberedHeading(text, lines, i, perLine);
    const units = heading ? stack.findLastIndex((item) => item.rank !== null) + 1 : 0;
    if (alone && (heading || CLOSING.test(content))) stack.splice(Math.max(units, continuedDepth(i)));
    if (heading) {
      const parent = stack.at(-1) ?? root;
      push(newItem(parent, start, { family: "heading", heading: { start, end }, headingOnly: true }));
      addSegment(start, end, stack.at(-1) as Item, true, true);
      return;
    }
    const top = stack.at(-1);
    if (top) {
      addSegment(start, end, top, false, true);
      return;
    }
    const previous = items.at(-1);
    const running = previous?.parent === root && previous.family === "text" ? previous : null;
    const item = running ?? newItem(root, start);
    if (!running) items.push(item);
    addSegment(start, end, item, !running, true);
  }

  function placeParagraphOfArticle(owner: Item, start: number, end: number): void {
    const before = paragraphs.get(owner) ?? wrapFirstParagraph(owner);
    paragraphs.set(owner, before + 1);
    push(
      newItem(owner, start, {
        family: "paragraph",
        step: `第${chineseNumeral(before + 1)}款`,
        ordinal: before + 1,
      }),
    );
    addSegment(start, end, stack.at(-1) as Item, true, true);
  }

  /** The article's own first line becomes its first paragraph, with what hangs on it, once there is a second. */
  function wrapFirstParagraph(owner: Item): number {
    const at = items.lastIndexOf(owner);
    const own = segments.findLastIndex((segment) => segment.item === owner && segment.first);
    const segment = segments[own];
    if (!segment || segment.end === segment.start) return 0;
    const first = newItem(owner, segment.start, { family: "paragraph", step: "第一款", ordinal: 1 });
    for (const child of items.slice(at + 1)) if (child.parent === owner) child.parent = first;
    items.splice(at + 1, 0, first);
    for (const other of segments.slice(own)) if (other.item === owner) other.item = first;
    return 1;
  }

  /** How many open items stay open after an unnumbered heading: those whose list goes on below it. */
  function continuedDepth(i: number): number {
    const restarted = new Set<string>();
    for (let j = i + 1; j < Math.min(lines.length, i + 200); j++) {
      const mark = perLine[j]?.[0];
      if (!mark?.atLineStart) continue;
      if (mark.rank !== null) break;
      const depth = stack.findLastIndex((item) => item.family === mark.family);
      if (mark.ordinal === 1) restarted.add(mark.family);
      else if (depth >= 0 && !restarted.has(mark.family) && stack[depth]?.ordinal === mark.ordinal - 1)
        return depth + 1;
    }
    return 0;
  }
}

/** Sets the end of every item to the end of the last text in it. */
function closeItems(items: readonly Item[], segments: readonly Segment[]): void {
  const reach = (from: Item, end: number): void => {
    for (let item: Item | null = from; item && item.end < end; item = item.parent) item.end = end;
  };
  for (const item of items) item.end = item.start;
  for (const item of items) reach(item, item.start + (item.label?.length ?? 0));
  for (const segment of segments) reach(segment.item, segment.end);
}
