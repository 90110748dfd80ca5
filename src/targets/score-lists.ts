import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn } from "./counts.js";
import { held, roundedClaim } from "./judged.js";
import { groups, sentences } from "./sentences.js";

const MEAN = /平均(?:得分|分)?(?:为|是|达)?$/;
/** 得分全部低于70分：甲镇71.2分、乙乡69.5分 */
const BOUND = /(?:全部|均|都)(?:在|为)?(低于|高于|超过|不足)?(\d+(?:\.\d+)?)分(以上|以下)?:/g;

/** Scores of named units in a row: against the mean that follows, and against the bound that the text sets for all of them. */
export function scoreListClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) =>
    groups(text, sentence).flatMap((group) => [...meansOf(text, group), ...boundsOf(text, group)]),
  );
}

const scoresIn = (text: string, span: Span): Count[] =>
  countsIn(text, span).filter((c) => c.unit === "分" && c.value !== null);

/** 甲镇97.6分、乙镇96.2分，平均96.9分: accused only where the text says of how many (两个乡镇平均) and so many are listed */
function meansOf(text: string, group: Span): Claim[] {
  const scores = scoresIn(text, group);
  return scores.flatMap((mean, i) => {
    const label = text.slice(scores[i - 1]?.end ?? group.start, mean.start);
    const parts = scores.slice(0, i).filter((c) => !/均|每|[扣加]/.test(c.label));
    if (!MEAN.test(label) || parts.length < 2) return [];
    const claim = roundedClaim(
      {
        start: (parts[0] as Count).from,
        end: mean.end,
        type: "derived",
        claim: `the mean of ${parts.length} scores`,
        operands: parts.map((p) => p.value),
        formula: "mean",
      },
      parts.reduce((sum, p) => sum + (p.value as number), 0) / parts.length,
      mean.value as number,
      mean.decimals,
    );
    const number = countsIn(text, { start: (parts.at(-1) as Count).end, end: mean.start })[0];
    const said = number?.value === parts.length;
    const judged = said ? claim : held(claim);
    return judged ? [judged] : [];
  });
}

function boundsOf(text: string, group: Span): Claim[] {
  return [...text.slice(group.start, group.end).matchAll(BOUND)].flatMap((match) => {
    const start = group.start + match.index;
    const below = /低于|不足/.test(match[1] ?? "") || match[3] === "以下";
    const above = /高于|超过/.test(match[1] ?? "") || match[3] === "以上";
    const scores = scoresIn(text, { start: start + match[0].length, end: group.end });
    const limit = Number(match[2]);
    if (below === above || scores.length < 2) return [];
    const beyond = scores.filter((s) =>
      below
        ? (s.value as number) > limit || (match[3] === undefined && s.value === limit)
        : (s.value as number) < limit || (match[3] === undefined && s.value === limit),
    );
    const holds = beyond.length === 0;
    return [
      {
        start,
        end: (scores.at(-1) as Count).end,
        type: "bounds" as const,
        claim: `all ${scores.length} scores are ${below ? "below" : "above"} ${limit}`,
        operands: scores.map((s) => s.value),
        formula: below ? "all<limit" : "all>limit",
        stated: limit,
        computed: beyond[0]?.value ?? (scores[0] as Count).value,
        holds,
        tolerance: "bounds",
        note: holds ? "" : `${beyond.map((s) => s.value).join(", ")} ${beyond.length > 1 ? "are" : "is"} not`,
      },
    ];
  });
}
