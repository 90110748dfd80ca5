import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { exactClaim } from "./judged.js";

const NUM = "\\d{1,2}|[一二两三四五六七八九十]{1,2}";
const AFTER = new RegExp(
  `(?:连续|近|为期|前|这|今后|未来)?(${NUM})(?:个?年度?|周年)[^,。;()\\d]{0,6}[(,](\\d{4})年?(?:度)?[-~至到]+(\\d{4})年`,
  "g",
);
const BEFORE = new RegExp(`(\\d{4})年?[-~至到]+(\\d{4})年[^,。;\\d]{0,4}?[),]?(${NUM})年(?!级)[间来内]`, "g");

/** Numbers of years against the years that are named: 连续三年（2009—2011年）, both ends counted. */
export function periodClaims(text: string, span: Span): Claim[] {
  const words = text.slice(span.start, span.end);
  const made = (match: RegExpMatchArray, printed: string, from: string, to: string): Claim[] => {
    const stated = readNumeral(printed, 0)?.value ?? 0;
    const years = Number(to) - Number(from) + 1;
    if (stated < 2 || years < 1 || Number(from) < 1900 || Number(to) > 2100) return [];
    const start = span.start + (match.index as number);
    return [
      exactClaim(
        {
          start,
          end: start + match[0].length,
          type: "enumeration",
          claim: `${stated} years, ${from} to ${to}`,
          operands: [Number(from), Number(to)],
          formula: "b-a+1",
        },
        years,
        stated,
        `${from} to ${to} are ${years} years`,
      ),
    ];
  };
  return [
    ...[...words.matchAll(AFTER)].flatMap((m) => made(m, m[1] as string, m[2] as string, m[3] as string)),
    ...[...words.matchAll(BEFORE)].flatMap((m) => made(m, m[3] as string, m[1] as string, m[2] as string)),
  ];
}
