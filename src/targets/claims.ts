import type { Span } from "../span.js";
import { type Reading, raw } from "./passages.js";

export const CLAIM_TYPES = [
  "sum",
  "enumeration",
  "rate",
  "share",
  "difference",
  "growth",
  "product",
  "derived",
  "subset",
  "bounds",
  "direction",
  "target_attained",
  "consistency",
  "integer_feasibility",
  "plausibility",
  "cross_reference",
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** One checkable claim of a text; its span is in the text as read. */
export interface ClaimRecord extends Span {
  readonly source: string;
  readonly part: string;
  readonly type: ClaimType;
  /** what is claimed, in words */
  readonly claim: string;
  /** the printed numbers (or listed items) that the check uses; null where one is masked or missing */
  readonly operands: readonly (number | string | null)[];
  readonly formula: string;
  readonly stated: number | null;
  readonly computed: number | null;
  /** true: holds, false: fails, null: cannot be decided */
  readonly holds: boolean | null;
  /** whether a claim that fails when rounded would hold if the last digits were cut off; null where that makes no difference */
  readonly holds_truncated: boolean | null;
  /** how exactly the numbers must agree */
  readonly tolerance: string;
  /** why it fails or cannot be decided, null where nothing is to be said */
  readonly note: string | null;
}

/** A claim before it is placed; offsets in the folded text. */
export interface Claim extends Span, Omit<ClaimRecord, keyof Span | "source" | "part" | "holds_truncated"> {
  readonly holds_truncated?: boolean | null;
}

/** The claim as a record of a part. */
export function placed(reading: Reading, part: string, claim: Claim): ClaimRecord {
  const { start, end, ...rest } = claim;
  return {
    source: reading.structured.document.source,
    ...raw(reading, { start, end }),
    part,
    type: rest.type,
    claim: rest.claim,
    operands: rest.operands,
    formula: rest.formula,
    stated: rest.stated,
    computed: rest.computed,
    holds: rest.holds,
    holds_truncated: rest.holds_truncated ?? null,
    tolerance: rest.tolerance,
    note: rest.note || null,
  };
}
