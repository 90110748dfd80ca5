import type { ClauseView } from "./clause-view.js";
import type { Hit } from "./literal-index.js";
import type { Addressee } from "./records.js";
import type { AddresseeRule } from "./rule-types.js";
import type { Segment } from "./segments.js";

/** One addressee value with the noun it rests on (null where a default decided). */
export interface FoundAddressee {
  readonly value: Addressee;
  readonly rule: string;
  readonly noun: Hit<AddresseeRule> | null;
}

/** A noun for a person or a body, found in a text. */
export type Noun = Hit<AddresseeRule>;

/** what follows a noun that only belongs to the next one (单位的负责人), or is the middle of a word */
const OWNED = "的之级内外间里旁性化率数";
/** what belongs to a body and is no body: 公司财物, 单位名义; a place that nouns in a row only name: 车间、仓库内 */
const THINGS =
  /^(?:的?(?:财物|财产|资产|资料|资金|设备|设施|机密|秘密|利益|名誉|声誉|规章|制度|规定|纪律|公章|印章|文件|物品|车辆|秩序|环境|卫生|安全|周边|附近|门前|门口|现场|区域|大门|宿舍)|(?:、[^,;。、的]{1,4}){1,2}[内里外旁])/;
const COORDINATORS = /[、和与及或]|以及|并/;
/** a verb of a breach or a step: what stands before it is its subject, what stands after it its object */
export const VERBS =
  /未|不|违反|擅自|拒|逾期|发生|出现|造成|存在|没有|具有|取得|连续|经|进行|实施|按|将|在.{0,12}(?:中|内|时)|有下列|有前款|弄虚|玩忽|滥用|侵占|挪用|截留|阻碍|转让|购买|使用|提供|销售|生产|伪造|非法|私自|扣押|收取|侵害|侵犯|损害|招用|安置|吸纳|加强|完善|健全|做好|抓好|开展|组织|提高|强化|建立|落实|协助|配合|帮助|举报|检举|揭发|制止|参与|申报|上报|雇用|聘用|推动|促进|维护|打击|报考|入读|就读|接入|申请|创办|设立|侮辱|殴打|辱骂|威胁|围攻|诽谤|诬告|报复|妨碍|伤害/;
const OWNER = /(?:单位|部门|机关|机构|企业|公司|团体|组织|政府|委员会)(?:的|及其)?$/;
/** verbs whose object is a person or a body that suffers the breach */
const TRANSITIVE =
  /(?:申报|上报|报复|侮辱|殴打|阻碍|阻挠|威胁|辱骂|诽谤|诬告|陷害|妨碍|围攻|伤害|损害|危害|侵害|歧视|虐待|欺骗|骗取|拒绝|欺诈|误导|强迫|诱骗|向|退还|返还|交还|归还|赔偿|退赔|补偿|招用|雇用|招聘|招收|留宿|容留|收留)[^的,;。]{0,24}$/;

/** verbs that make a body which is then no offender: 擅自设立放映单位 */
const CREATES = /(?:设立|成立|开办|举办|组建|兴办|创办|报考|入读|就读|接入|申请)[^,;。]{0,30}[^的,;。]$/;

/** The nouns of [start, end) that head their phrase, without the authority named by 由… and without brackets. */
export function heads(view: ClauseView, start: number, end: number): Noun[] {
  return view.nouns.filter((noun, i) => {
    if (noun.start < start || noun.end > end) return false;
    if (view.nouns[i + 1]?.start === noun.end) return false;
    if (noun.end < end && OWNED.includes(view.text[noun.end] as string)) return false;
    if (THINGS.test(view.text.slice(noun.end, Math.min(end, noun.end + 14)))) return false;
    return !inBrackets(view.text, start, noun.start) && !underAuthority(view, start, noun);
  });
}

/** The distinct values of some nouns; of bodies that share one, a body without public office stands for it. */
export function values(nouns: readonly Noun[]): FoundAddressee[] {
  const found: FoundAddressee[] = [];
  for (const noun of nouns) {
    for (const value of noun.rule.value) {
      const known = found.findIndex((entry) => entry.value === value);
      const entry = { value, rule: noun.rule.id, noun };
      if (known < 0) found.push(entry);
      else if (found[known]?.noun?.rule.authority && !noun.rule.authority) found[known] = entry;
    }
  }
  return found;
}

/** All heads joined to one by 、和与及或. */
export function coordinated(view: ClauseView, nouns: readonly Noun[], last: Noun): Noun[] {
  const chain = [last];
  const at = nouns.indexOf(last);
  for (let i = at - 1; i >= 0; i--) {
    const noun = nouns[i] as Noun;
    const between = view.text.slice(noun.end, (chain[0] as Noun).start);
    if (modifies(between) || compounds(between, chain[0] as Noun)) continue;
    if (!joined(between)) break;
    chain.unshift(noun);
  }
  return withoutOwners(view, chain);
}

