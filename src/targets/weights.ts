import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { decimalsOf, tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

const WEIGHT =
  /(?:[以按](\d{1,3})%的比例(?:计入|进入|纳入|折算)|(?:考核|测评|检查|评分|评价|成绩|抽查|评议|考评|得分|权重)[^,。;\d]{0,6}(?:占|权重为?|比重为?)(?:总分的?|\d{3}分的)?(\d{1,3})%|占[^,。;\d]{0,8}(?:考核|成绩|总分|得分)[^,。;\d]{0,4}?的?(\d{1,3})%)/g;

/** parts of one score in one sentence: 平时占30%、半年占30%、年终占40% */
const PART =
  /(?<=^|[,、;:和])[\u4e00-\u9fff]{2,10}?(?:考核|成绩|得分|分值)?占(?:总分的?|权重)?(\d{1,3})%(?=[,、;。]|$)/g;
/** how far apart the weights of one score may stand */
const FAR = 260;

/** Weights of the ways of assessment, which must make 100 %. */
export function weightClaims(text: string, span: Span): Claim[] {
  const hits = [...text.slice(span.start, span.end).matchAll(WEIGHT)].map((m) => hitOf(span.start, m));
  const inline = sentences(text, span)
    .filter((s) => /考核|考评|评分|测评|总分|计分/.test(text.slice(s.start, s.end)))
    .map((s) => [...text.slice(s.start, s.end).matchAll(PART)].map((m) => hitOf(s.start, m)));
  const groups: Hit[][] = [];
  for (const hit of hits) {
    const last = groups.at(-1)?.at(-1);
    if (last && hit.start - last.end < FAR) groups.at(-1)?.push(hit);
    else groups.push([hit]);
  }
  const apart = inline.filter((g) => !groups.some((whole) => whole.length > 1 && touches(whole, g)));
  return [...groups, ...apart, ...listedWeights(text, span)].filter((g) => g.length >= 2).map(weightsOf);
}

const touches = (a: readonly Hit[], b: readonly Hit[]): boolean =>
  b.some((hit) => a.some((other) => hit.start < other.end && other.start < hit.end));

interface Hit extends Span {
  readonly value: number;
}

const hitOf = (base: number, match: RegExpMatchArray): Hit => ({
  start: base + (match.index as number),
  end: base + (match.index as number) + match[0].length,
  value: Number(match[1] ?? match[2] ?? match[3]),
});

function weightsOf(hits: readonly Hit[]): Claim {
  const values = hits.map((h) => h.value);
  const sum = values.reduce((s, v) => s + v, 0);
  return {
    start: (hits[0] as Hit).start,
    end: (hits.at(-1) as Hit).end,
    type: "sum",
    claim: "the weights make 100 percent",
    operands: values,
    formula: "sum",
    stated: 100,
    computed: sum,
    holds: sum === 100,
    tolerance: "exact",
    note: sum === 100 ? "" : `the weights make ${sum} percent`,
  };
}

/** 三项得分按30%、20%、50%的权重计入总分 */
const LISTED = /[按以](\d{1,3}%(?:[、和,]\d{1,3}%)+)的(?:权重|比例|比重)/g;

/** 月查平均分×20%+季评平均分×30%+年考得分×50% */
const FORMULA = /[\u4e00-\u9fff]{2,10}[×xX*]\d{1,3}%(?:\+[\u4e00-\u9fff]{2,10}[×xX*]\d{1,3}%)+/g;

function listedWeights(text: string, span: Span): Hit[][] {
  const words = text.slice(span.start, span.end);
  return [...words.matchAll(LISTED), ...words.matchAll(FORMULA)].map((match) => {
    const start = span.start + match.index;
    return [...(match[1] ?? match[0]).matchAll(/\d+(?=%)/g)].map((m) => ({
      start,
      end: start + match[0].length,
      value: Number(m[0]),
    }));
  });
}

const KIND =
  /(?<=^|[,、;:中由])[^,、;:。\d]{1,12}(?:占(?:总数的?|比)?|承担|负担|分担|分摊|出资)?(\d+(?:\.\d+)?)%/g;

/** 其中老年占20%、中年占45%、青年占35%: three or more shares of one whole, which cannot make more than 100 % */
export function kindShareClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) =>
    runsOf([...text.slice(sentence.start, sentence.end).matchAll(KIND)]).flatMap((hits) => {
      const [first, last] = [hits[0], hits.at(-1)];
      if (!first || !last || hits.length < 3) return [];
      const claim = sharesOf(
        {
          start: sentence.start + (first.index as number),
          end: sentence.start + (last.index as number) + last[0].length,
        },
        hits.map((h) => h[1] as string),
      );
      return claim.holds ? [claim] : [];
    }),
  );
}

