import type { AddresseeFinding } from "./addressees.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { viewOf } from "./context.js";
import { assessed, isAssessment, meantByDocument } from "./document-subject.js";
import type { Reading } from "./drafts.js";
import { type FoundAddressee, type Noun, values } from "./noun-phrases.js";
import { type Addressee, type ConsequenceType, isSanction } from "./records.js";
import { addresseeOfText } from "./subjects.js";
import type { TriggerFinding } from "./triggers.js";

/** （一）对乡镇。, 四、对计生队伍: a heading, or a label before the sentences of its item, that says whom they hit */
const HEADED = /^[^对,;。]{0,8}对(?:于)?[^,;。:的]{2,16}[。:]?\s*$/;

export function ofHeading({ context, view, indexes }: Reading): FoundAddressee[] {
  for (let i = view.index - 1; i >= 0 && context.item[i] === context.item[view.index]; i--) {
    const there = context.views[i] as ClauseView;
    if (i > 0 && context.item[i - 1] === context.item[i]) continue;
    if (HEADED.test(context.text.slice(there.start, there.end))) return addresseeOfText(there);
  }
  for (const { start, end } of [...view.clause.headings].reverse())
    if (HEADED.test(context.text.slice(start, end))) {
      const there = viewOf(view.clause, view.index, context.text, { start, end }, [], indexes);
      return addresseeOfText(there);
    }
  return [];
}

/** whom a consequence means that names nobody, anywhere: who holds the office abused, whom the document is about, the default */
export function unnamed(
  reading: Reading,
  cue: Candidate,
  trigger: TriggerFinding | undefined,
): AddresseeFinding {
  const { type } = cue.rule;
  const owner = isSanction(type) ? undefined : ownerOf(reading.view, cue);
  if (owner) return { found: values([owner]), how: "clause" };
  if (type === "points_deduction") return { found: [assessed(reading)], how: "document" };
  const meant = meantByDocument(reading, type);
  const person = meant?.value === "unit" && AT_WORK.test(trigger?.ground?.literal ?? "");
  if (meant && !person && !(isSanction(type) && trigger?.ground?.rule.offender))
    return { found: [meant], how: "document" };
  if (type === "priority" && cue.rule.takes.includes("points") && isAssessment(reading))
    return { found: [assessed(reading)], how: "document" };
  // taxes are paid by bodies as well as by people
  const broad = type === "fee_waiver" && /税|优惠/.test(reading.view.text.slice(cue.start, cue.end + 6));
  return { found: [defaultAddressee(type, trigger, broad)], how: "default" };
}

/** what only a person does or leaves, whatever body the document assesses */
const AT_WORK = /旷工|旷课|迟到|早退|缺勤|病假|事假|请假|[脱离串空睡缺]岗|上班|值班|工作时间|酒后/;

/** 教师的住房…，优先安排: those whose house, child or illness it is */
function ownerOf(view: ClauseView, cue: Candidate): Noun | undefined {
  return view.nouns.find(
    (noun) =>
      noun.rule.special &&
      !noun.rule.value.includes("unit") &&
      noun.end <= cue.start &&
      view.text[noun.end] === "的" &&
      !/[由向]/.test(view.text[noun.start - 1] ?? ""),
  );
}

/** whom a type hits by what it is: a veto and a warning card a body, a removal who heads one */
const OF_TYPE: { readonly [type in ConsequenceType]?: Addressee } = {
  veto: "unit",
  removal: "leader",
};

/** whom a text means that names nobody */
export function defaultAddressee(
  type: ConsequenceType,
  trigger?: TriggerFinding,
  broad = false,
): FoundAddressee {
  const value = isSanction(type)
    ? (trigger?.ground?.rule.offender ?? OF_TYPE[type] ?? "party")
    : type === "full_bonus"
      ? "staff"
      : trigger?.rule === "other.年龄"
        ? "family"
        : trigger?.value === "compliance" && trigger.rule !== "default.trigger" && type !== "honour" && !broad
          ? "family"
          : "unspecified";
  return { value, rule: "default.addressee", noun: null };
}
