import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable } from "./counts.js";
import { exactClaim } from "./judged.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

const INSIDE = /(?:符合|合)(?:政策|计划)|(?:政策|计划)内/;
const OUTSIDE = /不(?:符合|合)(?:政策|计划)|(?:政策|计划)外|超生/;
/** how many counts back the whole and what is inside may stand */
const NEAR = 40;
/** how far back the whole may stand and still be in the span of the claim */
const FAR = 120;

/** 出生209人，…政策内196人，…政策外13人: the whole less what is inside is outside. A claim only where it is, for the three may stand far apart. */
export function setApartClaims(text: string, span: Span): Claim[] {
  const all = countsIn(text, span).filter(isUsable);
  return all.flatMap((outside, i) => {
    if (!OUTSIDE.test(outside.label) || /其中/.test(outside.label)) return [];
    const near = all.slice(Math.max(0, i - NEAR), i).filter((c) => c.unit === outside.unit);
    const inside = near.findLast((c) => INSIDE.test(c.label) && !OUTSIDE.test(c.label));
    const whole = inside && near.findLast((c) => c.end <= inside.from && differ(c, inside) === outside.value);
    if (!inside || !whole) return [];
    return [
      differenceClaim(whole, inside, outside, outside.start - whole.from < FAR ? whole.from : outside.from),
    ];
  });
}

const differ = (a: Count, b: Count): number => tidy((a.value as number) - (b.value as number));

function differenceClaim(a: Count, b: Count, by: Count, start: number): Claim {
  return exactClaim(
    {
      start,
      end: by.end,
      type: "difference",
      claim: `${a.printed} less ${b.printed} are ${by.printed}${by.unit}`,
      operands: [a.value, b.value],
      formula: "a-b",
    },
    differ(a, b),
    by.value as number,
    "",
  );
}

/** how many counts back the two that differ may stand */
const FEW = 12;

/** 计生报3768人，卫生报3912人，…相差144人: two numbers of the sentence that differ by so much; a claim only where two do */
export function apartClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence).filter(isUsable);
    return counts.flatMap((by, i) => {
      if (!/相差(?:了|达)?$/.test(by.label)) return [];
      const same = counts.slice(Math.max(0, i - FEW), i).filter((c) => c.unit === by.unit);
      const pairs = same.flatMap((a) =>
        same.filter((b) => differ(a, b) === by.value).map((b) => [a, b] as const),
      );
      const pair = pairs.at(-1);
      if (!pair) return [];
      const [a, b] = pair;
      return [differenceClaim(a, b, by, Math.min(a.from, b.from))];
    });
  });
}

/** 由第15位升到第3位，前移12位 */
const RANKS =
  /第(\d{1,3})[位名](?:上?升|前?进|跃|提|降|退|滑|落)[^,。;\d]{0,4}第(\d{1,3})[位名],?(?:前移|上升|提升|前进|进|后移|下降|后退|退后|退)(?:了)?(\d{1,3})[位名个]/g;

/** Ranks gained or lost against the two ranks printed before them. */
export function rankClaims(text: string, span: Span): Claim[] {
  return [...text.slice(span.start, span.end).matchAll(RANKS)].map((match) => {
    const [from, to, by] = [match[1], match[2], match[3]].map(Number) as [number, number, number];
    const start = span.start + match.index;
    const computed = Math.abs(from - to);
    return exactClaim(
      {
        start,
        end: start + match[0].length,
        type: "difference",
        claim: `from rank ${from} to rank ${to}`,
        operands: [from, to],
        formula: "|a-b|",
      },
      computed,
      by,
      `the ranks differ by ${computed}`,
    );
  });
}