/** shares that stand next to each other, and the whole sentence's */
function runsOf(hits: readonly RegExpMatchArray[]): RegExpMatchArray[][] {
  const runs: RegExpMatchArray[][] = [];
  for (const hit of hits) {
    const last = runs.at(-1)?.at(-1);
    if (last && (hit.index as number) - (last.index as number) - last[0].length <= 1) runs.at(-1)?.push(hit);
    else runs.push([hit]);
  }
  return runs.length > 1 ? [...runs, [...hits]] : runs;
}

const SEXES = /男性?[^,。;\d]{0,6}?(\d+(?:\.\d+)?)%[,、;]女性?[^,。;\d]{0,6}?(\d+(?:\.\d+)?)%/g;

/** 男性占52%，女性占48%: two shares of one whole make 100 % but for rounding */
export function complementClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) =>
    [...text.slice(sentence.start, sentence.end).matchAll(SEXES)]
      .filter((match) => /占|比例|比重/.test(match[0]))
      .map((match) => {
        const values = [Number(match[1]), Number(match[2])];
        const decimals = Math.max(...[match[1], match[2]].map((p) => decimalsOf(p as string)));
        const sum = tidy((values[0] as number) + (values[1] as number));
        const holds = Math.abs(sum - 100) < 10 ** -decimals - 1e-9;
        const start = sentence.start + match.index;
        return {
          start,
          end: start + match[0].length,
          type: "sum" as const,
          claim: "the shares of men and women make 100 percent",
          operands: values,
          formula: "sum",
          stated: 100,
          computed: sum,
          holds,
          tolerance: `less than one unit of the last printed digit (${decimals} decimals)`,
          note: holds ? "" : `the shares make ${sum} percent`,
        };
      }),
  );
}

const PROPORTION =
  /(?:结构|比例|比重|构成|比)(?:为|是|由[^,。;]{4,40}(?:调整|优化|变化|改变)[为到])?(\d+(?:\.\d+)?(?::\d+(?:\.\d+)?){2,4})(?![\d:.])/g;
/** numbers farther from 100 are no shares in percent (3:2:1) */
const NEARLY = 5;

/** 三次产业结构为22.1:42.2:35.7: three or more shares of one whole make 100 but for rounding */
export function proportionClaims(text: string, span: Span): Claim[] {
  return [...text.slice(span.start, span.end).matchAll(PROPORTION)].flatMap((match) => {
    const printed = (match[1] as string).split(":");
    const start = span.start + match.index;
    const claim = sharesOf({ start, end: start + match[0].length }, printed);
    return Math.abs(claim.computed - 100) > NEARLY ? [] : [claim];
  });
}

/** Shares of one whole: their sum is 100 but for half a unit of the last printed digit of each. */
function sharesOf({ start, end }: Span, printed: readonly string[]) {
  const values = printed.map(Number);
  const sum = tidy(values.reduce((s, v) => s + v, 0));
  const decimals = Math.max(...printed.map(decimalsOf));
  const holds = Math.abs(sum - 100) < (values.length / 2) * 10 ** -decimals + 1e-9;
  return {
    start,
    end,
    type: "sum" as const,
    claim: `${values.length} shares make 100 percent`,
    operands: values,
    formula: "sum",
    stated: 100,
    computed: sum,
    holds,
    tolerance: `half a unit of the last printed digit for each share (${decimals} decimals)`,
    note: holds ? "" : `the shares make ${sum} percent`,
  };
}
