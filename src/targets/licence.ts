import type { Span } from "../span.js";
import { budgeted, countBinds, moneyBinds, RATE_TAIL, rateBinds } from "./binding.js";
import { cueAt, hasCue } from "./cues.js";
import { quotedLimit } from "./quoted-limits.js";
import type { Comparator, TargetFlag, TargetRole, TargetUnit } from "./records.js";
import { isCondition, threshold, watchedCases, watchedCondition } from "./thresholds.js";
import type { PrintedValue } from "./values.js";

/** What a value is set for, once the words around it say that it binds somebody. */
export interface Licence {
  readonly role: TargetRole;
  readonly comparator: Comparator;
  readonly value: number | null;
  readonly unit: TargetUnit;
  readonly flags: readonly TargetFlag[];
}

/** What a rule needs to know about the place of a value. */
export interface Context {
  readonly mode: "sets" | "reports" | "none";
  /** the item stands in a list of indicators, or carries points */
  readonly list: boolean;
  /** the item carries points */
  readonly scored: boolean;
  /** the sentence tells of the year before */
  readonly past: boolean;
  /** the words stand before the first item of the text: they tell how things are */
  readonly preface: boolean;
  /** a veto, or a place on a watch list, hangs on the clause */
  readonly veto: boolean;
  readonly watchlist: boolean;
  /** the item is itself a ground in a list that a veto hangs on */
  readonly ground: boolean;
  /** the clause has set the level of a rate already */
  readonly rated: boolean;
  /** classifiers of the counts that the clause has set so far: 每镇完成30例，小镇为20例 */
  readonly classifiers: ReadonlySet<string>;
  readonly segment: Span;
  readonly clause: Span;
}

/** how far before a value the words that announce a plan may stand */
const FAR = 240;
/** how far before a value its clause is looked over for what tells a result: a clause without an end would take a square of time */
const CLAUSE = 1000;

/** Decides whether a printed value is an indicator's threshold; null where it only describes, pays or punishes. */
export function license(text: string, v: PrintedValue, context: Context): Licence | null {
  const crossed = threshold(text, v, context);
  if (crossed || context.mode === "none") return crossed;
  const cases = watchedCases(text, v, context);
  if (cases) return cases;
  if (context.mode === "sets" && isCondition(text, v)) return watchedCondition(text, v);
  const told = context.past && v.before === null && v.after === null;
  return context.mode === "sets" && (told || isPast(text, v)) ? null : indicator(text, v, context);
}

/** a rate that tells how things are: in the words before the first item, or of the year before */
function isResult(text: string, v: PrintedValue, { preface, clause, list, scored }: Context): boolean {
  if (v.unit === "count" || v.unit === "yuan" || v.after !== null) return false;
  const start = Math.max(clause.start, v.head.start - CLAUSE);
  const counts = text.slice(start, v.head.start).match(/\d万?[人份件户例名个处起家次元]/g)?.length ?? 0;
  const counted = counts > 0;
  if (!list && !scored && v.before === null && counted && namesItsPart(text, v, start)) return true;
  if (!list && !scored && (v.before === null ? counts > 1 : counted && v.before.startsWith("占")))
    return true;
  if (preface && counted && /^(?:达|达到)$/.test(v.before ?? "")) return true;
  if (v.before !== null) return false;
  return (
    preface ||
    /去年|上年|上一年|截至|截止|目前|今年以来|上半年|\d月?份?[至-]\d{1,2}月|前[一二三四]?个?季度/.test(
      text.slice(start, v.number),
    )
  );
}

/** 死亡1693人，死亡率4.38‰: a rate right after the count that it is of */
function namesItsPart(text: string, v: PrintedValue, start: number): boolean {
  const core = text
    .slice(v.head.start, v.head.end)
    .replace(/^[,\s]+/, "")
    .slice(0, 2);
  const before = /([^,。;]*)\d[\d.]*万?[\u4e00-\u9fff]{1,2},?$/.exec(text.slice(start, v.head.start))?.[1];
  return core.length === 2 && before !== undefined && before.includes(core);
}

const PAST =
  /(?:已经?|先后|累计)(?:完成|举办|培训|发放|建成|建设|查处|办理|开展|投入|征收|落实|配备)|(?:完成|投入|开展|举办|建成|建设|培训|发放|落实)了/;

/** what has been done is no target, in a plan either */
function isPast(text: string, v: PrintedValue): boolean {
  return PAST.test(text.slice(v.head.start, v.number));
}

function indicator(text: string, v: PrintedValue, context: Context): Licence | null {
  const quoted = quotedLimit(text, v);
  if (quoted) return quoted;
  const change = changeTarget(text, v, context);
  if (change || v.unit === "points_of_percent") return change;
  const share = perPersons(text, v);
  if (share !== null && context.mode === "sets") return { ...made(v, "target"), value: share, unit: "ratio" };
  const binds =
    v.unit === "count"
      ? countBinds(text, v, context)
      : v.unit === "yuan"
        ? moneyBinds(text, v, context)
        : rateBinds(text, v, context);
  if (context.mode === "reports") {
    const role = reportedAs(text, v, context, binds);
    return role && made(v, role);
  }
  if (isResult(text, v, context)) return null;
  return binds ? made(v, "target") : null;
}

