import type { AddresseeFinding } from "./addressees.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { OF_PERSONS } from "./document-subject.js";
import type { FoundAddressee, Noun } from "./noun-phrases.js";
import { type ConsequenceType, isSanction } from "./records.js";
import type { TriggerFinding } from "./triggers.js";

/** 单位、业主或者暂住人员: bodies and persons named in one breath are one kind of offender */
function mixed(found: readonly FoundAddressee[]): readonly FoundAddressee[] {
  const party = found.find(({ value }) => value === "party")?.noun;
  if (!party) return found;
  return found.filter(({ value, noun }) => {
    const general = value === "unit" || (value === "staff" && noun?.literal.endsWith("人员"));
    const near = noun && Math.min(Math.abs(noun.start - party.end), Math.abs(party.start - noun.end)) <= 8;
    return value === "party" || !general || !near;
  });
}

/** what only persons suffer hits no body: the persons named with it, else whoever acted in it */
function withoutBody(
  found: readonly FoundAddressee[],
  type: ConsequenceType,
  trigger: TriggerFinding | undefined,
): readonly FoundAddressee[] {
  if (type === "criminal_liability") {
    const staff = found.some(({ value }) => value === "staff");
    return staff
      ? found.filter(({ rule, value }) => rule !== "unit.及其工作人员" || value !== "unit")
      : found;
  }
  if (!OF_PERSONS.has(type) && type !== "levy") return found;
  const persons = found.filter(({ value }) => value !== "unit");
  const value = trigger?.value === "misconduct" ? "staff" : "party";
  return persons.length > 0 ? persons : [{ value, rule: "default.addressee", noun: null }];
}

/** who lives in a place and is given something as such */
const RESIDENT = /村民|居民|农民|农户|市民|住户|养殖户|种植户|业主|未成年人|人口|老人/;

/** who brings money or skill is anybody who does so, no kind of people */
const INVESTOR = /投资|股东|出资|发起人|人才|创业者|同胞/;

/** whether a noun names a kind of people or bodies that is set apart from the public for what it is */
export function setApart({ literal, rule }: Noun): boolean {
  return rule.special && !INVESTOR.test(literal);
}

/** a cadre who broke the rule himself is the party; whoever is rewarded for keeping it is a family */
export function personal(
  finding: AddresseeFinding,
  triggers: readonly TriggerFinding[],
  view: ClauseView,
  cue: Candidate,
): AddresseeFinding {
  const ground = triggers[0]?.ground;
  const sanction = isSanction(cue.rule.type);
  // 单位和个人 is one noun for offenders, two recipients for a reward
  const withUnit = (entry: FoundAddressee): FoundAddressee[] =>
    !sanction &&
    entry.value === "party" &&
    /(?:单位|组织|企业|集体)(?:和|或|、)|法人/.test(entry.noun?.literal ?? "")
      ? [{ ...entry, value: "unit" }, entry]
      : [entry];
  const change = (entry: FoundAddressee): FoundAddressee => {
    if (
      sanction &&
      entry.value === "family" &&
      entry.noun &&
      !/家庭|夫|独生|困难户|贫困户/.test(entry.noun.literal) &&
      !(entry.noun.literal === "户" && "的该每各".includes(view.text[entry.noun.start - 1] ?? "\0"))
    )
      return { ...entry, value: "party" };
    if (sanction && entry.noun?.rule.id === "staff.职工") return { ...entry, value: "party" };
    // an invention made in the service of a unit: the person is one of its staff
    if (
      !sanction &&
      entry.noun?.literal === "个人" &&
      /职务(?:科技成果|发明)/.test(view.text.slice(view.start, cue.start))
    )
      return { ...entry, value: "staff" };
    if (!sanction && entry.value === "party" && entry.noun) {
      const merit = triggers[0]?.value === "achievement" || ground?.rule.id === "other.举报";
      const lives = RESIDENT.test(entry.noun.literal);
      const honoured = cue.rule.type === "honour";
      const alone = finding.found.length === 1 && /^(?:公民|个人)$/.test(entry.noun.literal);
      const gave = alone && triggers[0]?.value === "compliance" && triggers[0].rule !== "default.trigger";
      const kind = setApart(entry.noun) || entry.noun.literal === "群众" || gave;
      const anyone = !lives && (merit || honoured || !kind);
      return { ...entry, value: anyone ? "unspecified" : "family" };
    }
    if (
      !sanction &&
      ground?.rule.id === "other.举报" &&
      !(entry.value === "unit" && entry.noun && entry.noun.start >= view.start && entry.noun.end <= view.end)
    )
      return { ...entry, value: "unspecified" };
    // a couple that breaks the rule itself is the party
    if (sanction && ground?.rule.personal && /夫/.test(entry.noun?.literal ?? ""))
      return { ...entry, value: "party" };
    if (!ground?.rule.personal) return entry;
    if (!sanction) return { ...entry, value: "family" };
    if (entry.noun === null || (entry.value !== "staff" && entry.value !== "leader")) return entry;
    const between = view.text.slice(
      Math.min(entry.noun.end, ground.end),
      Math.max(entry.noun.start, ground.start),
    );
    return between.length < 40 && !/[,;。]/.test(between) ? { ...entry, value: "party" } : entry;
  };
  const hit = sanction ? withoutBody(mixed(finding.found), cue.rule.type, triggers[0]) : finding.found;
  const found = hit
    .flatMap(withUnit)
    .map(change)
    .filter((entry, i, list) => list.findIndex(({ value }) => value === entry.value) === i);
  return { found, how: finding.how };
}