/** The last noun of the chain that a noun opens. */
export function lastOfChain(view: ClauseView, nouns: readonly Noun[], first: Noun): Noun {
  let last = first;
  for (const noun of nouns.slice(nouns.indexOf(first) + 1)) {
    const between = view.text.slice(last.end, noun.start);
    if (!joined(between) && !compounds(between, noun)) break;
    last = noun;
  }
  return last;
}

/** Of several chains of nouns the one that a relative clause (…的) ends on; a later one without 的 is a place or a means. */
export function outermost(view: ClauseView, nouns: readonly Noun[]): Noun[] {
  let chain: Noun[] = [];
  for (const noun of nouns) {
    const last = chain[chain.length - 1];
    const between = last ? view.text.slice(last.end, noun.start) : "";
    if (last && joined(between)) chain.push(noun);
    else if (last && (modifies(between) || compounds(between, noun))) chain[chain.length - 1] = noun;
    else if (!last || between.includes("的")) chain = [noun];
  }
  return withoutOwners(view, chain);
}

/** 机关、团体、企事业单位工作人员, 机构及其所属台站的工作人员: units that only say whose people are meant */
function withoutOwners(view: ClauseView, chain: readonly Noun[]): Noun[] {
  const person = chain.findIndex(
    (noun, i) =>
      !noun.rule.value.includes("unit") &&
      (OWNER.test(view.text.slice(Math.max(0, noun.start - 6), noun.start)) ||
        (i > 0 && (view.text[noun.start - 1] === "的" || /^(?:部门|机关|机构)/.test(noun.literal)))),
  );
  if (person <= 0) return [...chain];
  return chain.filter((noun, i) => i >= person || !noun.rule.value.includes("unit"));
}

/** 政府有关[部门的工作人员]: the first noun only describes the next */
function modifies(between: string): boolean {
  return between.length <= 6 && /^(?:有关|相关|所属|主要|其他|的|分管|具体)*$/.test(between);
}

/** 社区[计划生育]管理员: a body, what it does, and the person who does it there */
function compounds(between: string, noun: Noun): boolean {
  return (
    !noun.rule.value.includes("unit") &&
    /^[^、,;。的由对和与及或在为向]{1,6}$/.test(between) &&
    !VERBS.test(between)
  );
}

/** nothing but 、和与及或 and what describes the next noun */
function joined(between: string): boolean {
  return /^(?:[、和与及或]|以及|\([^)]*\))/.test(between) && between.length <= 24 && !VERBS.test(between);
}

/** Drops a noun that the next one completes: 单位 in 单位党政主管. */
export function withoutModifiers(view: ClauseView, nouns: readonly Noun[]): Noun[] {
  return nouns.filter((noun, i) => {
    const next = nouns[i + 1];
    return !next || COORDINATORS.test(view.text.slice(noun.end, next.start));
  });
}

/** Whether a noun closes its sub-clause (…的党政领导，) and is not the object of what is done there (殴打检查人员，). */
export function tailOf(view: ClauseView, noun: Noun, segment: Segment): boolean {
  const closes =
    noun.end >= segment.end ||
    /^(?:\([^)]{0,30}\))?[”’);。\s]*$/.test(view.text.slice(noun.end, segment.end));
  const left = view.text.slice(segment.start, noun.start);
  return closes && !TRANSITIVE.test(left) && !CREATES.test(left);
}

function inBrackets(text: string, start: number, at: number): boolean {
  const left = text.slice(Math.max(start, at - 80), at);
  const open = left.lastIndexOf("(");
  return open >= 0 && !left.slice(open).includes(")");
}

/** inside 由…: who imposes, up to the verb that follows */
function underAuthority(view: ClauseView, start: number, noun: Noun): boolean {
  const left = view.text.slice(start, noun.start);
  const by = Math.max(left.lastIndexOf("由"), left.search(/经(?![营济费纪验常典历])[^经]*$/));
  if (/^经[^,;。的]{0,14}(?:认定|批准|核准|确认|登记|认证|评定|许可|备案)的/.test(left.slice(by)))
    return false;
  if (by < 0 || "于此原来".includes(left[by + 1] ?? "\0") || "理自缘已未".includes(left[by - 1] ?? "\0"))
    return false;
  return !/[对给罚]|责令|,|的,/.test(left.slice(by)) || !left.slice(by).includes("对");
}
