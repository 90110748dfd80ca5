import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, unitAt } from "./counts.js";
import { exactClaim } from "./judged.js";
import { factorOf } from "./products.js";
import { OWES, type Share, sharesFrom } from "./quotas.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";
import { totalClaim } from "./total-claims.js";

/** Parts that are given to names or ranks, against the total that is printed for them. */
export function allotmentClaims(text: string, span: Span): Claim[] {
  const list = sentences(text, span);
  return list.flatMap((sentence, i) => [
    ...prizeTotals(text, sentence),
    ...prizePool(text, sentence),
    ...rankedPrizes(text, span, sentence),
    ...allotted(text, span, sentence, list[LEAD.test(textOf(text, list[i - 1])) ? i - 2 : i - 1]),
  ]);
}

/** 任务分解如下： stands between a total and its parts */
const LEAD = /^[^\d]{0,20}(?:如下|分解|分配)[:]?\s*$/;

const textOf = (text: string, span: Span | undefined): string =>
  span ? text.slice(span.start, span.end) : "";

/** names with their parts, on lines of their own or in one, against the total of the paragraph before */
function allotted(text: string, passage: Span, first: Span, before: Span | undefined): Claim[] {
  const start =
    first.start +
    (/^\s*(?:(?:任务|指标)?(?:分解|分配|安排)(?:如下|为)?[:,])?\s*/.exec(
      text.slice(first.start, first.end),
    )?.[0].length ?? 0);
  const unit = /^[^\d\s,、;:。()]{2,12}\d[\d.]*[万亿]?/.exec(text.slice(start, start + 30))?.[0];
  const named = unit === undefined ? null : unitAt(text, start + unit.length);
  if (named === null || !before) return [];
  if (sharesFrom(text, before, named).some((s) => OWES.test(s.name))) return [];
  const shares = sharesFrom(text, { start, end: Math.min(start + 600, passage.end) }, named);
  if (shares.length < 3 || !shares.every((s) => OWES.test(s.name))) return [];
  const parts = countsIn(text, { start, end: (shares.at(-1) as Share).end });
  const candidates = countsIn(text, before).filter((c) => c.unit === parts[0]?.unit && c.value !== null);
  const sum = tidy(parts.reduce((s, p) => s + (p.value ?? 0), 0));
  const total =
    candidates.find((c) => c.value !== null && tidy(c.value) === sum) ??
    candidates.find((c) => /^(?:全|总|共)/.test(c.label));
  if (!total) return [];
  return [{ ...totalClaim(total, parts, true), start, end: (shares.at(-1) as Share).end }];
}

/** 一等奖1名，奖励3000元；二等奖2名，各奖励2000元，共计7000元: numbers of winners times their prizes */
function prizePool(text: string, sentence: Span): Claim[] {
  const counts = countsIn(text, sentence).filter((c) => c.value !== null);
  const total = counts.at(-1);
  if (total?.unit !== "元" || !/(?:共计?|合计|总计)[^\d]{0,6}$/.test(total.label)) return [];
  const pairs: [Count, Count][] = [];
  for (let i = 0; i + 1 < counts.length - 1; i += 2) {
    const [winners, prize] = [counts[i] as Count, counts[i + 1] as Count];
    if (!/^[人个户]$/.test(winners.unit) || prize.unit !== "元") return [];
    pairs.push([winners, prize]);
  }
  if (pairs.length < 2 || counts.length % 2 === 0) return [];
  const months = /年/.test(total.label) && pairs.every(([, each]) => /每月/.test(each.label)) ? 12 : 1;
  const prizes = pairs.map(([n, each]) => (n.value as number) * (each.value as number) * months);
  const sum = prizes.reduce((s, prize) => s + prize, 0);
  return [
    exactClaim(
      {
        start: (pairs[0] as [Count, Count])[0].from,
        end: total.end,
        type: "sum",
        claim: `${pairs.length} kinds make ${total.printed}${total.unit}`,
        operands: prizes,
        formula: "sum of numbers times amounts",
      },
      sum,
      total.value as number,
      `the amounts make ${sum}`,
    ),
  ];
}

const RANK = "(?:特|一|二|三|四)等奖|第[一二三四五]名|优[秀胜]奖|鼓励奖|金奖|银奖|铜奖";
/** how far back the winners of a rank may stand */
const BACK = 2000;
const EACH_OF_RANK = new RegExp(`(${RANK})(?:各|每[名个])[^,。;\\d]{0,6}(\\d[\\d.]*万?)元`, "g");
const WINNERS = new RegExp(`(${RANK})[^,。;\\d]{0,4}(\\d{1,3})[个名人]`, "g");

/** 一等奖2个，二等奖3个。一等奖各奖5000元，二等奖各奖3000元，共计19000元: the winners of each rank stand before, its prize beside the sum */
function rankedPrizes(text: string, span: Span, sentence: Span): Claim[] {
  const prizes = [...text.slice(sentence.start, sentence.end).matchAll(EACH_OF_RANK)];
  const total = countsIn(text, sentence).find((c) => c.unit === "元" && /(?:共计?|合计|总计)$/.test(c.label));
  const first = prizes[0];
  if (!first || prizes.length < 2 || !total || total.value === null) return [];
  const start = sentence.start + first.index;
  const winners = [...text.slice(Math.max(span.start, start - BACK), start).matchAll(WINNERS)];
  const amounts = prizes.map(([, rank, each]) => {
    const number = winners.findLast((w) => w[1] === rank)?.[2];
    return number === undefined ? null : Number(number) * (factorOf(each as string) ?? 0);
  });
  if (amounts.includes(null)) return [];
  const sum = (amounts as number[]).reduce((s, v) => s + v, 0);
  return [
    exactClaim(
      {
        start,
        end: total.end,
        type: "sum",
        claim: `${prizes.length} kinds make ${total.printed}${total.unit}`,
        operands: amounts,
        formula: "sum of numbers times amounts",
      },
      sum,
      total.value,
      `the amounts make ${sum}`,
    ),
  ];
}

const PRIZES =
  /(?:分别|依次)[^,。;\d]{0,8}(?:\d+(?:\.\d+)?万?元[、和])+\d+(?:\.\d+)?万?元[,(]?(?:[一二两三四五六七八九十]{1,2}[\u4e00-\u9fff]{1,3})?(?:合计|共计?|总计)\d+(?:\.\d+)?万?元/g;

/** 分别奖励20万元、15万元、10万元（合计45万元） */
function prizeTotals(text: string, sentence: Span): Claim[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(PRIZES)].flatMap((match) => {
    const start = sentence.start + match.index;
    const counts = countsIn(text, { start, end: start + match[0].length }).filter((c) => c.unit === "元");
    if (counts.length < 3) return [];
    return [totalClaim(counts.at(-1) as Count, counts.slice(0, -1), true)];
  });
}
