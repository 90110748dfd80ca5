import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn } from "./counts.js";
import { openClaim, roundedClaim } from "./judged.js";
import { agreement, decimalsOf, tidy } from "./rounding.js";
import { sentences } from "./sentences.js";

const SEX_RATIO =
  /([\u4e00-\u9fff、]{0,12})性别比(?:已?(?:为|是|达到?|降至|升至))?(?:100:)?(\d{2,3}(?:\.\d+)?)(?![%\d])(?!以[内下上])/g;
const BOYS = /男(?:孩|婴|性)?$/;
const GIRLS = /女(?:孩|婴|性)?$/;

/** Sex ratios at birth: of the boys and girls that are printed, else whether any split of the births gives them. */
export function sexRatioClaims(text: string, span: Span, asked: (at: number) => boolean): Claim[] {
  const births: Count[] = [];
  return sentences(text, span).flatMap((sentence) => {
    const counts = countsIn(text, sentence).filter(
      (c) => c.value !== null && (c.unit === "人" || c.unit === "个"),
    );
    births.push(...counts.filter((c) => /出生/.test(c.label)));
    return [...text.slice(sentence.start, sentence.end).matchAll(SEX_RATIO)].flatMap((match) => {
      const start = sentence.start + match.index;
      if (Number(match[2]) < 50 || asked(start + match[0].length - 1)) return [];
      const before = counts.filter((c) => c.end <= start + match[0].length);
      const boys = before.filter((c) => BOYS.test(c.label)).at(-1);
      const girls = before.filter((c) => GIRLS.test(c.label)).at(-1);
      const subset = /孩/.test(match[1] as string);
      if (boys && girls && !subset) return [ofPrinted(match, start, boys, girls)];
      return [
        ofAnySplit(
          match,
          start,
          subset ? undefined : births.find((c) => !/政策|多孩|[男女一二]孩/.test(c.label)),
        ),
      ];
    });
  });
}

function ofPrinted(match: RegExpMatchArray, start: number, boys: Count, girls: Count): Claim {
  const computed = (100 * (boys.value as number)) / (girls.value as number);
  return roundedClaim(
    {
      start: Math.min(boys.from, girls.from, start),
      end: start + match[0].length,
      type: "rate",
      claim: `a sex ratio of ${match[2]}`,
      operands: [boys.value, girls.value],
      formula: "100*boys/girls",
    },
    computed,
    Number(match[2]),
    decimalsOf(match[2] as string),
  );
}

function ofAnySplit(match: RegExpMatchArray, start: number, total: Count | undefined): Claim {
  const stated = Number(match[2]);
  const base = {
    start,
    end: start + match[0].length,
    type: "integer_feasibility" as const,
    claim: `a sex ratio of ${stated}`,
    formula: "100*boys/girls",
  };
  if (!total)
    return openClaim({ ...base, operands: [null, null] }, stated, "the number of births is not printed");
  const nearest = nearestRatio(total.value as number, stated);
  const decimals = decimalsOf(match[2] as string);
  const { holds, tolerance } = agreement(nearest.ratio, stated, decimals);
  return {
    ...base,
    operands: [nearest.boys, nearest.girls],
    stated,
    computed: tidy(nearest.ratio),
    holds,
    tolerance,
    note: holds
      ? ""
      : `no split of ${total.value} births gives it; the nearest is ${nearest.boys} to ${nearest.girls}, ${nearest.ratio.toFixed(decimals)}`,
  };
}

function nearestRatio(births: number, ratio: number): { boys: number; girls: number; ratio: number } {
  const girls = births / (1 + ratio / 100);
  const candidates = [Math.floor(girls), Math.ceil(girls)]
    .filter((g) => g > 0)
    .map((g) => ({ boys: births - g, girls: g, ratio: (100 * (births - g)) / g }));
  return (
    candidates.sort((a, b) => Math.abs(a.ratio - ratio) - Math.abs(b.ratio - ratio))[0] ?? {
      boys: births,
      girls: 0,
      ratio: 0,
    }
  );
}
