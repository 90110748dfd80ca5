import { opensNumeral, readNumeral } from "../quantities/numerals.js";
import { cueAt, cueAtEnd } from "./cues.js";
import type { TargetFlag, TargetUnit } from "./records.js";

/** A printed number with its unit; offsets are in the folded text. */
export interface Amount {
  readonly end: number;
  readonly value: number | null;
  readonly valueMax: number | null;
  /** `bare` where no unit is printed */
  readonly unit: TargetUnit | "points_of_percent" | "bare";
  /** the classifier of a count */
  readonly classifier: string | null;
  readonly flags: readonly TargetFlag[];
}

const PER_TEN: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10000 };
const MASK = /(?:\*{2,}|[X×]{2,}|[□_]{2,}|～)(?=[%‰元种次篇户块个件例起条名人对场期份家处亩])/y;
/** 九成, 六成五; not 成立, 成员, 成果 */
const TENTHS = /([一二三四五六七八九])成([一二三四五六七八九]|半)?(?=以上|以下|[的,;。()]|$)/y;
/** 25/10万, 12/万 */
const PER_BASE = /(\d{1,6}(?:\.\d+)?)\/((?:[1-9]\d{0,2})?[百千万]万?)(?!元)/y;
/** a score that is asked for, in points: 检查得分不低于85分 */
const SCORE = /(?:得分|分数|成绩|满意度|评分)(?:应|要)?(?:不低于|不少于|不得低于|达到)[\d.]+$/;
/** 满意度85分以上 */
const SATISFIED = /满意[度率](?:应|要|须)?(?:在|达到?|为)?[\d.]+$/;
/** a classifier that goes on as another word */
const OTHER_WORD =
  /^(?:百分点|千分点|月|工作日|小时|年|季度|星期|口|均|员|民|次之|性|才|大|格|称|单|义|誉|一(?![\u4e00-\u9fff]))/;

/** Reads the amount that begins at an offset; null where a date, an ordinal or a plain word stands there. */
export function readAmount(text: string, at: number, limit: number): Amount | null {
  const c = text[at] as string;
  MASK.lastIndex = at;
  const mask = MASK.exec(text);
  if (mask) return withUnit(text, at + mask[0].length, null, null, ["masked"]);
  if ((c === "%" || c === "‰") && cueAtEnd("at_most_before", text.slice(Math.max(0, at - 6), at)))
    return { ...percent(at + 1, null), unit: c === "%" ? "percent" : "permille", flags: ["truncated"] };
  const base = PER_TEN[c];
  if (base !== undefined && text.startsWith("分之", at + 1)) return readFraction(text, at, base);
  if (!opensNumeral(c) || c === "半" || /[\d.第]/.test(text[at - 1] ?? " ")) return null;
  const special = readTenths(text, at) ?? readPerBase(text, at);
  if (special) return special;
  const numeral = readNumeral(text, at);
  if (!numeral || numeral.end > limit) return null;
  const upper = upperEnd(text, numeral.end, numeral.value);
  return withUnit(
    text,
    upper?.end ?? numeral.end,
    numeral.value,
    upper?.value ?? null,
    upper ? ["range"] : [],
  );
}

const percent = (end: number, value: number | null): Amount => ({
  end,
  value,
  valueMax: null,
  unit: "percent",
  classifier: null,
  flags: [],
});

function readTenths(text: string, at: number): Amount | null {
  TENTHS.lastIndex = at;
  const match = TENTHS.exec(text);
  if (!match) return null;
  const ones = match[2] === "半" ? 5 : match[2] ? (readNumeral(match[2], 0)?.value ?? 0) : 0;
  return percent(at + match[0].length, (readNumeral(match[1] as string, 0)?.value ?? 0) * 10 + ones);
}

function readPerBase(text: string, at: number): Amount | null {
  PER_BASE.lastIndex = at;
  const match = PER_BASE.exec(text);
  if (!match) return null;
  const printed = match[2] as string;
  const base = readNumeral(/^\d/.test(printed) ? printed : `1${printed}`, 0)?.value ?? 1;
  return {
    ...percent(at + match[0].length, Number((Number(match[1]) / base).toPrecision(12))),
    unit: "ratio",
  };
}

function readFraction(text: string, at: number, base: number): Amount | null {
  const from = at + 3;
  if (base === 100 && text[from] === "百") return percent(from + 1, 100);
  const numeral = opensNumeral(text[from] ?? " ") ? readNumeral(text, from) : null;
  if (!numeral) return null;
  if (base === 100) return percent(numeral.end, numeral.value);
  if (base === 1000) return { ...percent(numeral.end, numeral.value), unit: "permille" };
  return { ...percent(numeral.end, Number((numeral.value / base).toPrecision(12))), unit: "ratio" };
}

/** the upper end of 3-5, 90%-95%, 3‰至5‰ */
function upperEnd(text: string, from: number, lower: number): { value: number; end: number } | null {
  const match = /^[%‰]?[-~至到]/.exec(text.slice(from, from + 2));
  if (!match) return null;
  const at = from + match[0].length;
  const upper = opensNumeral(text[at] ?? " ") ? readNumeral(text, at) : null;
  return upper && upper.value > lower ? { value: upper.value, end: upper.end } : null;
}

function withUnit(
  text: string,
  from: number,
  value: number | null,
  valueMax: number | null,
  flags: readonly TargetFlag[],
): Amount | null {
  let at = from;
  while (text[at] === " " || "余多".includes(text[at] ?? "\0")) at++;
  const made = (end: number, unit: Amount["unit"], classifier: string | null = null): Amount => ({
    end,
    value,
    valueMax,
    unit,
    classifier,
    flags,
  });
  if (text.startsWith("个百分点", at) || text.startsWith("个千分点", at))
    return made(at + 4, "points_of_percent");
  if (text.startsWith("百分点", at)) return made(at + 3, "points_of_percent");
  if (text[at] === "%") return made(at + 1, "percent");
  if (text[at] === "‰") return made(at + 1, "permille");
  if (text[at] === "元") return made(at + 1, "yuan");
  const classifier = cueAt("count_unit", text, at);
  if (classifier) {
    const end = at + classifier.length;
    if (!OTHER_WORD.test(text.slice(end, end + 4))) {
      const times = "人台户场家批".includes(classifier) && text[end] === "次" ? 1 : 0;
      return made(end + times, "count", classifier);
    }
  }
  const before = text.slice(Math.max(0, from - 24), from);
  if (text[at] === "分" && (SCORE.test(before) || (text.startsWith("分以上", at) && SATISFIED.test(before))))
    return made(at + 1, "count", "分");
  if (
    text[at] === "天" &&
    /(?:天数|平均[^,。;\d]{1,8}[日天])[^,。;\d]{0,8}$/.test(
      text.slice(Math.max(0, from - 20), from).replace(/[\d.]+$/, ""),
    )
  )
    return made(at + 1, "count", "天");
  return value === null ? null : made(from, "bare");
}
