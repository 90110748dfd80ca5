import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { countsBefore, countsIn, isUsable } from "./counts.js";
import { roundedClaim } from "./judged.js";
import { agreement, decimalsOf } from "./rounding.js";
import { commonRun, sentences } from "./sentences.js";

const PER =
  /每(?<many>百|千|万|十万)(?:名|户)?(?<of>人口?|居民|常住人口|户)(?:口)?(?<what>[^,。;\d]{2,14}?)(?:为|达到?|有)?(?<value>\d+(?:\.\d+)?)(?=[张人名个件所例起])/g;
const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 十万: 1e5 };
const EVERYBODY = /人口(?:数|为|达|共)?$|总(?:人|户)数(?:为|达)?$/;

/** how many populations, and how many counts before a number, are tried */
const MANY = 40;

/** Numbers for each hundred, thousand or ten thousand people: 床位1620张，每千人口拥有床位3.8张. A claim only where a printed population gives it. */
export function perThousandClaims(text: string, span: Span): Claim[] {
  const all = countsIn(text, span).filter(isUsable);
  const people = all.filter((c) => EVERYBODY.test(c.label) && c.unit === "人").slice(0, MANY);
  return sentences(text, span).flatMap((sentence) =>
    [...text.slice(sentence.start, sentence.end).matchAll(PER)].flatMap((match) => {
      const { many, what, value } = match.groups as Record<string, string>;
      const at = sentence.start + match.index;
      const end = at + match[0].length;
      const scale = SCALE[many as string] as number;
      const decimals = decimalsOf(value as string);
      const parts = countsBefore(all, at, MANY).filter(
        (c) => c.start >= sentence.start && commonRun(c.label, what as string) >= 2,
      );
      const pairs = parts.flatMap((part) =>
        people.map((whole) => ({
          part,
          whole,
          computed: ((part.value as number) / (whole.value as number)) * scale,
        })),
      );
      const pair = pairs.findLast((p) => agreement(p.computed, Number(value), decimals).holds);
      if (!pair) return [];
      return [
        roundedClaim(
          {
            start: pair.part.from,
            end,
            type: "rate",
            claim: `${value} for each ${scale} are ${pair.part.printed} of ${pair.whole.printed}`,
            operands: [pair.part.value, pair.whole.value],
            formula: `a/b*${scale}`,
          },
          pair.computed,
          Number(value),
          decimals,
        ),
      ];
    }),
  );
}
