import type { Span } from "../span.js";
import { cueAtEnd, hasCue } from "./cues.js";
import type { Context } from "./licence.js";
import type { PrintedValue } from "./values.js";

/** a name that ends as a rate does: 率, 面, 比例, 度, 增幅 */
export const RATE_TAIL = /(?:率|面|比例|占比|比重|比|度|增幅|降幅|增速|幅度)(?:\([^()]*\))?$/;
const PART_OF_A_SUM =
  /^(?:用于|归|留给)|^的(?:费用|奖金|工资|罚款|补助|比例|办照费|价款|滞纳金|部分|标准|税|额度|资金|补贴|款)/;
const MONEY_TO_PERSONS = /每月|工资|补助|补贴|奖|罚|救助|津贴|发给|赔|保险|扶助|报酬|扣/;
const COUNTED_OUTPUT = "种次条篇块户场期件起家处份";
/** spans of time, within which a repetition is a frequency and no output */
const RECURRING =
  /每(?:个?(?:月|季度?|半年|周|星期|天|日|学期|学年)|\d+个?(?:月|天|年)|[两二三]个?(?:月|年))|一季度|一天/;

/** Whether a rate or share binds somebody. */
export function rateBinds(text: string, v: PrintedValue, context: Context): boolean {
  const lead = text.slice(v.head.start, v.number);
  const measured = text.slice(v.head.start, v.head.end);
  if (v.unit === "ratio" && /按$/.test(lead) && /^的比例[,;]?配[备置]/.test(text.slice(v.end, v.end + 6)))
    return true;
  if (
    ALLOTTED.test(lead) &&
    /^(?:且[^,]{0,10})?(?:的比例)?(?:配[备置]|(?:计提|提取)(?!奖)|安排|列入|投入)/.test(
      text.slice(v.end, v.end + 18),
    )
  )
    return true;
  if (cueAtEnd("not_target_before", lead) && !RATE_TAIL.test(measured)) return false;
  if (/占[^,。;]{0,10}(?:考核|成绩|总分|得分|权重|测评)[^,。;]{0,4}$/.test(lead)) return false;
  if (PART_OF_A_SUM.test(text.slice(v.end, v.end + 6)) || /任务的$/.test(lead)) return false;
  if (/(?:罚|奖|补助|补贴|发给|扣|退还|赔)[^,]{0,12}$/.test(lead) && !RATE_TAIL.test(measured)) return false;
  if (/^[^,。;]{0,12}$/.test(measured) && RATE_TAIL.test(titleBefore(text, v))) return true;
  if ((context.list || context.scored) && wholeDone(text, v, measured)) return true;
  return RATE_TAIL.test(measured) || v.before !== null || v.after !== null || v.flags.includes("truncated");
}

/** a share of a task that is asked for without the word 率: 责任书签订100%, 问题100%整改到位 */
function wholeDone(text: string, v: PrintedValue, measured: string): boolean {
  if (v.unit !== "percent" || /占/.test(text.slice(v.head.end, v.number))) return false;
  if (
    !/[\u4e00-\u9fff]{2}$/.test(measured) ||
    /(?:考核|测评|检查|抽查|评价|成绩|得分|分数|权重|部分)$/.test(measured)
  )
    return false;
  return (
    closes(text, v) ||
    /^(?:的)?(?:完成|到位|落实|办结|覆盖|达标|整改|签订|建立|公开|上报|接入|开展|纳入|参加|参保)/.test(
      text.slice(v.end, v.end + 6),
    )
  );
}

/** 按职工总数的2%配备, 按年产值的1.5%提取: a part of a base that is to be set aside */
const ALLOTTED = /按[^,。;\d]{2,12}的$/;

/** the words before a colon that the value's own name follows: 合格率：小学98%，初中95% */
function titleBefore(text: string, v: PrintedValue): string {
  const words = text.slice(Math.max(0, v.head.start - 60), v.head.start);
  return /([^:。;\n]+):[^:。;\n]*$/.exec(words)?.[1] ?? "";
}

