import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsBefore, countsIn, isUsable } from "./counts.js";
import { held, openClaim, roundedClaim } from "./judged.js";
import { decimalsOf } from "./rounding.js";
import { sentences } from "./sentences.js";

const UNIT = "人次|台次|人|元|次|件|户|本|份|名|起|例|亩|公斤|斤|平方米|吨|个|场|期|公里|米|条";
const MEAN = new RegExp(
  `(?:平均每(?<each>家次|[个名]?[\\u4e00-\\u9fff]{1,3}?)|(?<by>[场户人村次期例件班校床亩]次?)均次?)(?:[\\u4e00-\\u9fff]{0,6}?(?:为|达到?|约)?)(?<value>\\d+(?:\\.\\d+)?)(?<scale>万?)(?<unit>${UNIT})`,
  "g",
);
const POPULATION = /(?:总|常住|户籍|农业)人口(?:数|达|为)?$/;
/** an operand that stands farther back is outside the span of the claim */
const FAR = 200;
/** how many counts back the number shared among may stand where it gives the mean */
const ALL = 100;
/** how many sentences back the whole may stand */
const BACK = 2;

/** Means that a text prints: 86场，听众10320人次，场均120人次; 人均11.52元 */
export function meanClaims(text: string, span: Span): Claim[] {
  const list = sentences(text, span);
  const all = countsIn(text, span).filter((c) => isUsable(c) && /^[个户人]$/.test(c.unit));
  const people = all.filter((c) => POPULATION.test(c.label) && c.unit === "人");
  return list.flatMap((sentence, i) => {
    const words = text.slice(sentence.start, sentence.end);
    const from = list[Math.max(0, i - BACK)]?.start ?? sentence.start;
    return [...words.matchAll(MEAN)].flatMap((match) => {
      const at = sentence.start + match.index;
      if (/以[上下内]|标准|的要求/.test(text.slice(at + match[0].length, at + match[0].length + 3)))
        return [];
      const own = countsIn(text, { start: sentence.start, end: at }).filter(isUsable);
      const earlier = countsIn(text, { start: from, end: sentence.start }).filter(isUsable);
      const heads = match.groups?.by === "人" ? people.filter((p) => p.end < from).slice(-1) : [];
      const group = own.filter((c) => !text.slice(c.end, at).includes(";"));
      const after = countsIn(text, { start: at + match[0].length, end: sentence.end })
        .filter(isUsable)
        .slice(0, 3);
      const claim = firstDecided([
        meanOf(match, at, own, [...heads, ...earlier], group),
        held(meanOf(match, at, after, own, [])),
        held(
          meanOf(
            match,
            at,
            own,
            [...countsBefore(all, at, ALL).filter((c) => (c.value as number) > 1), ...after],
            [],
          ),
        ),
      ]);
      return claim ? [claim] : [];
    });
  });
}

/** the first claim that decides, else the first that stays open */
const firstDecided = (claims: readonly (Claim | null)[]): Claim | null =>
  claims.find((c) => c !== null && c.holds !== null) ?? claims.find((c) => c !== null) ?? null;

