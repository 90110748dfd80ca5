import type { Interval } from "../quantities/records.js";
import type { Span } from "../span.js";

/** The sanction types of the codebook with family and default level (1 to 6, null where none). */
export const SANCTION_TYPES = {
  rectification: { family: "corrective", level: 1 },
  criticism: { family: "corrective", level: 1 },
  admonition: { family: "corrective", level: 1 },
  points_deduction: { family: "evaluative", level: 2 },
  award_ineligibility: { family: "evaluative", level: 2 },
  veto: { family: "evaluative", level: 2 },
  watchlist: { family: "evaluative", level: 2 },
  fine: { family: "economic", level: 3 },
  pay_deduction: { family: "economic", level: 3 },
  levy: { family: "economic", level: 3 },
  clawback: { family: "economic", level: 3 },
  confiscation: { family: "economic", level: 3 },
  surcharge: { family: "economic", level: 3 },
  benefit_loss: { family: "economic", level: 3 },
  service_denial: { family: "economic", level: 3 },
  promotion_bar: { family: "career", level: 4 },
  discipline: { family: "career", level: 4 },
  demotion: { family: "career", level: 4 },
  suspension: { family: "career", level: 4 },
  removal: { family: "position", level: 5 },
  dismissal: { family: "position", level: 5 },
  licence_revocation: { family: "position", level: 5 },
  detention: { family: "liberty", level: 6 },
  criminal_liability: { family: "liberty", level: 6 },
  enforcement: { family: "liberty", level: 6 },
  liability: { family: "unspecified", level: null },
} as const satisfies Record<string, { family: string; level: number | null }>;
export type SanctionType = keyof typeof SANCTION_TYPES;

export const REWARD_TYPES = [
  "cash_reward",
  "subsidy",
  "insurance",
  "priority",
  "fee_waiver",
  "honour",
  "full_bonus",
] as const;
export type RewardType = (typeof REWARD_TYPES)[number];
export type ConsequenceType = SanctionType | RewardType;

export const ADDRESSEES = ["party", "relative", "staff", "leader", "unit", "family", "unspecified"] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export const TRIGGERS = [
  "unauthorised_birth",
  "target_missed",
  "reporting",
  "non_attendance",
  "sex_selection",
  "procedure",
  "mobility",
  "non_payment",
  "misconduct",
  "technical",
  "compliance",
  "achievement",
  "other",
] as const;
export type Trigger = (typeof TRIGGERS)[number];

export const BASES = [
  "monthly_wage",
  "bonus",
  "illegal_gains",
  "annual_income",
  "fee_due",
  "points",
] as const;
export type Base = (typeof BASES)[number];
export const RATES = ["case", "person", "day", "occurrence", "percentage_point", "month", "year"] as const;
export type Rate = (typeof RATES)[number];
export const FLAGS = ["masked", "year_artifact", "truncated", "garbled"] as const;
export type Flag = (typeof FLAGS)[number];

/** Where an addressee or a trigger was found, nearest first; the order is also the order of trust. */
export const HOW = ["subclause", "clause", "lead_in", "heading", "document", "default"] as const;
export type How = (typeof HOW)[number];

/** One step of the trail: which rule decided which field on which characters of the text as read. */
export interface Why extends Span {
  readonly field: string;
  readonly rule: string;
  readonly text: string;
}

/** One consequence: one type, for one addressee, attached to one trigger. Spans are in the text as read. */
export interface Consequence extends Span {
  readonly source: string;
  readonly polarity: "sanction" | "reward";
  readonly type: ConsequenceType;
  readonly cue: string;
  readonly addressee: Addressee;
  readonly trigger: Trigger;
  /** yuan */
  readonly amount: Interval | null;
  /** times a base, or the part of it that is paid, waived or taken */
  readonly multiple: Interval | null;
  readonly base: Base | null;
  readonly per: Rate | null;
  /** months that the consequence lasts */
  readonly months: Interval | null;
  readonly flags: readonly Flag[];
  readonly part: string;
  readonly path: string;
  /** the escalation step as printed (情节严重, 拒不改正), null for a first step */
  readonly tier: string | null;
  /** whether the text leaves it to discretion (可以, 视情节) */
  readonly optional: boolean;
  /** number shared by consequences of a document that 或者 joins, null where none */
  readonly alternatives: number | null;
  /** who imposes it, as printed, null where the text does not say */
  readonly authority: string | null;
  readonly how: { readonly addressee: How; readonly trigger: How };
  readonly why: readonly Why[];
}

/** A cue that was found and dropped, with the rule that dropped it. */
export interface RejectedCue extends Span {
  readonly source: string;
  readonly type: ConsequenceType;
  readonly cue: string;
  readonly rule: string;
  readonly because: string;
  readonly reason: string;
}

/** Whether a type of consequence is a sanction; the others are rewards. */
export function isSanction(type: ConsequenceType): type is SanctionType {
  return Object.hasOwn(SANCTION_TYPES, type);
}

export function isConsequenceType(name: string): name is ConsequenceType {
  return Object.hasOwn(SANCTION_TYPES, name) || (REWARD_TYPES as readonly string[]).includes(name);
}
