import type { StructuredDocument } from "../structure/records.js";
import type { ClauseView } from "./clause-view.js";
import { type Context, indexesOf, readContext } from "./context.js";
import { defaultRules } from "./default-rules.js";
import type { Draft, ItemState } from "./drafts.js";
import { readClause } from "./read-clause.js";
import type { Consequence, RejectedCue } from "./records.js";
import type { RuleSet } from "./rule-types.js";
import { subjectOf } from "./subjects.js";
import { groundIn } from "./triggers.js";
import { numberAlternatives, rejection, toRecords } from "./write-records.js";

export interface ConsequenceOptions {
  /** rules to apply; default: all layers that come with the package */
  readonly rules?: RuleSet;
}

/**
 * Extracts the sanctions and rewards of a document as records of the codebook.
 *
 * A cue counts only with a second key, its licence: a verb of imposing, an amount, a ground or an addressee in the right
 * place. Cost is linear in the length of the text.
 *
 * @param structured a document with its clauses
 * @param options rules other than the default
 * @returns one record per type, addressee and trigger, in the order of the text
 * @see shared codebook, version 1.1
 */
export function consequences(
  structured: StructuredDocument,
  options: ConsequenceOptions = {},
): Consequence[] {
  return explainConsequences(structured, options).records;
}

/** The same with every cue that was dropped and the reason why. */
export function explainConsequences(
  structured: StructuredDocument,
  options: ConsequenceOptions = {},
): { readonly records: Consequence[]; readonly rejected: RejectedCue[] } {
  const rules = options.rules ?? defaultRules();
  const indexes = indexesOf(rules);
  const context = readContext(structured, indexes);
  const drafts: Draft[] = [];
  const rejected: RejectedCue[] = [];
  let state: ItemState | null = null;
  for (const view of context.views) {
    if (state === null || state.item !== context.item[view.index]) state = freshState(context, view, state);
    const found = readClause({ structured, rules, indexes, context, view, state });
    drafts.push(...found.drafts);
    for (const { cue, drop } of found.dropped) rejected.push(rejection(structured, rules, cue, drop));
    state = nextState(state, view, found.drafts);
  }
  return { records: numberAlternatives(drafts).flatMap((draft) => toRecords(structured, draft)), rejected };
}

function freshState(context: Context, view: ClauseView, before: ItemState | null): ItemState {
  const item = context.item[view.index] as number;
  const earlier = before?.last?.triggers ?? before?.earlier ?? [];
  return { item, trigger: null, addressee: null, opening: null, offenders: [], last: null, earlier };
}

/** the first consequence of an item sets its ground; a later one changes it only by naming another */
function nextState(before: ItemState, view: ClauseView, drafts: readonly Draft[]): ItemState {
  const offenders =
    before.offenders.length > 0 ? before.offenders : subjectOf(view, drafts[0]?.start ?? view.end);
  const state = { ...before, offenders };
  if (drafts.length === 0) {
    const ground = groundIn(view, view.start, view.end, "sanction", []);
    if (!ground || state.trigger !== null) return state;
    return { ...state, trigger: { value: ground.rule.value, rule: ground.rule.id, ground, how: "clause" } };
  }
  const named = drafts
    .flatMap((draft) => draft.triggers)
    .find(({ how }) => how === "subclause" || how === "clause");
  const base =
    drafts.find(({ addressee }) => addressee.how === "clause" || addressee.how === "default") ?? drafts[0];
  return {
    item: state.item,
    opening: state.opening ?? drafts[0]?.addressee ?? null,
    offenders,
    trigger: named ? { ...named, how: "clause" } : (state.trigger ?? drafts[0]?.triggers[0] ?? null),
    addressee:
      state.addressee ??
      (base && !["subclause", "document", "default"].includes(base.addressee.how) ? base.addressee : null),
    last: drafts[drafts.length - 1] ?? state.last,
    earlier: state.earlier,
  };
}
