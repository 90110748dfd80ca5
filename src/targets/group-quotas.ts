import { readNumeral } from "../quantities/numerals.js";
import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { type Count, countsIn, unitAt } from "./counts.js";
import { exactClaim } from "./judged.js";
import { groups, sentences } from "./sentences.js";

/** So many units of one kind that owe so much each: 5个社区每个社区24对; offsets in the folded text. */
export interface GroupQuota extends Span {
  readonly kind: string;
  readonly number: number;
  readonly each: number;
  readonly unit: string;
}

const NUM = "\\d{1,4}|[一二两三四五六七八九十]{1,3}";
const EACH = new RegExp(
  `(${NUM})个([\\u4e00-\\u9fff]{1,4}?),?(?:每个?|各)(?:\\2)?(?:完成|负责|不少于)?(\\d[\\d.]*万?)`,
  "g",
);

/** The quotas of a stretch of folded text that are set for each unit of a kind. */
export function groupQuotas(text: string, span: Span): GroupQuota[] {
  return [...text.slice(span.start, span.end).matchAll(EACH)].flatMap((match) => {
    const start = span.start + match.index;
    const end = start + match[0].length;
    const unit = unitAt(text, end);
    const [number, each] = [match[1], match[3]].map((n) => readNumeral(n as string, 0)?.value ?? 0);
    if (unit === null || !number || !each || number < 2) return [];
    return [{ start, end: end + unit.length, kind: match[2] as string, number, each, unit }];
  });
}

/** What is set for each unit of several kinds, against the total that opens the list: 检查180对：5个社区每个社区24对，3个村每个村20对. */
export function groupQuotaClaims(text: string, span: Span): Claim[] {
  return sentences(text, span).flatMap((sentence) =>
    groups(text, sentence).flatMap((group) => {
      const kinds = groupQuotas(text, group);
      const first = kinds[0];
      const last = kinds.at(-1);
      if (!first || !last || kinds.length < 2 || kinds.some((k) => k.unit !== first.unit)) return [];
      const counts = countsIn(text, { start: group.start, end: first.start });
      const total: Count | undefined = counts.at(-1);
      const opens = total !== undefined && /^[,:(]?(?:其中[:,]?)?$/.test(text.slice(total.end, first.start));
      if (!total || total.value === null || total.about || total.unit !== first.unit || !opens) return [];
      const parts = kinds.map((k) => k.number * k.each);
      const sum = parts.reduce((s, v) => s + v, 0);
      const claim = exactClaim(
        {
          start: total.from,
          end: last.end,
          type: "product",
          claim: `${kinds.length} kinds make ${total.printed}${total.unit}`,
          operands: kinds.flatMap((k) => [k.number, k.each]),
          formula: "sum of numbers times amounts",
        },
        sum,
        total.value,
        `the amounts make ${sum}`,
      );
      return claim.holds || /^[)。;\s]*$/.test(text.slice(last.end, group.end)) ? [claim] : [];
    }),
  );
}
