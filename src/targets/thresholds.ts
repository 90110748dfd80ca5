import { RATE_TAIL } from "./binding.js";
import type { Context, Licence } from "./licence.js";
import type { PrintedValue } from "./values.js";

/** Thresholds whose crossing is punished: 低于70%的, 两例以上, 低于目标10个百分点的, 超过指标20%的 */
export function threshold(text: string, v: PrintedValue, context: Context): Licence | null {
  if (!context.veto && !context.watchlist) return null;
  const role = context.veto ? "veto_threshold" : "watchlist_threshold";
  const lead = text.slice(v.head.start, v.number);
  const condition =
    /^(?:的|者|时)/.test(text.slice(v.end)) || (context.ground && v.end >= context.segment.end);
  if (v.unit === "count") {
    if (context.mode === "none" || !crossed(lead, v)) return null;
    const comparator = /(?:超过|多于)$/.test(lead) ? "<=" : "<";
    return { role, comparator, value: v.value, unit: "count", flags: v.flags };
  }
  if (!condition || v.unit === "yuan") return null;
  const under = UNDER.test(lead) || (v.after !== null && v.comparator === "<=");
  const over = OVER.test(lead) || (v.after !== null && v.comparator === ">=");
  const distance = PLAN.exec(lead);
  if (distance || v.unit === "points_of_percent") {
    if (!distance || v.value === null) return null;
    const value = UNDER.test(distance[0]) ? -v.value : v.value;
    const comparator = value < 0 ? ">=" : "<=";
    return { role, comparator, value, unit: "percent", flags: [...v.flags, "relative"] };
  }
  const name = text.slice(v.head.start, v.head.end).replace(CROSSED, "").replace(AGAIN, "");
  if (under === over || !(RATE_TAIL.test(name) || /^(?:连续[两二三四五]年)?$/.test(name))) return null;
  return { role, comparator: under ? ">=" : "<=", value: v.value, unit: v.unit, flags: v.flags };
}

/** Whether a value (低于70%的) names whom a consequence meets, and asks for nothing */
export function isCondition(text: string, v: PrintedValue): boolean {
  return (
    text[v.end] === "的" &&
    /(?<!不得?)(?:低于|高于|超过|不足|未达到?|达不到|(?:没有?|未)完成|完成不到)$/.test(
      text.slice(v.head.start, v.number),
    )
  );
}

/** 虚报5例以上的，追究责任: so many cases that something follows */
export function watchedCases(text: string, v: PrintedValue, { clause }: Context): Licence | null {
  const lead = text.slice(v.head.start, v.number);
  if (v.unit !== "count" || v.after === null || v.before !== null || v.comparator !== ">=") return null;
  if (
    text[v.end] !== "的" ||
    !"例起件宗人名本份".includes(v.classifier ?? "\0") ||
    !EVENT.test(lead) ||
    /每/.test(lead)
  )
    return null;
  if (!CONSEQUENCE.test(text.slice(v.end, clause.end))) return null;
  return { role: "watchlist_threshold", comparator: "<", value: v.value, unit: "count", flags: v.flags };
}

const CONSEQUENCE =
  /追究|免[去职]|不[准得予]|调离|撤换|辞退|解聘|罚|处分|通报|取消|扣|撤|停|降|降一档|检查|检讨|问责|约谈/;

/** A rate whose fall is punished by anything is watched: 返工率高于5%的班组, 取消评比 */
export function watchedCondition(text: string, v: PrintedValue): Licence | null {
  const lead = text.slice(v.head.start, v.number);
  if (v.unit === "count" || v.unit === "yuan" || v.unit === "points_of_percent") return null;
  const name = text.slice(v.head.start, v.head.end).replace(CROSSED, "");
  if (!RATE_TAIL.test(name) && !/(?:任务|指标|计划)(?:没有?|未)?(?:完成)?(?:不到)?$/.test(name)) return null;
  const comparator = UNDER.test(lead) ? ">=" : "<=";
  return { role: "watchlist_threshold", comparator, value: v.value, unit: v.unit, flags: v.flags };
}

/** words of crossing that are no comparison of a target */
const CROSSED = /(?:不足|不满|未达到?|达不到|少于|高于|超过|超出|突破|大于|未|不|在)$/;
/** 漏管率连续两次抽查(超过20%) */
const AGAIN = /连续[两二三四\d][次年季度个月]{1,3}(?:抽查|考核|检查|监测|测评)?$/;
const UNDER = /低于|(?:没有?|未)完成$|完成不到$|不足$|不满$|未达到?$|达不到$|少于$/;
const OVER = /(?:高于|超过|超出|突破|大于)$/;
/** 低于目标责任, 超过控制指标: the distance to a value that another text sets */
const PLAN = /(?:低于|超过|超出|高于)[^,]{0,8}(?:目标|指标|任务|计划)[^,]{0,4}$/;

const EVENT =
  /[瞒漏虚错谎][报统登漏]|漏管|相差|不符|生育|出生|超生|查出|发现|造成|死亡|受伤|伤亡|发生|出现|上访|投诉|曝光|通报|约谈/;
const OVER_COUNT = /(?:超过|多于|达到?|满|累计)$/;

/** so many cases (or victims) that the veto falls */
function crossed(lead: string, v: PrintedValue): boolean {
  const classifier = v.classifier ?? "\0";
  if (OVER_COUNT.test(lead))
    return "例起件宗次人名".includes(classifier) && (EVENT.test(lead) || "例起件宗".includes(classifier));
  if (v.after !== null && classifier === "批") return /发生|出现|上访/.test(lead);
  if (v.after !== null)
    return "例起件宗".includes(classifier) || ("人名次".includes(classifier) && EVENT.test(lead));
  return v.before === null && "例起件宗".includes(classifier) && /(?<!每)(?:发生|出现)$/.test(lead);
}
