import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable } from "./counts.js";
import { exactClaim } from "./judged.js";
import { sentences } from "./sentences.js";

const NUM = "\\d{1,2}(?:\\.\\d)?|[一二两三四五六七八九十]{1,2}";
/** so many times a base, with the amount after it: 按基数的2倍征收6360元 */
const TIMES = new RegExp(`(?<!每)(${NUM})倍[^。;\\d]{0,30}?(?=\\d[\\d.]*[万亿]?元)`, "g");
const BASE = /基数|标准|收入|工资|价款|所得/;
/** 夫妻二人各, 3户各: who each pays or gets the amount that follows */
const EACH = new RegExp(
  `(?:(夫妻|夫妇|双方|两口)|(${NUM})(?:[人户名个村家]|名[\\u4e00-\\u9fff]{1,4}))[^,。;\\d]{0,6}各[^,。;\\d]{0,10}?(?=\\d[\\d.]*[万亿]?元)`,
  "g",
);

/** Amounts that a text computes from a base: so many times it, and the same for each of several persons with their sum. */
export function multipleClaims(text: string, span: Span): Claim[] {
  const money = countsIn(text, span).filter((c) => c.unit === "元" && isUsable(c));
  return sentences(text, span).flatMap((sentence) => [
    ...times(text, sentence, money),
    ...sumOfEach(text, sentence, money),
    ...sumOfThose(text, sentence),
  ]);
}

function times(text: string, sentence: Span, money: readonly Count[]): Claim[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(TIMES)].flatMap((match) => {
    const at = sentence.start + match.index;
    const factor = readNumeral(match[1] as string, 0)?.value ?? 0;
    const amount = money.find((c) => c.start === at + match[0].length);
    if (!amount || factor <= 0) return [];
    const bases = money.filter(
      (c) => c.end <= at && (BASE.test(c.label) || BASE.test(text.slice(c.end, c.end + 4))),
    );
    const near = bases.filter((c) => c.start >= sentence.start).at(-1);
    const base =
      near ??
      bases.filter((c) => Math.abs((c.value as number) * factor - (amount.value as number)) < 0.5).at(-1);
    if (!base) return [];
    const computed = (base.value as number) * factor;
    return [
      exactClaim(
        {
          start: near ? near.from : at,
          end: amount.end,
          type: "product",
          claim: `${factor} times ${base.printed}元 make ${amount.printed}元`,
          operands: [base.value, factor],
          formula: "a*b",
        },
        computed,
        amount.value as number,
        `the product is ${computed}`,
      ),
    ];
  });
}

/** 书记、乡长各奖3000元，6人共计1.8万元: how many they are stands with the sum */
const THOSE =
  /各[^,。;\d]{0,8}(\d[\d.]*万?)元[,(](\d{1,4})[人户个名家][\u4e00-\u9fff]{0,2}(?:共计?|合计|总计)(\d[\d.]*万?)元/g;

function sumOfThose(text: string, sentence: Span): Claim[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(THOSE)].map((match) => {
    const [each, persons, total] = match.slice(1, 4).map((n) => readNumeral(n as string, 0)?.value ?? 0) as [
      number,
      number,
      number,
    ];
    const start = sentence.start + match.index;
    return exactClaim(
      {
        start,
        end: start + match[0].length,
        type: "product",
        claim: `${persons} times ${each}元 make ${total}元`,
        operands: [persons, each],
        formula: "a*b",
      },
      persons * each,
      total,
      `the product is ${persons * each}`,
    );
  });
}

/** the sum of other amounts too (分别奖5万元、3万元，鼓励奖3个各5000元，共计9.5万元) accuses nobody */
function sumOfEach(text: string, sentence: Span, money: readonly Count[]): Claim[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(EACH)].flatMap((match) => {
    const at = sentence.start + match.index;
    const persons = match[1] === undefined ? (readNumeral(match[2] as string, 0)?.value ?? 0) : 2;
    const index = money.findIndex((c) => c.start === at + match[0].length);
    const [each, total] = [money[index], money[index + 1]];
    if (!each || !total || total.end > sentence.end || persons < 2) return [];
    if (!/^[,(]?(?:共计?|合计|总计|总共)[^,。;\d]{0,8}$/.test(text.slice(each.end, total.start))) return [];
    const computed = persons * (each.value as number);
    const others = (money[index - 1]?.start ?? -1) >= sentence.start && text[each.end] !== "(";
    if (others && computed !== total.value) return [];
    return [
      exactClaim(
        {
          start: at,
          end: total.end,
          type: "product",
          claim: `${persons} times ${each.printed}元 make ${total.printed}元`,
          operands: [persons, each.value],
          formula: "a*b",
        },
        computed,
        total.value as number,
        `the product is ${computed}`,
      ),
    ];
  });
}
