import type { Span } from "../span.js";
import type { StructuredDocument } from "../structure/records.js";
import type { AddresseeFinding } from "./addressees.js";
import type { Amounts } from "./amounts.js";
import type { Candidate, ClauseView } from "./clause-view.js";
import type { Context, Indexes } from "./context.js";
import type { Drop } from "./licence.js";
import type { FoundAddressee } from "./noun-phrases.js";
import type { ConsequenceType } from "./records.js";
import type { Reference } from "./references.js";
import type { RuleSet } from "./rule-types.js";
import type { TriggerFinding } from "./triggers.js";

/** A consequence before it is split by addressee and trigger; spans in the repaired text. */
export interface Draft {
  readonly view: ClauseView;
  readonly cue: Candidate;
  readonly start: number;
  readonly end: number;
  readonly type: ConsequenceType;
  readonly amounts: Amounts;
  readonly addressee: AddresseeFinding;
  readonly triggers: readonly TriggerFinding[];
  /** for a lead-in over a list: which pairs its items make; null where addressee and trigger are independent */
  readonly pairs: readonly { readonly addressee: FoundAddressee; readonly trigger: TriggerFinding }[] | null;
  readonly licence: string | null;
  readonly tier: string | null;
  readonly optional: boolean;
  readonly alternatives: number | null;
  readonly authority: Span | null;
  /** the article or item that the clause refers to, with its text where the document has it */
  readonly reference: { readonly at: Reference; readonly target: Span | null } | null;
  /** the cues that were merged into this one */
  readonly merged: readonly Candidate[];
}

/** what earlier clauses of the same item hand on */
export interface ItemState {
  readonly item: number;
  readonly trigger: TriggerFinding | null;
  readonly addressee: AddresseeFinding | null;
  /** whom the item's first consequence hits */
  readonly opening: AddresseeFinding | null;
  /** who did it, by the first clause that says so */
  readonly offenders: readonly FoundAddressee[];
  /** the consequence before */
  readonly last: Draft | null;
  /** the grounds of the item before, for 有前款行为 */
  readonly earlier: readonly TriggerFinding[];
}

export interface Reading {
  readonly structured: StructuredDocument;
  readonly rules: RuleSet;
  readonly indexes: Indexes;
  readonly context: Context;
  readonly view: ClauseView;
  readonly state: ItemState;
}

export interface Dropped {
  readonly cue: Candidate;
  readonly drop: Drop;
  /** dropped for what it is; false where only the second key was missing, so that another reading may be tried */
  readonly final: boolean;
}