/** 每万人查处一例 is a ratio of one in ten thousand */
function perPersons(text: string, v: PrintedValue): number | null {
  const base = /每(百|千|万|十万|百万)人[^,。;数率]{1,8}$/.exec(text.slice(v.head.start, v.number))?.[1];
  if (base === undefined || v.unit !== "count" || v.value === null) return null;
  const persons = { 百: 100, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6 }[base] as number;
  return Number((v.value / persons).toPrecision(12));
}

const CHANGE =
  /(?:提高|提升|上升|上涨|增加|增长|递增|净增|扩大|下降|降低|减少|压减|压降|削减|缩减|减排|下浮|[同环]比[增升降减]|[增升降减])$/;

/** a change on the year before as the target of a list (收入增长10%以上), unless the clause sets the level itself */
function changeTarget(text: string, v: PrintedValue, context: Context): Licence | null {
  if (context.mode !== "sets" || !(context.list || context.scored)) return null;
  if (v.unit !== "percent" && v.unit !== "points_of_percent") return null;
  const lead = text.slice(v.head.start, v.number).replace(/[到至]$/, "\0");
  const words = v.before === null ? lead : lead.slice(0, lead.length - v.before.length);
  if (!CHANGE.test(words.trimEnd()) || words.length < 4) return null;
  if (context.rated && /^\s*(?:比|较|同比|每年)/.test(words)) return null;
  const comparator = v.comparator === "<=" ? "<=" : ">=";
  return { role: "target", comparator, value: v.value, unit: "percent", flags: [...v.flags, "relative"] };
}

function made(v: PrintedValue, role: TargetRole): Licence {
  return { role, comparator: v.comparator, value: v.value, unit: v.unit as TargetUnit, flags: v.flags };
}

/** 比责任书规定的91%高 */
const ORDERED = /(?:规定|下达|要求|确定|核定|给定)的?(?:目标|指标|任务)?(?:值|数)?(?:为|是)?$/;
/** 占计划60台的96.7%, 完成年度目标60亿元的47.7%: the plan that a share is taken of */
const OF_PLAN =
  /(?:占|完成|为|达到?)(?:了|全年|年度|年|年初|上级|[省市县区镇乡]|下达|的)*(?:计划|目标|任务|指标|预算)(?:任务)?[的数]?$/;

/** in a report: a plan quoted, a plan for the year ahead, or only a result (null) */
function reportedAs(
  text: string,
  v: PrintedValue,
  { segment, clause }: Context,
  binds: boolean,
): TargetRole | null {
  const before = text.slice(Math.max(clause.start, v.number - FAR), v.number);
  const lead = text.slice(v.head.start, v.number);
  const after = text.slice(v.end, Math.min(clause.end, v.end + 30));
  if (/已|完成了/.test(lead)) return null;
  if (hasCue("report_plan", before) && (binds || v.before !== null || v.after !== null)) return "reported";
  if (v.unit === "yuan" && /应(?:投入|拨付|到位|安排)$/.test(lead)) return "reported";
  if (OF_PLAN.test(lead) || ORDERED.test(lead)) return "reported";
  if (v.unit === "yuan" && budgeted(text, v, clause)) return "reported";
  if (
    /^(?:控制在|低于|不超过|优于)$/.test(v.before ?? "") &&
    v.head.end - v.head.start < 2 &&
    sameUnitBefore(text, v, clause)
  )
    return "reported";
  if (cueAt("report_after", after, 0) && !/按[^,]*$/.test(lead)) return "reported";
  if (
    binds &&
    v.before !== null &&
    /^的[^,]{0,12},[^。;]{0,20}(?:奖|表彰|扣|罚|追究|通报|取消|记)/.test(after)
  )
    return "target";
  if (v.after !== null && /^[^,]{2,24}要[^,]{2,30}的要求/.test(text.slice(v.end, segment.end)))
    return "reported";
  if (!binds) return null;
  if (v.before === "保持在" && v.after !== null && RATE_TAIL.test(text.slice(v.head.start, v.head.end)))
    return "reported";
  return hasCue("future", lead) || /(?:力争|确保|要达到|要控制|要实现)[^。;]{0,90}$/.test(before)
    ? "target"
    : null;
}

/** the result stands just before the limit that it keeps: 平均值54.6分贝，控制在55分贝以内 */
function sameUnitBefore(text: string, v: PrintedValue, clause: Span): boolean {
  const unit = text.slice(v.number, v.unitEnd).replace(/^[\d.]+/, "");
  const before = text.slice(clause.start, v.head.start);
  return unit !== "" && new RegExp(`\\d${unit.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")},$`).test(before);
}
