import type { Span } from "../span.js";
import { cueAt, cueAtEnd, hasCue } from "./cues.js";
import type { Comparator, TargetFlag, TargetRole, TargetUnit } from "./records.js";
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
  /** a veto, or a place on a watch list, hangs on the clause */
  readonly veto: boolean;
  readonly watchlist: boolean;
  /** classifiers of the counts that the clause has set so far: 每镇完成30例，小镇为20例 */
  readonly classifiers: ReadonlySet<string>;
  readonly segment: Span;
  readonly clause: Span;
}

const RATE_TAIL = /(?:率|面|比例|比重|比|度|增幅|降幅|幅度)(?:\([^()]*\))?$/;
const PART_OF_A_SUM =
  /^的(?:费用|奖金|工资|罚款|补助|比例|办照费|价款|滞纳金|部分|标准|税|额度|资金|补贴|款)/;
const MONEY_TO_PERSONS = /每月|工资|补助|补贴|奖|罚|救助|津贴|发给|赔|保险|扶助|报酬|扣/;
/** how far before a value the words that announce a plan may stand */
const FAR = 240;
const COUNTED_OUTPUT = "种次条篇块户场期件起家处份";

/** Decides whether a printed value is an indicator's threshold; null where it only describes, pays or punishes. */
export function license(text: string, v: PrintedValue, context: Context): Licence | null {
  return threshold(text, v, context) ?? (context.mode === "none" ? null : indicator(text, v, context));
}

/** thresholds whose crossing is punished: 低于70%的, 两例以上, 低于目标10个百分点的 */
function threshold(text: string, v: PrintedValue, { veto, watchlist, mode }: Context): Licence | null {
  if (!veto && !watchlist) return null;
  const role = veto ? "veto_threshold" : "watchlist_threshold";
  const condition = text[v.end] === "的";
  const lead = text.slice(v.head.start, v.number);
  if (v.unit === "points_of_percent") {
    if (!condition || !/低于[^,]{0,8}(?:目标|指标|任务|计划)[^,]{0,4}$/.test(lead)) return null;
    return {
      role,
      comparator: ">=",
      value: v.value === null ? null : -v.value,
      unit: "percent",
      flags: [...v.flags, "relative"],
    };
  }
  if (v.unit === "count") {
    const harm = v.after !== null && "例起件宗".includes(v.classifier ?? "\0") && mode !== "none";
    if (!harm) return null;
    return { role, comparator: "<", value: v.value, unit: "count", flags: v.flags };
  }
  if (v.unit === "yuan" || !condition || !RATE_TAIL.test(text.slice(v.head.start, v.head.end))) return null;
  if (v.before === "低于") return { role, comparator: ">=", value: v.value, unit: v.unit, flags: v.flags };
  if (v.before === "高于" || v.before === "超过")
    return { role, comparator: "<=", value: v.value, unit: v.unit, flags: v.flags };
  return null;
}

function indicator(text: string, v: PrintedValue, context: Context): Licence | null {
  if (v.unit === "points_of_percent") return null;
  const binds =
    v.unit === "count"
      ? countBinds(text, v, context)
      : v.unit === "yuan"
        ? moneyBinds(text, v)
        : rateBinds(text, v);
  if (context.mode === "reports") {
    const role = reportedAs(text, v, context, binds);
    return role && made(v, role);
  }
  return binds ? made(v, "target") : null;
}

function made(v: PrintedValue, role: TargetRole): Licence {
  return { role, comparator: v.comparator, value: v.value, unit: v.unit as TargetUnit, flags: v.flags };
}

function rateBinds(text: string, v: PrintedValue): boolean {
  const lead = text.slice(v.head.start, v.number);
  const measured = text.slice(v.head.start, v.head.end);
  if (v.unit === "ratio" && /按$/.test(lead) && /^的比例[,;]?配[备置]/.test(text.slice(v.end, v.end + 6)))
    return true;
  if (cueAtEnd("not_target_before", lead) && !RATE_TAIL.test(measured)) return false;
  if (PART_OF_A_SUM.test(text.slice(v.end, v.end + 6)) || /任务的$/.test(lead)) return false;
  if (/(?:罚|奖|补助|补贴|发给|扣|退还|赔)[^,]{0,12}$/.test(lead) && !RATE_TAIL.test(measured)) return false;
  return RATE_TAIL.test(measured) || v.before !== null || v.after !== null || v.flags.includes("truncated");
}

function countBinds(text: string, v: PrintedValue, { list, classifiers }: Context): boolean {
  const lead = text.slice(v.head.start, v.number);
  const measured = text.slice(v.head.start, v.head.end);
  const classifier = v.classifier ?? "";
  if (/[罚奖扣]|发给|补助|补贴|救助|容纳|连续/.test(lead)) return false;
  if (classifier === "次" && /每|一季度|一天/.test(lead)) return false;
  if (text[v.end] === "的" && v.after !== null && v.before === null) return false;
  if (/(?:任务|指标)(?:数)?$/.test(measured) && /[为是]$/.test(lead.trimEnd())) return true;
  if (classifier === "人" || classifier === "名") {
    return (
      v.before !== null && cueAtEnd("at_most_before", v.before) !== null && /(?:人口|数)$/.test(measured)
    );
  }
  if (classifiers.has(classifier) && /为$/.test(lead)) return true;
  if (v.before === "达" && v.after === null) return false;
  if (v.before !== null) return v.before !== "超过" && v.before !== "高于" && v.before !== "低于";
  if (v.after !== null) return COUNTED_OUTPUT.includes(classifier) && classifier !== "例";
  if (/(?:[要需应须]|至少)(?:完成|达到)$/.test(lead)) return true;
  if (/(?:设立|建设)$/.test(lead)) return "块个所处座".includes(classifier) && (v.value ?? 99) <= 20;
  if (classifier === "次") return /全年有$/.test(lead) || (list && /全年|年内|当年/.test(lead));
  return list && v.flags.includes("masked") && /完成$/.test(lead);
}

function moneyBinds(text: string, v: PrintedValue): boolean {
  const lead = text.slice(v.head.start, v.number);
  if (MONEY_TO_PERSONS.test(lead) || /^的(?:工资|补助|补贴|罚款)/.test(text.slice(v.end, v.end + 4)))
    return false;
  if (/任务$|任务为$|指标为?$/.test(lead)) return true;
  return v.before !== null && /任务|指标|投入|经费|收入|税/.test(lead);
}

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
  if (cueAt("report_after", after, 0) && !/按[^,]*$/.test(lead)) return "reported";
  if (v.after !== null && /^[^,]{2,24}要[^,]{2,30}的要求/.test(text.slice(v.end, segment.end)))
    return "reported";
  if (!binds) return null;
  if (v.before === "保持在" && v.after !== null && RATE_TAIL.test(text.slice(v.head.start, v.head.end)))
    return "reported";
  return hasCue("future", lead) || /力争[^。]{0,60}$/.test(before) ? "target" : null;
}
