import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { countsIn, isUsable } from "./counts.js";
import { roundedClaim } from "./judged.js";
import { agreement } from "./rounding.js";
import { sentences } from "./sentences.js";

/** the days of a year, leap or not, and its weeks and months */
const TIMES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/平均每[天日]|[天日]均/, [365, 366]],
  [/平均每周|周均/, [52]],
  [/平均每个?月|月均/, [12]],
];
const AHEAD = /^[^\d,。;]{0,8}$/;

/** Means over the days, weeks or months of a year: 全年接处警4015次，平均每天11次. A claim only where they give it. */
export function dailyMeanClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence).filter(isUsable);
    return counts.flatMap((mean, i) => {
      const words = text.slice(counts[i - 1]?.end ?? sentence.start, mean.start);
      const times = TIMES.find(([word]) => word.test(words));
      const found = times && new RegExp(times[0].source).exec(words);
      if (!times || !found || !AHEAD.test(words.slice(found.index + found[0].length))) return [];
      const decimals = mean.scale === 1 ? mean.decimals : 0;
      const pairs = counts
        .slice(0, i)
        .filter((c) => c.unit === mean.unit)
        .flatMap((total) => times[1].map((days) => ({ total, days })));
      const pair = pairs.findLast(
        (p) => agreement((p.total.value as number) / p.days, mean.value as number, decimals).holds,
      );
      if (!pair) return [];
      return [
        roundedClaim(
          {
            start: pair.total.from,
            end: mean.end,
            type: "derived",
            claim: `${mean.printed}${mean.unit} each of ${pair.days}`,
            operands: [pair.total.value, pair.days],
            formula: "a/b",
          },
          (pair.total.value as number) / pair.days,
          mean.value as number,
          decimals,
        ),
      ];
    });
  });
}
