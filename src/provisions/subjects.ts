import type { ClauseView } from "./clause-view.js";
import {
  coordinated,
  type FoundAddressee,
  heads,
  lastOfChain,
  type Noun,
  tailOf,
  VERBS,
  values,
} from "./noun-phrases.js";
import { markAt } from "./object-marks.js";
import type { Segment } from "./segments.js";

/** a subject stands at the head of its sub-clause, after these at most */
const OPENERS =
  /^(?:[\s\n]*)(?:第[一二三四五六七八九十百千零〇0-9]+条(?:之[一二三])?[\s]*)?(?:\(?[一二三四五六七八九十0-9]{1,3}[).、．]|[⑴-⑼①-⑨⒈-⒛]|[一二三四五六七八九]是|-\s*)?\s*(?:凡是|凡|如果|如有|如|若|对于|对|发现|其中|同时|另外|此外|因|由于|有关|相关|本|该|其|任何|各级?|凡属)*/;
/** a public body as the subject of a breach, not of an act */
const BREACH =
  /^(?:及其工作人员)?(?:,|在.{0,30})?(?:未|不|违反|违法|擅自|拒|滥|玩|超|非法|截留|挪用|逾期|有下列|有前款)/;
/** what says of a subject what it is or lacks */
const DESCRIBED =
  /^(?:未|不|无|已|取得|具有|具备|从事|经|依法|被|获得|持有|承担|负有|实行|属于|没有)[^,;。]{1,40}的$/;

/** 自愿参加评审的单位经认定…: any other relative clause, where a verb follows its noun */
const ACTING = /^(?![在于从])(?!.*[对向给将把被让使])[^,;。的]{2,24}的$/;
const DOES = /^(?:经|在|从|自|按|依|应|可|参|连|实|开|建|采|使|购|捐|投|达|符|因|未|不|招|安|吸|取|获)/;

/**
 * Who is said to have done what the clause punishes: the subject of its ground (…的，), null sub-clauses passed over.
 *
 * @param until offset before which the ground must end
 */
export function subjectOf(view: ClauseView, until: number): FoundAddressee[] {
  const ground = view.segments.findIndex(({ conditional, end }) => conditional && end <= until);
  for (const segment of view.segments.slice(0, ground + 1)) {
    if (/^\s*(?:并|由|可以)/.test(view.text.slice(segment.start, segment.start + 4))) continue;
    const found = ofSegment(view, segment, false);
    if (found.length > 0) return found;
  }
  return [];
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

/**
 * Whom a sub-clause is about: the noun that closes it (…的党政领导，), the object of 对…, else its subject.
 *
 * @param subjectIsAddressee whether a public body that is the bare subject is meant, not the one that imposes
 */
export function ofSegment(view: ClauseView, segment: Segment, subjectIsAddressee: boolean): FoundAddressee[] {
  const text = view.text.slice(segment.start, segment.end);
  const mark = Math.max(markAt(text, "对于"), markAt(text, "对"));
  const nouns = heads(view, segment.start, segment.end);
  const final = nouns.filter((noun) => tailOf(view, noun, segment));
  // …的党政领导， : the noun that closes the sub-clause
  if (final.length > 0) return values(coordinated(view, nouns, final[final.length - 1] as Noun));
  const opener = segment.start + (OPENERS.exec(text)?.[0].length ?? 0);
  const doer = nouns.find((noun) => noun.start >= opener - 3);
  if (doer && standsBefore(view, segment, doer, mark)) return values(coordinated(view, nouns, doer));
  if (mark >= 0) {
    const found = nouns.filter(
      (noun) =>
        noun.start >= segment.start + mark && !VERBS.test(view.text.slice(segment.start + mark, noun.start)),
    );
    if (found.length > 0) return values(found.slice(0, 4));
  }
  const named = described(view, nouns, opener, subjectIsAddressee || segment.conditional);
  const subject = named ?? doer;
  if (!subject || (!named && !plain(view, opener, subject))) return [];
  const last = lastOfChain(view, nouns, subject);
  const chain = coordinated(view, nouns, last);
  const imposes = chain.every(({ rule }) => rule.authority);
  // 主管部门对未…的: the body that acts, not the one that is hit
  if (imposes && mark >= 0 && last.end <= segment.start + mark) return [];
  if (
    !segment.conditional &&
    !subjectIsAddressee &&
    imposes &&
    !BREACH.test(view.text.slice(last.end, segment.end))
  )
    return [];
  return values(chain);
}

/** 单位未对…进行登记的 */
const UNDONE = /^(?:未|没有|不|拒不|违反[^,;。]{2,20}规定,?未?)$/;

/** 工作人员对来访者态度粗暴的, 书记某某对工作疏于管理: who does it stands before 对 */
function standsBefore(view: ClauseView, segment: Segment, doer: Noun, mark: number): boolean {
  const gap = segment.start + mark - doer.end;
  if (mark <= 0 || gap < 0 || doer.rule.authority) return false;
  if (!segment.conditional) return gap <= 4 && !doer.rule.value.includes("unit");
  return gap === 0 || UNDONE.test(view.text.slice(doer.end, segment.start + mark));
}

/** what makes the noun after it a place or whom the matter goes to, a rank or a means: 在信访场所, 居班组第一, 到村小 */
const PLACE =
  /(?<![所现存实])在(?![职岗编校册读任])|(?<![由关属对等])于|从(?![业事严重])|向|(?<!即)将|居(?![委民住家])|(?<![系行])列(?![车为入])|(?<![达得收受遭找直感])到|经(?![营济办理费])|^(?:把|报|送|交|移交|移送|提请|请|凭|持)/;

/** the first noun of a sub-clause is its subject where nothing but modifiers stands before it */
function plain(view: ClauseView, opener: number, noun: Noun): boolean {
  const lead = view.text.slice(opener, Math.max(opener, noun.start));
  return !(lead.length > 30 || VERBS.test(lead) || PLACE.test(lead) || /[给对向与使让被]$/.test(lead));
}

/** 不具备资质的单位从事…: a subject with a relative clause before it that says what it is or lacks */
function described(
  view: ClauseView,
  nouns: readonly Noun[],
  opener: number,
  acts: boolean,
): Noun | undefined {
  if (/对/.test(view.text.slice(Math.max(view.start, opener - 4), opener))) return undefined;
  return nouns.find((noun) => {
    if (view.text[noun.start - 1] !== "的" || noun.end <= opener) return false;
    const relative = view.text.slice(opener, noun.start);
    return (
      DESCRIBED.test(relative) ||
      (acts && ACTING.test(relative) && DOES.test(view.text.slice(noun.end, noun.end + 4)))
    );
  });
}
