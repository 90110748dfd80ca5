import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable } from "./counts.js";
import { type Rate, ratesIn } from "./printed-rates.js";
import { quotientClaim } from "./rates.js";
import { agreement } from "./rounding.js";

/** how far back the whole of a list of shares may stand */
const BACK = 600;

/**
 * Shares whose base is not said, beside others of the same list that one printed whole gives: 支出31.5亿元，其中教育8.2亿元，占26.0%；社保4.4亿元，占14.8%.
 *
 * @param claims the claims of one sentence
 * @returns the same claims, the open ones decided by the whole of their list where there is only one
 */
export function bySiblings(text: string, sentence: Span, claims: readonly Claim[]): Claim[] {
  const open = claims.filter((c) => c.holds === null && c.type === "share");
  const sure = claims.filter((c) => c.holds === true && c.type === "share" && (c.stated ?? 0) > 0);
  if (open.length === 0 || sure.length === 0) return [...claims];
  const counts = countsIn(text, { start: Math.max(0, sentence.start - BACK), end: sentence.end }).filter(
    isUsable,
  );
  const rates = ratesIn(text, sentence);
  return claims.map((claim) => {
    if (!open.includes(claim)) return claim;
    const rate = rates.find((r) => r.end === claim.end);
    const part = counts.findLast(
      (c) => c.value === claim.operands[0] && c.start >= claim.start && c.end <= claim.end,
    );
    const wholes = sure.flatMap((s) => {
      const base = counts.find((c) => c.value !== null && wholeIn(s, c) && c.unit === part?.unit);
      return base ? [base] : [];
    });
    const whole = wholes[0];
    if (!rate || !part || !whole || wholes.some((w) => w.value !== whole.value)) return claim;
    if ((whole.value as number) < (part.value as number) || whole.end > part.start) return claim;
    return { ...quotientClaim(rate, part, whole), type: "share", start: claim.start };
  });
}

/** whether a count is the whole that a claim divides by, as printed or in 万 */
const wholeIn = (claim: Claim, count: Count): boolean =>
  [1, count.scale].some((scale) => claim.operands[1] === (count.value as number) / scale);

const LISTED = /分别(?:占|为)[^,。;\d]{0,12}?(\d+(?:\.\d+)?%(?:[、,和及]{1,2}\d+(?:\.\d+)?%)+)/g;

/** 一孩251人，二孩159人，多孩17人，分别占58.8%、37.2%和4.0%: each share of the whole that gives most of them */
export function distributedShares(text: string, sentence: Span, earlier: readonly Count[]): Claim[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(LISTED)].flatMap((match) => {
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const rates = ratesIn(text, sentence).filter((r) => r.start >= start && r.end <= end);
    const before = countsIn(text, { start: sentence.start, end: start }).filter(isUsable);
    const parts = before.slice(-rates.length);
    const unit = parts[0]?.unit;
    if (rates.length < 2 || parts.length < rates.length || parts.some((p) => p.unit !== unit)) return [];
    const most = Math.max(...parts.map((p) => p.value as number));
    const wholes = [...earlier, ...before.slice(0, -rates.length)].filter(
      (c) => c.unit === unit && (c.value as number) >= most,
    );
    const fits = (whole: Count): number => rates.filter((r, i) => gives(r, parts[i] as Count, whole)).length;
    const whole = wholes.reduce<Count | null>((best, c) => (best && fits(best) > fits(c) ? best : c), null);
    if (!whole || fits(whole) === 0) return [];
    return rates.map((r, i) => ({ ...quotientClaim(r, parts[i] as Count, whole), type: "share" as const }));
  });
}

const gives = (rate: Rate, part: Count, whole: Count): boolean =>
  agreement(((part.value as number) / (whole.value as number)) * rate.scale, rate.value, rate.decimals).holds;
