import type { Span } from "../span.js";
import { cueAt } from "./cues.js";
import { shortened } from "./names.js";
import type { Indicator, TargetUnit } from "./records.js";

const base = { valueMax: null, role: "target", addressee: null } as const;
const SHARED_NOUN = /(?:行为|现象|事件|问题|文件|上访|错误|事故|案件|情况)$/;

const SCOPE =
  /^(?:[^\d]{0,12}\d、)?(?:(?:确保|做到|实现|坚决|全部|基本|力争|力求)?(?:近?[一二三四五\d]?年(?:内|来)?|当年|全年|本年度|年内)?(?:内)?(?:确保|做到|坚决)?)/;
/** words that 无 or 零 only begin: 无偿, 无故, 无证, 零距离, 零增长 */
const PART_OF_A_WORD =
  /^(?:无[证业需须法关论效故偿线理正数限私声缝党产障菌公害烟]|没有[完按及达履参]|消除[隐危]|零[增距容差售散星部配下])/;

/** Things that must not happen, in a list of indicators: 无计划外生育, 杜绝重大事故, 零投诉 are = 0. */
export function zeroTargets(text: string, segment: Span): Indicator[] {
  const words = text.slice(segment.start, segment.end);
  const scope = SCOPE.exec(words)?.[0] ?? "";
  const zero = cueAt("zero", words, scope.length);
  if (zero === null || PART_OF_A_WORD.test(words.slice(scope.length))) return [];
  if (
    /的(?:$|不|扣|每|一律)/.test(words) ||
    (!/分[)】]$/.test(words) &&
      /^(?:的,|[,]?[^,。;]{0,8}(?:扣|不得分|处|罚))/.test(text.slice(segment.end, segment.end + 16)))
  )
    return [];
  const cue = segment.start + scope.length + zero.length;
  const rest = text
    .slice(cue, segment.end)
    .replace(/\(.*$/s, "")
    .replace(/(?:出生|的)?(?:发生|出现)$/, "");
  if (rest.length < 2) return [];
  const names = SHARED_NOUN.test(rest) ? [rest] : rest.split("和");
  let at = cue;
  return names
    .filter((name) => name.length > 1)
    .map((name, i) => {
      const from = text.indexOf(name, at);
      at = from + name.length;
      return {
        ...base,
        start: i === 0 ? segment.start + (/^[^\d]{0,12}\d、/.exec(words)?.[0].length ?? 0) : from,
        end: Math.min(at, segment.end),
        item: shortened(name),
        comparator: "=" as const,
        value: 0,
        unit: "count" as const,
        flags: [],
      };
    });
}

/** 安全事故为零, 辍学率为0, 事故零发生 */
export function zeroResults(text: string, segment: Span): Indicator[] {
  const words = text
    .slice(segment.start, segment.end)
    .trimEnd()
    .replace(/(?:\([^()]*\)|【[^【】]*】)$/, "");
  const match = ZERO.exec(words) ?? NONE_HAPPENS.exec(words);
  if (!match || /^(?:力争|争取|实现|确保|做到|保持|坚决)+$/.test(match[1] as string)) return [];
  const rate = /[率比]$/.test(match[1] as string);
  if (rate && words.endsWith("0")) return [];
  return [
    {
      ...base,
      start: segment.start,
      end: segment.start + words.length,
      item: shortened(match[1] as string),
      comparator: "=" as const,
      value: 0,
      unit: rate ? ("percent" as const) : ("count" as const),
      flags: [],
    },
  ];
}

const ZERO = /^(.{2,30}?)(?:应|要|必须)?(?:为|控制在|保持|保持为|达到|归|清)(?:零|0)$/;
const NONE_HAPPENS =
  /^(.{2,20}?)(?:实现|做到|确保|保持)?“?零(?:发生|出现|新增|积压|事故|伤亡|死亡|投诉|上访|感染|火灾|违法|违规|失误)”?$/;

const GONE: readonly (readonly [RegExp, TargetUnit | "rate"])[] = [
  [/(?:分别)?(?:保持在|达到|稳定在|控制在)(?=[、和]?(?:以上|以内|以下(?![标要目条任])))/, "rate"],
  [/人均(?=元)/, "yuan"],
];

/** Thresholds whose number was deleted: 分别保持在、以上, 人均元的标准. */
export function missingValues(text: string, segment: Span): Indicator[] {
  const words = text.slice(segment.start, segment.end);
  for (const [pattern, unit] of GONE) {
    const match = pattern.exec(words);
    if (!match) continue;
    const names =
      unit === "rate"
        ? words.slice(0, match.index).split(/[、和及]/)
        : [`${words.slice(0, match.index)}人均`];
    let at = segment.start;
    return names
      .filter((name) => name.length > 1)
      .map((name) => {
        const from = Math.max(at, text.indexOf(name, at));
        at = from + name.length;
        return {
          ...base,
          start: from,
          end: segment.end,
          item: shortened(name),
          comparator: /以下|以内/.test(words) ? ("<=" as const) : (">=" as const),
          value: null,
          unit: unit === "rate" ? ("percent" as const) : unit,
          flags: ["truncated" as const],
        };
      });
  }
  return [];
}
