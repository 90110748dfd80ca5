import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { countsIn, isUsable } from "./counts.js";
import { ratesIn } from "./printed-rates.js";
import { agreement, tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

/** beyond this many a rate with one decimal is always some number of them */
const MANY = 2000;

/** Rates of a printed number that no whole number of it gives: 25人中，知晓率85% would be 21.25 persons. */
export function feasibilityClaims(text: string, span: Span, asked: (at: number) => boolean): Claim[] {
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence).filter((c) => isUsable(c) && c.unit !== "元");
    return ratesIn(text, sentence).flatMap((rate) => {
      const base = counts.filter((c) => c.end <= rate.start).at(-1);
      const between = base ? text.slice(base.end, rate.start) : "";
      const held = /^[\u4e00-\u9fff]{0,6}中[,的]?[^,。;\d]{0,14}$/.test(between);
      if (!base || !held || asked(rate.start) || (base.value as number) > MANY || rate.scale !== 100)
        return [];
      if (!/率|占|比例/.test(rate.label + rate.link)) return [];
      const n = base.value as number;
      const near = Math.round((rate.value / 100) * n);
      const best = [near - 1, near, near + 1]
        .filter((k) => k >= 0 && k <= n)
        .sort(
          (a, b) => Math.abs((a / n) * 100 - rate.value) - Math.abs((b / n) * 100 - rate.value),
        )[0] as number;
      const computed = (best / n) * 100;
      const { holds, tolerance } = agreement(computed, rate.value, rate.decimals);
      return [
        {
          start: base.from,
          end: rate.end,
          type: "integer_feasibility" as const,
          claim: `${rate.value} percent of ${base.printed}${base.unit}`,
          operands: [best, n],
          formula: "a/b*100",
          stated: rate.value,
          computed: tidy(computed),
          holds,
          tolerance,
          note: holds
            ? ""
            : `no whole number of ${n} gives it; the nearest is ${best}, ${computed.toFixed(2)}`,
        },
      ];
    });
  });
}