/** Whether a number of things binds somebody: output that is owed, and no condition, frequency or description. */
export function countBinds(text: string, v: PrintedValue, context: Context): boolean {
  const lead = text.slice(v.head.start, v.number);
  const measured = text.slice(v.head.start, v.head.end);
  const classifier = v.classifier ?? "";
  if (/[罚奖扣]|发给|补助|补贴|救助|容纳|连续/.test(lead)) return false;
  if (RECURRING.test(lead) && (classifier === "次" || classifier === "期" || classifier === "遍"))
    return false;
  if (classifier === "次" && /每(?!年)/.test(lead) && !(context.scored && (v.value ?? 0) > 1)) return false;
  if (classifier === "次" && /每年/.test(lead) && (v.value ?? 0) < 2) return false;
  if (text[v.end] === "的" && v.after !== null && v.before === null) return false;
  if (/等$/.test(lead) && v.before === null) return false;
  if (/^[,\s]*[比较与同][^,]*$/.test(measured)) return false;
  if (/[余多]/.test(text.slice(v.number, v.unitEnd))) return false;
  if (/(?:上述|以上|前述|下列|以下|这)$/.test(text.slice(v.head.start, v.number))) return false;
  if (/(?:合计|总计|共计)$/.test(lead) && !/任务|指标/.test(lead)) return false;
  if (/(?:任务|指标)(?:数)?(?:总计|共计|合计|共|总数|总量)?(?:为|是)?$/.test(measured)) return true;
  if (context.classifiers.has(classifier) && (/为$/.test(lead) || SIZE.test(lead))) return true;
  const compared = v.before !== null && !/^(?:超过|高于|低于|达)$/.test(v.before);
  const persons = classifier === "人" || classifier === "名";
  if (persons && /^(?:副|领导|班子|负责人|同志|成员|为|任)/.test(text.slice(v.end, v.end + 3))) return false;
  if (owed(text, v, context)) return true;
  if (persons)
    return compared && cueAtEnd("at_most_before", v.before ?? "") !== null && /(?:人口|数)$/.test(measured);
  if (v.before === "达" && v.after === null) return false;
  if (v.before !== null) return compared;
  if (v.after !== null) return COUNTED_OUTPUT.includes(classifier) && classifier !== "例";
  if (/(?:[要需应须]|至少)(?:完成|达到)$/.test(lead)) return true;
  if (context.list && goal(text, v, lead)) return true;
  if (classifier === "次") return /全年有$/.test(lead) || (context.list && /全年|年内|当年|每年/.test(lead));
  return context.list && v.flags.includes("masked") && /完成$/.test(lead);
}

/** 每村完成12例，大村15例 */
const SIZE = /^(?:特?大|中等?|小|重点|一般|其[他余]|[甲乙丙一二三]类)(?:行政)?[村镇乡]$/;

/** a verb of output before the number, with what is to be done between them or after: 培训骨干500人次, 设立两个服务站 */
function owed(text: string, v: PrintedValue, context: Context): boolean {
  const lead = text.slice(v.head.start, v.number);
  const one = v.value === 1 && text[v.number] === "一";
  const classifier = v.classifier ?? "\0";
  if (classifier === "项" && !/\d/.test(text[v.number] as string) && lead.includes("、")) return false;
  if (one && !"名块所处座件起例场个".includes(classifier)) return false;
  if (one && classifier === "个" && !/(?:完成|建设|建成|新建|创建|确定|设立)$/.test(lead)) return false;
  if (cueAtEnd("output_verb", lead))
    return context.list || context.scored || !one || /(?:完成|招聘|聘|确定|设立)$/.test(lead);
  if (!context.scored && !context.list) return !one && VERB_AND_OBJECT.test(lead);
  return (
    hasCue("output_verb", lead) ||
    v.before !== null ||
    v.after !== null ||
    (context.scored && closes(text, v))
  );
}

/** a bare amount of work that ends its words, in a list of targets: 疏通沟渠12公里；清运垃圾300吨 */
function goal(text: string, v: PrintedValue, lead: string): boolean {
  return (
    closes(text, v) &&
    /^[^\d,;。]{3,24}$/.test(lead) &&
    !"次期遍岁人名级类项".includes(v.classifier ?? "次") &&
    !NO_GOAL.test(lead)
  );
}

