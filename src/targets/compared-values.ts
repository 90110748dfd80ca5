import type { Span } from "../span.js";
import type { Claim } from "./claims.js";
import { exactClaim, openClaim } from "./judged.js";
import { decimalsOf, tidy } from "./rounding.js";

const VALUE = "\\d{1,6}(?:\\.\\d{1,3})?";
/** a value, what it is compared with, and by how much it differs: 性别比114.96，较上年的118.3回落3.34; 到检率93%，距95%的要求差2个百分点 */
const APART = new RegExp(
  `(?<now>${VALUE})(?<unit>[%‰]?)(?:,|\\(|的)(?:比|较|同比|距离?|与)[^,。;\\d]{0,12}(?:\\d{4}年)?[^,。;\\d]{0,6}?(?<then>${VALUE})(?<same>[%‰]?)[^,。;\\d]{0,10}?(?<verb>提高|上升|增加|增长|升高|高出?|多|回升|回落|下降|降低|减少|滑下去|滑落|下滑|低|少|差|相差)了?(?<by>${VALUE})(?<points>个百分点|个千分点)?(?![\\d.%‰万亿元人户例件个])`,
  "g",
);
/** a value against a limit that is named: 多孩率3.3%，突破了市定3%的上限 */
const LIMIT = new RegExp(
  `(?<now>${VALUE})(?<unit>[%‰]?),(?:仍|均|都|已|虽|但|也|还)?(?<verb>低于|高于|超过|突破|超出|优于)了?[^,。;\\d]{0,10}?(?<then>${VALUE})(?<same>[%‰]?)的[^,。;\\d]{0,8}(?:控制线|控制数|目标值?|要求|上限|下限|指标|标准|红线|警戒线|平均(?:水平|值)?|任务)`,
  "g",
);
/** 政策生育率93.8%，超过全年93%的目标0.8个百分点; 到位率60%，离90%的要求还差30个百分点 */
const BESIDE = new RegExp(
  `(?<now>${VALUE})(?<unit>[%‰]),(?:仍|均|都|已|虽|但|也|还)?(?<verb>低于|高于|超过|突破|超出|高出|超|离|距离?|比)了?[^,。;\\d]{0,10}?(?<then>${VALUE})(?<same>[%‰])的[^,。;\\d]{0,6}?(?:控制线|控制数|目标值?|要求|上限|下限|指标|标准|红线|平均(?:水平|值)?|任务|计划)(?:还|尚|仍)?(?:差|低|高|少|多)?了?(?<by>${VALUE})个(?:百|千)分点`,
  "g",
);
const DOWN = /落|降|减|滑|低|少/;

/** Values that a text compares with another one beside them, in the same unit: by how much they differ, or which is larger. */
export function comparedClaims(text: string, span: Span): Claim[] {
  const words = text.slice(span.start, span.end);
  return [
    ...[...words.matchAll(APART)].flatMap((m) => apart(m, span.start)),
    ...[...words.matchAll(BESIDE)].flatMap((m) => beside(m, span.start)),
    ...[...words.matchAll(LIMIT)].flatMap((m) => beyond(m, span.start)),
  ];
}

/** What a text says of two values and their difference, before it is checked. */
function difference(match: RegExpMatchArray, base: number) {
  const { now, then, by } = match.groups as Record<string, string>;
  const start = base + (match.index as number);
  return {
    start,
    end: start + match[0].length,
    type: "difference" as const,
    claim: `${now} and ${then} differ by ${by}`,
    operands: [Number(now), Number(then)],
    formula: "a-b",
  };
}

function apart(match: RegExpMatchArray, base: number): Claim[] {
  const { now, unit, then, same, verb, by, points } = match.groups as Record<string, string>;
  if (unit !== same || (unit === "") !== (points === undefined)) return [];
  const [a, b, stated] = [Number(now), Number(then), Number(by)];
  const either = verb === "差" || verb === "相差";
  const computed = tidy(either ? Math.abs(a - b) : DOWN.test(verb as string) ? b - a : a - b);
  const claim = difference(match, base);
  const coarse = decimalsOf(by as string) < Math.max(decimalsOf(now as string), decimalsOf(then as string));
  if (coarse && Math.abs(computed - stated) < 10 ** -decimalsOf(by as string))
    return computed === stated
      ? [exactClaim(claim, computed, stated, "")]
      : [openClaim(claim, stated, "the difference is rounded", computed)];
  return [exactClaim(claim, computed, stated, `the difference is ${computed}`)];
}

function beside(match: RegExpMatchArray, base: number): Claim[] {
  const { now, unit, then, same, verb, by } = match.groups as Record<string, string>;
  if (unit !== same) return [];
  const [a, b, stated] = [Number(now), Number(then), Number(by)];
  const computed = tidy(
    verb === "低于" ? b - a : /超|高|突破/.test(verb as string) ? a - b : Math.abs(a - b),
  );
  const claim = difference(match, base);
  return [exactClaim(claim, computed, stated, `the difference is ${computed}`)];
}

function beyond(match: RegExpMatchArray, base: number): Claim[] {
  const { now, unit, then, same, verb } = match.groups as Record<string, string>;
  if (unit !== same || verb === "优于") return [];
  const [a, b] = [Number(now), Number(then)];
  const below = verb === "低于";
  const holds = below ? a < b : a > b;
  const start = base + (match.index as number);
  return [
    {
      start,
      end: start + match[0].length,
      type: "direction",
      claim: `${a} is ${below ? "below" : "above"} ${b}`,
      operands: [a, b],
      formula: below ? "a<b" : "a>b",
      stated: b,
      computed: a,
      holds,
      tolerance: "exact",
      note: holds ? "" : "the numbers say otherwise",
    },
  ];
}
