import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { exactClaim } from "./judged.js";
import { factorOf } from "./products.js";
import { tidy } from "./rounding.js";

const N = "\\d[\\d.]{0,14}万?"; // bounded: no numeral printed is longer
const WHO = "[人名户个对件例口]";
const PAIR = `[^,。;:\\d]{0,12}(?:${N})${WHO}[^,。;:\\d]{0,8}?(?:每${WHO}(?:每)?[年月]?|各|每月)[^,。;:\\d每]{0,6}(?:${N})(?:元|块)钱?`;
/** 伤残9人每人每月135元，死亡14人每人每月170元，半年共发21570元; one alone where it is paid by the month (96户每月5元共5760元) */
const POOL = new RegExp(
  `(?<pairs>${PAIR}(?:[,、;]${PAIR}){0,5})[,、(]?(?<time>半年|全年|一年|每年|季度?)?[^,。;:\\d]{0,4}?(?:共计?|合计|总计|计|需)[^,。;:\\d]{0,6}(?<total>${N})元`,
  "g",
);
const PARTS = new RegExp(
  `(${N})${WHO}[^,。;:\\d]{0,8}?(?:每${WHO}(?:每)?[年月]?|各|每月)[^,。;:\\d每]{0,6}(${N})(?:元|块)`,
  "g",
);
/** 每月发10元，发满16年，合计1920元 */
const YEARS = new RegExp(
  `每月[^,。;:\\d]{0,10}(${N})元[,、]?[^,。;:\\d]{0,8}?(\\d{1,2}|[一二两三四五六七八九十]{1,3})年[,、]?[^,。;:\\d]{0,8}(?:共计?|合计|总计)[^,。;:\\d]{0,4}(${N})元`,
  "g",
);
/** 全年5800人次（每季1450人次） */
const PERIODS = new RegExp(
  `(?<![\\d.])(${N})([\\u4e00-\\u9fff]{1,2})[,(](?:平均)?每(季度?|月|半年)(?:各)?(?:完成|不少于)?(${N})\\2(?![\\u4e00-\\u9fff\\d])`,
  "g",
);

/** Amounts for each of several groups, for months or years, against the sum that is printed after them. */
export function pooledProductClaims(text: string, span: Span): Claim[] {
  const words = text.slice(span.start, span.end);
  return [
    ...[...words.matchAll(POOL)].flatMap((m) =>
      pool(m, span.start, words.slice(Math.max(0, m.index - FAR), m.index)),
    ),
    ...[...words.matchAll(YEARS)].flatMap((m) =>
      years(m, span.start, words.slice(Math.max(0, m.index - AHEAD), m.index)),
    ),
    ...[...words.matchAll(PERIODS)].flatMap((m) => periods(m, span.start)),
  ];
}

/** how far back other amounts of the same sum may stand */
const FAR = 200;

function pool(match: RegExpMatchArray, base: number, before: string): Claim[] {
  const { pairs, time, total } = match.groups as { pairs: string; time?: string; total: string };
  const parts = [...pairs.matchAll(PARTS)].map(
    (m) => [factorOf(m[1] as string), factorOf(m[2] as string)] as const,
  );
  const monthly = /每月/.test(pairs);
  const stated = factorOf(total);
  if (stated === null || parts.length === 0 || (parts.length === 1 && !monthly)) return [];
  const months = !monthly
    ? [1]
    : time === undefined
      ? [12, 6, 3, 1]
      : [/半年/.test(time) ? 6 : /季/.test(time) ? 3 : 12];
  const each = parts.reduce((sum, [number, amount]) => sum + (number ?? 0) * (amount ?? 0), 0);
  const fit = months.find((m) => Math.abs(each * m - stated) < 0.5) ?? months[0] ?? 1;
  const start = base + (match.index as number);
  const claim = exactClaim(
    {
      start,
      end: start + match[0].length,
      type: "product",
      claim: `${parts.length > 1 ? `${parts.length} groups` : "each"} paid${monthly ? ` for ${fit} months` : ""} make ${total}`,
      operands: [...parts.flat(), ...(fit === 1 ? [] : [fit])],
      formula: fit === 1 ? "sum of numbers times amounts" : "sum of numbers times amounts times months",
    },
    tidy(each * fit),
    stated,
    `the amounts make ${tidy(each * fit)}`,
  );
  const others = /\d[^。;\n]*[元块][^。;\n]*$/.test(before);
  return claim.holds || (months.length === 1 && !others) ? [claim] : [];
}

/** how far before the amount of a month it may be said that several receive it */
const AHEAD = 40;

function years(match: RegExpMatchArray, base: number, before: string): Claim[] {
  const [each, number, stated] = [
    factorOf(match[1] as string),
    readNumeral(match[2] as string, 0)?.value,
    factorOf(match[3] as string),
  ];
  if (!each || !number || stated === null) return [];
  const start = base + (match.index as number);
  const computed = tidy(each * 12 * number);
  const claim = exactClaim(
    {
      start,
      end: start + match[0].length,
      type: "product",
      claim: `${each} yuan a month for ${number} years make ${stated}`,
      operands: [each, 12, number],
      formula: "a*12*b",
    },
    computed,
    stated,
    `the product is ${computed}`,
  );
  return claim.holds || !/\d[人户名]/.test(before) ? [claim] : [];
}

/** a part for each season, month or half makes the year's number; a claim only where it does, for the whole may be of another time */
function periods(match: RegExpMatchArray, base: number): Claim[] {
  const [whole, each] = [factorOf(match[1] as string), factorOf(match[4] as string)];
  const times = /季/.test(match[3] as string) ? 4 : match[3] === "月" ? 12 : 2;
  if (!whole || !each || tidy(each * times) !== whole) return [];
  const start = base + (match.index as number);
  return [
    exactClaim(
      {
        start,
        end: start + match[0].length,
        type: "product",
        claim: `${times} times ${match[4]} make ${match[1]}`,
        operands: [times, each],
        formula: "a*b",
      },
      tidy(each * times),
      whole,
      "",
    ),
  ];
}
