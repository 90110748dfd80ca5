import type { Span } from "../span.js";
import { pointsOf } from "./point-marks.js";
import type { Deduction, DeductionUnit } from "./records.js";

/** A deduction rule with the span that prints it. */
export interface PrintedDeduction extends Span, Deduction {
  /** the most that the rule can take where the text says so (最多扣5分), else null */
  readonly most: number | null;
}

const PER: readonly (readonly [RegExp, DeductionUnit])[] = [
  [/百分点|千分点|[%‰]/, "percentage_point"],
  [/元/, "amount"],
  [/人次?|名|对|户/, "person"],
  [/例|件|起|宗/, "case"],
  [/天|日/, "day"],
  [/月/, "month"],
  [/年/, "year"],
];
const NUM = "[\\d.]{1,5}|[一二三四五六七八九十半]{1,3}";
const STEP = "(?:[^,;。()扣得]|\\([^()]{0,12}\\)){0,30}?";
const RULE = new RegExp(
  `(?<most>最多|最高|至多|累计|不超过)?(?:(?<=^|[,;。()、:\\s])(?<step>${STEP}),?)?(?<!不(?:予|再)?)(?:扣(?:除|减|去)?|减(?:去)?)(?<points>${NUM})分`,
  "g",
);
const EXHAUSTED = /^[^。;]{0,14}?(?:扣完[^,。;]{0,8}为止|直至扣完|扣完即止|扣至0分)/;
const MOST = /^[^。;]{0,10}?(?:最多扣|最高扣|至多扣|累计扣分?不超过|扣分不超过)(?:除|减)?([\d.]{1,5})分/;

/** Deduction rules of a stretch of folded text; 不扣分 and 不予扣分 are none. */
export function deductions(text: string, span: Span): PrintedDeduction[] {
  const slice = text.slice(span.start, span.end);
  const found: PrintedDeduction[] = [];
  for (const match of slice.matchAll(RULE)) {
    const points = pointsOf(match.groups?.points as string);
    const printed = match.groups?.step ?? "";
    const step = printed.slice(Math.max(printed.lastIndexOf("每"), printed.lastIndexOf(" ") + 1, 0));
    if (points === null || match.groups?.most !== undefined || /(?:最多|最高|至多|累计)$/.test(step))
      continue;
    const lead = /每|[发出][现生]|缺|少|漏|迟|错|低|超|降|升/.exec(step);
    const from = match.index + (lead ? match[0].lastIndexOf(step) + lead.index : match[0].lastIndexOf("扣"));
    const rest = slice.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const exhausted = EXHAUSTED.exec(rest);
    const most = MOST.exec(rest);
    const tail = Math.max(exhausted?.[0].length ?? 0, most?.[0].length ?? 0);
    found.push({
      start: span.start + from,
      end: span.start + match.index + match[0].length + tail,
      ...perOf(step),
      points,
      floor: exhausted ? 0 : null,
      most: most ? Number(most[1]) : null,
    });
  }
  return found;
}

/** the unit of the last amount before the points: 每低于0.5个百分点, 缺一项, 迟报一天 */
function perOf(step: string): { per: DeductionUnit; step?: number } {
  const amount =
    /([\d.]+万?|[一二三四五六七八九十半]{1,3})\s?个?(百分点|千分点|[%‰]|万?元|人次?|名|对|户|例|件|起|宗|天|日|月|年)[^\d一二三四五六七八九十]*$/.exec(
      step,
    );
  const unit = amount?.[2] ?? step;
  const per = PER.find(([pattern]) => pattern.test(unit))?.[1] ?? "occurrence";
  const measured = per === "percentage_point" || per === "amount" || per === "day";
  const value = amount && measured ? amountOf(amount[1] as string, unit) : null;
  return value !== null && value !== 1 ? { per, step: value } : { per };
}

function amountOf(printed: string, unit: string): number | null {
  const value = pointsOf(printed);
  return value === null ? null : unit === "万元" && !printed.endsWith("万") ? value * 10000 : value;
}
