import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn } from "./counts.js";
import { tidy } from "./rounding.js";
import { groups } from "./sentences.js";
import { describes, numberOfParts, PER_UNIT, sumOf, totalClaim } from "./total-claims.js";

/** Totals of a sentence without 其中: parts and their total after them, halves of a year, what is done and what is not. */
export function runningTotalClaims(text: string, sentence: Span): Claim[] {
  return [
    ...runningTotals(text, sentence),
    ...doneAndNot(text, sentence),
    ...halves(text, sentence),
    ...shared(text, sentence),
  ];
}

/** 发现48个，已整改46个，未整改2个: what is done and what is not make the whole */
function doneAndNot(text: string, sentence: Span): Claim[] {
  const counts = countsIn(text, sentence);
  return counts.flatMap((not, i) => {
    const word = /(?:未|没有)([\u4e00-\u9fff]{2})/.exec(not.label)?.[1];
    const done = counts[i - 1];
    const whole = counts[i - 2];
    const same = done && whole && done.unit === not.unit && whole.unit === not.unit;
    if (word === undefined || !same || !done.label.includes(word) || UNDER_WAY.test(done.label)) return [];
    if (/已/.test(whole.label)) return [];
    return [totalClaim(whole, [done, not], true)];
  });
}

/** what is under way is not done, and leaves the whole open */
const UNDER_WAY = /未|没有|正在|拟|待|计划|限期|继续|还在/;

/** 全年54万元，分两步走：上半年30万元，下半年24万元; 一季度…四季度 */
function halves(text: string, sentence: Span): Claim[] {
  const counts = countsIn(text, sentence);
  const at = counts.findIndex((c) => /上半年|一季度/.test(c.label));
  const total = counts[at - 1];
  const number = /上半年/.test(counts[at]?.label ?? "") ? 2 : 4;
  const parts = counts.slice(at, at + number);
  if (!total || parts.length < number || !/下半年|四季度/.test(parts.at(-1)?.label ?? "")) return [];
  if (!/年|任务|共|总/.test(total.label) || parts.some((p) => p.unit !== total.unit)) return [];
  return [totalClaim(total, parts, true)];
}

/** 一次奖给2600元，县里拿1600元，乡镇拿1000元: two or more parts that make the number before them, not said to be its parts; only where they do */
function shared(text: string, sentence: Span): Claim[] {
  return groups(text, sentence).flatMap((group) => {
    const counts = countsIn(text, group).filter((c) => c.value !== null && !c.about);
    return counts.flatMap((total, i) => {
      const parts = counts.slice(i + 1).filter((c) => c.unit === total.unit);
      const named = parts.every(
        (p) => /[\u4e00-\u9fff]/.test(p.label) && !PER_UNIT.test(p.label) && !CHANGE.test(p.label),
      );
      const sum = tidy(parts.reduce((s, p) => s + (p.value as number), 0));
      if (parts.length < 2 || !named || total.unit === "分" || sum !== tidy(total.value as number)) return [];
      const rests = REST.test(parts.at(-1)?.label ?? "");
      return rests || /其中/.test(text.slice(total.end, parts[0]?.start))
        ? []
        : [totalClaim(total, parts, true)];
    });
  });
}

/** what is left is a difference, and no part */
const REST = /(?:还有|尚有|仍有|[还尚]剩|剩余|剩下|余下|尚欠|还欠)$/;
/** words of a change or a remainder, whose numbers are no parts */
const CHANGE = /[增减降升]|死亡|比|[结节盈]余|欠|差|扣/;
const SUM_UP =
  /(?:^|[,、;])(?:以上|上述)?(?:[一二两三四五六七八九十]{1,2}(?:个?[月年季天周次批期项者村镇乡组片]|个))?(?:来)?(?:共计|合计|总计|累计|一共|总共|共)[^\d,。;]{0,6}$|^[\u4e00-\u9fff]{0,3}共[有计]?$|^共[有计]?[^\d,。;]{0,4}$|(?:合计|共计|总计)(?:为)?$/;
/** 全乡新增经济作物2500亩 after its kinds */
const WHOLE = /^[,;]?(?:全[省市县区乡镇村街局厂校]|共|总|合计)[^\d,。;]{0,10}$/;
const PERIOD = /季度|上半年|下半年|[一二三四五六七八九十\d]月份?/;

/** 甲镇12台，乙镇8台，合计20台; 一季度30件…四季度25件，全年120件 */
function runningTotals(text: string, sentence: Span): Claim[] {
  const counts = countsIn(text, sentence);
  const found: Claim[] = [];
  counts.forEach((total, i) => {
    const lead = text.slice(counts[i - 1]?.end ?? sentence.start, total.start).replace(/^村(?=[合共总])/, "");
    const yearly = /^[,;、]?全年[^\d,。;]{0,6}$/.test(lead);
    const summed = SUM_UP.test(lead);
    const whole = !summed && WHOLE.test(lead);
    if (!summed && !yearly && !whole) return;
    const parts: Count[] = [];
    const heads = counts[i - 1];
    let apart = false; // a number for each stands before the parts, so that the total may hold more than they
    const announced = heads && describes(text, heads, total, total.unit) ? heads : null;
    for (let k = announced ? i - 2 : i - 1; k >= 0; k--) {
      const part = counts[k] as Count;
      if (part.unit !== total.unit || PER_UNIT.test(part.label)) {
        apart = part.unit === total.unit;
        break;
      }
      if (yearly && !PERIOD.test(part.label)) break;
      if (/其中|共/.test(part.label)) break;
      parts.unshift(part);
    }
    if (total.unit === "分" && parts.some((p) => /[扣减]/.test(p.label))) return;
    if (announced && parts.length >= 3) found.push(numberOfParts(announced, parts));
    if (whole && parts.length < 3) return;
    const fitting = parts.findIndex(
      (_, at) => at <= parts.length - 2 && sumOf(parts.slice(at)) === total.value,
    );
    if (fitting > 0) parts.splice(0, fitting);
    if (parts.length < 2 || total.about || (total.value ?? 0) <= Math.max(...parts.map((p) => p.value ?? 0)))
      return;
    const plain = /^[,、;(]?(?:以上)?(?:两项|二者|两者)?(?:合计|共计|总计|一共|总共|共)(?:为|是)?$/.test(
      lead,
    );
    const claim = totalClaim(total, parts, parts.length === 2);
    if (apart && claim.holds !== true) return;
    if (claim.holds === true || parts.length > 2 || (plain && !parts.some((p) => CHANGE.test(p.label))))
      found.push(claim);
  });
  return found;
}
