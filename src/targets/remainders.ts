import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable, scaleOf } from "./counts.js";
import { exactClaim, held } from "./judged.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** 未开工, 没有完成, 尚未征收: what has not been done, after the number or before it */
const NOT_DONE = /(?:未(?!来|成年|婚)|没有?|无法)([\u4e00-\u9fff]{2})/;
/** what is left */
const LEFT = /(?:还有|尚有|仍有|还剩|尚剩|剩余|剩下|余下|下余|尚欠|还欠|下欠|尚缺|只剩|另外|其余|另有)$/;
/** what is short of what was due; weaker words, which accuse nobody */
const SHORT = /(?:欠|[还尚仍]差|缺口|短缺|[还尚]缺)$/;
const DUE = /应|任务|计划(?!生育|[内外])|目标/;
/** what has been done, paid or used */
const DONE = /已|实[缴收到际筹]|到[账位]|偿还|归还|拨付|使用|支[付出]|花去|完成|交纳|缴纳|收[回了]|发放/;

/** how many counts back the whole and what was done may stand */
const NEAR = 24;

/** What is left of a whole: 应征收29例，已征收21例，还有8例未征收; 债务18.6万元，已偿还4.2万元，还剩14.4万元 */
export function remainderClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence).filter(isUsable);
    return counts.flatMap((left, i) => {
      const before = counts.slice(Math.max(0, i - NEAR), i).filter((c) => c.unit === left.unit);
      const claim = remainderOf(text, sentence, left, before);
      return claim ? [claim] : [];
    });
  });
}

function remainderOf(text: string, sentence: Span, left: Count, before: readonly Count[]): Claim | null {
  const after =
    /^[^,。;:、(\d]*/.exec(text.slice(left.end, Math.min(sentence.end, left.end + 12)))?.[0] ?? "";
  const act = NOT_DONE.exec(after)?.[1] ?? null;
  const rests = LEFT.test(left.label);
  if (act === null && !rests) return SHORT.test(left.label) ? short(text, left, before) : null;
  const others = /(?:另外|其余|另有)$/.test(left.label);
  const done = others
    ? before.at(-1)
    : ((act === null ? undefined : before.findLast((c) => does(text, c, act))) ??
      (act === null || rests ? before.findLast((c) => DONE.test(c.label)) : undefined));
  if (!done) return short(text, left, before);
  const wholes = before.filter((c) => c.end <= done.from && (c.value as number) > (done.value as number));
  const computedOf = (whole: Count): number => tidy((whole.value as number) - (done.value as number));
  const fitting = wholes.findLast((whole) => computedOf(whole) === left.value);
  const whole = fitting ?? wholes.at(-1);
  if (!whole) return null;
  const scale = scaleOf([whole, done, left]);
  const computed = tidy(computedOf(whole) / scale);
  const claim = exactClaim(
    {
      start: whole.from,
      end: left.end + (act === null ? 0 : after.length),
      type: "difference",
      claim: `${whole.printed} less ${done.printed} leave ${left.printed}${left.unit}`,
      operands: [whole, done].map((c) => tidy((c.value as number) / scale)),
      formula: "a-b",
    },
    computed,
    tidy((left.value as number) / scale),
    `the difference is ${computed}`,
  );
  const alone = before.length === 2 && text.slice(whole.end, done.start).length < 30 && rests && !others;
  return alone ? claim : held(claim);
}

/** 完成任务400万元的89%即356万元，欠44万元: any two numbers, the greater one due, that leave so much; a claim only where two do */
function short(text: string, left: Count, before: readonly Count[]): Claim | null {
  const due = before.filter((c) => DUE.test(c.label) || DUE.test(text.slice(c.end, c.end + 3)));
  const pairs = due.flatMap((whole) =>
    before
      .filter((c) => c !== whole && tidy((whole.value as number) - (c.value as number)) === left.value)
      .map((part) => [whole, part] as const),
  );
  const [whole, part] = pairs.at(-1) ?? [];
  if (!whole || !part) return null;
  const scale = scaleOf([whole, part, left]);
  const [a, b, c] = [whole, part, left].map((n) => tidy((n.value as number) / scale)) as [
    number,
    number,
    number,
  ];
  return exactClaim(
    {
      start: Math.min(whole.from, part.from),
      end: left.end,
      type: "difference",
      claim: `${whole.printed} less ${part.printed} leave ${left.printed}${left.unit}`,
      operands: [a, b],
      formula: "a-b",
    },
    tidy(a - b),
    c,
    "",
  );
}

/** whether a count says that the act was done: 已征收21例, 9个完成任务, never 未征收 */
function does(text: string, count: Count, act: string): boolean {
  const words = count.label + (/^[^,。;:、(\d]*/.exec(text.slice(count.end, count.end + 16))?.[0] ?? "");
  return words.includes(act) && !NOT_DONE.test(words);
}