const NO_GOAL =
  /每|各|凡|对|如|若|第|满|经|由|共有|现有|已|辖|之间|连续|时间|期限|[时年月日内间]$|有$|为$|是$|在$|发生|出现|低于|高于|少于|超过|罚|奖|扣|补/;

/** a post to be filled or a thing to be had, named between verb and number: 配备护林员2名 */
const VERB_AND_OBJECT = /(?:配备|配齐|招聘|聘用|设立|建立|新建|建成|建设)[^,;、]{1,8}$/;

/** the value ends the words that its points are given for */
const closes = (text: string, v: PrintedValue): boolean =>
  /^\s*(?:[([【,;。]|$)/.test(text.slice(v.end, v.end + 3));

/** 事业费按人均2元计, 工作经费按每村1万元列入预算 */
const BUDGETED =
  /(?:[经事业]费|资金|投入)?[^。;]{0,12}(?:按[^,。;]{0,10}(?:人均|每人|每[户村亩])(?:每年|全年)?|(?:人均|每人)[^,。;\d]{0,8}按)$/;

const SET_ASIDE = /^(?:的标准)?(?:计|列|安排|投入|落实|拨付|纳入|预算|提取|筹集|配套)/;
/** the whole of a budget after its part for each person: 人均经费按20元预算，全年84万元 */
const PER_HEAD = /(?:人均|每人)[^。;]{0,24}\d元[^。;\d]{0,12}$/;
const WHOLE_BUDGET =
  /^[,\s]*(?:全[省市县区乡镇街局矿校厂]|本级)?(?:(?:一年|全年|每年|年)(?:共|共计|合计|需|安排|预算|列支|不少于)?|(?:共|共计|合计|需|安排|预算))$/;

/** Whether an amount of money is set aside by the head, or is the whole of what is */
export function budgeted(text: string, v: PrintedValue, clause: Span): boolean {
  const lead = text.slice(v.head.start, v.number);
  if (BUDGETED.test(lead) && SET_ASIDE.test(text.slice(v.end, v.end + 6))) return true;
  const before = text.slice(Math.max(clause.start, v.head.start - 60), v.head.start);
  return (
    WHOLE_BUDGET.test(lead) &&
    PER_HEAD.test(before) &&
    /费|资金|预算/.test(before) &&
    !/每月|补[助贴]|奖|扶助|罚/.test(before)
  );
}

/** 投入专项资金600万元: money that an authority sets aside */
const BUDGET = /(?:投入|安排|筹措|落实|配套)[^,;、]{0,10}(?:资金|经费|投资)$/;

/** Whether an amount of money is a target and no pay, prize or fine. */
export function moneyBinds(text: string, v: PrintedValue, context: Context): boolean {
  const lead = text.slice(v.head.start, v.number);
  if (
    (context.scored || context.list) &&
    v.before !== null &&
    cueAtEnd("at_most_before", v.before) &&
    /损失|债务|成本|支出|费/.test(lead)
  )
    return true;
  const asked = v.before !== null && /^(?:不低于|不少于|不小于|不得低于|不得少于|达到|达)$/.test(v.before);
  if (context.scored && asked && !/[罚奖扣]/.test(lead)) return true;
  if (
    MONEY_TO_PERSONS.test(lead) ||
    /总投资|每[^,]{1,4}投资/.test(lead) ||
    /^的(?:工资|补助|补贴|罚款)/.test(text.slice(v.end, v.end + 4))
  )
    return false;
  if (/任务$|任务为$|指标为?$/.test(lead) || budgeted(text, v, context.clause)) return true;
  const funds = /任务|指标|投入|投资|经费|事业费|资金|配套|收入|产值|销售|税|额$/.test(lead);
  if ((context.scored || context.list) && (funds || hasCue("output_verb", lead)))
    return v.before !== null || v.after !== null || hasCue("output_verb", lead) || closes(text, v);
  return (v.before !== null && funds) || BUDGET.test(lead);
}
