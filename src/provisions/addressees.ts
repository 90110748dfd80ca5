import type { Candidate, ClauseView } from "./clause-view.js";
import type { Hit } from "./literal-index.js";
import { type Addressee, type How, isSanction } from "./records.js";
import type { AddresseeRule } from "./rule-types.js";
import type { Segment } from "./segments.js";

/** One addressee value with the noun it rests on (null where a default decided). */
export interface FoundAddressee {
  readonly value: Addressee;
  readonly rule: string;
  readonly noun: Hit<AddresseeRule> | null;
}

export interface AddresseeFinding {
  readonly found: readonly FoundAddressee[];
  readonly how: How;
}

/** what follows a noun that only belongs to the next one (单位的负责人), or is the middle of a word */
const OWNED = "的之级内外间性化率数";
const COORDINATORS = /[、和与及或]|以及|并/;
const MARK_BEFORE = ["对于", "对", "给", "罚"];
/** a subject stands at the head of its sub-clause, after these at most */
const OPENERS =
  /^(?:[\s\n]*)(?:第[一二三四五六七八九十百千零〇0-9]+条(?:之[一二三])?[\s]*)?(?:\(?[一二三四五六七八九十0-9]{1,3}[).、．]|[⑴-⑼①-⑨⒈-⒛]|[一二三四五六七八九]是|-\s*)?\s*(?:凡是|凡|如果|如有|如|若|对于|对|发现|其中|同时|另外|此外|因|由于|有关|相关|本|该|其|任何|各级?|凡属)*/;
/** a public body as the subject of a breach, not of an act */
const BREACH =
  /^(?:及其工作人员)?(?:,|在.{0,30})?(?:未|不|违反|违法|擅自|拒|滥|玩|超|非法|截留|挪用|逾期|有下列|有前款)/;
const VERBS =
  /未|不|违反|擅自|拒|逾期|发生|出现|造成|存在|没有|具有|取得|连续|经|进行|实施|按|将|在.{0,12}(?:中|内|时)|有下列|有前款|弄虚|玩忽|滥用|侵占|挪用|截留|阻碍|转让|购买|使用|提供|销售|生产|伪造|非法|私自|扣押|收取|侵害|侵犯|损害|招用/;

/**
 * Finds whom a consequence hits.
 *
 * In order of trust: the object of the cue (罚其单位…), 对… in the same sub-clause, a subject of the same sub-clause, the
 * consequence before it in the clause, the grounds left of it; what lies outside the clause is the caller's business.
 *
 * @param from where the sub-clause's own text begins (end of the cue before it, or the start of the sub-clause)
 * @param previous the finding for the consequence before it in the clause
 */
export function findAddressee(
  view: ClauseView,
  cue: Candidate,
  from: number,
  previous: Previous | null,
): AddresseeFinding | null {
  const segment = view.segments[cue.segment] as Segment;
  if (cue.rule.object) {
    const object = objectOf(view, cue, segment);
    if (object.length > 0) return { found: object, how: "subclause" };
  }
  const start = Math.max(segment.start, from);
  const own = ofRange(
    view,
    start,
    cue.start,
    cue.rule.subject === "addressee",
    !isSanction(cue.rule.type) && !onlyPeople(view, start, cue.start),
  );
  if (own.length > 0) return { found: own, how: "subclause" };
  // grounds between the consequence before and this one
  const first = previous ? previous.segment : -1;
  if (unnamed(view, start, cue.start)) return null;
  for (let i = cue.segment - 1; i > first; i--) {
    const found = ofSegment(view, view.segments[i] as Segment, cue.rule.subject === "addressee");
    if (found.length > 0) return { found: withListed(view, i, first, found), how: "clause" };
  }
  if (previous)
    return {
      found: previous.finding.found,
      how: previous.finding.how === "subclause" ? "clause" : previous.finding.how,
    };
  return null;
}

