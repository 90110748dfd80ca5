import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { countsIn } from "./counts.js";
import { exactClaim, openClaim } from "./judged.js";
import { tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** Products that a text prints: factors with ×, a month's amount times the months. */
export function productClaims(text: string, span: Span): Claim[] {
  const list = sentences(text, span);
  return list.flatMap((sentence, i) => [
    ...printedProducts(text, sentence),
    ...yearlySums(text, sentence),
    ...lumpSums(text, sentence, list[i - 1]),
  ]);
}

const FACTOR = "\\d[\\d.]*[万亿]?\\s?(?:[元人户个月年天次亩件例名份%]|周岁)*(?:/[\\u4e00-\\u9fff])?";
const CHAIN = new RegExp(`(?<![\\d.])${FACTOR}(?:\\s?(?:[×xX*✕]|乘以)\\s?${FACTOR})+`, "g");
const RESULT =
  /^\s*(?:=|(?:计[算发])?,?(?:一次性)?(?:共计?|合计|总计|计|即|为|等于|应为|得|发给|发放|需))\s*(\d[\d.]*[万亿]?)\s?(元|人|个|件)?/;
/** the amount that a product in brackets or after 即 explains: 每年720元（60元×12个月） */
const EXPLAINED = /(\d[\d.]*[万亿]?)元[^,。;\d]{0,6}[,(]?(?:即|按|=)?\(?$/;

/** 8×12×14=1344, 每年720元（60元×12个月）; without a printed result the product is given and nothing is decided */
function printedProducts(text: string, sentence: Span): Claim[] {
  const words = text.slice(sentence.start, sentence.end);
  return [...words.matchAll(CHAIN)].flatMap((match) => {
    const factors = match[0].split(/[×xX*✕]|乘以/).map((f) => factorOf(f.trim()));
    if (factors.some((f) => f === null)) return [];
    const start = sentence.start + match.index;
    const end = start + match[0].length;
    const computed = tidy((factors as number[]).reduce((a, b) => a * b, 1));
    const after = RESULT.exec(words.slice(match.index + match[0].length));
    const before = after ? null : EXPLAINED.exec(words.slice(Math.max(0, match.index - 20), match.index));
    const stated = after ? factorOf(after[1] as string) : before ? factorOf(before[1] as string) : null;
    const base = {
      start: before ? start - before[0].length : start,
      end: after ? end + after[0].length : end,
      type: "product" as const,
      claim: `${factors.join(" times ")} is printed as a product`,
      operands: factors,
      formula: factors.join("*"),
    };
    if (stated === null) return [openClaim(base, null, "the product is not printed", computed)];
    return [exactClaim(base, computed, stated, `the product is ${computed}`)];
  });
}

/** The value of a printed factor: 60元, 12个月, 50% is 0.5 */
export function factorOf(printed: string): number | null {
  const numeral = readNumeral(printed, 0);
  if (!numeral) return null;
  return printed[numeral.end] === "%" ? numeral.value / 100 : numeral.value;
}

const MONTHLY = /每月[^,。;\d]{0,8}?(\d[\d.]*万?)元/g;

const YEARLY =
  /每月[^,。;\d]{0,12}(\d+(?:\.\d+)?)元[,(、;]?(?:全年|一年|每年)(?:共计?|合计|计|为)?(\d+(?:\.\d+)?)元/g;

/** 每月5元，全年60元 */
function yearlySums(text: string, sentence: Span): Claim[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(YEARLY)].flatMap((match) => {
    const start = sentence.start + match.index;
    const each = Number(match[1]);
    const claim = exactClaim(
      {
        start,
        end: start + match[0].length,
        type: "product",
        claim: `${each} yuan a month make the year's sum`,
        operands: [each, 12],
        formula: "a*12",
      },
      each * 12,
      Number(match[2]),
      `the product is ${tidy(each * 12)}`,
    );
    const others = /\d[^;]*[元块人名]/.test(text.slice(sentence.start, start).slice(-ALONE));
    return claim.holds || !others ? [claim] : [];
  });
}

/** how far back other amounts or persons stand that the year's sum may be of */
const ALONE = 60;

/** 每月8元…或一次性发给1344元: the month's amount times twelve times the years that the text names */
function lumpSums(text: string, sentence: Span, before: Span | undefined): Claim[] {
  const found: Claim[] = [];
  for (const price of text.slice(sentence.start, sentence.end).matchAll(MONTHLY)) {
    const at = sentence.start + price.index;
    const each = factorOf(price[1] as string);
    const total = countsIn(text, { start: at + price[0].length, end: sentence.end }).find(
      (c) => c.unit === "元",
    );
    if (each === null || !total || total.value === null || !/一次性/.test(text.slice(at, total.start)))
      continue;
    const context = text.slice(before?.start ?? sentence.start, total.end);
    const years = [...context.matchAll(/(\d{1,2})周岁|(\d{1,2})年/g)].map((m) => Number(m[1] ?? m[2]));
    const fit = years.find((y) => Math.abs(each * 12 * y - (total.value as number)) < 0.5);
    const base = {
      start: at,
      end: total.end,
      type: "product" as const,
      claim: `${each} yuan a month make the lump sum`,
      operands: [each, 12, fit ?? null],
      formula: fit === undefined ? "a*12*years" : `${each}*12*${fit}`,
    };
    found.push(
      fit === undefined
        ? openClaim(base, total.value, "the number of years is not printed")
        : exactClaim(base, each * 12 * fit, total.value, ""),
    );
  }
  return found;
}