function meanOf(
  match: RegExpMatchArray,
  at: number,
  own: readonly Count[],
  earlier: readonly Count[],
  group: readonly Count[],
): Claim | null {
  const groups = match.groups as { each?: string; by?: string; value: string; scale: string; unit: string };
  const per = groups.each?.replace(/^[个名](?=.)/, "") ?? (groups.by as string);
  const stated = Number(groups.value) * (groups.scale === "万" ? 10000 : 1);
  const unit = groups.unit === "名" ? "人" : groups.unit;
  const isTotal = (c: Count): boolean =>
    c.unit === unit || (c.unit.replace(/次$/, "") === unit.replace(/次$/, "") && unit.startsWith("人"));
  const isNumber = (c: Count): boolean =>
    c.unit === per ||
    (per === "人" && c.unit === "人") ||
    c.label.endsWith(per) ||
    (c.unit === "个" && /^[个名]?村$|^乡|^镇/.test(per) && c.label.length < 8);
  const totals = [...earlier, ...own].filter(isTotal).reverse();
  const numbers = [...earlier, ...own].filter((c) => isNumber(c)).reverse();
  const beside = group.filter((c) => c.unit !== "元" && !isNumber(c));
  const pairs = totals.flatMap((a) => [...numbers, ...beside].filter((b) => b !== a).map((b) => ({ a, b })));
  const computed = ({ a, b }: { a: Count; b: Count }): number => (a.value as number) / (b.value as number);
  const decimals = decimalsOf(groups.value) - (groups.scale === "万" ? 4 : 0);
  const close = (x: number): boolean => Math.abs(x - stated) <= 0.5 * 10 ** -decimals * 1.000001;
  const named = pairs.filter((p) => group.includes(p.a) && group.includes(p.b) && isNumber(p.b));
  const pair = pairs.find((p) => close(computed(p))) ?? (named.length === 1 ? named[0] : undefined);
  const end = at + match[0].length;
  if (!pair) {
    const near = own.filter(isTotal).at(-1);
    if (!near) return null;
    return openClaim(
      {
        start: near.from,
        end,
        type: "derived",
        claim: `${groups.value}${groups.scale}${groups.unit} each`,
        operands: [near.value, null],
        formula: "a/b",
      },
      stated,
      pairs.length === 0
        ? "the number shared among is not printed"
        : "which number it is shared among is not said",
    );
  }
  return roundedClaim(
    {
      start: Math.min(at, ...[pair.a.from, pair.b.from].filter((from) => at - from < FAR)),
      end: Math.max(end, pair.a.end, pair.b.end),
      type: "derived",
      claim: `${groups.value}${groups.scale}${groups.unit} each of ${pair.b.printed}${pair.b.unit}`,
      operands: [pair.a.value, pair.b.value],
      formula: "a/b",
    },
    computed(pair),
    stated,
    Math.max(0, decimals),
  );
}

const OF_SHARES = /平均([\u4e00-\u9fff]{1,8}率)(?:为|达到?)?(\d+(?:\.\d+)?)%\(([^()]*\d%[^()]*\d%[^()]*)\)/g;

/** 平均合格率93%(第一次92%、第二次93%、第三次94%): the plain mean of the shares in brackets */
export function meanShareClaims(text: string, span: Span): Claim[] {
  return [...text.slice(span.start, span.end).matchAll(OF_SHARES)].map((match) => {
    const values = [...(match[3] as string).matchAll(/(\d+(?:\.\d+)?)%/g)].map((m) => Number(m[1]));
    const start = span.start + match.index;
    return roundedClaim(
      {
        start,
        end: start + match[0].length,
        type: "derived",
        claim: `the mean of ${values.length} shares`,
        operands: values,
        formula: "mean",
      },
      values.reduce((s, v) => s + v, 0) / values.length,
      Number(match[2]),
      decimalsOf(match[2] as string),
    );
  });
}

const PAID = /发放|奖励|补助|补贴|慰问|救助|扶助|资助|投入|兑现|奖扶|保险|助学/;

/** Money for a number of persons or households whose share per head is not printed: 为211户发放奖励金90万元 */
export function shareOutClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence).filter(isUsable);
    return counts.flatMap((money, i) => {
      if (money.unit !== "元" || /每|均/.test(money.label)) return [];
      const heads = [counts[i - 1], counts[i + 1]].find(
        (c) =>
          c !== undefined &&
          /^[人户]$/.test(c.unit) &&
          !/(?:前|后|第|末)$/.test(c.label) &&
          distance(c, money) <= 14,
      );
      if (!heads) return [];
      const start = Math.min(heads.from, money.from);
      const end = Math.max(heads.end, money.end);
      const words = text.slice(start, end);
      if (!PAID.test(words) || /[每均各;。]|其中|等奖/.test(words)) return [];
      const each = (money.value as number) / (heads.value as number);
      return [
        openClaim(
          {
            start,
            end,
            type: "derived",
            claim: `the amount per ${heads.unit === "户" ? "household" : "head"}`,
            operands: [money.value, heads.value],
            formula: "a/b",
          },
          null,
          "the amount for each is not printed",
          each,
        ),
      ];
    });
  });
}

const distance = (a: Count, b: Count): number => (a.end <= b.start ? b.start - a.end : a.start - b.end);
