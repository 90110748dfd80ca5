import { toRaw } from "../repair/offsets.js";
import type { Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import type { Candidate } from "./clause-view.js";
import type { Draft } from "./drafts.js";
import type { Drop } from "./licence.js";
import { joinsByOr } from "./merge.js";
import {
  type Consequence,
  type Flag,
  type How,
  isSanction,
  type RejectedCue,
  type Trigger,
  type Why,
} from "./records.js";
import type { RuleSet } from "./rule-types.js";

export function numberAlternatives(drafts: readonly Draft[]): Draft[] {
  let number = 0;
  const numbered: Draft[] = [...drafts];
  for (let i = 1; i < numbered.length; i++) {
    const left = numbered[i - 1] as Draft;
    const right = numbered[i] as Draft;
    if (!joinsByOr(left, right)) continue;
    const group = left.alternatives ?? ++number;
    numbered[i - 1] = { ...left, alternatives: group };
    numbered[i] = { ...right, alternatives: group };
  }
  return numbered;
}

export function toRecords(structured: StructuredDocument, draft: Draft): Consequence[] {
  const { repaired, document, noise } = structured;
  const { view, cue, amounts } = draft;
  const span = toRaw(repaired, draft);
  const cueSpan = toRaw(repaired, cue);
  const why = (field: string, rule: string, at: Span): Why => {
    const raw = toRaw(repaired, at);
    return { field, rule, start: raw.start, end: raw.end, text: document.text.slice(raw.start, raw.end) };
  };
  const flags = new Set<Flag>();
  for (const { quantity } of amounts.used) for (const flag of quantity.flags) flags.add(flag);
  for (const record of noise) {
    if (record.start > span.end + 12) continue;
    if (record.kind === "ocr_error" && record.start < span.end + 2 && record.end > span.start - 12)
      flags.add("garbled");
    if (record.kind === "truncated" && record.start <= span.end + 2 && record.end >= span.start)
      flags.add("truncated");
  }
  const trail = [
    why("type", cue.rule.id, cue),
    ...draft.merged.map((other) => why("type", other.rule.id, other)),
    ...(cue.rule.licence && draft.licence ? [why("licence", cue.rule.licence, cue)] : []),
    ...amounts.used.map(({ field, quantity }) =>
      why(field, `quantity.${quantity.kind}.${quantity.form}`, quantity),
    ),
    ...(draft.authority ? [why("authority", "authority.由", draft.authority)] : []),
    ...referenceSteps(draft.reference, why),
  ];
  const pairs =
    draft.pairs ??
    draft.addressee.found.flatMap((addressee) => draft.triggers.map((trigger) => ({ addressee, trigger })));
  return pairs.map(({ addressee, trigger }) => ({
    source: document.source,
    start: span.start,
    end: span.end,
    polarity: isSanction(draft.type) ? ("sanction" as const) : ("reward" as const),
    type: draft.type,
    cue: document.text.slice(cueSpan.start, cueSpan.end),
    addressee: addressee.value,
    trigger: trigger.value as Trigger,
    amount: amounts.amount,
    multiple: amounts.multiple,
    base: amounts.base,
    per: amounts.amount !== null || flags.has("masked") || amounts.multiple !== null ? amounts.per : null,
    months: amounts.months,
    flags: [...flags].sort((a, b) => (a < b ? -1 : 1)),
    part: view.clause.part,
    path: view.clause.path,
    tier: draft.tier,
    optional: draft.optional,
    alternatives: draft.alternatives,
    authority: draft.authority ? view.text.slice(draft.authority.start, draft.authority.end) : null,
    how: { addressee: draft.addressee.how, trigger: trigger.how as How },
    why: [
      ...trail,
      addressee.noun
        ? why("addressee", addressee.rule, addressee.noun)
        : { field: "addressee", rule: addressee.rule, start: span.start, end: span.start, text: "" },
      trigger.ground
        ? why("trigger", trigger.rule, trigger.ground)
        : { field: "trigger", rule: trigger.rule, start: span.start, end: span.start, text: "" },
    ],
  }));
}

/** a reference to the same text is `resolved`, with the head of what it points to; else `unresolved` or to `another_text` */
function referenceSteps(
  reference: Draft["reference"],
  why: (field: string, rule: string, at: Span) => Why,
): Why[] {
  if (reference === null) return [];
  const { at, target } = reference;
  if (target === null)
    return [why("reference", at.outside ? "reference.another_text" : "reference.unresolved", at)];
  const head = { start: target.start, end: Math.min(target.end, target.start + HEAD) };
  return [why("reference", "reference.resolved", at), why("reference", "reference.target", head)];
}

/** how much of the text that is referred to stands in the trail */
const HEAD = 16;

export function rejection(
  structured: StructuredDocument,
  _rules: RuleSet,
  cue: Candidate,
  drop: Drop,
): RejectedCue {
  const raw = toRaw(structured.repaired, cue);
  return {
    source: structured.document.source,
    start: raw.start,
    end: raw.end,
    type: cue.rule.type,
    cue: structured.document.text.slice(raw.start, raw.end),
    rule: cue.rule.id,
    because: drop.rule,
    reason: drop.reason,
  };
}
