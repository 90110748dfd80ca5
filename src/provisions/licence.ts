import type { Amounts } from "./amounts.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import { CLOSING, pastClosing, pastOpening } from "./cues.js";
import { endsAt, startsAt } from "./literal-index.js";
import { isSanction } from "./records.js";
import type { GuardRule, LicenceRule } from "./rule-types.js";
import type { Segment } from "./segments.js";

/** 共下发…312份，作出…45件: a report of numbers */
const DONE = /(?:共|已|下发|作出|查处|累计|查获|查办)[^,;。]{0,16}\d(?:份|件|起|家|例|人|户|名|个|宗|次)/;

/** Why a cue is dropped: the rule and its reason in words. */
export interface Drop {
  readonly rule: string;
  readonly reason: string;
}

const RELATIVE =
  /^.{0,8}的(?:[^,;。]{0,20})(?:单位|人员|干部|地方|地区|部门|机构|企业|职工|党员|村|乡|镇|社区|街道|者|人|情况|对象|家庭|个人|公司|事项|决定|原因)/;

/** 解除劳动关系的职工: the sanction says who is meant */
const DESCRIBES = /^[^,;。]{0,10}?的[^,;。的]{0,6}(?:职工|人员|干部|党员|单位|企业|者)(?:$|[,;。由应不可在])/;

/** 免费提供职业介绍的机构: the benefit says who is meant */
const GIVER = /^[^,;。]{0,50}的[^,;。的]{0,24}(?:机构|单位|企业|学校|组织)$/;

/** The structural reasons that hold for every cue: headings, grounds, passive relatives, questions. */
export function structuralDrop(view: ClauseView, cue: Candidate): Drop | null {
  const segment = view.segments[cue.segment] as Segment;
  const right = pastClosing(view.text, cue.end);
  const left = pastOpening(view.text, cue.start);
  const text = view.text.slice(view.start, view.end).trim();
  if (view.clause.is_heading && !/[。;]$/.test(text))
    return { rule: "structure.heading", reason: "a heading names the topic only" };
  const complete = /。$/.test(text) || (text.endsWith(";") && view.clause.lead_ins.length === 0);
  if (!complete && bare(text) === bare(view.text.slice(cue.start, cue.end)))
    return { rule: "structure.heading", reason: "stands alone, names the topic only" };
  if (segment.conditional && !view.text.slice(segment.start, cue.end).includes("的一律")) {
    return { rule: "structure.ground", reason: "stands inside the ground (…的，)" };
  }
  const ruled = view.segments.some(({ conditional, end }) => conditional && end < cue.start);
  if (view.clause.lead_ins.length > 0 && !ruled && /的(?:行为|情形)?[;。]?$/.test(text))
    return { rule: "structure.ground", reason: "stands in an item that is a ground (…的；)" };
  if (/[?]$/.test(view.text.slice(view.start, view.end).trim()))
    return { rule: "structure.question", reason: "a question" };
  if (/^(?:给予|予以|进行|发给|发放)了/.test(view.text.slice(cue.start, cue.end)))
    return { rule: "structure.done", reason: "reports what was done" };
  const passive = endsAt(view.text, left, ["被", "受", "受到", "受过", "遭到", "曾被", "曾受", "遭", "因"]);
  if (
    passive !== null &&
    (view.text[right] === "的" ||
      CLOSING.includes(view.text[right] ?? "\0") ||
      RELATIVE.test(view.text.slice(right, right + 30)))
  ) {
    return { rule: "structure.passive", reason: "what had been imposed before, used to describe someone" };
  }
  if (DESCRIBES.test(view.text.slice(right, right + 30)) && isSanction(cue.rule.type))
    return { rule: "structure.passive", reason: "what had been imposed before, used to describe someone" };
  if (
    /(?<![等\d])\d+(?:户|名|人|个(?!百分|月|点)|家|对|例|万人)(?!以上|以下|次|的)/.test(
      view.text.slice(view.start, cue.start),
    ) &&
    !isSanction(cue.rule.type) &&
    !/[每凡前]|限|对于|对持/.test(view.text.slice(view.start, cue.end))
  ) {
    return { rule: "structure.counted", reason: "reports how many were rewarded" };
  }
  if (
    /^(?:[^,;。]{0,4}?\d+(?:人|例|户|名|个|家|起)(?!以上|月|百分点|工作日)|、[^,;。每]{2,14}\d+(?:人|例|户|名|家|起)(?:$|[,;。]))/.test(
      view.text.slice(right, right + 24),
    )
  ) {
    return { rule: "structure.counted", reason: "reports how many were hit" };
  }
  if (
    isSanction(cue.rule.type) &&
    /^[^,;。每]{1,12}\d+(?:本|张|份|家|所|间|处|起|件)(?:$|[,;。])/.test(
      view.text.slice(right, right + 20),
    ) &&
    !/的,|[凡每对]/.test(view.text.slice(view.start, cue.start))
  )
    return { rule: "structure.counted", reason: "reports how many were hit" };
  if (
    !isSanction(cue.rule.type) &&
    /^[^,;。每]{1,10}(?:\d+(?:人|例|户|名)|\d{2,}(?:只|台|套|具|件|份|次))(?:$|[,;。])/.test(
      view.text.slice(right, right + 16),
    )
  )
    return { rule: "structure.counted", reason: "reports how many were rewarded" };
  if (cue.literal.startsWith("免费") && GIVER.test(view.text.slice(cue.end, segment.end)))
    return { rule: "structure.passive", reason: "says of a body what it gives" };
  const before = view.text.slice(Math.max(view.start, cue.start - 200), cue.start);
  if (DONE.test(before) && !/[每凡]|的,|决定(?:对|给予)/.test(before))
    return { rule: "structure.counted", reason: "reports what was done" };
  const open = lastBefore(view.text, "(", cue.start, 100);
  if (
    open > view.start + 2 &&
    cue.start - open < 100 &&
    !view.text.slice(open, cue.start).includes(")") &&
    view.text.slice(cue.end, cue.end + 100).includes(")")
  ) {
    return { rule: "structure.aside", reason: "an aside in brackets" };
  }
  const title = lastBefore(view.text, "《", cue.start, 60);
  if (title >= view.start && cue.start - title < 60 && !view.text.slice(title, cue.start).includes("》")) {
    return { rule: "structure.title", reason: "part of a document's title" };
  }
  return null;
}

