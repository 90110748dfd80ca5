import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable } from "./counts.js";
import { exactClaim } from "./judged.js";
import { tidy } from "./rounding.js";
import { groups, sentences } from "./sentences.js";

/** words of a whole, of what went from it, and of what is left */
const BALANCES: readonly (readonly [RegExp, RegExp, RegExp])[] = [
  [/收入|筹集|拨入|拨款|进账/, /支出|开支|使用|支付|花费/, /结余|节余|盈余|余额|结存|剩余|净收/],
  [/应到|应参加|应参会/, /实到|实际参加|到会|参会/, /缺席|未到|请假|缺勤/],
  [/应收|应缴|应征|应交/, /实收|实缴|实征|已收|已缴|已交|入库/, /欠|未收|未缴|未交|尾欠/],
  [/应[\u4e00-\u9fff]{1,4}$/, /实[\u4e00-\u9fff]{1,4}$/, /漏|缺|免/],
  [/计划|任务|目标|需|应/, /完成|已|到位|实际/, /还差|尚差|缺口|欠完成|差额|短缺|尚缺|还缺/],
  [/发放|印发|发出/, /收回|回收/, /未收回|未回收/],
  [/原有|期初|年初|上年结转|年末?初/, /减少|销号|核减|退出|注销/, /现有|期末|年末|剩余|尚有|保留/],
];

/** what was left of earlier years is no rest of this one */
const OF_BEFORE = /^含|其中|[旧陈]欠|历年|往年|上年|去年/;

/** Whole less part is what is left: 收入320万元，支出290万元，结余30万元; each named once between semicolons */
export function balancedClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const near = groups(text, sentence).flatMap((group) => balancesOf(text, group));
    return near.length > 0 ? near : balancesOf(text, sentence).filter((claim) => claim.holds);
  });
}

function balancesOf(text: string, span: Span): Claim[] {
  const counts = countsIn(text, span).filter(isUsable);
  return BALANCES.flatMap(([whole, part, rest]) => balanceOf(counts, whole, part, rest));
}

function balanceOf(counts: readonly Count[], whole: RegExp, part: RegExp, rest: RegExp): Claim[] {
  const left = counts.filter((c) => rest.test(c.label) && !OF_BEFORE.test(c.label));
  const last = left[0];
  if (!last || left.length > 1) return [];
  const before = counts.filter((c) => c !== last && c.unit === last.unit);
  const wholes = before.filter((c) => whole.test(c.label) && (/应/.test(c.label) || !part.test(c.label)));
  const parts = before.filter((c) => part.test(c.label) && !whole.test(c.label));
  const [all, gone] = [wholes[0], parts[0]];
  if (!all || !gone || wholes.length > 1 || parts.length > 1) return [];
  const direct = tidy((all.value as number) - (gone.value as number));
  const items = before.filter((c) => c.start >= gone.start && c.end <= last.from);
  const leftOf = tidy((all.value as number) - items.reduce((sum, c) => sum + (c.value as number), 0));
  const several = items.length > 1 && leftOf === last.value;
  const computed = several ? leftOf : direct;
  if ((before.length > 2 || computed < 0) && computed !== last.value) return [];
  return [
    exactClaim(
      {
        start: Math.min(all.from, gone.from, last.from),
        end: Math.max(all.end, gone.end, last.end),
        type: "difference",
        claim: `${all.printed} less ${several ? `${items.length} items` : gone.printed} leave ${last.printed}${last.unit}`,
        operands: [all.value, ...(several ? items : [gone]).map((c) => c.value)],
        formula: several ? "a-sum" : "a-b",
      },
      computed,
      last.value as number,
      `the difference is ${computed}`,
    ),
  ];
}
