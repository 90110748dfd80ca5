import type { Span } from "../span.js";
import { labelledNames } from "./labelled-names.js";
import {
  beginsOrdinary,
  isBoundary,
  isCutAt,
  isNameForm,
  isOrdinary,
  isPhrase,
  surnameAt,
} from "./name-form.js";
import { anyOf, nameWords } from "./name-words.js";

/**
 * Names of persons in a text, by what stands beside them: a label with a colon (法定代表人：), a title before (局长, 村民), a form
 * of address behind (同志, 先生), a sex in brackets, a line above a date; names beside such names in a list; and every
 * further place of a name that was found so.
 *
 * A name is a common surname with one or two characters, and no ordinary word. 某 and other masks are left alone. Who is
 * a public person is not asked; names without such a context, of foreigners and of minorities in other forms are missed.
 *
 * @param text any text
 * @returns spans in order, not overlapping
 * @example
 * personNames("村民张小满，局长高度重视").map(({ start, end }) => [start, end]) // [[2, 5]]
 * @see data/lexicon/surnames.csv, data/lexicon/name-contexts.yaml
 */
export function personNames(text: string): Span[] {
  const found = [
    ...labelledNames(text),
    ...namesAfterTitles(text),
    ...namesBefore(text),
    ...signatures(text),
  ];
  return separate(repeated(text, separate([...found, ...found.flatMap((name) => besides(text, name))])));
}

/** Names directly behind a title, or with spaces between where the name stands alone. */
function namesAfterTitles(text: string): Span[] {
  const pattern = new RegExp(`(?:${anyOf("before")})([ \\t\\u3000]*)`, "gu");
  return [...text.matchAll(pattern)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = endAfterTitle(text, start, match[1] !== "");
    return end !== null && isCutAt(text, match.index, start) ? [{ start, end }] : []; // not 局长江: 长江 is a word
  });
}

/** Where the name at an offset ends that nothing but a title before it announces. */
function endAfterTitle(text: string, start: number, apart: boolean): number | null {
  const surname = surnameAt(text, start);
  if (!surname) return null;
  const least = start + surname.length + 1;
  const end = [least + 1, least].find((end) => ends(text, start, end));
  if (end === undefined) return null;
  const alone = isBoundary(text, end) || followed(text, end);
  if ((surname.weak || apart) && !alone) return null;
  const name = text.slice(start, end);
  return beginsOrdinary(name) || isPhrase(name) ? null : end;
}

/** Whether a name may end there: the character after it neither belongs to it nor is torn from its last. */
function ends(text: string, start: number, end: number): boolean {
  if (end > text.length || !isNameForm(text.slice(start, end))) return false;
  if (isBoundary(text, end) || followed(text, end)) return true;
  if (isOrdinary(text.slice(start, end + 1))) return false; // 高消: 高消费
  const last = text.charAt(end - 1);
  if (end - start > 2 && nameWords("seldom_given").has(last)) return false;
  return end - start < 3 || isCutAt(text, end - 1, end);
}

/** A form of address, perhaps of several at once: 同志, 等三名同志. */
const ADDRESS = `(?:等?[\\d一二两三四五六七八九十]{1,3}[名位])?(?:${anyOf("after")})`;

const FOLLOWING = new RegExp(`(?:${anyOf("office_after")}|${ADDRESS}|等|和|与|及)`, "uy");

function followed(text: string, at: number): boolean {
  FOLLOWING.lastIndex = at;
  return FOLLOWING.test(text);
}

/** Names before a form of address, before an office, and before a sex or an identity card. */
function namesBefore(text: string): Span[] {
  const sex = "[（(，,] ?[男女][，,。；;）)]|[（(]?(?:公民)?身份证";
  const pattern = new RegExp(`(?<office>${anyOf("office_after")})|${ADDRESS}|${sex}`, "gu");
  return [...text.matchAll(pattern)].flatMap(({ index, groups }) => {
    const start = startBefore(text, index, groups?.office !== undefined);
    return start === null ? [] : [{ start, end: index }];
  });
}

function startBefore(text: string, end: number, office: boolean): number | null {
  for (const start of [end - 4, end - 3, end - 2]) {
    if (start < 0 || !isNameForm(text.slice(start, end))) continue;
    const free =
      start === 0 ||
      isBoundary(text, start - 1) ||
      nameWords("never_given").has(text.charAt(start - 1)) ||
      afterTitle(text, start);
    const name = text.slice(start, end);
    if ((office || !free) && (beginsOrdinary(name) || isPhrase(name))) continue;
    if (free || (!office && end - start > 2 && !surnameAt(name, 0)!.weak && isCutAt(text, start - 1, start)))
      return start;
  }
  return null;
}

const TITLE_ENDS = new RegExp(`(?:${anyOf("before", "after", "office_after")})$`, "u");

function afterTitle(text: string, start: number): boolean {
  return TITLE_ENDS.test(text.slice(Math.max(0, start - 6), start));
}

/** A line that is a name, above a line that is a date. */
function signatures(text: string): Span[] {
  const pattern =
    /^[ \t\u3000]*([\u3400-\u9fff][\u3400-\u9fff \u3000]{1,5})\r?\n\s{0,20}(?:\d{4}|[一二〇○零九]{4})年[^\n]{1,12}日[ \t\u3000]*\r?$/gmu;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = match[1]!.trimEnd();
    const start = match.index + match[0].indexOf(name);
    return isNameForm(name) ? [{ start, end: start + name.length }] : [];
  });
}

/** Names that 、 joins to a name, forwards and backwards. */
function besides(text: string, name: Span): Span[] {
  const found: Span[] = [];
  for (let at = name.end; text.charAt(at) === "、"; ) {
    const end = [at + 5, at + 4, at + 3].find(
      (end) =>
        end <= text.length &&
        isNameForm(text.slice(at + 1, end)) &&
        (isBoundary(text, end) || followed(text, end)),
    );
    if (end === undefined) break;
    found.push({ start: at + 1, end });
    at = end;
  }
  for (let at = name.start; text.charAt(at - 1) === "、"; ) {
    const end = at - 1;
    const start = [end - 4, end - 3, end - 2].find(
      (start) =>
        start >= 0 &&
        isNameForm(text.slice(start, end)) &&
        (isBoundary(text, start - 1) ||
          afterTitle(text, start) ||
          (end - start > 2 && isCutAt(text, start - 1, start))),
    );
    if (start === undefined) break;
    found.push({ start, end });
    at = start;
  }
  return found;
}

/** The names and every further place where one of them stands and its last character begins no other word. */
function repeated(text: string, names: readonly Span[]): Span[] {
  const known = new Set(names.map(({ start, end }) => text.slice(start, end)));
  const lengths = [...new Set([...known].map((name) => name.length))].sort((a, b) => b - a);
  const found = [...names];
  for (let at = 0; known.size > 0 && at < text.length; at++) {
    const length = lengths.find(
      (length) => at + length <= text.length && known.has(text.slice(at, at + length)),
    );
    if (length === undefined) continue;
    const end = at + length;
    const torn =
      isOrdinary(text.slice(end - 1, end + 1)) || (at > 0 && isOrdinary(text.slice(at - 1, at + 1)));
    if (length > 2 || !torn || isBoundary(text, end)) found.push({ start: at, end });
  }
  return found;
}

/** The longest of those that overlap, in order. */
function separate(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}
