import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsBefore, countsIn } from "./counts.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";
import { sumOf, totalClaim } from "./total-claims.js";

/** how far back a total may stand */
const BACK = 2000;
/** words that make a number something other than a share of a whole */
const OTHER = /[增减降升比]|每|平均|死亡|结余|欠|差|扣|应|完成|已|达|超|约|余$|多$|年$/;
/** a total that speaks of everything there is */
const WHOLE = /^(?:全|总|共)|[全共总合][\u4e00-\u9fff]{0,6}$/;

/**
 * Lists of nothing but names and numbers, right after a total: 全乡参保1260人。东桥260人、上坝180人、石佛310人…; 五村共80口：甲村20口，….
 *
 * The list is accused where the total says that it is everything and nothing else stands between them.
 */
export function namedListClaims(text: string, span: Span): Claim[] {
  const list = sentences(text, span);
  return list.flatMap((sentence, i) => {
    const colon = text.slice(sentence.start, sentence.end).lastIndexOf(":");
    const from = colon < 0 ? sentence.start : sentence.start + colon + 1;
    const parts = pureList(text, { start: from, end: sentence.end });
    if (!parts) return [];
    const before = { start: colon < 0 ? (list[i - 1]?.start ?? from) : sentence.start, end: from };
    const own = countsIn(text, before).filter((c) => c.unit === parts[0]?.unit && c.value !== null);
    const near = own.at(-1);
    const sum = sumOf(parts);
    const total =
      near && tidy(near.value as number) === sum
        ? near
        : (wholeBefore(text, { start: span.start, end: before.start }, parts, sum) ?? near);
    if (!total || total.about) return [];
    const claim = totalClaim(total, parts, true);
    const next =
      total === near && own.length === 1 && WHOLE.test(total.label.replace(/计划|任务|[新增下]/g, ""));
    const direct = /^[^\d,。;]{0,8}[:。]\s*$/.test(text.slice(total.end, from));
    return claim.holds || (next && direct) ? [claim] : [];
  });
}

/** the parts of a stretch that is nothing but names with numbers in one unit: three or more */
function pureList(text: string, span: Span): Count[] | null {
  const counts = countsIn(text, span).filter((c) => c.value !== null);
  const unit = counts[0]?.unit;
  if (counts.length < 3 || unit === "分" || counts.some((c) => c.unit !== unit || c.about)) return null;
  let at = span.start;
  for (const count of counts) {
    const lead = text.slice(at, count.start);
    if (!/^[\s,、;]*[\u4e00-\u9fff“”]{1,12}$/.test(lead) || OTHER.test(lead)) return null;
    at = count.end;
  }
  return /^\s*$/.test(text.slice(at, span.end)) ? counts : null;
}

/** a total farther back that the list makes exactly, where nearer ones do not fit */
function wholeBefore(text: string, span: Span, parts: readonly Count[], sum: number): Count | null {
  return (
    countsIn(text, { start: Math.max(span.start, span.end - BACK), end: span.end })
      .filter((c) => c.unit === parts[0]?.unit && c.value !== null && tidy(c.value) === sum)
      .at(-1) ?? null
  );
}

/** Men and women who make a number printed before them in the paragraph, which need not stand in their sentence: a claim only where they do. */
export function sexesClaims(text: string, span: Span): Claim[] {
  const all = countsIn(text, span);
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence).filter((c) => c.value !== null && !c.about);
    return counts.flatMap((women, i) => {
      const men = counts[i - 1];
      const pair =
        men && men.unit === women.unit && /男[孩婴性]?$/.test(men.label) && /女[孩婴性]?$/.test(women.label);
      if (!pair) return [];
      const sum = sumOf([men, women]);
      const whole = countsBefore(all, men.from, MANY).findLast(
        (c) => c.unit === men.unit && c.value !== null && tidy(c.value) === sum,
      );
      if (!whole || text.slice(whole.end, men.from).includes("\n")) return [];
      const near = men.from - whole.from < FAR;
      return [{ ...totalClaim(whole, [men, women], true), start: near ? whole.from : men.from }];
    });
  });
}

/** how many counts back the whole of men and women may stand */
const MANY = 40;
/** a whole that stands farther back is outside the span of the claim */
const FAR = 80;
