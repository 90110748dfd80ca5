import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { COMPOUND, compoundList, compoundTotal } from "./compound-lists.js";
import { inlineList, type Listed } from "./listed.js";
import { listAfter } from "./lists-after.js";
import { listBefore } from "./lists-before.js";
import { BOXES, lineStart, numberedBoxes } from "./numbered-boxes.js";
import { lastOrdinalList } from "./ordinal-lists.js";

const NUM = "[一二两三四五六七八九十]{1,2}|\\d{1,2}";
const CLASS =
  "个|项|级|类|种|大|点|条|部|门|方|支|位|家|本|册|套|好|有|优|免|证|纳|规|到|不|包|查|道|关|环节";
const ANNOUNCED = new RegExp(
  `“?(${NUM})(?=${CLASS}|[\\u4e00-\\u9fff]{1,3}”)(?!个?(?:月|年|百|千|小时|工作日|星期|岁|孩|以[上下]))[\\u4e00-\\u9fff]{1,10}”?`,
  "g",
);
/** 先进单位5个：东村、西村…: nothing but names follows */
const NAMED = new RegExp(
  `(${NUM})(?:个|家|名|户|所|人|位|起|项):(?=[^\\d。;:\\n]{2,400}(?:[。;\\n]|$))`,
  "g",
);
const REFERRING = new RegExp(
  `(?:上述|以上|前述)(${NUM})(?:项|种|类|点|条|个(?!月|工作日|小时))(?![^,。;]{0,8}(?:合计|共计|总计|相加|之和))`,
  "g",
);
/** 十二五 and its like are periods, not numbers of things */
const PLAN_PERIOD = /^“?十[一二三四]?五/;

/** 五等十三级: what follows may list the greater kind, each with its own */
const OF_ANOTHER = /^.?[一二两三四五六七八九十][等类级种档组][一二两三四五六七八九十]{1,2}[等类级种档组]/;

/** Announced numbers of things against the list that is given: 三项…, “六好”(…), 四级, 五个方面。一、… */
export function enumerationClaims(text: string, span: Span): Claim[] {
  const taken = new Set<number>();
  const found: Claim[] = [];
  const add = (at: number, start: number, stated: number, listed: Listed | null): void => {
    if (!listed || taken.has(at)) return;
    taken.add(at);
    found.push(claimOf(start, stated, listed));
  };
  const words = text.slice(span.start, span.end);
  for (const match of words.matchAll(COMPOUND)) {
    const at = span.start + match.index;
    const start = text[at - 1] === "“" ? at - 1 : at;
    add(at, start, compoundTotal(match[0]), compoundList(text, match[0], at + match[0].length, span.end));
  }
  for (const match of words.matchAll(NAMED)) {
    const at = span.start + match.index;
    const from = at + match[0].length;
    const stated = value(match[1] as string);
    const content = /^[^。;\n]{0,400}/.exec(text.slice(from, Math.min(span.end, from + 400)))?.[0] ?? "";
    const names = content.split("、");
    if (stated < 2 || names.length < 2 || !names.every((n) => /^[\u4e00-\u9fff“”]{2,12}$/.test(n.trim())))
      continue;
    if (/[\d.第两零〇一二三四五六七八九十百千万年月]/.test(text[at - 1] ?? " ")) continue;
    add(
      at,
      lineStart(text, at, span.start),
      stated,
      inlineList(content, from + content.length, stated, true),
    );
  }
  for (const match of words.matchAll(BOXES)) {
    const at = span.start + match.index;
    const stated = value(match[1] as string);
    const listed = numberedBoxes(text, at + match[0].length, span.end, match[2] as string, stated);
    add(at, lineStart(text, at, span.start), stated, listed);
  }
  for (const match of words.matchAll(REFERRING)) {
    const at = span.start + match.index;
    const stated = value(match[1] as string);
    const list = lastOrdinalList(text, at, span.start);
    taken.add(at + match[0].indexOf(match[1] as string));
    if (list) add(at, at, stated, referred(list.numbers.length, stated, at + match[0].length));
  }
  for (const match of words.matchAll(ANNOUNCED)) {
    const at = span.start + match.index + (match[0].startsWith("“") ? 1 : 0);
    const before = text[at - 1] === "“" ? at - 1 : at;
    const stated = value(match[1] as string);
    if (
      stated < 2 ||
      (before === at && /[\d.第两零〇一二三四五六七八九十百千万年月]/.test(text[before - 1] ?? " ")) ||
      PLAN_PERIOD.test(match[0]) ||
      OF_ANOTHER.test(text.slice(Math.max(span.start, before - 3), at + match[0].length))
    )
      continue;
    const quoted = text[before] === "“";
    const end = span.start + match.index + match[0].length;
    add(at, before, stated, listAfter(text, end, span.end, { stated, quoted, token: match[0] }));
    if (taken.has(at)) continue;
    const what = text.slice(at + (match[1] as string).length, end);
    const left = new RegExp(`^(?:${CLASS})`).test(what)
      ? listBefore(text, before, span.start, stated, what)
      : null;
    if (left) add(at, left.start, stated, { ...left, end: Math.max(end, at + 2) });
  }
  return found;
}

function claimOf(start: number, stated: number, listed: Listed): Claim {
  return {
    start,
    end: listed.end,
    type: "enumeration",
    claim: `${stated} announced`,
    operands:
      listed.items.length > 0 ? listed.items.map((i) => Array.from(i).slice(0, 12).join("")) : [listed.count],
    formula: "count of listed items",
    stated,
    computed: listed.count,
    holds: listed.holds,
    tolerance: "exact",
    note: listed.note,
  };
}

/** 上述三种情形 against the numbered list that stands before it */
function referred(count: number, stated: number, end: number): Listed {
  const holds = count === stated;
  return { count, holds, end, items: [], note: holds ? "" : `the list before has ${count}` };
}

function value(printed: string): number {
  return readNumeral(printed, 0)?.value ?? 0;
}