/** 对…的给予… without a noun: whoever did it, not someone named further left */
function unnamed(view: ClauseView, start: number, end: number): boolean {
  return /对[^,;。]{4,60}的\s*(?:要|应|将|一律|予以|给予|可以|依法|严格|坚决|由|按|进行|实行|处)*[^,;。的]{0,4}$/.test(
    view.text.slice(start, end),
  );
}

/** a list of persons that runs over a comma: …直接责任人，…国家工作人员， */
function withListed(view: ClauseView, at: number, first: number, found: FoundAddressee[]): FoundAddressee[] {
  const all = [...found];
  for (let i = at; i > first + 1; i--) {
    const here = view.segments[i] as Segment;
    const left = view.segments[i - 1] as Segment;
    if (/^\s*(?:其|该|对|并|同时)/.test(view.text.slice(here.start, here.start + 4))) break;
    if (/^\s*(?:凡|对|如|若|违反|有)/.test(view.text.slice(left.start, left.start + 4)) || left.conditional)
      break;
    const nouns = heads(view, left.start, left.end);
    const last = nouns[nouns.length - 1];
    if (!last || !tailOf(view, last, left)) break;
    for (const entry of values(coordinated(view, nouns, last))) {
      if (!all.some(({ value }) => value === entry.value)) all.push(entry);
    }
  }
  return all;
}

export interface Previous {
  readonly segment: number;
  readonly finding: AddresseeFinding;
}

/** whom a lead-in or a list item names: its subject, or the noun that closes it (…的乡镇、开发区；) */
export function addresseeOfText(view: ClauseView): FoundAddressee[] {
  for (const segment of [...view.segments].reverse()) {
    const found = ofSegment(view, segment, true);
    if (found.length > 0) return found;
  }
  return [];
}

/** the same for a list item, where 对… is an object of the breach */
export function addresseeOfItem(view: ClauseView): FoundAddressee[] {
  const last = view.segments[view.segments.length - 1];
  const first = view.segments[0];
  if (!first || !last) return [];
  const nouns = heads(view, last.start, last.end);
  const final = nouns[nouns.length - 1];
  if (final && tailOf(view, final, last)) return values(coordinated(view, nouns, final));
  return /^.{0,8}对/.test(view.text.slice(first.start, first.end)) ? [] : ofSegment(view, first, true);
}

/** whether the sub-clause names people: a unit that is the bare subject of a reward gives it */
function onlyPeople(view: ClauseView, start: number, end: number): boolean {
  const nouns = view.nouns.filter((noun) => noun.start >= start && noun.end <= end);
  return nouns.length > 0 && nouns.every((noun) => !noun.rule.value.includes("unit"));
}

function objectOf(view: ClauseView, cue: Candidate, segment: Segment): FoundAddressee[] {
  const inside = view.nouns.filter((noun) => noun.start > cue.start && noun.end <= cue.end);
  if (inside.length > 0) return values(withoutModifiers(view, inside));
  const limit = view.quantities.find((q) => q.start >= cue.end)?.start ?? segment.end;
  const right = view.nouns.filter(
    (noun) => noun.start >= cue.end && noun.end <= Math.min(limit, segment.end),
  );
  const near = right[0];
  if (!near || near.start - cue.end > 8 || /[对向给由]/.test(view.text.slice(cue.end, near.start))) return [];
  return values(withoutModifiers(view, right));
}

/** drops a noun that the next one completes: 单位 in 单位党政主管 */
function withoutModifiers(view: ClauseView, nouns: readonly Hit<AddresseeRule>[]): Hit<AddresseeRule>[] {
  return nouns.filter((noun, i) => {
    const next = nouns[i + 1];
    return !next || COORDINATORS.test(view.text.slice(noun.end, next.start));
  });
}

