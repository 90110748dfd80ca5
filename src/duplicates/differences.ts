import type { Span } from "../span.js";
import { differingStretches, type Gap } from "./alignment.js";
import { contentOf } from "./shingles.js";
import { visibleOf } from "./visible.js";

/**
 * What a difference between two copies is.
 *
 * - `masked_value`: one copy prints a mask (XX, 某, ～, **) where the other prints something
 * - `year_overwritten`: two numbers, at least one of them a year of four digits
 * - `place_swapped`: two names before the same 省, 市, 县, 区, 镇, 乡, 街道, 村
 * - `missing`: one copy has nothing, or has lost the percent sign of a number
 * - `wording`: anything else
 */
export const DIFFERENCE_KINDS = [
  "masked_value",
  "year_overwritten",
  "place_swapped",
  "missing",
  "wording",
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One place where two copies differ; the spans are in the two texts compared, and one may be empty. */
export interface Difference {
  readonly a: Span;
  readonly b: Span;
  readonly kind: DifferenceKind;
  /** whether the stretch reaches the beginning or the end of either text */
  readonly edge: boolean;
}

/**
 * Where two copies of a text differ, in reading order.
 *
 * White space, width and type of marks are no difference, nor are punctuation marks alone. A difference inside a number
 * is widened to the whole number.
 *
 * @param a one text
 * @param b the other
 * @returns differences with their kinds
 * @example
 * differences("罚款2000元。", "罚款XX元。") // [{ a: { start: 2, end: 6 }, b: { start: 2, end: 4 }, kind: "masked_value", edge: false }]
 */
export function differences(a: string, b: string): Difference[] {
  const [left, right] = [visibleOf(a), visibleOf(b)];
  const gaps = wholeNumbers(
    differingStretches(left.characters, right.characters),
    left.characters,
    right.characters,
  );
  const found: Difference[] = [];
  for (const gap of gaps.flatMap((whole) => atSharedSuffix(whole, left.characters, right.characters))) {
    const printed = (characters: Uint32Array, [start, end]: readonly [number, number]) =>
      String.fromCodePoint(...characters.subarray(start, end));
    const texts = [printed(left.characters, gap.a), printed(right.characters, gap.b)] as const;
    const after = printed(left.characters, [gap.a[1], gap.a[1] + 2]);
    const kind = kindOfDifference(texts[0], texts[1], after);
    if (!kind) continue;
    found.push({
      a: spanOf(a, left.offsets, gap.a),
      b: spanOf(b, right.offsets, gap.b),
      kind,
      edge:
        Math.min(gap.a[0], gap.b[0]) === 0 ||
        gap.a[1] === left.characters.length ||
        gap.b[1] === right.characters.length,
    });
  }
  return found;
}

/**
 * The kind of a difference, null where only punctuation or the mask differs.
 *
 * @param a what one copy prints (may be empty)
 * @param b what the other prints
 * @param after the two characters that follow in both
 * @example
 * kindOfDifference("舆论", "～", "监督") // "masked_value"
 */
export function kindOfDifference(a: string, b: string, after: string): DifferenceKind | null {
  const [inA, inB] = [contentOf(a).characters.length, contentOf(b).characters.length];
  if (MASK.test(a) && MASK.test(b)) return null;
  if (MASK.test(a) !== MASK.test(b) && (MASK.test(a) ? inB : inA) > 0) return "masked_value";
  if (inA === 0 && inB === 0) return null;
  if (inA === 0 || inB === 0) return "missing";
  if (a.replace(RATE, "") === b.replace(RATE, "")) return "missing";
  if (NUMBER.test(a) && NUMBER.test(b) && (YEAR.test(a) || YEAR.test(b))) return "year_overwritten";
  const names = NAME.test(a) && NAME.test(b) && !MASK.test(a) && !MASK.test(b);
  const placed = PLACE_AFTER.test(after) || (PLACE_END.test(a) && PLACE_END.test(b));
  return names && placed ? "place_swapped" : "wording";
}

/** Characters that stand for what is not to be read: 某, crosses, stars, tildes, boxes, low lines. */
export const MASK = /^(?:某+|[Xx×✕✖]+|[*﹡＊]+|[~～]+|[□■○●◯]+|_+)$/u;
const RATE = /[%‰]$/;
const NUMBER = /^(?:[0-9]+|[〇○零一二三四五六七八九十]{2,})$/u;
const YEAR = /^(?:19|20)[0-9]{2}$/;
const NAME = /^\p{Script=Han}{1,8}$/u;
const PLACE_AFTER = /^(?:[省市县区镇乡村州盟旗]|街道)/;
const PLACE_END = /(?:[省市县区镇乡村州盟旗]|街道)$/;

/** 青檀县2025 / 临溪县xxxx: two names before the same 县 and what follows them are two differences. */
function atSharedSuffix(gap: Gap, a: Uint32Array, b: Uint32Array): Gap[] {
  const print = (characters: Uint32Array, [start, end]: readonly [number, number]): string =>
    String.fromCodePoint(...characters.subarray(start, end));
  const [inA, inB] = [NAMED.exec(print(a, gap.a)), NAMED.exec(print(b, gap.b))];
  if (!inA || !inB || inA[2] !== inB[2]) return [gap];
  const cut = (name: string, [start, end]: readonly [number, number]) =>
    [
      [start, start + name.length],
      [start + name.length + 1, end],
    ] as const;
  const [nameA, restA] = cut(inA[1] as string, gap.a);
  const [nameB, restB] = cut(inB[1] as string, gap.b);
  return [
    { a: nameA, b: nameB },
    { a: restA, b: restB },
  ];
}
const NAMED = /^(\p{Script=Han}{2,4}?)([省市县区镇乡村])[^\p{Script=Han}]/u;

/** Gaps that begin or end inside a number take in the rest of it; gaps that meet become one. */
function wholeNumbers(gaps: readonly Gap[], a: Uint32Array, b: Uint32Array): Gap[] {
  const widened: Gap[] = [];
  for (const { a: sideA, b: sideB } of gaps) {
    let [startA, endA] = sideA;
    let [startB, endB] = sideB;
    const touchesNumber = [a[startA], a[endA - 1], b[startB], b[endB - 1]].some(isDigit);
    if (touchesNumber) {
      while (startA > 0 && startB > 0 && isDigit(a[startA - 1]) && a[startA - 1] === b[startB - 1]) {
        startA--;
        startB--;
      }
      while (isDigit(a[endA]) && a[endA] === b[endB]) {
        endA++;
        endB++;
      }
    }
    const last = widened.at(-1);
    if (last && (startA < last.a[1] || startB < last.b[1])) {
      widened[widened.length - 1] = { a: [last.a[0], endA], b: [last.b[0], endB] };
    } else widened.push({ a: [startA, endA], b: [startB, endB] });
  }
  return widened;
}

function isDigit(point: number | undefined): boolean {
  return point !== undefined && point >= 0x30 && point <= 0x39;
}

/** Span in the text of a range of visible characters; an empty range lies behind the character before it. */
function spanOf(text: string, offsets: Uint32Array, [start, end]: readonly [number, number]): Span {
  const behind = (index: number) => {
    if (index === 0) return 0;
    const at = offsets[index - 1] as number;
    return at + ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
  };
  return end > start
    ? { start: offsets[start] as number, end: behind(end) }
    : { start: behind(start), end: behind(start) };
}
