import type { AddresseeFinding } from "./addressees.js";
import type { FoundAddressee } from "./noun-phrases.js";
import { type Addressee, type ConsequenceType, isSanction } from "./records.js";
import { GENERIC, type TriggerFinding } from "./triggers.js";

/** who is rewarded for a result where families are for keeping a rule */
const SERVING = new Set<Addressee>(["unit", "staff", "leader"]);

/** what bodies and unnamed persons get for what they do, and kinds of people for what they are */
const SUPPORT = new Set<ConsequenceType>(["fee_waiver", "subsidy", "priority", "insurance"]);
const isGeneral = ({ value, noun }: FoundAddressee): boolean =>
  (value === "unspecified" || value === "unit") && !noun?.rule.authority;

/** who answers for an office */
const DISCIPLINARY = new Set<ConsequenceType>(["discipline", "demotion", "removal"]);

/**
 * The trigger in the light of who is hit: a step that a public body or its staff leaves out is a duty not done, and so is
 * whatever persons in charge are disciplined for; what staff are paid is no reward for a result.
 *
 * @param offenders who is said to have done it, where that is not whom it hits
 * @param superior whether a superior body imposes it (由其上级机关责令改正), which names no offender but its own
 * @param promoted whether support that names no ground is for what bodies or persons do, not for what they are
 */
export function ofOffice(
  trigger: TriggerFinding,
  { found }: AddresseeFinding,
  offenders: readonly FoundAddressee[],
  type: ConsequenceType,
  promoted: boolean,
  superior = false,
): TriggerFinding {
  const generic =
    trigger.ground === null || (trigger.ground.rule.priority <= GENERIC && !trigger.ground.rule.personal);
  if (type === "subsidy" && generic && found.every(({ value }) => value === "staff"))
    return { ...trigger, value: "other" };
  if (type === "cash_reward" && trigger.how === "default" && found.some(({ noun }) => noun?.rule.special))
    return { ...trigger, value: "other" };
  if (SUPPORT.has(type) && trigger.rule === "default.trigger" && promoted && found.every(isGeneral))
    return { ...trigger, value: "compliance" };
  const kept = trigger.how === "document" && trigger.value === "compliance";
  if (kept && !isSanction(type) && found.every(({ value }) => SERVING.has(value)))
    return { ...trigger, value: "achievement" };
  if (!isSanction(type)) return trigger;
  if (trigger.value === "misconduct" && trigger.ground?.rule.offender === null && found.every(isWorker))
    return { ...trigger, value: "other" };
  const step =
    trigger.value === "procedure" || trigger.value === "technical" || (generic && trigger.value === "other");
  const answerable =
    DISCIPLINARY.has(type) &&
    found.some(({ value, noun }) => noun !== null && (value === "staff" || value === "leader"));
  const misconduct =
    (trigger.value === "procedure" && inOffice(found)) ||
    (step && superior && offenders.length === 0) ||
    (step && (inOffice(offenders) || (generic && inOffice(found)))) ||
    (trigger.how === "lead_in" && trigger.value === "other" && inOffice(offenders)) ||
    (trigger.ground?.rule.id === "other.义务" &&
      [...found, ...offenders].some(({ value }) => value === "unit")) ||
    (trigger.ground?.rule.id === "other.治安" && offenders.length > 0 && offenders.every(serves)) ||
    (answerable && generic && trigger.value === "other");
  return misconduct ? { ...trigger, value: "misconduct" } : trigger;
}

function inOffice(found: readonly FoundAddressee[]): boolean {
  return (
    found.length > 0 && found.every(({ noun }) => noun !== null && (noun.rule.authority || noun.rule.office))
  );
}

/** a cadre or member of staff, not somebody's worker */
function serves({ value, noun }: FoundAddressee): boolean {
  return noun !== null && noun.rule.id !== "staff.职工" && (value === "staff" || value === "leader");
}

/** a worker of an enterprise, whose neglect is a breach of its rules and no misconduct in office */
function isWorker({ value, rule, noun }: FoundAddressee): boolean {
  return value === "party" && (rule === "document.职工" || noun?.rule.id === "staff.职工");
}