/** nouns of [start, end) that head their phrase, without the authority named by 由… and without brackets */
function ofRange(
  view: ClauseView,
  start: number,
  end: number,
  subjectIsAddressee: boolean,
  rewardsOnly: boolean,
): FoundAddressee[] {
  const text = view.text.slice(start, end);
  let mark = -1;
  for (const word of MARK_BEFORE) mark = Math.max(mark, markAt(text, word));
  if (mark >= 0) {
    const found = heads(view, start + mark, end);
    if (found.length > 0) return values(outermost(view, found));
  }
  const patient = heads(view, start, end).filter((noun) => view.text[noun.end] === "由");
  if (mark < 0 && patient.length > 0) return values(patient);
  const owner = heads(view, start, end).filter((noun) => noun.end === end);
  if (mark < 0 && rewardsOnly) return values(owner);
  const subject = heads(view, start, end).filter((noun) => subjectIsAddressee || !noun.rule.authority);
  return values(outermost(view, subject));
}

/** of several chains of nouns the one that a relative clause (…的) ends on; a later one without 的 is a place or a means */
function outermost(view: ClauseView, nouns: readonly Hit<AddresseeRule>[]): Hit<AddresseeRule>[] {
  let chain: Hit<AddresseeRule>[] = [];
  for (const noun of nouns) {
    const last = chain[chain.length - 1];
    const between = last ? view.text.slice(last.end, noun.start) : "";
    if (last && joined(between)) chain.push(noun);
    else if (last && modifies(between)) chain[chain.length - 1] = noun;
    else if (!last || between.includes("的")) chain = [noun];
  }
  return withoutOwners(view, chain);
}

const OWNER = /(?:单位|部门|机关|机构|企业|公司|团体|组织|政府|委员会)(?:的|及其)?$/;

/** 机关、团体、企事业单位工作人员: units that only say whose people are meant */
function withoutOwners(view: ClauseView, chain: readonly Hit<AddresseeRule>[]): Hit<AddresseeRule>[] {
  const person = chain.findIndex(
    (noun) =>
      !noun.rule.value.includes("unit") &&
      OWNER.test(view.text.slice(Math.max(0, noun.start - 6), noun.start)),
  );
  if (person <= 0) return [...chain];
  return chain.filter((noun, i) => i >= person || !noun.rule.value.includes("unit"));
}

/** 政府有关[部门的工作人员]: the first noun only describes the next */
function modifies(between: string): boolean {
  return between.length <= 6 && /^(?:有关|相关|所属|主要|其他|的|分管|具体)*$/.test(between);
}

/** nothing but 、和与及或 and what describes the next noun */
function joined(between: string): boolean {
  return /^(?:[、和与及或]|以及|\([^)]*\))/.test(between) && between.length <= 24 && !VERBS.test(between);
}

/** last 对 (给, 罚) that opens an object: not 对照, 绝对, 针对性, 给予, 罚款 */
function markAt(text: string, word: string): number {
  let at = text.lastIndexOf(word);
  while (at >= 0) {
    const after = text[at + word.length] ?? "";
    const before = text[at - 1] ?? "";
    const wrong =
      word === "对"
        ? (after !== "" && "照比应策待外内面".includes(after)) ||
          (before !== "" && "绝针相反面核应".includes(before))
        : after !== "" && "予款金以与没".includes(after);
    if (!wrong) return at;
    at = at === 0 ? -1 : text.lastIndexOf(word, at - 1);
  }
  return -1;
}

