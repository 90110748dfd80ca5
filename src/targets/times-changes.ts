import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, isUsable } from "./counts.js";
import { roundedClaim } from "./judged.js";
import { decimalsOf, tidy } from "./rounding.js";
import { groups, sentences } from "./sentences.js";
import { shareOfWord } from "./word-shares.js";

const NUM = "\\d+(?:\\.\\d+)?|[一二两三四五六七八九十]{1,2}";
/** 是去年的1.3倍 gives the ratio, 增长1.5倍 the ratio less one, 翻一番 twice the value */
const TIMES = new RegExp(
  `(?<ratio>(?:是|为|达到?|相当于)[^,。;\\d]{0,6}(?:去年|上年|同期|原来|前年)[^,。;\\d]{0,4}的)(?<of>${NUM})倍|(?:增长|增加|提高|上升)了?(?<by>${NUM})倍|翻了?(?<folds>[一两])番|(?<down>减少|下降|降低|压缩|缩减|精简)了?(?:约|近)?(?<tenths>[一二三四五六七八九]成|一半)(?=[,。;)]|$)`,
  "g",
);
const EARLIER = /去年|上年|同期|原来|前年|由|从/;

/** How many times a value is another, where both are printed before it in its group: 今年1200本，去年900本，是去年的1.3倍. */
export function timesChangeClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) =>
    groups(text, sentence).flatMap((group) =>
      [...text.slice(group.start, group.end).matchAll(TIMES)].flatMap((match) => {
        const at = group.start + match.index;
        const ends = endsOf(countsIn(text, { start: group.start, end: at }).filter(isUsable));
        if (!ends) return [];
        const { ratio, of, by, folds, tenths } = match.groups as Record<string, string | undefined>;
        if (tenths !== undefined) return [fallOf(ends, tenths, at + match[0].length)];
        const printed = of ?? by ?? (folds === "一" ? "2" : "4");
        const stated = readNumeral(printed, 0)?.value ?? 0;
        const quotient = (ends.now.value as number) / (ends.before.value as number);
        return [
          roundedClaim(
            {
              start: Math.min(ends.now.from, ends.before.from),
              end: at + match[0].length,
              type: "growth",
              claim: `${printed} times the earlier value`,
              operands: [ends.now.value, ends.before.value],
              formula: ratio === undefined && folds === undefined ? "(a-b)/b" : "a/b",
            },
            ratio === undefined && folds === undefined ? quotient - 1 : quotient,
            stated,
            decimalsOf(printed),
          ),
        ];
      }),
    ),
  );
}

/** 由120起减少到84起，减少三成: by so many tenths, as near as a tenth is */
function fallOf({ now, before }: Ends, tenths: string, end: number): Claim {
  const stated = tidy((shareOfWord(tenths) ?? 0) * 100);
  const claim = roundedClaim(
    {
      start: Math.min(now.from, before.from),
      end,
      type: "growth",
      claim: `a fall of ${stated} percent, in words`,
      operands: [before.value, now.value],
      formula: "(a-b)/a*100",
    },
    (1 - (now.value as number) / (before.value as number)) * 100,
    stated,
    -1,
  );
  return { ...claim, tolerance: "to the nearest tenth, as words are" };
}

interface Ends {
  readonly now: Count;
  readonly before: Count;
}

/** the only two counts in one unit, the earlier one by its words */
function endsOf(counts: readonly Count[]): Ends | null {
  const unit = counts.at(-1)?.unit;
  const same = counts.filter((c) => c.unit === unit && !/[增多减少降]加?$/.test(c.label));
  const [a, b] = same;
  if (!a || !b || same.length !== 2) return null;
  if (EARLIER.test(a.label) && !/去年|上年|同期/.test(b.label)) return { now: b, before: a };
  return EARLIER.test(b.label) ? { now: a, before: b } : null;
}