/** the last place of a character within `reach` left of an offset, -1 where there is none */
function lastBefore(text: string, character: string, at: number, reach: number): number {
  const from = Math.max(0, at - reach);
  const found = text.slice(from, at).lastIndexOf(character);
  return found < 0 ? -1 : from + found;
}

/** without enumerators, quotation marks and stops */
function bare(text: string): string {
  return text
    .replace(/^\s*(?:\(?[一二三四五六七八九十0-9]{1,3}[).、．]\s*)?/, "")
    .replace(/["“”‘’。;:\s]/g, "");
}

/** A part of what is due that is no part: nothing said of how much, or the wrong side of the whole. */
export function partDrop(cue: Candidate, { multiple }: Amounts): Drop | null {
  if (!cue.rule.part) return null;
  const most = multiple?.max ?? null;
  const whole = most !== null && most >= 1;
  return most !== null && whole === (cue.rule.type === "full_bonus")
    ? null
    : { rule: "structure.part", reason: "no such part of what is due" };
}

/** The first guard that drops the cue. */
export function guardDrop(guards: readonly GuardRule[], view: ClauseView, cue: Candidate): Drop | null {
  const segment = view.segments[cue.segment] as Segment;
  const leftEdge = pastOpening(view.text, cue.start);
  const rightEdge = pastClosing(view.text, cue.end);
  const left = view.text.slice(segment.start, cue.start);
  const cueAndRight = view.text.slice(cue.start, segment.end);
  for (const guard of guards) {
    if (guard.types !== null && !guard.types.includes(cue.rule.type)) continue;
    const hit =
      endsAt(view.text, leftEdge, guard.before) ??
      startsAt(view.text, rightEdge, guard.after) ??
      guard.left.find((word) => left.includes(word)) ??
      guard.right.find((word) => cueAndRight.includes(word)) ??
      (guard.clause.length > 0
        ? guard.clause.find((word) => view.text.slice(view.start, view.end).includes(word))
        : undefined);
    if (hit === undefined || hit === null) continue;
    if (guard.unless.some((word) => view.text.slice(segment.start, segment.end).includes(word))) continue;
    return { rule: guard.id, reason: guard.reason };
  }
  return null;
}

/** What the caller knows of the cue's surroundings. */
export interface Surroundings {
  readonly amounts: Amounts;
  readonly ground: boolean;
  readonly addressee: boolean;
  readonly breach: boolean;
  readonly special: boolean;
  readonly row: boolean;
  readonly enjoyer: boolean;
  readonly same: boolean;
}

/** how far back a sentence is read */
const SENTENCE = 160;

/** the clauses of a sentence left of the cue */
function sentenceLeft(view: ClauseView, cue: Candidate): string {
  const left = view.text.slice(Math.max(0, cue.start - SENTENCE), cue.start);
  return left.slice(Math.max(left.lastIndexOf("。"), left.lastIndexOf("\n\n")) + 1);
}

/** The key by which a licence lets the cue pass, null where none does. */
export function licenceKey(
  licence: LicenceRule,
  view: ClauseView,
  cue: Candidate,
  around: Surroundings,
): string | null {
  const segment = view.segments[cue.segment] as Segment;
  const left = view.text.slice(segment.start, cue.start);
  const right = view.text.slice(cue.end, segment.end);
  const before = licence.before.find((word) => left.includes(word));
  if (before !== undefined) return `${before} before`;
  const after = licence.after.find((word) => right.includes(word));
  if (after !== undefined) return `${after} after`;
  const clauseLeft = view.text.slice(view.start, cue.start);
  const far = licence.clause.find((word) => clauseLeft.includes(word));
  if (far !== undefined) return `${far} in the clause`;
  const sentence = licence.sentence.length > 0 ? sentenceLeft(view, cue) : "";
  const spoken = licence.sentence.find((word) => sentence.includes(word));
  if (spoken !== undefined) return `${spoken} in the sentence`;
  if (licence.same && around.same) return "same";
  // 每学期补助625元; 每提前一天奖励500元 is no period
  const said = view.text.slice(segment.start, segment.end);
  const { per } = around.amounts;
  const daily = per === "day" && /每[天日]/.test(said);
  const periodic = per === "month" || per === "year" || daily || /每个?(?:学期|学年|季)/.test(said);
  const quantity = licence.quantity && around.amounts.used.length > 0;
  if (quantity && (licence.period === null || licence.period === periodic)) return "quantity";
  if (licence.ground && around.ground) return "ground";
  if (licence.breach && around.breach) return "breach";
  if (licence.special && around.special) return "special";
  if (licence.row && around.row) return "row";
  if (licence.enjoyer && around.enjoyer) return "enjoyer";
  return licence.addressee && around.addressee ? "addressee" : null;
}
