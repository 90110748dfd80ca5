import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn } from "./counts.js";
import { tidy } from "./rounding.js";
import { runningTotalClaims } from "./running-totals.js";
import { sentences } from "./sentences.js";
import { describes, numberOfParts, PER_UNIT, sumOf, totalClaim } from "./total-claims.js";

/** a step that goes on from the part before it, and no further part of the whole */
const STEP = /查出|[办持验]证|治疗|治愈|解决|整改|安置|办结|调处|化解|结案|处理/;
/** how many counts before a list of parts are tried as its total */
const NEAR = 30;

/** Sums that a text states: a total with 其中 and its parts, parts with their total after them. */
export function sumClaims(text: string, span: Span): Claim[] {
  const list = sentences(text, span);
  return list.flatMap((sentence, i) => [
    ...totals(text, sentence, list.slice(Math.max(0, i - 2), i)),
    ...runningTotalClaims(text, sentence),
  ]);
}

/** 共N人，其中A a人，B b人; also 起火原因中，A a起，B b起 with the total before */
function totals(text: string, sentence: Span, before: readonly Span[]): Claim[] {
  const found: Claim[] = [];
  const words = text.slice(sentence.start, sentence.end);
  const own = countsIn(text, sentence);
  const earlier = before.flatMap((s) => countsIn(text, s)).slice(-NEAR);
  for (const match of words.matchAll(
    /其中[:,]?|,(?:分别)?属于?(?=[\u4e00-\u9fff]{2,8}\d)|(?:分解|分配|任务|指标)(?:如下|为)?[:,]|[\u4e00-\u9fff]{2,8}中,|[\u4e00-\u9fff](?=\()/g,
  )) {
    const at = sentence.start + match.index;
    const from = at + match[0].length;
    const bracket = match[0].length === 1;
    const named = !bracket && match[0].endsWith("中,");
    const inside = own.filter((c) => c.end <= (bracket || named ? from : at)).slice(-NEAR);
    const holder = inside.at(-1);
    const noun = holder ? text.slice(holder.end, from) : null;
    if (bracket && (noun === null || !/^[\u4e00-\u9fff]{0,4}$/.test(noun))) continue;
    const end = bracket ? closing(text, from, sentence.end) : sentence.end;
    const columns = columnsOf(countsIn(text, { start: from, end }));
    const first = partsFrom(
      text,
      { start: from, end },
      bracket ? null : (inside.at(-1)?.unit ?? null),
      inside,
      earlier,
    );
    for (const list of columns.length > 0 ? columns : first ? [first] : []) {
      const total = named
        ? totalOf(list, earlier, inside)
        : (totalOf(list, [], inside) ?? totalOf(list, earlier, []));
      if (!total || total.start >= from) continue;
      const parts = wholeOf(list, total);
      if (parts.some((p) => PER_UNIT.test(p.label)) || total.about) continue;
      if ((named && parts.length < 3) || (bracket && parts.length < 2)) continue;
      const claim = totalClaim(total, parts, bracket || sexes(parts) || complements(parts));
      if (bracket && noun !== "" && (!claim.holds || total !== holder)) continue;
      found.push(claim);
      const kinds = own[own.indexOf(total) - 1];
      if (
        kinds?.value === parts.length &&
        KINDS.has(kinds.unit) &&
        /^[\u4e00-\u9fff]{1,10}$/.test(text.slice(kinds.end, total.start))
      )
        found.push(numberOfParts(kinds, parts));
    }
  }
  return found;
}

/** 住院120人次、30万元，门诊900人次、12万元: two or three units in turn, each with a total of its own; none where units do not alternate */
function columnsOf(counts: readonly Count[]): Count[][] {
  for (const period of [2, 3]) {
    const units = counts.slice(0, period).map((c) => c.unit);
    let length = 0;
    while (length < counts.length && counts[length]?.unit === units[length % period]) length++;
    const rows = Math.floor(length / period);
    if (new Set(units).size === period && rows >= 2)
      return units.map((_, i) => counts.slice(0, rows * period).filter((_, at) => at % period === i));
  }
  return [];
}

/** the first parts of a list that make the whole, where more counts follow: 其中男性A人、女性B人，育龄妇女C人 */
function wholeOf(list: readonly Count[], total: Count): readonly Count[] {
  const fits = list.findIndex((_, i) => i > 0 && sumOf(list.slice(0, i + 1)) === tidy(total.value ?? -1));
  if (fits > 0) return list.slice(0, fits + 1);
  return sexes(list) ? list.slice(0, 2) : list;
}

/** town and country, inside and outside a plan leave nothing out, as men and women do */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/城[镇市区]/, /农村|乡村/],
  [/(?:政策|计划)内/, /(?:政策|计划)外/],
];

/** two parts that leave nothing out */
const complements = ([a, b, more]: readonly Count[]): boolean =>
  more === undefined &&
  OPPOSITES.some(
    ([x, y]) =>
      (x.test(a?.label ?? "") && y.test(b?.label ?? "")) ||
      (y.test(a?.label ?? "") && x.test(b?.label ?? "")),
  );

/** men and women leave nobody out */
const sexes = ([a, b]: readonly Count[]): boolean =>
  /男[性孩]?$|男[^女]{0,4}$/.test(a?.label ?? "") && /女/.test(b?.label ?? "") && !/女/.test(a?.label ?? "");

/** 四项手术任务总计286例，其中…: as many kinds as parts */
const KINDS = new Set(["项", "类", "种", "个"]);

/** a number that is asked for, beside one that was done */
const DUE = /任务|计划(?!生育|[内外])|目标|指标|应/;

/** 其中一个, 其中两名 are some of them, and no list of parts */
const ONE_OF_THEM = /^[一两二]/;

/** consecutive counts in one unit */
function partsFrom(
  text: string,
  span: Span,
  unit: string | null,
  inside: readonly Count[],
  earlier: readonly Count[],
): Count[] | null {
  const counts = countsIn(text, span);
  const first = counts[0];
  if (!first || text.slice(span.start, first.start).length > 40) return null;
  if (first.start === span.start && ONE_OF_THEM.test(first.printed)) return null;
  const known = [...inside, ...earlier].map((c) => c.unit);
  const own = unit !== null && first.unit !== unit && !known.includes(first.unit) ? null : first.unit;
  if (own === null) return null;
  const parts: Count[] = [];
  for (const [i, count] of counts.entries()) {
    if (DUE.test(count.label) && !DUE.test(first.label)) continue;
    if (parts.length > 0 && describes(text, count, counts[i + 1], own)) continue;
    if (count.unit !== own || (parts.length > 0 && STEP.test(count.label))) break;
    if (text.slice(parts.at(-1)?.end ?? count.start, count.start).includes(";")) break;
    parts.push(count);
    if (text[count.end] === ";") break;
  }
  return parts;
}

function totalOf(parts: readonly Count[], earlier: readonly Count[], inside: readonly Count[]): Count | null {
  const unit = parts[0]?.unit;
  const candidates = [...earlier, ...inside].filter(
    (c) => c.unit === unit || (unit === "人" && c.unit === "个"),
  );
  const sum = sumOf(parts);
  const done = DUE.test(parts[0]?.label ?? "")
    ? candidates
    : candidates.filter((c) => !/占[^,。]*$/.test(c.label));
  return candidates.filter((c) => c.value !== null && tidy(c.value) === sum).at(-1) ?? done.at(-1) ?? null;
}

function closing(text: string, from: number, limit: number): number {
  const at = text.indexOf(")", from);
  return at < 0 || at > limit ? limit : at;
}
