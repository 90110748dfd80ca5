import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsBefore, countsIn, isUsable, scaleOf } from "./counts.js";
import { held, openClaim, roundedClaim } from "./judged.js";
import { type Rate, ratesIn } from "./printed-rates.js";
import { coreOf, DUE, fits, namedPair, nearBase, nearestFit, otherUnits, sameKind } from "./rate-pairs.js";
import { agreement, tidy } from "./rounding.js";
import { commonRun, sentences } from "./sentences.js";
import { bySiblings, distributedShares } from "./share-siblings.js";
import { shareClaim } from "./shares.js";
import { vitalRateClaim } from "./vital-rates.js";

/** how many counts before a rate are tried as its base: the nearest ones */
const NEAR = 12;
/** an operand that stands farther back is outside the span of the claim */
const FAR = 400;
/** how many counts back one may stand that a share names, or that gives it exactly */
const ALL = 300;
/** how many counts back one in another unit may stand that gives the rate */
const FEW = 24;
/** how many sentences back a base may stand */
const BACK = 3;

/** Rates and shares of a stretch of text that counts printed before them give; `asked` says where a rate is a target. */
export function rateClaims(text: string, span: Span, asked: (at: number) => boolean): Claim[] {
  const found: Claim[] = [];
  const everything = countsIn(text, span).filter(isUsable);
  const people = everything.filter((c) => EVERYBODY.test(c.label));
  const list = sentences(text, span);
  list.forEach((sentence, i) => {
    const rates = ratesIn(text, sentence);
    if (rates.length === 0) return;
    const own = countsIn(text, sentence).filter(isUsable);
    const earlier = list
      .slice(Math.max(0, i - BACK), i)
      .flatMap((s) => countsIn(text, s))
      .filter(isUsable)
      .slice(-2 * NEAR);
    const claims: Claim[] = distributedShares(text, sentence, earlier);
    for (const rate of rates) {
      const near = groupAt(text, sentence, rate.start);
      const here = own.filter((c) => c.end <= rate.start).slice(-NEAR);
      const after = own.filter((c) => c.start >= rate.end && c.end <= near.end).slice(0, 4);
      const far = countsBefore(people, rate.start, NEAR);
      const all = countsBefore(everything, rate.start, ALL);
      const later = decidedLater(rate, after);
      const claim =
        dayRate(text, rate, near) ??
        (here.length === 0 ? later : held(later)) ??
        bracketed(text, rate, after, [...earlier, ...here]) ??
        claimOf(text, rate, here, earlier, after, near.start, far, all);
      if (claim && (claim.holds || !asked(rate.start))) claims.push(claim);
    }
    found.push(...bySiblings(text, sentence, claims));
  });
  return found;
}

/** the stretch between semicolons that holds an offset: its numbers belong together first of all */
function groupAt(text: string, sentence: Span, at: number): Span {
  const own = text.slice(sentence.start, sentence.end);
  const end = own.indexOf(";", at - sentence.start);
  return {
    start: sentence.start + own.lastIndexOf(";", at - sentence.start) + 1,
    end: end < 0 ? sentence.end : sentence.start + end,
  };
}

/** 优良天数301天，优良率82.5%: days of the year, leap or not */
function dayRate(text: string, rate: Rate, group: Span): Claim | null {
  const days = /(?:天数|全年)[^,。;\d]{0,8}(\d{1,3})天[,，]?$/.exec(text.slice(group.start, rate.from));
  if (!days || !/率$/.test(rate.label)) return null;
  const fits = [365, 366].filter(
    (year) => agreement((Number(days[1]) / year) * rate.scale, rate.value, rate.decimals).holds,
  );
  const year = fits[0] ?? 365;
  return roundedClaim(
    {
      start: group.start + days.index,
      end: rate.end,
      type: "rate",
      claim: `${rate.label.slice(-12)} is ${days[1]} of ${year} days`,
      operands: [Number(days[1]), year],
      formula: `a/b*${rate.scale}`,
    },
    (Number(days[1]) / year) * rate.scale,
    rate.value,
    rate.decimals,
  );
}

