import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { exactClaim } from "./judged.js";
import { tidy } from "./rounding.js";

const N = "(\\d{1,4}(?:\\.\\d{1,2})?)";
const OWN = "(?:自[评查]|实得|考核|得)[^\\d,;。()]{0,6}";
/** 标准分20分，自评18分，扣2分 */
const PAIR = new RegExp(`${N}分[)]?[,、;(]${OWN}${N}分(?:[,、;][^\\d,;。()]{0,4}扣(?:除|减)?${N}分)?`, "g");
const TOTAL = new RegExp(
  `(?:自[评查][^\\d,;。]{0,4}(?:总分|得分|总得分|分)|[总合]计得分|得分合计)(?:为|是|共)?${N}分`,
  "g",
);

/** Scores that a unit gives itself: each against the points of its item and what was deducted, and their sum against the stated score. */
export function selfScoreClaims(text: string, span: Span): Claim[] {
  const words = text.slice(span.start, span.end);
  const pairs = [...words.matchAll(PAIR)];
  const deducted = pairs
    .filter((m) => m[3] !== undefined)
    .map((m) => {
      const start = span.start + m.index;
      const computed = tidy(Number(m[1]) - Number(m[2]));
      return exactClaim(
        {
          start,
          end: start + m[0].length,
          type: "difference",
          claim: `${m[1]} points less ${m[3]} are ${m[2]}`,
          operands: [Number(m[1]), Number(m[2])],
          formula: "a-b",
        },
        computed,
        Number(m[3]),
        `the difference is ${computed}`,
      );
    });
  const total = [...words.matchAll(TOTAL)].find(
    (t) => !pairs.some((p) => t.index >= p.index && t.index < p.index + p[0].length),
  );
  if (pairs.length < 3 || !total) return deducted;
  const scores = pairs.map((m) => Number(m[2]));
  const sum = tidy(scores.reduce((s, v) => s + v, 0));
  const start = span.start + total.index;
  return [
    ...deducted,
    exactClaim(
      {
        start,
        end: start + total[0].length,
        type: "sum",
        claim: `${scores.length} scores make ${total[1]}`,
        operands: scores,
        formula: "sum",
      },
      sum,
      Number(total[1]),
      `the scores make ${sum}`,
    ),
  ];
}