function ofSegment(view: ClauseView, segment: Segment, subjectIsAddressee: boolean): FoundAddressee[] {
  const text = view.text.slice(segment.start, segment.end);
  const mark = Math.max(markAt(text, "对于"), markAt(text, "对"));
  const nouns = heads(view, segment.start, segment.end);
  const final = nouns.filter((noun) => tailOf(view, noun, segment));
  // …的党政领导， : the noun that closes the sub-clause
  if (final.length > 0)
    return values(coordinated(view, nouns, final[final.length - 1] as Hit<AddresseeRule>));
  if (mark >= 0) {
    const found = nouns.filter(
      (noun) =>
        noun.start >= segment.start + mark && !VERBS.test(view.text.slice(segment.start + mark, noun.start)),
    );
    if (found.length > 0) return values(found.slice(0, 4));
  }
  const opener = OPENERS.exec(text)?.[0].length ?? 0;
  const subject = nouns.find((noun) => noun.start >= segment.start + opener - 3);
  if (!subject) return [];
  const lead = view.text.slice(segment.start + opener, Math.max(segment.start + opener, subject.start));
  if (lead.length > 30 || VERBS.test(lead) || /^(?:在|于|从|向|把|将)|[给对向与使让被]$/.test(lead))
    return [];
  if (
    !segment.conditional &&
    !subjectIsAddressee &&
    subject.rule.authority &&
    !BREACH.test(view.text.slice(subject.end, segment.end))
  )
    return [];
  return values(coordinated(view, nouns, lastOfChain(view, nouns, subject)));
}

function tailOf(view: ClauseView, noun: Hit<AddresseeRule>, segment: Segment): boolean {
  return (
    noun.end >= segment.end || /^(?:\([^)]{0,30}\))?[”’);。\s]*$/.test(view.text.slice(noun.end, segment.end))
  );
}

/** all heads joined to one by 、和与及或 */
function coordinated(
  view: ClauseView,
  nouns: readonly Hit<AddresseeRule>[],
  last: Hit<AddresseeRule>,
): Hit<AddresseeRule>[] {
  const chain = [last];
  const at = nouns.indexOf(last);
  for (let i = at - 1; i >= 0; i--) {
    const noun = nouns[i] as Hit<AddresseeRule>;
    const between = view.text.slice(noun.end, (chain[0] as Hit<AddresseeRule>).start);
    if (modifies(between)) continue;
    if (!joined(between)) break;
    chain.unshift(noun);
  }
  return withoutOwners(view, chain);
}

function lastOfChain(
  view: ClauseView,
  nouns: readonly Hit<AddresseeRule>[],
  first: Hit<AddresseeRule>,
): Hit<AddresseeRule> {
  let last = first;
  for (const noun of nouns.slice(nouns.indexOf(first) + 1)) {
    const between = view.text.slice(last.end, noun.start);
    if (!joined(between)) break;
    last = noun;
  }
  return last;
}

function heads(view: ClauseView, start: number, end: number): Hit<AddresseeRule>[] {
  return view.nouns.filter((noun, i) => {
    if (noun.start < start || noun.end > end) return false;
    if (view.nouns[i + 1]?.start === noun.end) return false;
    if (noun.end < end && OWNED.includes(view.text[noun.end] as string)) return false;
    return !inBrackets(view.text, start, noun.start) && !underAuthority(view, start, noun);
  });
}

function inBrackets(text: string, start: number, at: number): boolean {
  const left = text.slice(Math.max(start, at - 80), at);
  const open = left.lastIndexOf("(");
  return open >= 0 && !left.slice(open).includes(")");
}

/** inside 由…: who imposes, up to the verb that follows */
function underAuthority(view: ClauseView, start: number, noun: Hit<AddresseeRule>): boolean {
  const left = view.text.slice(start, noun.start);
  const by = Math.max(left.lastIndexOf("由"), left.lastIndexOf("经"));
  if (by < 0 || "于此原来".includes(left[by + 1] ?? "\0") || "理自缘已".includes(left[by - 1] ?? "\0"))
    return false;
  return !/[对给罚]|责令|,|的,/.test(left.slice(by)) || !left.slice(by).includes("对");
}

function values(nouns: readonly Hit<AddresseeRule>[]): FoundAddressee[] {
  const found: FoundAddressee[] = [];
  for (const noun of nouns) {
    for (const value of noun.rule.value) {
      if (!found.some((entry) => entry.value === value)) found.push({ value, rule: noun.rule.id, noun });
    }
  }
  return found;
}
