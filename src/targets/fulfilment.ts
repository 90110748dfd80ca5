import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { countsIn, isUsable } from "./counts.js";
import { exactClaim } from "./judged.js";
import { agreement, decimalsOf, tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** How far printed plans were fulfilled. */
export function fulfilmentClaims(text: string, span: Span): Claim[] {
  const list = sentences(text, span);
  return list.flatMap((sentence, i) => [
    ...ofQuota(text, sentence, list[i + 1]),
    ...beyondPlan(text, sentence),
  ]);
}

const BEYOND =
  /(?:超额?|多|欠|短|差|少)(?:额)?(?:完成)?[^,。;\d]{0,4}(?:目标|计划|任务|指标)?(?:任务)?[^,。;\d]{0,2}(\d[\d.]*万?)(人次|[\u4e00-\u9fff])/g;

/** 目标为100人，实际完成120人，超额完成20人 */
function beyondPlan(text: string, sentence: Span): Claim[] {
  const words = text.slice(sentence.start, sentence.end);
  const counts = countsIn(text, sentence).filter(isUsable);
  return [...words.matchAll(BEYOND)].flatMap((match) => {
    const end = sentence.start + match.index + match[0].length;
    const by = counts.find((c) => c.end <= end + 1 && c.start >= sentence.start + match.index);
    if (!by || (!/目标|计划|任务|指标/.test(match[0]) && !/超额/.test(match[0]))) return [];
    const same = counts.filter((c) => c.unit === by.unit && c !== by);
    const plan = same.filter((c) => /目标|计划|任务|指标|应/.test(c.label)).at(-1);
    const done = same.filter((c) => c !== plan && /完成|实际|已|达/.test(c.label)).at(-1);
    if (!plan || !done) return [];
    const computed = Math.abs((done.value as number) - (plan.value as number));
    return [
      exactClaim(
        {
          start: Math.min(plan.from, done.from, by.from),
          end: Math.max(plan.end, done.end, by.end),
          type: "difference",
          claim: `${by.printed} away from the plan of ${plan.printed}`,
          operands: [done.value, plan.value],
          formula: "|a-b|",
        },
        computed,
        by.value as number,
        `the difference is ${computed}`,
      ),
    ];
  });
}

/** 完成2100对任务的120%以上, with the number done printed after it */
function ofQuota(text: string, sentence: Span, next: Span | undefined): Claim[] {
  const match = /(?<!\d)(\d{1,9})(对|人|户|例|件|个|元|名)任务的(\d+(?:\.\d+)?)%(以上)?/.exec(
    text.slice(sentence.start, sentence.end),
  );
  if (!match) return [];
  const start = sentence.start + match.index;
  const unit = match[2] === "名" ? "人" : (match[2] as string);
  const range = { start: start + match[0].length, end: next?.end ?? sentence.end };
  const quota = Number(match[1]);
  const stated = Number(match[3]);
  const done = countsIn(text, range).filter((c) => c.unit === unit && c.value !== null);
  const least = match[4] !== undefined;
  const fits = done.find((c) => {
    const share = ((c.value as number) / quota) * 100;
    return least ? share >= stated : agreement(share, stated, decimalsOf(match[3] as string)).holds;
  });
  const best = fits ?? (least ? done[0] : undefined);
  if (!best) return [];
  const computed = tidy(((best.value as number) / quota) * 100);
  return [
    {
      start,
      end: best.end,
      type: "rate",
      claim: `${best.printed} of a quota of ${quota}`,
      operands: [best.value, quota],
      formula: "a/b*100",
      stated,
      computed,
      holds: fits ? true : null,
      tolerance: least ? `>= ${stated}` : "as printed",
      note: fits ? "" : "cannot be decided: which number counts for the quota is not said",
    },
  ];
}