function claimOf(
  text: string,
  rate: Rate,
  here: readonly Count[],
  earlier: readonly Count[],
  after: readonly Count[],
  group: number,
  far: readonly Count[],
  all: readonly Count[],
): Claim | null {
  if (/^占|的$/.test(rate.link))
    return shareClaim(text, rate, here, [...named(rate, all), ...earlier], after, group, all);
  if (!/(?:率|面|比例|比重|比)$/.test(rate.label)) return null;
  const vital =
    rate.scale === 1000
      ? (vitalRateClaim(rate, [...earlier, ...here]) ??
        held(vitalRateClaim(rate, [...far, ...earlier, ...here])))
      : null;
  if (vital) return vital;
  const own = here.filter((c) => c.end <= rate.from || c.from >= rate.from);
  const called = namedPair(text, rate, own, earlier);
  const pair =
    (called && !fits(rate, called) ? nearestFit(rate, own, own) : null) ??
    called ??
    nearestFit(rate, own, earlier) ??
    nearestFit(rate, own.slice(-1), far) ??
    (rate.decimals > 0 && here.length === 0 ? nearestFit(rate, earlier, earlier) : null) ??
    (rate.decimals > 0 ? otherUnits(rate, own) : null);
  const together = pair && (pair.part.start >= group || fits(rate, pair));
  if (pair && together) return quotientClaim(rate, pair.part, pair.whole);
  const missed =
    nearBase(text, rate, own, all) ??
    (rate.decimals > 0 && own.length === 1 ? otherUnits(rate, [...all.slice(-FEW), ...own]) : null);
  if (missed) return quotientClaim(rate, missed.part, missed.whole);
  const near = own.at(-1);
  if (!near || rate.from - near.end > 24) return null;
  return openClaim(
    {
      start: near.from,
      end: rate.end,
      type: "rate",
      claim: `${rate.label.slice(-12)} ${rate.value}`,
      operands: [near.value, null],
      formula: "a/b",
    },
    rate.value,
    "the base is not printed",
  );
}

/** the numbers that explain a rate may follow it: 参合率98.6%，参合31.2万人，应参合31.65万人 */
function decidedLater(rate: Rate, after: readonly Count[]): Claim | null {
  const core = coreOf(rate);
  const part = after.find((c) => commonRun(c.label, core) >= 2 && !DUE.test(c.label));
  const whole = after.find(
    (c) => c !== part && c.unit === part?.unit && (DUE.test(c.label) || /总/.test(c.label)),
  );
  return part && whole && /(?:率|面)$/.test(rate.label) ? quotientClaim(rate, part, whole) : null;
}

/** all people or households of a place, which many rates are of, however far back they stand */
const EVERYBODY = /人口(?:数|为|达|共)?$|总(?:人|户)数(?:为|达)?$|(?:共有|总共)$|在校学生|职工总数/;

/** the only count of the text that is called as 占… calls its base, however far back it stands */
function named(rate: Rate, all: readonly Count[]): Count[] {
  const name = rate.link.replace(/^占|(?:总数|总量|人数)?的$/g, "");
  if (name.length < 3) return [];
  const found = all.filter((c) => c.end < rate.from && c.label.endsWith(name));
  return found.length === 1 ? found : [];
}

/** 管理率为78.1%（500人）: the part stands in brackets after its rate */
function bracketed(
  text: string,
  rate: Rate,
  after: readonly Count[],
  before: readonly Count[],
): Claim | null {
  if (/^占|的$/.test(rate.link)) return null;
  const part = after[0];
  const first = before.at(-1);
  const inside = part && text[rate.end] === "(" && text[part.end] === ")" && part.start - rate.end < 8;
  if (inside && first && sameKind(first, part) && fits(rate, { part: first, whole: part }))
    return quotientClaim(rate, first, part);
  if (!part || text[rate.end] !== "(" || text[part.end] !== ")" || part.start - rate.end > 6) return null;
  const whole = before.filter((c) => sameKind(c, part) && fits(rate, { part, whole: c })).at(-1);
  return whole ? quotientClaim(rate, part, whole) : null;
}

/** The claim that a printed rate is the quotient of two counts. */
export function quotientClaim(rate: Rate, part: Count, whole: Count, words?: string): Claim {
  const scale = scaleOf([part, whole]);
  const near = [part.from, whole.from].filter((from) => rate.from - from < FAR);
  return roundedClaim(
    {
      start: Math.min(rate.from, ...near),
      end: Math.max(rate.end, part.end, whole.end),
      type: "rate",
      claim: `${rate.label.slice(-12)} is ${part.printed} of ${whole.printed}`,
      operands: [tidy((part.value as number) / scale), tidy((whole.value as number) / scale)],
      formula: `a/b*${rate.scale}`,
    },
    ((part.value as number) / (whole.value as number)) * rate.scale,
    rate.value,
    rate.decimals,
    words,
  );
}
