import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn } from "./counts.js";
import { openClaim } from "./judged.js";
import type { Rate } from "./printed-rates.js";
import { quotientClaim } from "./rates.js";
import { agreement, decimalsOf, tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** Births, deaths and increase per thousand; a rate that misses the year-end population may fit a mean population. */
export function vitalRateClaim(rate: Rate, counts: readonly Count[]): Claim | null {
  const vital = /(出生|死亡|自然增长|自增|净增)率$/.exec(rate.label)?.[1];
  if (vital === undefined) return null;
  const bases = counts.filter((c) => /人口/.test(c.label) && c.unit === "人" && !EVENT.test(c.label));
  const named = counts.filter(
    (c) =>
      c.label.includes(vital.endsWith("增长") || vital.endsWith("增") ? "增" : vital) &&
      c.unit === "人" &&
      !bases.includes(c) &&
      !/去年|上年|同期/.test(c.label),
  );
  const pairs = named.flatMap((events) => bases.map((base) => ({ events, base })));
  const fits = ({ events, base }: (typeof pairs)[number]): boolean =>
    agreement(((events.value as number) / (base.value as number)) * 1000, rate.value, rate.decimals).holds;
  const pair = pairs.filter(fits).at(-1) ?? pairs.at(-1);
  if (!pair) return null;
  const { events, base } = pair;
  const half = 0.5 / 10 ** rate.decimals;
  const claim = quotientClaim(rate, events, base, "on the only printed base it is");
  if (claim.holds || rate.value <= half) return claim;
  const mean = meanBase(rate, named, bases);
  if (mean) return mean;
  const low = ((events.value as number) / (rate.value + half)) * 1000;
  const high = ((events.value as number) / (rate.value - half)) * 1000;
  return {
    ...claim,
    note: `${claim.note}; ${rate.value} fits a base of ${Math.round(low)} to ${Math.round(high)}, such as a mean population that is not printed`,
  };
}

/** the rate on the mean of the first and the last population of the year, where both are printed and give it */
function meanBase(rate: Rate, named: readonly Count[], bases: readonly Count[]): Claim | null {
  const first = bases.filter((c) => /上年[末底]|去年[末底]|年初|期初/.test(c.label)).at(-1);
  const last = bases.filter((c) => c !== first && /年[末底]|期末|现有/.test(c.label)).at(-1);
  if (!first || !last) return null;
  const base = ((first.value as number) + (last.value as number)) / 2;
  const events = named.findLast(
    (c) => agreement(((c.value as number) / base) * 1000, rate.value, rate.decimals).holds,
  );
  if (!events) return null;
  return {
    ...quotientClaim(rate, events, {
      ...last,
      value: base,
      printed: `the mean of ${first.printed} and ${last.printed}`,
    }),
    operands: [events.value, first.value, last.value],
    formula: "a/((b+c)/2)*1000",
  };
}

const EVENT = /出生|死亡|增长|迁/;

/** Births less deaths are the natural increase, in numbers and in rates. */
export function balanceClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((s) => [...balance(countsIn(text, s)), ...rateBalance(text, s)]);
}

function balance(counts: readonly Count[]): Claim[] {
  const of = (word: RegExp): Count | undefined =>
    counts.find((c) => word.test(c.label) && c.unit === "人" && !/率/.test(c.label));
  const births = of(/出生/);
  const deaths = of(/死亡/);
  const increase = of(/自然增长|净增/);
  if (!births || !deaths || !increase) return [];
  const base = {
    start: Math.min(births.from, deaths.from, increase.from),
    end: Math.max(births.end, deaths.end, increase.end),
    type: "difference" as const,
    claim: "births less deaths are the natural increase",
    operands: [births.value, deaths.value],
    formula: "a-b",
  };
  if (births.value === null || deaths.value === null || increase.value === null)
    return [openClaim(base, increase.value, "a number is masked")];
  const computed = births.value - deaths.value;
  const holds = computed === increase.value;
  return [
    {
      ...base,
      stated: increase.value,
      computed,
      holds,
      tolerance: "exact",
      note: holds ? "" : `the difference is ${computed}`,
    },
  ];
}

const VITAL = /(出生率|死亡率|自然增长率|自增率|净增率)(?:为|达到?|是)?(\d+(?:\.\d+)?)‰/g;

/** 出生率12‰、死亡率6‰、自然增长率6‰: each rounded, so the last digit may differ by one */
function rateBalance(text: string, sentence: Span): Claim[] {
  const hits = [...text.slice(sentence.start, sentence.end).matchAll(VITAL)];
  const of = (name: string): RegExpMatchArray | undefined => hits.find((h) => h[1] === name);
  const [births, deaths, increase] = [
    of("出生率"),
    of("死亡率"),
    of("自然增长率") ?? of("自增率") ?? of("净增率"),
  ];
  if (!births || !deaths || !increase) return [];
  const decimals = Math.max(...[births, deaths, increase].map((h) => decimalsOf(h[2] as string)));
  const computed = tidy(Number(births[2]) - Number(deaths[2]));
  const stated = Number(increase[2]);
  const holds = Math.abs(computed - stated) <= 1.0001 * 10 ** -decimals;
  return [
    {
      start:
        sentence.start + Math.min(births.index as number, deaths.index as number, increase.index as number),
      end:
        sentence.start +
        Math.max(...[births, deaths, increase].map((h) => (h.index as number) + h[0].length)),
      type: "difference",
      claim: "birth rate less death rate is the rate of increase",
      operands: [Number(births[2]), Number(deaths[2])],
      formula: "a-b",
      stated,
      computed,
      holds,
      tolerance: `within one unit of the ${decimals}. decimal, since each rate is rounded`,
      note: holds ? "" : `the difference is ${computed}`,
    },
  ];
}
