import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsBefore, countsIn, unitAt } from "./counts.js";
import { exactClaim, held } from "./judged.js";
import { factorOf } from "./products.js";
import { tidy } from "./rounding.js";
import { groups, sentences } from "./sentences.js";

const PRICE =
  /(?:(?<!平均)每(?![月年天日])(?<what>[^,。;\d每]{1,6}?)(?<monthly>每月)?(?:每[年次天日])?|(?<by>[人户村])均)[^,。;\d每]{0,8}?(?<each>\d[\d.]*万?)(?<of>元|[个户人名份条次本株亩斤场件分瓶盒套只袋张册])(?!不等|左右|以[上下]|[至到~-]\d)/g;
/** 由每人30元提高到60元: a new price is no sum */
const RAISED = /(?:提高|提升|增加|上升|涨|降|减|调整|改)(?:到|至|为)$/;
const ALL = /共|合计|总计|总额|总投资|总[^,]{0,4}$|需|支出|发放|兑现|资金|金额|^计$|全年$|应[缴交筹收付]/;
/** a rank or an ordinal is no number of things */
const RANK = /(?:前|后|第|末)$/;
/** how many counts back the number of things may stand, where the product fits */
const BACK = 80;
/** how far from the price its sum may stand */
const FAR = 60;

/** Numbers of things times a unit price against the sum that is printed beside them: 30户，每户40元，共需1200元, in any order. */
export function unitPriceClaims(text: string, span: Span): Claim[] {
  const all = numbersIn(text, span);
  return sentences(text, span).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    const several = [...words.matchAll(PRICE)].length > 1 || /各[^,。;\d]{0,4}\d[\d.]*万?元/.test(words);
    return groups(text, sentence).flatMap((group) => {
      const own = numbersIn(text, group);
      return [...text.slice(group.start, group.end).matchAll(PRICE)].flatMap((price) => {
        const at = group.start + price.index;
        const before = countsBefore(all, sentence.start, BACK);
        const whole = wholesOf(before, text.lastIndexOf("\n", at));
        const of = price.groups?.of;
        const chained =
          of === "人" && SUMMED.test(text.slice(at + price[0].length, at + price[0].length + 12));
        const lone = !several && (of === "元" || chained) && price.groups?.by === undefined;
        const judged = (counts: readonly Count[]): Claim | null => {
          const claim = priced(text, at, price, counts);
          return lone ? claim : held(claim);
        };
        const claim =
          judged(own) ?? held(priced(text, at, price, [...before, ...own])) ?? judged([...whole, ...own]);
        return claim ? [claim] : [];
      });
    });
  });
}

/** 每组5人，共35人: the sum follows at once */
const SUMMED = /^,(?:共计?|合计|总共)[^,。;\d]{0,4}\d/;

/** numbers of the same paragraph that are called a whole: 五村共80口：…。每口1500元，计12万元 */
const wholesOf = (counts: readonly Count[], from: number): Count[] =>
  counts.filter((c) => c.start > from && /[共总]/.test(c.label) && c.unit !== "元");

const numbersIn = (text: string, span: Span): Count[] =>
  countsIn(text, span).filter((c) => c.value !== null && !RANK.test(c.label));

interface Product {
  readonly total: Count;
  readonly factors: readonly number[];
  readonly number: Count;
}

const productOf = ({ factors }: Product): number => factors.reduce((a, b) => a * b, 1);

function priced(text: string, at: number, price: RegExpMatchArray, counts: readonly Count[]): Claim | null {
  const end = at + price[0].length;
  const { monthly, each: printed, of } = price.groups as { monthly?: string; each: string; of: string };
  const kind = of === "名" ? "人" : of;
  const each = factorOf(printed);
  const by = price.groups?.by;
  const unit = (by ?? unitAt(text, at + 1) ?? text[at + 1] ?? "").replace(/^[名村]$/, (u) =>
    u === "名" ? "人" : "个",
  );
  const apart = counts.filter((c) => c.end <= at || c.start >= end);
  const numbers = apart.filter(
    (c) => !c.about && c.value !== 1 && (c.unit === unit || calls(text, c, price.groups?.what)),
  );
  const totals = apart.filter(
    (c) =>
      (c.unit === kind || (kind === "人" && c.unit === "人次")) &&
      !/[每另各]/.test(c.label) &&
      !RAISED.test(c.label) &&
      Math.abs(c.start - at) < FAR,
  );
  if (each === null) return null;
  const products = totals.flatMap((total) =>
    numbers.flatMap((number) =>
      timesOf(text, number).flatMap((times) =>
        (monthly
          ? [12, ...PART_OF_YEAR.flatMap(([word, n]) => (word.test(total.label) ? [n] : [])), 1]
          : [1]
        ).map((months) => ({
          total,
          number,
          factors: [times, number.value as number, each, months].filter(
            (f, i) => f !== 1 || i === 1 || i === 2,
          ),
        })),
      ),
    ),
  );
  const named = totals.filter((t) => ALL.test(t.label));
  const plain = numbers.length === 1 && named.length === 1 && !/各$/.test(numbers[0]?.label ?? "");
  const fits = (p: Product): boolean =>
    Math.abs(productOf(p) - (p.total.value as number)) <= slackOf(p.total);
  const product = products.find(fits) ?? (plain ? products.find((p) => p.total === named[0]) : undefined);
  if (!product) return null;
  const { total, number, factors } = product;
  const claim = exactClaim(
    {
      start: Math.min(number.from, at, total.from),
      end: Math.max(end, total.end, number.end),
      type: "product",
      claim: `${factors.join(" times ")} make ${total.printed}${total.unit}`,
      operands: factors,
      formula: factors.join("*"),
    },
    productOf(product),
    total.value as number,
    `the product is ${tidy(productOf(product))}`,
  );
  return claim.holds || !fits(product)
    ? claim
    : { ...claim, holds: true, tolerance: `half a unit of the last digit of ${total.printed}`, note: "" };
}

/** 半年发放 is paid for six months */
const PART_OF_YEAR: readonly (readonly [RegExp, number])[] = [
  [/半年/, 6],
  [/季/, 3],
];

/** 7个督导组, of which 每组 speaks */
const calls = (text: string, count: Count, what: string | undefined): boolean =>
  /^[个支家所]$/.test(count.unit) &&
  what !== undefined &&
  what.length === 1 &&
  new RegExp(`^[\\u4e00-\\u9fff]{0,5}${what}(?![\\u4e00-\\u9fff])`).test(
    text.slice(count.end, count.end + 8),
  );

/** a sum printed in 万 is rounded at its last digit */
const slackOf = (total: Count): number =>
  total.scale === 1 ? 0.5 : 0.5 * total.scale * 10 ** -total.decimals + 1e-6;

/** how often a number counts: once, or with 各 as often as things are named before it (“好媳妇”“好公婆”各5名) */
function timesOf(text: string, count: Count): number[] {
  if (!/各$/.test(count.label)) return [1];
  const before = text.slice(Math.max(0, count.start - 60), count.start - 1);
  const quoted = /(?:“[^“”]{1,12}”[、和]?)+$/.exec(before)?.[0].match(/“/g)?.length;
  const listed = /[^,。;:]*$/.exec(before)?.[0].split(/[、和]/).length ?? 1;
  return [...new Set([quoted ?? listed, listed])].filter((n) => n > 1);
}
