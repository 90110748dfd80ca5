import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { decimalsOf } from "./rounding.js";

/** A printed rate with the words before it; offsets in the folded text. */
export interface Rate extends Span {
  readonly value: number;
  readonly decimals: number;
  readonly scale: 100 | 1000;
  /** what is measured, without the words of comparison */
  readonly label: string;
  readonly from: number;
  /** the words of comparison directly before the number, such as 达到 or 占总数的 */
  readonly link: string;
}

/** 办证率91.0: a decimal right after 率 that lost its sign; births and deaths may be per mille */
const STRIPPED = /(?<=(?<!出生|死亡|增长|自增|净增)[率面](?:为|达|达到)?)(\d{1,2}\.\d{1,2})(?=[,;。、)]|$)/g;
/** 占百分之四十三 */
const IN_WORDS =
  /(?<=[占达为到])百分之([一二三四五六七八九十]{1,3}(?:点[一二三四五六七八九零]{1,2})?|\d{1,2}(?:\.\d{1,2})?)(?=[,;。、)]|$)/g;
const RATE = /(?<![\d.])(\d{1,9}(?:\.\d{1,6})?)([%‰])/g;
/** 为任务数的104%, 完成年计划5000亩的95% */
const OF_PLAN =
  /(?:为|是|达|完成|达到|相当于)了?(?:全年|年度|年初|上级|[省市县区镇乡]|下达|年)*[^,\d]{0,6}(?:计划|任务|目标|预算|指标|上年|去年)(?:数|任务|总数)?(?:\d[^,]{0,8})?的$/;
const LINK = /(?:已|均|只|仅|约|才)?(?:为|是|有|达到|达|占[^,]{0,16}?的?|至|仅|约)$/;

/** The rates that a sentence states; thresholds (以上, 以下) are none. */
export function ratesIn(text: string, sentence: Span): Rate[] {
  const found: Rate[] = [];
  const printed = text.slice(sentence.start, sentence.end);
  for (const match of [
    ...printed.matchAll(RATE),
    ...printed.matchAll(STRIPPED),
    ...printed.matchAll(IN_WORDS),
  ].sort((a, b) => a.index - b.index)) {
    const at = sentence.start + match.index;
    let from = at;
    while (from > sentence.start && !",;:。、!?\n(".includes(text[from - 1] as string)) from--;
    const words = text.slice(from, at);
    const share = /占[^,]{0,24}$/.exec(words) ?? OF_PLAN.exec(words);
    const link = share?.[0] ?? LINK.exec(words)?.[0] ?? "";
    if (/^(?:以[上下内]|左右)/.test(text.slice(at + match[0].length, at + match[0].length + 2))) continue;
    found.push({
      start: at,
      end: at + match[0].length,
      value: readNumeral(match[1] as string, 0)?.value ?? 0,
      decimals: decimalsOf(match[1] as string),
      scale: match[2] === "‰" ? 1000 : 100,
      label: words.slice(0, words.length - link.length).replace(/\s/g, ""),
      from,
      link,
    });
  }
  return found;
}
