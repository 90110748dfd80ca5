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

const RATE = /(?<![\d.])(\d{1,9}(?:\.\d{1,6})?)([%‰])/g;
/** 为任务数的104%, 完成年计划5000亩的95% */
const OF_PLAN =
  /(?:为|是|达|完成|达到|相当于)了?(?:全年|年度|年初|上级|[省市县区镇乡]|下达|年)*[^,\d]{0,6}(?:计划|任务|目标|预算|指标|上年|去年)(?:数|任务|总数)?(?:\d[^,]{0,8})?的$/;
const LINK = /(?:已|均|只|仅|约|才)?(?:为|是|有|达到|达|占[^,]{0,16}?的?|至|仅|约)$/;

/** The rates that a sentence states; thresholds (以上, 以下) are none. */
export function ratesIn(text: string, sentence: Span): Rate[] {
  const found: Rate[] = [];
  for (const match of text.slice(sentence.start, sentence.end).matchAll(RATE)) {
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
      value: Number(match[1]),
      decimals: decimalsOf(match[1] as string),
      scale: match[2] === "%" ? 100 : 1000,
      label: words.slice(0, words.length - link.length).replace(/\s/g, ""),
      from,
      link,
    });
  }
  return found;
}
