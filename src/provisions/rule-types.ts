import type { Addressee, ConsequenceType, Trigger } from "./records.js";

interface RuleBase {
  readonly id: string;
  /** why the rule stands, for the person who reads or edits it */
  readonly note: string;
  /** sentences in which the rule must take effect, run when the rules are loaded */
  readonly yes: readonly string[];
  /** sentences in which it must not */
  readonly no: readonly string[];
  /** higher goes first among hits of the same length */
  readonly priority: number;
  readonly layer: string;
  readonly file: string;
  readonly line: number;
}

/** The first key: an expression that names a type. `…` in a literal stands for up to 40 characters of one sub-clause, `(给予|予以)` for either. */
export interface CueRule extends RuleBase {
  readonly kind: "cue";
  readonly type: ConsequenceType;
  readonly match: readonly string[];
  /** text that must stand directly before the cue (one of) */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly not_before: readonly string[];
  readonly not_after: readonly string[];
  /** id of the licence that the cue needs, null for none */
  readonly licence: string | null;
  /** how far the span reaches right of the cue: nothing, the object up to the next comma */
  readonly extend: "none" | "segment";
  /** which fields a quantity beside the cue may fill */
  readonly takes: readonly ("amount" | "multiple" | "months" | "points")[];
  /** whether a noun phrase left of the cue without 对 is whom it hits (不得…) or who imposes it (责令…) */
  readonly subject: "addressee" | "authority";
  /** whether a noun phrase right of the cue can be the addressee (罚其单位…) */
  readonly object: boolean;
  /** whom the cue itself names (上否一级: the unit), null where the text decides */
  readonly hits: Addressee | null;
  /** a plain verb (发, 送) that names no consequence where the benefit follows its amount (发50元的补助) */
  readonly carrier: boolean;
  /** multiple that the cue itself states (减半: 0.5), null for none */
  readonly states: number | null;
  /** whether it pays a part of what is due: below the whole it is a deduction, from the whole on a full bonus */
  readonly part: boolean;
  /** how many characters a literal with `…` may cover beyond its own; 40 and the end of the sub-clause bound it anyway */
  readonly reach: number;
}

/** The second key: what must be near the cue so that it is an act and not a mention. Any one suffices. */
export interface LicenceRule extends RuleBase {
  readonly kind: "licence";
  /** literals in the same sub-clause left of the cue */
  readonly before: readonly string[];
  /** literals in the same sub-clause right of the cue */
  readonly after: readonly string[];
  /** an amount, multiple or duration attached to the cue */
  readonly quantity: boolean;
  /** with `quantity`: whether the money has a period (每月, 每年); null where either will do */
  readonly period: boolean | null;
  /** literals anywhere in the clause left of the cue */
  readonly clause: readonly string[];
  /** literals anywhere left of the cue in the sentence, whose clauses ； separates */
  readonly sentence: readonly string[];
  /** the consequence before it in the clause is of its type */
  readonly same: boolean;
  /** a ground in the sub-clause, clause, list or lead-in */
  readonly ground: boolean;
  /** an addressee in the clause */
  readonly addressee: boolean;
  /** a ground that names a breach, not merely some condition */
  readonly breach: boolean;
  /** a recipient of a kind set apart from the public */
  readonly special: boolean;
  /** the cue follows another benefit in a row (给予优惠、补贴) */
  readonly row: boolean;
  /** a subject, of whatever kind, that has or is spared it (军官享受公费医疗) */
  readonly enjoyer: boolean;
}

/** A guard drops a cue that its licence would let pass. */
export interface GuardRule extends RuleBase {
  readonly kind: "guard";
  readonly types: readonly ConsequenceType[] | null;
  readonly reason: string;
  /** one of these stands directly before the cue */
  readonly before: readonly string[];
  /** one of these stands directly after it */
  readonly after: readonly string[];
  /** one of these stands in the same sub-clause left of the cue */
  readonly left: readonly string[];
  /** one of these stands in the same sub-clause right of it, or in the cue itself */
  readonly right: readonly string[];
  /** one of these stands anywhere in the clause */
  readonly clause: readonly string[];
  /** unless one of these stands in the same sub-clause */
  readonly unless: readonly string[];
}

export interface AddresseeRule extends RuleBase {
  readonly kind: "addressee";
  readonly value: readonly Addressee[];
  readonly match: readonly string[];
  readonly not_after: readonly string[];
  readonly not_before: readonly string[];
  /** a public body: as a bare subject it imposes the consequence */
  readonly authority: boolean;
  /** who holds a public office: a step left out is a duty not done */
  readonly office: boolean;
  /** a kind of people or bodies set apart from the public: what they get free or first is a reward */
  readonly special: boolean;
}

export interface TriggerRule extends RuleBase {
  readonly kind: "trigger";
  readonly value: Trigger;
  readonly match: readonly string[];
  readonly not_after: readonly string[];
  readonly not_before: readonly string[];
  /** polarity for which the trigger holds, null for both */
  readonly polarity: "sanction" | "reward" | null;
  /** the breach is the person's own: a cadre who commits it is hit as the party, one who keeps to it rewarded as family */
  readonly personal: boolean;
  /** names what is due: a ground only where the text goes on that the term has passed (上报…，逾期的) */
  readonly due: boolean;
  /** who commits it where the text names nobody (office abused: staff), null for the party */
  readonly offender: Addressee | null;
}

/** Words of a title that say whom the document regulates or assesses. */
export interface DocumentRule extends RuleBase {
  readonly kind: "document";
  readonly match: readonly string[];
  readonly not_before: readonly string[];
  readonly not_after: readonly string[];
  /** whom its sanctions mean where they name nobody */
  readonly sanctions: Addressee;
  /** whom its rewards mean where they name nobody */
  readonly rewards: Addressee;
}

/** Words for escalation steps and discretion. */
export interface MarkerRule extends RuleBase {
  readonly kind: "marker";
  readonly marks: "tier" | "optional" | "ground" | "authority_end" | "lapse";
  readonly match: readonly string[];
}

export type Rule =
  | CueRule
  | LicenceRule
  | GuardRule
  | AddresseeRule
  | TriggerRule
  | MarkerRule
  | DocumentRule;

/** A checked set of rules, ready to be applied. */
export interface RuleSet {
  /** such as `base@1.0.0+statute@1.0.0+family-planning@1.0.0` */
  readonly version: string;
  readonly cues: readonly CueRule[];
  readonly licences: ReadonlyMap<string, LicenceRule>;
  readonly guards: readonly GuardRule[];
  readonly addressees: readonly AddresseeRule[];
  readonly triggers: readonly TriggerRule[];
  readonly markers: readonly MarkerRule[];
  readonly documents: readonly DocumentRule[];
}
