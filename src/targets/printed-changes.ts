import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import { unitAt } from "./counts.js";
import { decimalsOf } from "./rounding.js";

/** A printed change, such as 比上年减少16起 or 增长12%; offsets in the folded text. */
export interface PrintedChange extends Span {
  readonly amount: number;
  readonly decimals: number;
  /** %, 个百分点, 个千分点, 元, or a classifier */
  readonly unit: string;
  readonly down: boolean;
  /** how far from the start the verb stands: an earlier value may be printed before it (比上年的74起减少16起) */
  readonly reach: number;
  /** whether the value that changed is masked */
  readonly masked: boolean;
}

const VERB =
  /((?:增幅|降幅|涨幅|超额)(?:为|达|了)?(?=\d+(?:\.\d+)?%)|增加|增长|提高|上升|上涨|净增|减少|下降|降低|回落|净减|[增减][产收支]|(?<![至不最很缺更较])[增多降少高低]|超(?=\d+[^%\d]))[了出收征缴发]?(?:约|近)?(?=\d)/g;
const COMPARED = /(?:比|较|同比|环比|与)[^,。;]{0,30}$/;
/** a rule or a plan speaks of a change that has not been */
const NO_CHANGE =
  /每[^,。;]{0,8}$|不[^,。;]{0,4}$|至少|计划[^,。;\d]{0,4}$|指标[^,。;\d]{0,4}$|目标[^,。;\d]{0,4}$|力争|确保|要求/;
const LONE = /^[增多降少高低超]/;

/** The changes that a sentence prints. */
export function changesIn(text: string, sentence: Span): PrintedChange[] {
  const found: PrintedChange[] = [];
  const words = text.slice(sentence.start, sentence.end);
  for (const match of words.matchAll(VERB)) {
    const at = sentence.start + match.index;
    const number = at + match[0].length;
    const numeral = opensNumeral(text[number] ?? " ") ? readNumeral(text, number) : null;
    const clause = /[^,;。:\n]*$/.exec(text.slice(sentence.start, at))?.[0] ?? "";
    const compared = COMPARED.exec(clause);
    const verb = match[1] as string;
    if (!numeral || NO_CHANGE.test(clause) || (LONE.test(verb) && verb.length === 1 && !compared)) continue;
    const unit = changedUnit(text, numeral.end);
    if (unit === null) continue;
    const start = at - (compared?.[0].length ?? 0);
    const before = text.slice(Math.max(sentence.start, at - 30), at);
    found.push({
      start,
      end: numeral.end + unit.length,
      amount: numeral.value,
      decimals: decimalsOf(text.slice(number, numeral.end)),
      unit: unit.replace(/^百分点$/, "个百分点").replace(/^[名职]$/, "人"),
      down: /减|降|落|少|低/.test(verb),
      reach: at - start,
      masked: /[X×*～□]{1,4}万?[元人户起件%‰]?[^\d]*$/.test(before),
    });
  }
  return found;
}

function changedUnit(text: string, at: number): string | null {
  for (const unit of ["个百分点", "个千分点", "百分点", "%"]) if (text.startsWith(unit, at)) return unit;
  return text[at] === "倍" ? null : unitAt(text, at);
}
